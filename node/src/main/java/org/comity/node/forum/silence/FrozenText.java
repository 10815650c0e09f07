package org.comity.node.forum.silence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.List;

/**
 * What is to be adopted, which nobody can change any more.
 *
 * @param symbol of the document; may be empty
 * @param languages in which it is out
 * @param sha256 over title, symbol and body in UTF-8, composed, a line feed between lines
 */
public record FrozenText(String title, String symbol, String body, List<String> languages, String sha256) {

    public FrozenText {
        languages = List.copyOf(languages);
    }

    public static FrozenText of(String title, String symbol, String body, List<String> languages) {
        var plain = plain(body);
        return new FrozenText(
                title.strip(), symbol.strip(), plain, languages, hash(title.strip(), symbol.strip(), plain));
    }

    /** Whether it is still what was frozen. */
    public boolean isIntact() {
        return sha256.equals(hash(title, symbol, body));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace("\r\n", "\n")
                .replace('\r', '\n')
                .strip();
    }

    private static String hash(String title, String symbol, String body) {
        try {
            var whole = Normalizer.normalize(title + "\n" + symbol + "\n" + body, Normalizer.Form.NFC);
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256.", e);
        }
    }
}
