package org.comity.hi1.receiving;

import org.comity.hi1.ErrorCode;
import org.comity.hi1.ErrorInformation;

/** An action, or a whole request, that is not carried out. */
final class Refused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ErrorInformation error;

    Refused(ErrorCode code, String message) {
        this(ErrorInformation.of(code, message));
    }

    Refused(ErrorInformation error) {
        super(error.description(), null, false, false);
        this.error = error;
    }

    ErrorInformation error() {
        return error;
    }
}
