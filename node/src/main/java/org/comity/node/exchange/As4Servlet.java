package org.comity.node.exchange;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import org.comity.node.exchange.as4.As4;
import org.comity.node.exchange.as4.Signals;

/** The door for other nodes. Takes bytes in within limits and sends back what {@link Receiving} answers. */
final class As4Servlet extends HttpServlet {

    static final String PATH = "/as4";

    /** Each message being opened may need several times its size in memory. */
    private static final int MESSAGES_AT_ONCE = 16;

    // set once by the container's thread, then only read
    private final transient Receiving receiving;
    private final transient Semaphore places = new Semaphore(MESSAGES_AT_ONCE);

    As4Servlet(Receiving receiving) {
        this.receiving = receiving;
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getContentLengthLong() > As4.MOST_BODY_BYTES) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        if (!places.tryAcquire()) {
            response.setHeader("Retry-After", "1");
            response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            return;
        }
        try {
            byte[] body = request.getInputStream().readNBytes(As4.MOST_BODY_BYTES + 1);
            String contentType = request.getContentType() == null ? "" : request.getContentType();
            Receiving.Reply reply = receiving.take(body, contentType);
            response.setStatus(
                    switch (reply.kind()) {
                        case RECEIPT, REFUSAL -> HttpServletResponse.SC_OK;
                        case NOT_A_MESSAGE -> HttpServletResponse.SC_BAD_REQUEST;
                    });
            response.setContentType(Signals.CONTENT_TYPE);
            response.setContentLength(reply.signal().length);
            response.getOutputStream().write(reply.signal());
        } finally {
            places.release();
        }
    }
}
