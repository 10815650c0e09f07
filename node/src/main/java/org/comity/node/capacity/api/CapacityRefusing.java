package org.comity.node.capacity.api;

import java.util.Locale;
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
    ResponseEntity<ProblemDetail> refused(CapacityRefused refused, Locale locale) {
        var status = switch (refused.field()) {
            case "role" -> HttpStatus.FORBIDDEN;
            case "id" -> HttpStatus.NOT_FOUND;
            case "version" -> HttpStatus.PRECONDITION_FAILED;
            default -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
        var problem = ProblemDetail.forStatusAndDetail(status, words.getMessage(refused.said(), locale));
        problem.setProperty("field", refused.field());
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
