package org.comity.node.evidence.vault;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import software.amazon.awssdk.core.sync.RequestBody;

/** So many bytes of a file from a place on, read as they are sent. */
final class PartOfFile extends InputStream {

    private final FileChannel file;
    private long left;

    private PartOfFile(Path path, long from, long length) throws IOException {
        this.file = FileChannel.open(path, StandardOpenOption.READ).position(from);
        this.left = length;
    }

    /** For a request, which may have to be sent again. */
    static RequestBody body(Path path, long from, long length) {
        return RequestBody.fromContentProvider(
                () -> {
                    try {
                        return new PartOfFile(path, from, length);
                    } catch (IOException unread) {
                        throw new UncheckedIOException("A sealed file can't be read from the disk.", unread);
                    }
                },
                length,
                "application/octet-stream");
    }

    @Override
    public int read(byte[] target, int offset, int most) throws IOException {
        if (left == 0) {
            return -1;
        }
        int count = file.read(ByteBuffer.wrap(target, offset, (int) Math.min(most, left)));
        left -= Math.max(0, count);
        return count;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
