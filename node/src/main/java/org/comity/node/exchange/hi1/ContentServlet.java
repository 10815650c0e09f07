package org.comity.node.exchange.hi1;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.comity.node.exchange.Hi1Contents;
import org.comity.node.frame.ByRange;

/**
 * Where a party fetches what a delivery of this node names (ETSI TS 103 120, Delivery by URL): by GET, whole or by range, with
 * the certificate with which it speaks HI-1. For anybody else there is nothing.
 */
final class ContentServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Pattern NAMED = Pattern.compile("/(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})");

    /** Each holds a segment of the vault in memory, and a thread. */
    private static final int AT_ONCE = 32;

    // set once by the server's thread, then only read
    private final transient StoredParties parties;
    private final transient Supplier<Optional<Hi1Contents>> contents;
    private final transient Semaphore places = new Semaphore(AT_ONCE);

    ContentServlet(StoredParties parties, Supplier<Optional<Hi1Contents>> contents) {
        this.parties = parties;
        this.contents = contents;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!places.tryAcquire()) {
            Hi1Servlet.later(response);
            return;
        }
        try {
            var content = content(request);
            if (content.isEmpty()) {
                response.setStatus(HttpServletResponse.SC_NOT_FOUND);
                return;
            }
            var found = content.get();
            response.setContentType("application/octet-stream");
            response.setHeader("Repr-Digest", digest(found.sha256()));
            ByRange.send(found.name(), found.sha256(), found.size(), found::copy, request, response);
        } finally {
            places.release();
        }
    }

    @Override
    protected void doHead(HttpServletRequest request, HttpServletResponse response) throws IOException {
        doGet(request, response); // which writes no body then
    }

    private Optional<Hi1Contents.Content> content(HttpServletRequest request) {
        var named = NAMED.matcher(Optional.ofNullable(request.getPathInfo()).orElse(""));
        return named.matches()
                ? Hi1Servlet.certificate(request)
                        .flatMap(parties::of)
                        .flatMap(party ->
                                contents.get().flatMap(all -> all.find(party.party(), UUID.fromString(named.group(1)))))
                : Optional.empty();
    }

    /** Of the whole, also beside a part of it (RFC 9530 §3). */
    private static String digest(String sha256) {
        return "sha-256=:" + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(sha256)) + ":";
    }
}
