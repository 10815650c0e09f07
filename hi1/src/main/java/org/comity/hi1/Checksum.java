package org.comity.hi1;

/** A check sum and how it was made. */
public record Checksum(String value, String type) {

    public static final String SHA_256 = "SHA-256";

    public Checksum {
        Text.shortString("checksum", value);
        Text.shortString("checksum type", type);
    }

    public static Checksum sha256(byte[] data) {
        return new Checksum(Digests.sha256(data), SHA_256);
    }
}
