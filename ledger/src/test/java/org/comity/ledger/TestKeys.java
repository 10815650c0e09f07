package org.comity.ledger;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;

/** Ed25519 keys that are the same in each run, made from a seed; for tests only. */
final class TestKeys {

    private TestKeys() {}

    static KeyPair of(String seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new SeedAsRandom(seed));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Hands out SHA-256 of the seed, which an Ed25519 generator takes as the private key. */
    private static final class SeedAsRandom extends SecureRandom {
        private final byte[] bytes;

        SeedAsRandom(String seed) throws GeneralSecurityException {
            bytes = MessageDigest.getInstance("SHA-256").digest(seed.getBytes());
        }

        @Override
        public void nextBytes(byte[] wanted) {
            System.arraycopy(bytes, 0, wanted, 0, wanted.length);
        }
    }
}
