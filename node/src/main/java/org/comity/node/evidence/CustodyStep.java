package org.comity.node.evidence;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * One step in the custody of an exhibit. What was signed is kept as it was signed: the statement, a line of JSON; all else is
 * read from it.
 *
 * @param statement names the exhibit, the step's number, moment, actor, act and provision, and the digest of the statement
 *     before it
 * @param signature of the node's root key over the statement in UTF-8 (Ed25519, RFC 8032)
 * @param signer the fingerprint of that key's certificate
 */
public record CustodyStep(String statement, byte[] signature, String signer) {

    static final String FORM = "comity-custody/1";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** What a statement says. @param previous the SHA-256 of the statement before it; empty in the first */
    public record Said(
            String form,
            String exhibit,
            int number,
            String at,
            String by,
            String what,
            String under,
            Map<String, String> facts,
            String previous) {

        public Said {
            facts = new LinkedHashMap<>(facts); // keeps the order, which a copy by Map.copyOf would lose
        }

        public Instant moment() {
            return Instant.parse(at);
        }
    }

    static String statement(ExhibitId exhibit, int number, Instant at, String by, CustodyAct act, String previous) {
        return JSON.writeValueAsString(new Said(
                FORM, exhibit.toString(), number, at.toString(), by, act.what(), act.under(), act.facts(), previous));
    }

    public Said said() {
        return JSON.readValue(statement, Said.class);
    }

    /** By which the next statement names this one. */
    public String digest() {
        try {
            byte[] bytes = statement.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256.", impossible);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CustodyStep that
                && statement.equals(that.statement)
                && signer.equals(that.signer)
                && Arrays.equals(signature, that.signature);
    }

    @Override
    public int hashCode() {
        return statement.hashCode();
    }

    @Override
    public String toString() {
        return statement;
    }
}
