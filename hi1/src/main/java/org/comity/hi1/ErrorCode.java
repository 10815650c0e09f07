package org.comity.hi1;

import java.util.Arrays;
import java.util.Optional;

/** The error codes of TS 103 120 annex D. Only {@link #TRANSIENT} is worth another try. */
public enum ErrorCode {
    GENERAL(3000),
    NOT_SUPPORTED(3001),
    DUPLICATE_ACTION(3002),
    TRANSIENT(3003),
    CONFIGURATION(3004),
    ELEMENT_MISSING(3005),
    VALUE_FIXED(3006),
    IMPROPER_VALUE(3007),
    IMPROPER_CHANGE(3008),
    VALUE_NOT_FOUND(3009),
    OBJECT_EXISTS(3010),
    UPDATE_UNKNOWN(3011),
    UPDATE_EXPIRED(3012),
    CANCEL_UNKNOWN(3013),
    GET_UNKNOWN(3014),
    NOT_DELIVERABLE(3015),
    LINK_UNKNOWN(3016),
    LINK_EXPIRED(3017),
    LINK_FAILED(3018),
    ENCODING_NOT_SUPPORTED(3019),
    VALIDATION(3020),
    VERSION_NOT_SUPPORTED(3021),
    TOO_LARGE(3022);

    private final int number;

    ErrorCode(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    public static Optional<ErrorCode> of(int number) {
        return Arrays.stream(values()).filter(it -> it.number == number).findFirst();
    }
}
