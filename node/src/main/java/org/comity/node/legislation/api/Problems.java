package org.comity.node.legislation.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import org.comity.law.InvalidRouteQueryException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** A question that can't be answered gets a problem document (RFC 9457) with the values that would be right. */
@RestControllerAdvice(basePackageClasses = Problems.class)
class Problems {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> notAnswered(NotAnswered refused, HttpServletRequest request) {
        var problem = ProblemDetail.forStatus(refused.kind().status());
        problem.setType(URI.create("/law/api#" + refused.kind().anchor()));
        problem.setTitle(refused.kind().title());
        problem.setDetail(refused.getMessage());
        problem.setInstance(URI.create(request.getRequestURI()));
        refused.parameter().ifPresent(parameter -> problem.setProperty("parameter", parameter));
        if (!refused.valid().isEmpty()) {
            problem.setProperty("valid", refused.valid());
        }
        return ResponseEntity.status(refused.kind().status())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** Facts that contradict each other, or that nobody knows. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(InvalidRouteQueryException invalid, HttpServletRequest request) {
        return notAnswered(
                NotAnswered.invalid("fact", String.valueOf(invalid.getMessage()), org.comity.law.Facts.words()),
                request);
    }
}
