package org.comity.node.exchange;

import org.comity.node.directory.PartyId;

/**
 * Looks at the content of an authenticated envelope before it is stored and receipted. The room that understands the
 * content implements it; a refusal goes back to the sender as a signed error, and nothing is stored.
 */
public interface EnvelopeScreening {

    /** @throws EnvelopeRefused when the content can't be understood or isn't addressed to this node */
    void screen(PartyId from, byte[] content);

    /** Says why an envelope is not taken, in words for the sender. */
    final class EnvelopeRefused extends RuntimeException {
        public EnvelopeRefused(String message) {
            super(message);
        }
    }
}
