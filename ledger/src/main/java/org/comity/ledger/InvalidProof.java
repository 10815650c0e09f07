package org.comity.ledger;

/** A proof that could not prove anything, whatever its hashes. */
public final class InvalidProof extends IllegalArgumentException {

    public InvalidProof(String message) {
        super(message);
    }
}
