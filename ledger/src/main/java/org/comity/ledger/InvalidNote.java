package org.comity.ledger;

/** A note, key or checkpoint that is not written as its specification says, or not signed by a known key. */
public final class InvalidNote extends IllegalArgumentException {

    public InvalidNote(String message) {
        super(message);
    }
}
