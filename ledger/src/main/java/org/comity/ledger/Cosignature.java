package org.comity.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A timestamped Ed25519 cosignature (c2sp.org/tlog-cosignature, "cosignature/v1"). */
record Cosignature(long time, byte[] signature) {

    static Cosignature sign(UnaryOperator<byte[]> ed25519, String text, Instant now) {
        long time = now.getEpochSecond();
        return new Cosignature(time, ed25519.apply(message(text, time)));
    }

    static Optional<Cosignature> read(byte[] bytes) {
        if (bytes.length != Long.BYTES + Ed25519.SIGNATURE_LENGTH) {
            return Optional.empty();
        }
        long time = ByteBuffer.wrap(bytes).getLong();
        return time < 0
                ? Optional.empty()
                : Optional.of(new Cosignature(time, Arrays.copyOfRange(bytes, Long.BYTES, bytes.length)));
    }

    boolean verifies(byte[] publicKey, String text) {
        return Ed25519.verify(publicKey, message(text, time), signature);
    }

    byte[] bytes() {
        return ByteBuffer.allocate(Long.BYTES + signature.length)
                .putLong(time)
                .put(signature)
                .array();
    }

    private static byte[] message(String text, long time) {
        return ("cosignature/v1\ntime " + time + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }
}
