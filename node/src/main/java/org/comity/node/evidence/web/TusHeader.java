package org.comity.node.evidence.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Headers of the tus protocol 1.0 (https://tus.io/protocols/resumable-upload). */
final class TusHeader {

    static final String RESUMABLE = "Tus-Resumable";
    static final String OFFSET = "Upload-Offset";
    static final String LENGTH = "Upload-Length";
    static final String METADATA = "Upload-Metadata";
    static final String CHECKSUM = "Upload-Checksum";
    static final String EXPIRES = "Upload-Expires";
    static final String VERSION = "1.0.0";
    static final String OFFSET_STREAM = "application/offset+octet-stream";
    static final String EXTENSIONS = "creation,expiration,checksum,termination";

    private static final Map<String, String> ALGORITHMS = Map.of("sha256", "SHA-256", "sha1", "SHA-1");
    static final String ALGORITHM_NAMES = "sha256,sha1";

    /** What a part must have. */
    record Checksum(MessageDigest digest, byte[] expected) {}

    private TusHeader() {}

    /** Pairs of a key and a value in Base64, which may be missing. Empty if it is not that. */
    static Optional<Map<String, String>> metadata(String header) {
        var values = new LinkedHashMap<String, String>();
        for (String pair : header.isBlank() ? new String[0] : header.split(",", -1)) {
            String[] both = pair.strip().split(" ", 2);
            try {
                values.put(
                        both[0],
                        both.length == 1
                                ? ""
                                : new String(Base64.getDecoder().decode(both[1].strip()), StandardCharsets.UTF_8));
            } catch (IllegalArgumentException notBase64) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    static Optional<Checksum> checksum(String header) {
        String[] both = header.strip().split(" ", 2);
        String algorithm = ALGORITHMS.get(both[0]);
        if (algorithm == null || both.length < 2) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Checksum(
                    MessageDigest.getInstance(algorithm), Base64.getDecoder().decode(both[1].strip())));
        } catch (NoSuchAlgorithmException | IllegalArgumentException unusable) {
            return Optional.empty();
        }
    }
}
