package org.comity.law;

/** A change names something that the data set does not have, or cannot be true; the message says what. */
public final class InvalidLawChangeException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public InvalidLawChangeException(String message) {
        super(message);
    }
}
