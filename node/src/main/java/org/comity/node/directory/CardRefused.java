package org.comity.node.directory;

/** A node's card can't be trusted or understood; the message says what is wrong with it and what to do. */
public final class CardRefused extends RuntimeException {

    public CardRefused(String message) {
        super(message);
    }

    CardRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
