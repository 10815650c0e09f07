package org.comity.node.evidence.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A blob that is a file here. */
final class OpenFile implements Blobs.Blob {

    private final FileChannel file;

    OpenFile(Path path) throws IOException {
        this.file = FileChannel.open(path, StandardOpenOption.READ);
    }

    @Override
    public long length() throws IOException {
        return file.size();
    }

    @Override
    public int read(long position, byte[] target, int length) throws IOException {
        ByteBuffer into = ByteBuffer.wrap(target, 0, length);
        while (into.hasRemaining() && file.read(into, position + into.position()) >= 0) {
            // on until the end of one of both
        }
        return into.position();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
