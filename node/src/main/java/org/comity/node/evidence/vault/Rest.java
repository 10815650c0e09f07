package org.comity.node.evidence.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * The file beside content that is on its way: what does not fill a segment yet.
 *
 * @param checked only what was checked counts: so many segments, and this
 * @param number the segment that it begins
 */
record Rest(boolean checked, long number, byte[] sealed) {

    private static final int HEAD = 9;

    static Path file(Path content) {
        return content.resolveSibling(content.getFileName() + ".rest");
    }

    static byte[] of(boolean checked, long number, byte[] sealed) {
        return ByteBuffer.allocate(HEAD + sealed.length)
                .put((byte) (checked ? 1 : 0))
                .putLong(number)
                .put(sealed)
                .array();
    }

    static Optional<Rest> read(Path content) throws IOException {
        if (!Files.exists(file(content))) {
            return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(file(content));
        return bytes.length < HEAD
                ? Optional.empty()
                : Optional.of(new Rest(
                        bytes[0] == 1,
                        ByteBuffer.wrap(bytes).getLong(1),
                        Arrays.copyOfRange(bytes, HEAD, bytes.length)));
    }
}
