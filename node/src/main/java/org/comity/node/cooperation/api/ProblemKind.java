package org.comity.node.cooperation.api;

import org.springframework.http.HttpStatus;

/** What can be wrong with a call; each has a title and a sentence on what to do, in the reader's language. */
enum ProblemKind {
    /** It is not there, or not for the caller: the two look the same on purpose. */
    NOT_FOUND(HttpStatus.NOT_FOUND),
    NOT_PERMITTED(HttpStatus.FORBIDDEN),
    WRONG_STATE(HttpStatus.CONFLICT),
    CHANGED_MEANWHILE(HttpStatus.PRECONDITION_FAILED),
    VERSION_MISSING(HttpStatus.PRECONDITION_REQUIRED),
    UNREADABLE(HttpStatus.BAD_REQUEST),
    MALFORMED(HttpStatus.UNPROCESSABLE_CONTENT),
    INCOMPLETE(HttpStatus.UNPROCESSABLE_CONTENT);

    static final String ADDRESS = "/api/v1/problems/";

    private final HttpStatus status;

    ProblemKind(HttpStatus status) {
        this.status = status;
    }

    HttpStatus status() {
        return status;
    }

    String token() {
        return Tokens.of(this);
    }

    /** Where it is explained, and what it is known by. */
    String type() {
        return ADDRESS + token();
    }
}
