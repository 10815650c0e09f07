package org.comity.ledger;

/** A log's own files contradict each other: something was lost or altered. Restore them from a copy that verifies. */
public final class CorruptLog extends RuntimeException {

    public CorruptLog(String message) {
        super(message);
    }
}
