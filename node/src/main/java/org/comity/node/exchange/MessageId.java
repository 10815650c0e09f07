package org.comity.node.exchange;

import java.util.Locale;
import java.util.UUID;
import org.comity.node.directory.PartyId;

/** The ebMS3 message id: the same over all retries, so that a receiver can apply a message once. */
public record MessageId(String value) {

    /** A new one of this node's. */
    static MessageId fresh(PartyId own) {
        return new MessageId(UUID.randomUUID() + "@" + own.value().toLowerCase(Locale.ROOT) + ".comity");
    }

    @Override
    public String toString() {
        return value;
    }
}
