package org.comity.node.legislation.web;

import java.time.Clock;
import org.comity.law.CoveredDays;
import org.comity.node.legislation.LawRegister;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The State page for machines. */
@RestController
class StateDocuments {

    private final LawRegister register;
    private final Clock clock;

    StateDocuments(LawRegister register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    @GetMapping(path = "/law/states/{code}.json", produces = MediaType.APPLICATION_JSON_VALUE)
    StateDocument byExtension(@PathVariable String code, @RequestParam(required = false) @Nullable String on) {
        return document(code, on);
    }

    @GetMapping(path = "/law/states/{code}", produces = MediaType.APPLICATION_JSON_VALUE)
    StateDocument byHeader(@PathVariable String code, @RequestParam(required = false) @Nullable String on) {
        return document(code, on);
    }

    private StateDocument document(String code, @Nullable String on) {
        ChosenDate date = ChosenDate.of(on, clock);
        if (date.isRejected()) {
            throw new NotADate(date.rejected());
        }
        return register.state(code, date.day()).map(StateDocument::of).orElseThrow(() -> new NoSuchState(code));
    }

    @ExceptionHandler
    ProblemDetail unknown(NoSuchState unknown) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, unknown.getMessage());
    }

    @ExceptionHandler
    ProblemDetail notADate(NotADate rejected) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, rejected.getMessage());
    }

    private static final class NoSuchState extends RuntimeException {

        NoSuchState(String code) {
            super("\"" + code + "\" is not a State of the data set. States are named by the two letters of ISO 3166-1,"
                    + " such as BR.");
        }
    }

    private static final class NotADate extends RuntimeException {

        NotADate(String typed) {
            super("\"" + typed + "\" is not a day between " + CoveredDays.FIRST + " and " + CoveredDays.LAST
                    + ". Write it as 2026-01-31.");
        }
    }
}
