package org.comity.node.exchange.mail;

import java.util.List;
import java.util.Optional;
import org.comity.node.directory.Fingerprint;
import org.comity.node.exchange.Enclosure;
import org.comity.node.exchange.SignatureCheck;

/**
 * A mail that was opened, and what it is worth.
 *
 * @param sealed whether it came encrypted to this node
 * @param signer by whose certificate it was signed, whether known or not
 */
public record Opened(boolean sealed, SignatureCheck signature, Optional<Fingerprint> signer, Content content) {

    /**
     * What a mail says.
     *
     * @param text without any markup
     */
    public record Content(String text, List<Enclosure> enclosures) {
        public Content {
            enclosures = List.copyOf(enclosures);
        }
    }
}
