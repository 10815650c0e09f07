package org.comity.node.evidence;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.comity.node.evidence.ReleasingEvidence.Door;

/**
 * Where another node fetches what was released to it: {@code /transfers/ID} is all sealed chunks one behind the other, to be had
 * by range (RFC 9110 §14), {@code /transfers/ID/tree} the leaves of their hash tree. The caller proves with the secret that
 * was sealed to it (RFC 6750); for anybody else there is nothing.
 */
final class TransferServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Pattern NAMED =
            Pattern.compile("/(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})(/tree)?");
    private static final Pattern BEARER = Pattern.compile("Bearer ([0-9a-f]{64})");
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{1,18})-(\\d{1,18})");

    // set once by the container's thread, then only read
    private final transient ReleasingEvidence releasing;

    TransferServlet(ReleasingEvidence releasing) {
        this.releasing = releasing;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher named = NAMED.matcher(Optional.ofNullable(request.getPathInfo()).orElse(""));
        Matcher bearer = BEARER.matcher(
                Optional.ofNullable(request.getHeader("Authorization")).orElse(""));
        Optional<Door> door = named.matches() && bearer.matches()
                ? releasing.door(UUID.fromString(named.group(1)), bearer.group(1))
                : Optional.empty();
        response.setHeader("Cache-Control", "no-store");
        if (door.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setContentType("application/octet-stream");
        if (named.group(2) != null) {
            byte[] tree = releasing.tree(door.get());
            response.setContentLength(tree.length);
            response.getOutputStream().write(tree);
            return;
        }
        send(door.get(), request, response);
    }

    private void send(Door door, HttpServletRequest request, HttpServletResponse response) throws IOException {
        long size = door.chunks().sealedSize();
        long from = 0;
        long last = size - 1;
        response.setHeader("Accept-Ranges", "bytes");
        Matcher range =
                RANGE.matcher(Optional.ofNullable(request.getHeader("Range")).orElse(""));
        if (range.matches()) {
            from = Long.parseLong(range.group(1));
            last = Math.min(Long.parseLong(range.group(2)), last);
            if (from > last) {
                response.setHeader("Content-Range", "bytes */" + size);
                response.setStatus(HttpServletResponse.SC_REQUESTED_RANGE_NOT_SATISFIABLE);
                return;
            }
            response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
            response.setHeader("Content-Range", "bytes %d-%d/%d".formatted(from, last, size));
        }
        response.setContentLengthLong(last - from + 1);
        releasing.copy(door, from, last - from + 1, response.getOutputStream());
    }
}
