package org.comity.node.directory;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The SHA-256 digest of a node's root certificate: what two officers compare by telephone before either trusts the
 * other's card.
 *
 * @param hex 64 hexadecimal digits in lower case
 */
public record Fingerprint(String hex) {

    private static final int DIGITS = 64;
    private static final int GROUP = 4;

    public Fingerprint {
        if (hex.length() != DIGITS || !hex.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
            throw new IllegalArgumentException(
                    "A fingerprint has 64 hexadecimal digits, in groups of four or not; this one reads: " + hex);
        }
    }

    /** Reads what a person typed: spaces, colons and capital letters don't matter. */
    public static Fingerprint parse(String typed) {
        return new Fingerprint(typed.replaceAll("[\\s:-]", "").toLowerCase(Locale.ROOT));
    }

    public static Fingerprint of(X509Certificate certificate) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return new Fingerprint(HexFormat.of().formatHex(digest));
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException(
                    "Every JDK has SHA-256, and a certificate that was read can be written.", e);
        }
    }

    /** Sixteen groups of four digits, to be read out. */
    @Override
    public String toString() {
        StringBuilder spoken = new StringBuilder();
        for (int i = 0; i < DIGITS; i += GROUP) {
            if (i > 0) {
                spoken.append(' ');
            }
            spoken.append(hex, i, i + GROUP);
        }
        return spoken.toString().toUpperCase(Locale.ROOT);
    }
}
