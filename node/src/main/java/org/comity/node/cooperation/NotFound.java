package org.comity.node.cooperation;

/** There is no such thing, or the person may not see it: the two look the same on purpose. */
public final class NotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private NotFound(String message) {
        super(message);
    }

    static NotFound request() {
        return new NotFound("There is no such request, or it is not yours to see. Search for its reference.");
    }

    static NotFound caseFile() {
        return new NotFound("There is no such case file, or it is not yours to see. Ask the person in charge of it.");
    }
}
