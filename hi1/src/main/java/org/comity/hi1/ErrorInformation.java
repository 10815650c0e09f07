package org.comity.hi1;

import java.util.Optional;

/** Why something was not done: a number, and a sentence for people. */
public record ErrorInformation(int code, String description) {

    public ErrorInformation {
        if (code < 0) {
            throw new IllegalArgumentException("an error code is not negative, but this one is " + code);
        }
        Text.longString("error description", description);
    }

    public static ErrorInformation of(ErrorCode code, String description) {
        return new ErrorInformation(code.number(), description);
    }

    /** The meaning that TS 103 120 annex D gives the number, if any. */
    public Optional<ErrorCode> meaning() {
        return ErrorCode.of(code);
    }
}
