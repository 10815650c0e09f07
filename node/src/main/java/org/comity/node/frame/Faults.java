package org.comity.node.frame;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.util.UriUtils;

/**
 * Answers what went wrong: a person with a page that says what to do, a program with a problem document (RFC 9457). A
 * fault of ours gets a number that a person can quote and the log can be searched for; no trace reaches either.
 */
@Controller
@RequestMapping("/error")
class Faults implements ErrorController {

    private static final Logger log = LoggerFactory.getLogger(Faults.class);
    private final SecureRandom random = new SecureRandom();
    private final MessageSource words;

    Faults(MessageSource words) {
        this.words = words;
    }

    @RequestMapping(produces = MediaType.TEXT_HTML_VALUE)
    String page(HttpServletRequest request, Locale locale, Model model) {
        HttpStatus status = statusOf(request);
        model.addAttribute("words", wordsFor(status, locale));
        model.addAttribute("incident", incident(status, request).orElse(null));
        return "frame/fault";
    }

    @RequestMapping
    ResponseEntity<ProblemDetail> problem(HttpServletRequest request) {
        Locale locale = askedFor(request);
        HttpStatus status = statusOf(request);
        String key = wordsFor(status, locale);
        var problem = ProblemDetail.forStatus(status);
        problem.setTitle(words.getMessage(key + ".title", null, locale));
        problem.setDetail(detailOf(status, request).orElseGet(() -> words.getMessage(key + ".text", null, locale)));
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path) {
            problem.setInstance(URI.create(UriUtils.encodePath(path, "UTF-8")));
        }
        incident(status, request).ifPresent(number -> problem.setProperty("incident", number));
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    /** Programs read English unless they ask for another language. */
    private static Locale askedFor(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) == null ? Locale.ENGLISH : request.getLocale();
    }

    private String wordsFor(HttpStatus status, Locale locale) {
        String own = "frame.error." + status.value();
        return words.getMessage(own + ".title", null, "", locale) instanceof String title && !title.isEmpty()
                ? own
                : "frame.error." + (status.is5xxServerError() ? "5xx" : "4xx");
    }

    /** What the room said about a mistake in the request; of our own faults nothing leaves the node. */
    private static Optional<String> detailOf(HttpStatus status, HttpServletRequest request) {
        return status.is4xxClientError()
                        && request.getAttribute(RequestDispatcher.ERROR_MESSAGE) instanceof String message
                        && !message.isBlank()
                ? Optional.of(message)
                : Optional.empty();
    }

    private Optional<String> incident(HttpStatus status, HttpServletRequest request) {
        if (!status.is5xxServerError()) {
            return Optional.empty();
        }
        byte[] number = new byte[4];
        random.nextBytes(number);
        String incident = HexFormat.of().formatHex(number);
        log.error(
                "Incident {} at {}",
                incident,
                request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI),
                causeOf(request));
        return Optional.of(incident);
    }

    private static @Nullable Throwable causeOf(HttpServletRequest request) {
        return request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable cause ? cause : null;
    }

    /** Opened by hand, the page of errors is a page that does not exist. */
    private static HttpStatus statusOf(HttpServletRequest request) {
        HttpStatus status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.resolve(code)
                : HttpStatus.NOT_FOUND;
        return status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
    }
}
