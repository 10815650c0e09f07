package org.comity.node.cooperation.api;

import java.util.List;
import org.comity.node.cooperation.ReadingRequests;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * A page of a list.
 *
 * @param page from 1
 * @param more whether there may be another
 * @param exercise nothing of it is real
 */
record Listing<T>(List<T> items, int page, boolean more, boolean exercise) {

    private static final int LAST = 100_000;

    /** From 1, whatever was asked. */
    static int page(int asked) {
        return Math.clamp(asked, 1, LAST);
    }

    /** With the addresses of the pages beside it (RFC 8288). */
    static <T> ResponseEntity<Listing<T>> of(List<T> items, int page, boolean exercise) {
        boolean more = items.size() == ReadingRequests.PAGE;
        var answer = ResponseEntity.ok();
        if (page > 1) {
            answer.header(HttpHeaders.LINK, link(page - 1, "prev"));
        }
        if (more) {
            answer.header(HttpHeaders.LINK, link(page + 1, "next"));
        }
        return answer.body(new Listing<>(items, page, more, exercise));
    }

    private static String link(int page, String relation) {
        var address = ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("page", page)
                .build(false)
                .toUri();
        return "<%s?%s>; rel=\"%s\"".formatted(address.getRawPath(), address.getRawQuery(), relation);
    }
}
