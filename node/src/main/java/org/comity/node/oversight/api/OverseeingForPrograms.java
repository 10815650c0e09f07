package org.comity.node.oversight.api;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.comity.node.frame.DescribedAddresses;
import org.comity.node.oversight.OversightRefused;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** How these addresses are described, and how they say that something can't be done. */
@Configuration(proxyBeanMethods = false)
class OverseeingForPrograms {

    @Bean
    static DescribedAddresses oversightDescribed() {
        return DescribedAddresses.of(
                "oversight",
                CountsForPrograms.class,
                DeskForPrograms.class,
                ReviewsForPrograms.class,
                ComplaintsForPrograms.class);
    }

    @Bean
    static DescribedAddresses transparencyDescribed() {
        return DescribedAddresses.of("transparency", TransparencyForPrograms.class);
    }

    @RestControllerAdvice(basePackageClasses = OverseeingForPrograms.class)
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static class OversightProblems {

        private final MessageSource words;

        OversightProblems(MessageSource words) {
            this.words = words;
        }

        @ExceptionHandler
        ResponseEntity<ProblemDetail> refused(OversightRefused refused, HttpServletRequest call, Locale locale) {
            var status = switch (refused.field()) {
                case "id" -> HttpStatus.NOT_FOUND;
                case "role" -> HttpStatus.FORBIDDEN;
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
}
