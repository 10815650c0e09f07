package org.comity.node.directory;

import java.security.PublicKey;
import org.comity.node.journal.JournalKey;
import org.springframework.stereotype.Component;

/** Signs the journal's checkpoints with the root key, which outlives the keys for messages. */
@Component
class SigningCheckpoints implements JournalKey {

    private final NodeKeys keys;

    SigningCheckpoints(OwnNode own) {
        this.keys = own.keys();
    }

    @Override
    public PublicKey publicKey() {
        return keys.rootCertificate().getPublicKey();
    }

    @Override
    public byte[] sign(byte[] message) {
        return keys.signAsRoot(message);
    }
}
