package org.comity.node.legislation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.comity.node.legislation.change.ChangeRefused;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What a person may not see is answered as if it were not there; what they may not do, in words. */
@ControllerAdvice
class ChangeRefusals {

    private final ChangeWords words;

    ChangeRefusals(ChangeWords words) {
        this.words = words;
    }

    @ExceptionHandler(ChangeRefused.class)
    void refused(ChangeRefused refused, HttpServletResponse response) throws IOException {
        HttpStatus status = switch (refused.reason()) {
            case ABSENT, NOT_YOURS -> HttpStatus.NOT_FOUND;
            case NOT_AN_EXPERT, NOT_A_REVIEWER, OWN_PROPOSAL -> HttpStatus.FORBIDDEN;
            case CHANGED_MEANWHILE -> HttpStatus.CONFLICT;
            case WRONG_STATE, FAULTS, DOES_NOT_FIT, NOTHING_CHANGES, NO_REASON_GIVEN, NOT_PUBLISHED, ALREADY_PROPOSED ->
                HttpStatus.UNPROCESSABLE_CONTENT;
        };
        response.sendError(status.value(), words.refusal(refused));
    }
}
