package org.comity.ledger;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PublicKey;
import java.util.function.UnaryOperator;

/** Signs notes under a name. Holds or reaches a private key: never logged, never written. */
public final class NoteSigner {

    private final NoteKey key;
    private final UnaryOperator<byte[]> ed25519;

    private NoteSigner(NoteKey key, UnaryOperator<byte[]> ed25519) {
        this.key = key;
        this.ed25519 = ed25519;
    }

    public static NoteSigner of(String name, KeyPair keys) {
        return of(name, keys.getPublic(), message -> Ed25519.sign(keys.getPrivate(), message));
    }

    /** Signs with a private key that stays where it is, such as in a key store or a security module. */
    public static NoteSigner of(String name, PublicKey key, UnaryOperator<byte[]> ed25519) {
        return new NoteSigner(NoteKey.of(name, key), ed25519);
    }

    /** The key by which others verify what this signs. */
    public NoteKey key() {
        return key;
    }

    public SignedNote sign(SignedNote note) {
        byte[] signature = ed25519.apply(note.text().getBytes(StandardCharsets.UTF_8));
        return note.with(new SignedNote.Line(key.name(), key.id(), signature));
    }
}
