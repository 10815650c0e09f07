package org.comity.node.journal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;

/** The facts of a step: kept, or erased with only their commitment left. */
public sealed interface Details {

    int SALT_LENGTH = 32;

    /**
     * Facts that the node still has.
     *
     * @param json as the step gave them
     * @param salt random, so that nobody guesses few possible facts from their commitment
     */
    record Kept(String json, byte[] salt) implements Details {

        static Kept of(Map<String, Object> facts, SecureRandom random) {
            byte[] salt = new byte[SALT_LENGTH];
            random.nextBytes(salt);
            return new Kept(CanonicalJson.write(facts), salt);
        }

        public Map<String, Object> facts() {
            return CanonicalJson.read(json);
        }

        /** SHA-256(salt ‖ canonical details). */
        byte[] commitment() {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                digest.update(salt);
                return digest.digest(CanonicalJson.canonical(json).getBytes(StandardCharsets.UTF_8));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java platform has SHA-256.", e);
            }
        }
    }

    /** Facts that were erased on purpose; that there were some, and which commitment they had, stays provable. */
    record Erased(Instant at, String because) implements Details {}
}
