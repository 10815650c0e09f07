package org.comity.law.cli;

/** What was typed cannot be answered; the message says which word is wrong and which are valid. */
final class NotUnderstoodException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    NotUnderstoodException(String message) {
        super(message);
    }
}
