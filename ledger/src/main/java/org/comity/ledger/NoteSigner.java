package org.comity.ledger;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.PrivateKey;

/** Signs notes under a name. Holds a private key: never logged, never written. */
public final class NoteSigner {

    private final NoteKey key;
    private final PrivateKey privateKey;

    private NoteSigner(NoteKey key, PrivateKey privateKey) {
        this.key = key;
        this.privateKey = privateKey;
    }

    public static NoteSigner of(String name, KeyPair keys) {
        return new NoteSigner(NoteKey.of(name, keys.getPublic()), keys.getPrivate());
    }

    /** The key by which others verify what this signs. */
    public NoteKey key() {
        return key;
    }

    public SignedNote sign(SignedNote note) {
        byte[] signature = Ed25519.sign(privateKey, note.text().getBytes(StandardCharsets.UTF_8));
        return note.with(new SignedNote.Line(key.name(), key.id(), signature));
    }
}
