package org.comity.node.cooperation.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.node.cooperation.act.Answers;
import org.comity.node.cooperation.act.Wording;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.NotFound;
import org.comity.node.exchange.Enclosure;
import org.comity.node.exchange.FilingAnswers.FilingRefused;
import org.comity.node.frame.FormErrors;
import org.comity.node.frame.Said;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.server.ResponseStatusException;

/** Answers what can't be done with a problem document: what is wrong, in which field, and what to do. */
@RestControllerAdvice(basePackageClasses = Refusing.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class Refusing {

    private final Wording wording;

    Refusing(Wording wording) {
        this.wording = wording;
    }

    /** Fields of a form that can't be used as they were sent. */
    static final class WrongFields extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient FormErrors errors;

        WrongFields(FormErrors errors) {
            super(errors.all().toString());
            this.errors = errors;
        }

        static void orNothing(FormErrors errors) {
            if (!errors.isEmpty()) {
                throw new WrongFields(errors);
            }
        }
    }

    @ExceptionHandler
    ResponseEntity<Refusal> absent(NotFound absent, HttpServletRequest call) {
        return answer(ProblemKind.NOT_FOUND, wording.of("problem.not-found.detail"), call);
    }

    @ExceptionHandler
    ResponseEntity<Refusal> refused(ActRefused refused, HttpServletRequest call) {
        return switch (refused) {
            case ActRefused.WrongState it -> answer(ProblemKind.WRONG_STATE, wording.of(it.said()), call);
            case ActRefused.NotPermitted it -> answer(ProblemKind.NOT_PERMITTED, wording.of(it.said()), call);
            case ActRefused.ChangedMeanwhile it -> answer(ProblemKind.CHANGED_MEANWHILE, wording.of(it.said()), call);
            case ActRefused.Malformed it -> wrong(it.field(), it.said(), call);
            case ActRefused.Incomplete it ->
                answer(
                        ProblemKind.INCOMPLETE,
                        wording.of(it.said()),
                        call,
                        it.fields().stream()
                                .map(field -> new Refusal.Wrong(field, wording.of(it.said())))
                                .toList(),
                        it.open().stream().map(wording::of).toList());
        };
    }

    @ExceptionHandler
    ResponseEntity<Refusal> unreadable(Answers.Unreadable unreadable, HttpServletRequest call) {
        return wrong(unreadable.field(), unreadable.said(), call);
    }

    @ExceptionHandler
    ResponseEntity<Refusal> notFiled(FilingRefused refused, HttpServletRequest call) {
        return wrong(refused.field(), refused.said(), call);
    }

    @ExceptionHandler
    ResponseEntity<Refusal> notFiled(Enclosure.BadEnclosure refused, HttpServletRequest call) {
        return wrong("documents", refused.said(), call);
    }

    @ExceptionHandler
    ResponseEntity<Refusal> wrong(WrongFields wrong, HttpServletRequest call) {
        var fields = wrong.errors.all().entrySet().stream()
                .map(field -> new Refusal.Wrong(field.getKey(), field.getValue()))
                .toList();
        return answer(ProblemKind.MALFORMED, fields.getFirst().detail(), call, fields, List.of());
    }

    @ExceptionHandler
    ResponseEntity<Refusal> noJson(HttpMessageNotReadableException unreadable, HttpServletRequest call) {
        return answer(ProblemKind.UNREADABLE, wording.of("problem.unreadable.detail"), call);
    }

    /** A mistyped request looks like any other wrong address. */
    @ExceptionHandler
    ResponseEntity<Refusal> mistyped(MethodArgumentTypeMismatchException mistyped, HttpServletRequest call) {
        return answer(ProblemKind.NOT_FOUND, wording.of("problem.not-found.detail"), call);
    }

    @ExceptionHandler
    ResponseEntity<Refusal> status(ResponseStatusException refused, HttpServletRequest call) {
        var kind = switch (HttpStatus.valueOf(refused.getStatusCode().value())) {
            case PRECONDITION_FAILED -> ProblemKind.CHANGED_MEANWHILE;
            case PRECONDITION_REQUIRED -> ProblemKind.VERSION_MISSING;
            case NOT_FOUND -> ProblemKind.NOT_FOUND;
            default -> throw refused;
        };
        return answer(kind, wording.of("problem." + kind.token() + ".detail"), call);
    }

    private ResponseEntity<Refusal> wrong(String field, Said said, HttpServletRequest call) {
        var detail = wording.of(said);
        return answer(ProblemKind.MALFORMED, detail, call, List.of(new Refusal.Wrong(field, detail)), List.of());
    }

    private ResponseEntity<Refusal> answer(ProblemKind kind, String detail, HttpServletRequest call) {
        return answer(kind, detail, call, List.of(), List.of());
    }

    private ResponseEntity<Refusal> answer(
            ProblemKind kind, String detail, HttpServletRequest call, List<Refusal.Wrong> fields, List<String> open) {
        return ResponseEntity.status(kind.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(new Refusal(
                        kind.type(),
                        title(kind),
                        kind.status().value(),
                        detail,
                        call.getRequestURI(),
                        fields.stream().findFirst().map(Refusal.Wrong::field).orElse(null),
                        fields.isEmpty() ? null : fields,
                        open.isEmpty() ? null : open,
                        todo(kind),
                        null));
    }

    private String title(ProblemKind kind) {
        return wording.of("problem." + kind.token() + ".title");
    }

    private String todo(ProblemKind kind) {
        return wording.of("problem." + kind.token() + ".todo");
    }

    /** What a problem's type leads to. */
    Optional<Map<String, Object>> explained(String token) {
        for (var kind : ProblemKind.values()) {
            if (kind.token().equals(token)) {
                return Optional.of(Map.of(
                        "type",
                        kind.type(),
                        "status",
                        kind.status().value(),
                        "title",
                        title(kind),
                        "todo",
                        todo(kind)));
            }
        }
        return Optional.empty();
    }
}
