package org.comity.node.frame;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.server.ResponseStatusException;

/**
 * Answers what a program can't do with a problem document: what is wrong, in which field, and what to do. Each room with
 * addresses for programs makes an advice of it for its own package.
 */
public abstract class RefusingPrograms {

    private final MessageSource words;

    protected RefusingPrograms(MessageSource words) {
        this.words = words;
    }

    @ExceptionHandler
    protected final ResponseEntity<Problem> refused(Refused refused, HttpServletRequest call) {
        var kind = ProblemKind.of(refused);
        return kind == ProblemKind.MALFORMED
                ? wrong(refused.field(), refused.said(), call)
                : answer(kind, said(refused.said()), call);
    }

    @ExceptionHandler
    protected final ResponseEntity<Problem> noJson(
            HttpMessageNotReadableException unreadable, HttpServletRequest call) {
        return answer(ProblemKind.UNREADABLE, call);
    }

    /** A mistyped word in an address looks like any other wrong address. */
    @ExceptionHandler
    protected final ResponseEntity<Problem> mistyped(
            MethodArgumentTypeMismatchException mistyped, HttpServletRequest call) {
        return answer(ProblemKind.NOT_FOUND, call);
    }

    @ExceptionHandler
    protected final ResponseEntity<Problem> status(ResponseStatusException refused, HttpServletRequest call) {
        return switch (HttpStatus.valueOf(refused.getStatusCode().value())) {
            case PRECONDITION_FAILED -> answer(ProblemKind.CHANGED_MEANWHILE, call);
            case PRECONDITION_REQUIRED -> answer(ProblemKind.VERSION_MISSING, call);
            case NOT_FOUND -> answer(ProblemKind.NOT_FOUND, call);
            case BAD_REQUEST -> answer(ProblemKind.UNREADABLE, call);
            default -> throw refused;
        };
    }

    /** One field can't be used as it was sent. */
    protected final ResponseEntity<Problem> wrong(String field, Said said, HttpServletRequest call) {
        var detail = said(said);
        return answer(ProblemKind.MALFORMED, detail, call, List.of(new Problem.Wrong(field, detail)), List.of());
    }

    /** In the words of its kind. */
    protected final ResponseEntity<Problem> answer(ProblemKind kind, HttpServletRequest call) {
        return answer(kind, part(kind, "detail"), call);
    }

    protected final ResponseEntity<Problem> answer(ProblemKind kind, String detail, HttpServletRequest call) {
        return answer(kind, detail, call, List.of(), List.of());
    }

    protected final ResponseEntity<Problem> answer(
            ProblemKind kind, String detail, HttpServletRequest call, List<Problem.Wrong> fields, List<String> open) {
        return ResponseEntity.status(kind.status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(new Problem(
                        kind.type(),
                        part(kind, "title"),
                        kind.status().value(),
                        detail,
                        call.getRequestURI(),
                        fields.stream().findFirst().map(Problem.Wrong::field).orElse(null),
                        fields.isEmpty() ? null : fields,
                        open.isEmpty() ? null : open,
                        part(kind, "todo")));
    }

    protected final String said(Said said) {
        return words.getMessage(said, LocaleContextHolder.getLocale());
    }

    private String part(ProblemKind kind, String part) {
        return words.getMessage("frame.problem." + kind.token() + "." + part, null, LocaleContextHolder.getLocale());
    }

    /** What a problem's type leads to; empty where there is no such type. */
    public final Optional<Map<String, Object>> explained(String token) {
        return Arrays.stream(ProblemKind.values())
                .filter(kind -> kind.token().equals(token.toLowerCase(Locale.ROOT)))
                .findFirst()
                .map(kind -> Map.of(
                        "type",
                        kind.type(),
                        "status",
                        kind.status().value(),
                        "title",
                        part(kind, "title"),
                        "todo",
                        part(kind, "todo")));
    }
}
