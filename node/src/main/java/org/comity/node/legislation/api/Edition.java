package org.comity.node.legislation.api;

import static org.comity.law.cli.Json.object;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import org.comity.law.Export;
import org.comity.law.LawBase;
import org.jspecify.annotations.Nullable;

/**
 * Which state of the law an answer comes from.
 *
 * @param version of the data set that was shipped
 * @param fingerprint of every fact; another one as soon as a change is published
 */
public record Edition(String version, LocalDate asOf, String licence, String fingerprint) {

    private static final int LENGTH = 16;

    /** Reads every fact. */
    static Edition of(LawBase law) {
        StringBuilder facts = new StringBuilder(law.version());
        Export.of(law).tables().forEach(table -> {
            facts.append('\u001d').append(table.name());
            table.rows()
                    .forEach(row -> facts.append('\u001e').append(row.cells().values()));
        });
        return new Edition(law.version(), law.asOf(), law.licence(), digest(facts.toString()));
    }

    Map<String, @Nullable Object> json() {
        return object("version", version, "asOf", asOf, "licence", licence, "fingerprint", fingerprint);
    }

    static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(digest, LENGTH / 2));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
