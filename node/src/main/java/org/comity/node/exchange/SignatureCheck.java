package org.comity.node.exchange;

import java.util.Locale;
import org.comity.node.frame.Said;

/** What the signature of a mail is worth. */
public enum SignatureCheck {
    /** Made with the certificate that the directory holds of the sender, over exactly this content. */
    PROVED,
    /** Made with the certificate that the directory holds of the sender, but the certificate has ended. */
    ENDED,
    /** Right in itself, but made with a certificate that the directory does not hold. */
    STRANGER,
    /** Wrong: the mail was altered, or its signature can't be read. */
    BROKEN,
    /** There is none. */
    ABSENT;

    /** As stored, and the last word of its message key. */
    public String token() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** In words. */
    public Said said() {
        return Said.of("exchange.signature." + token());
    }

    static SignatureCheck of(String token) {
        return valueOf(token.toUpperCase(Locale.ROOT));
    }
}
