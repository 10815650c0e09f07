package org.comity.node.exchange.hi1;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * The door for HI-1. Every outcome of HI-1 is HTTP 200 with a message that says it (clause 9.3.3); only who may not speak
 * here at all, and a node that cannot write down what it does, are answered in HTTP.
 */
final class Hi1Servlet extends HttpServlet {

    private static final Logger log = LoggerFactory.getLogger(Hi1Servlet.class);
    private static final String CERTIFICATES = "jakarta.servlet.request.X509Certificate";
    private static final String XML = "text/xml;charset=UTF-8";

    /** Each message being read may need several times its size in memory. */
    private static final int MESSAGES_AT_ONCE = 16;

    // set once by the server's thread, then only read
    private final transient StoredParties parties;
    private final transient TakingRequests requests;
    private final transient Semaphore places = new Semaphore(MESSAGES_AT_ONCE);
    private final int mostBytes;

    Hi1Servlet(StoredParties parties, TakingRequests requests, int mostBytes) {
        this.parties = parties;
        this.requests = requests;
        this.mostBytes = mostBytes;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!places.tryAcquire()) {
            later(response);
            return;
        }
        try {
            Optional<Hi1Party> from = certificate(request).flatMap(parties::of);
            if (from.isEmpty()) {
                log.debug("Refused an HI-1 caller whose certificate nobody has taken in.");
                response.setStatus(HttpServletResponse.SC_FORBIDDEN);
                return;
            }
            // one byte more than allowed is enough to see that there is too much
            answer(response, requests.take(from.get(), request.getInputStream().readNBytes(mostBytes + 1)));
        } catch (TakingRequests.ForeignSender e) {
            log.warn("Refused an HI-1 request: {}", e.getMessage());
            response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        } catch (DataAccessException | TransactionException e) {
            log.error("An HI-1 request could not be stored, and was not carried out.", e);
            later(response);
        } finally {
            places.release();
        }
    }

    static Optional<X509Certificate> certificate(HttpServletRequest request) {
        return request.getAttribute(CERTIFICATES) instanceof X509Certificate[] chain && chain.length > 0
                ? Optional.of(chain[0])
                : Optional.empty();
    }

    private static void answer(HttpServletResponse response, byte[] message) throws IOException {
        response.setStatus(HttpServletResponse.SC_OK);
        response.setContentType(XML);
        response.setContentLength(message.length);
        response.getOutputStream().write(message);
    }

    static void later(HttpServletResponse response) {
        response.setHeader("Retry-After", "5");
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
}
