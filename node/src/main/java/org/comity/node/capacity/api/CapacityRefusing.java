package org.comity.node.capacity.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.comity.node.capacity.CapacityRefused;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers what can't be done with a problem document that names the field. */
@RestControllerAdvice(basePackageClasses = CapacityRefusing.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class CapacityRefusing {

    private final MessageSource words;

    CapacityRefusing(MessageSource words) {
        this.words = words;
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(CapacityRefused refused, HttpServletRequest call, Locale locale) {
        var status = switch (refused.field()) {
            case "role" -> HttpStatus.FORBIDDEN;
            case "id" -> HttpStatus.NOT_FOUND;
            case "version" -> HttpStatus.PRECONDITION_FAILED;
            case "act" -> HttpStatus.CONFLICT;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        var detail = words.getMessage(refused.said(), locale);
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setInstance(URI.create(call.getRequestURI()));
        if (status == HttpStatus.UNPROCESSABLE_CONTENT) {
            problem.setProperty("field", refused.field());
            problem.setProperty("errors", List.of(Map.of("field", refused.field(), "detail", detail)));
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
