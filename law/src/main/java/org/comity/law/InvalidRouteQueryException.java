package org.comity.law;

/** The question cannot be answered as put; the message says which part is wrong and what is valid. */
public final class InvalidRouteQueryException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    public InvalidRouteQueryException(String message) {
        super(message);
    }
}
