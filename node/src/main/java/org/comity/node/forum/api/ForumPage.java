package org.comity.node.forum.api;

import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * A page of a list.
 *
 * @param page from 1
 * @param more whether there is another
 */
record ForumPage<T>(List<T> items, int page, boolean more) {

    private static final int LONG = 50;

    private static final int LAST = 100_000;

    /** With the addresses of the pages beside it (RFC 8288). */
    static <T> ResponseEntity<ForumPage<T>> of(List<T> all, int asked) {
        int page = Math.clamp(asked, 1, LAST);
        var items = all.stream().skip((page - 1L) * LONG).limit(LONG).toList();
        boolean more = (long) page * LONG < all.size();
        var answer = ResponseEntity.ok();
        if (page > 1) {
            answer.header(HttpHeaders.LINK, link(page - 1, "prev"));
        }
        if (more) {
            answer.header(HttpHeaders.LINK, link(page + 1, "next"));
        }
        return answer.body(new ForumPage<>(items, page, more));
    }

    private static String link(int page, String relation) {
        var address = ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("page", page)
                .build(false)
                .toUri();
        return "<%s?%s>; rel=\"%s\"".formatted(address.getRawPath(), address.getRawQuery(), relation);
    }
}
