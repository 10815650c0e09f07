package org.comity.node.journal;

import java.security.PublicKey;

/** The node's Ed25519 key, with which it signs its journal's checkpoints. The room that keeps the keys provides it. */
public interface JournalKey {

    PublicKey publicKey();

    /** An Ed25519 signature over the message (RFC 8032). */
    byte[] sign(byte[] message);
}
