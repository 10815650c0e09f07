package org.comity.node.forum.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.comity.node.forum.ForumRefused;
import org.comity.node.forum.study.StudyRefused;
import org.springframework.context.MessageSource;
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

/** Answers what can't be done in the forum with a problem document: what is wrong, in which field, and what to do. */
@RestControllerAdvice(basePackageClasses = RefusingInForum.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusingInForum {

    /** Of the node's kinds of problem those that happen here; each type leads to its explanation. */
    private enum Kind {
        NOT_FOUND(HttpStatus.NOT_FOUND),
        NOT_PERMITTED(HttpStatus.FORBIDDEN),
        CHANGED_MEANWHILE(HttpStatus.PRECONDITION_FAILED),
        VERSION_MISSING(HttpStatus.PRECONDITION_REQUIRED),
        UNREADABLE(HttpStatus.BAD_REQUEST),
        MALFORMED(HttpStatus.UNPROCESSABLE_CONTENT);

        private final HttpStatus status;

        Kind(HttpStatus status) {
            this.status = status;
        }

        String token() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final MessageSource words;

    RefusingInForum(MessageSource words) {
        this.words = words;
    }

    @ExceptionHandler
    ResponseEntity<ForumProblem> refused(ForumRefused refused, HttpServletRequest call, Locale locale) {
        var detail = words.getMessage(refused.said(), locale);
        return switch (refused.field()) {
            case "role" -> answer(Kind.NOT_PERMITTED, detail, "", call, locale);
            case "id" -> answer(Kind.NOT_FOUND, detail, "", call, locale);
            case "version" -> answer(Kind.CHANGED_MEANWHILE, detail, "", call, locale);
            default -> answer(Kind.MALFORMED, detail, refused.field(), call, locale);
        };
    }

    @ExceptionHandler
    ResponseEntity<ForumProblem> refused(StudyRefused refused, HttpServletRequest call, Locale locale) {
        return answer(Kind.MALFORMED, words.getMessage(refused.said(), locale), refused.field(), call, locale);
    }

    @ExceptionHandler
    ResponseEntity<ForumProblem> noJson(
            HttpMessageNotReadableException unreadable, HttpServletRequest call, Locale locale) {
        return answer(Kind.UNREADABLE, said(Kind.UNREADABLE, "detail", locale), "", call, locale);
    }

    /** A mistyped word in an address looks like any other wrong address. */
    @ExceptionHandler
    ResponseEntity<ForumProblem> mistyped(
            MethodArgumentTypeMismatchException mistyped, HttpServletRequest call, Locale locale) {
        return answer(Kind.NOT_FOUND, said(Kind.NOT_FOUND, "detail", locale), "", call, locale);
    }

    @ExceptionHandler
    ResponseEntity<ForumProblem> status(ResponseStatusException refused, HttpServletRequest call, Locale locale) {
        var kind = switch (HttpStatus.valueOf(refused.getStatusCode().value())) {
            case PRECONDITION_FAILED -> Kind.CHANGED_MEANWHILE;
            case PRECONDITION_REQUIRED -> Kind.VERSION_MISSING;
            case NOT_FOUND -> Kind.NOT_FOUND;
            case BAD_REQUEST -> Kind.UNREADABLE;
            default -> throw refused;
        };
        return answer(kind, said(kind, "detail", locale), "", call, locale);
    }

    private ResponseEntity<ForumProblem> answer(
            Kind kind, String detail, String field, HttpServletRequest call, Locale locale) {
        var wrong = field.isEmpty() ? null : field;
        return ResponseEntity.status(kind.status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(new ForumProblem(
                        "/api/v1/problems/" + kind.token(),
                        said(kind, "title", locale),
                        kind.status.value(),
                        detail,
                        call.getRequestURI(),
                        wrong,
                        wrong == null ? null : List.of(new ForumProblem.Wrong(wrong, detail)),
                        said(kind, "todo", locale)));
    }

    private String said(Kind kind, String part, Locale locale) {
        return words.getMessage("forum.problem." + kind.token() + "." + part, null, locale);
    }
}
