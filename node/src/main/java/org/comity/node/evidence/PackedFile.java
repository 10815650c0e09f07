package org.comity.node.evidence;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.comity.node.evidence.seal.SealedFile;
import org.comity.node.evidence.seal.Sha256;

/**
 * One file of a package.
 *
 * @param crc the CRC-32 that the container asks for
 * @param content kept with the package; none of an exhibit, which is read from the vault when the package is fetched
 */
record PackedFile(SealedFile sealed, long size, long crc, Optional<byte[]> content, Optional<ExhibitId> exhibit) {

    static PackedFile of(String path, String mediaType, byte[] content) {
        return new PackedFile(
                new SealedFile(path, mediaType, Sha256.of(content)),
                content.length,
                Container.crcOf(content),
                Optional.of(content),
                Optional.empty());
    }

    static PackedFile of(String path, String mediaType, String content) {
        return of(path, mediaType, content.getBytes(StandardCharsets.UTF_8));
    }

    /** @param crc of its content */
    static PackedFile of(String path, Exhibit exhibit, long crc) {
        return new PackedFile(
                new SealedFile(path, Particulars.ANY_TYPE, exhibit.sha256()),
                exhibit.size(),
                crc,
                Optional.empty(),
                Optional.of(exhibit.id()));
    }

    Container.Entry entry() {
        return new Container.Entry(path(), size, crc);
    }

    String path() {
        return sealed.path();
    }
}
