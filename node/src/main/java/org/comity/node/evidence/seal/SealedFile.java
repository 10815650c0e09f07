package org.comity.node.evidence.seal;

/**
 * A file as a seal names it.
 *
 * @param path within the container, of characters that need no escape in an address
 * @param sha256 in lower-case hexadecimal digits
 */
public record SealedFile(String path, String mediaType, String sha256) {

    public SealedFile {
        if (!path.matches("[A-Za-z0-9._/-]+")) {
            throw new IllegalArgumentException("A path in a container has only plain letters: " + path);
        }
    }
}
