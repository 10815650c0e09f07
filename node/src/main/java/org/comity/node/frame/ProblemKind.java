package org.comity.node.frame;

import java.util.Locale;
import org.springframework.http.HttpStatus;

/** What can be wrong with a program's call; each has a title and a sentence on what to do, in the reader's language. */
public enum ProblemKind {
    /** It is not there, or not for the caller: the two look the same on purpose. */
    NOT_FOUND(HttpStatus.NOT_FOUND),
    NOT_PERMITTED(HttpStatus.FORBIDDEN),
    WRONG_STATE(HttpStatus.CONFLICT),
    CHANGED_MEANWHILE(HttpStatus.PRECONDITION_FAILED),
    VERSION_MISSING(HttpStatus.PRECONDITION_REQUIRED),
    UNREADABLE(HttpStatus.BAD_REQUEST),
    MALFORMED(HttpStatus.UNPROCESSABLE_CONTENT),
    INCOMPLETE(HttpStatus.UNPROCESSABLE_CONTENT);

    public static final String ADDRESS = "/api/v1/problems/";

    private final HttpStatus status;

    ProblemKind(HttpStatus status) {
        this.status = status;
    }

    public HttpStatus status() {
        return status;
    }

    /** As in {@code not-found}. */
    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Where it is explained, and what it is known by. */
    public String type() {
        return ADDRESS + token();
    }

    /** Of what a room refuses: by the field that it names. */
    static ProblemKind of(Refused refused) {
        return switch (refused.field()) {
            case "id" -> NOT_FOUND;
            case "role" -> NOT_PERMITTED;
            case "act" -> WRONG_STATE;
            case "version" -> CHANGED_MEANWHILE;
            default -> MALFORMED;
        };
    }
}
