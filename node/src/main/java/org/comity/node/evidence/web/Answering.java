package org.comity.node.evidence.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.util.Locale;
import org.comity.node.evidence.EvidenceRefused;
import org.comity.node.evidence.vault.StoreUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/** What the vault refuses, as a status and a sentence; a line that broke needs no answer. */
@ControllerAdvice(basePackageClasses = Answering.class)
class Answering {

    private static final Logger log = LoggerFactory.getLogger(Answering.class);

    private final MessageSource words;

    Answering(MessageSource words) {
        this.words = words;
    }

    @ExceptionHandler
    void refused(EvidenceRefused refused, HttpServletResponse response, Locale locale) throws IOException {
        response.sendError(statusOf(refused), words.getMessage(refused.said(), locale));
    }

    /** Whoever sends in parts asks again; nothing that was acknowledged is lost. */
    @ExceptionHandler
    void unavailable(StoreUnavailable store, HttpServletResponse response, Locale locale) throws IOException {
        log.error("The vault's store does not do its work: {}", store.getMessage());
        response.sendError(HttpServletResponse.SC_SERVICE_UNAVAILABLE, words.getMessage(store.said(), locale));
    }

    @ExceptionHandler
    void broken(IOException broken, HttpServletResponse response) throws IOException {
        if (!(broken instanceof EOFException) && !DisconnectedClientHelper.isClientDisconnectedException(broken)) {
            throw broken;
        }
        log.debug("A line broke: {}", broken.getMessage());
        response.setStatus(HttpServletResponse.SC_REQUEST_TIMEOUT); // nobody is there to read it
    }

    static int statusOf(EvidenceRefused refused) {
        return switch (refused.why()) {
            case NOT_THERE -> 404;
            case NOT_ALLOWED -> 403;
            case WRONG -> 422;
            case BUSY -> 423;
            case OFFSET, LATE -> 409;
            case TOO_LARGE -> 413;
            case FULL -> 507;
        };
    }
}
