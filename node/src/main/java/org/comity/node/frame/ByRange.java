package org.comity.node.frame;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;

/** Sends content by range (RFC 9110 section 14), so that a download goes on where the line broke. */
public final class ByRange {

    private ByRange() {}

    /** What can be had by range. */
    @FunctionalInterface
    public interface Content {
        void copy(long from, long count, OutputStream target) throws IOException;
    }

    /** @param version of content that never changes, by which a caller knows that it is still the same */
    public static void send(
            String name,
            String version,
            long size,
            Content content,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        String tag = "\"" + version + "\"";
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        response.setHeader(HttpHeaders.ETAG, tag);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(name, StandardCharsets.UTF_8)
                        .build()
                        .toString());
        long from = 0;
        long count = size;
        String asked = request.getHeader(HttpHeaders.RANGE);
        String unless = request.getHeader(HttpHeaders.IF_RANGE);
        if (asked != null && (unless == null || unless.equals(tag))) {
            List<HttpRange> ranges = ranges(asked);
            if (ranges.size() == 1) { // several at once may be answered with the whole
                from = ranges.getFirst().getRangeStart(size);
                count = ranges.getFirst().getRangeEnd(size) - from + 1;
                if (from >= size) {
                    response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes */" + size);
                    response.sendError(HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE.value());
                    return;
                }
                response.setStatus(HttpStatus.PARTIAL_CONTENT.value());
                response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes " + from + "-" + (from + count - 1) + "/" + size);
            }
        }
        response.setContentLengthLong(count);
        if (count > 0 && !request.getMethod().equals("HEAD")) {
            content.copy(from, count, response.getOutputStream());
        }
    }

    private static List<HttpRange> ranges(String asked) {
        try {
            return HttpRange.parseRanges(asked);
        } catch (IllegalArgumentException garbled) {
            return List.of(); // RFC 9110 section 14.2: what can't be understood is not there
        }
    }
}
