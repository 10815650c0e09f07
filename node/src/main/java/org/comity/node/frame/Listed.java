package org.comity.node.frame;

import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * A page of a list, for programs.
 *
 * @param page from 1
 * @param more whether there is another
 * @param exercise nothing of it is real
 */
public record Listed<T>(List<T> items, int page, boolean more, boolean exercise) {

    public static final int PAGE = 50;

    private static final int LAST = 100_000;

    public Listed {
        items = List.copyOf(items);
    }

    /** From 1, whatever was asked. */
    public static int page(int asked) {
        return Math.clamp(asked, 1, LAST);
    }

    /** The page that was asked of all there is. */
    public static <T> ResponseEntity<Listed<T>> of(List<T> all, int asked, boolean exercise) {
        int page = page(asked);
        var from = Math.min((long) (page - 1) * PAGE, all.size());
        return ofPage(all.subList((int) from, (int) Math.min(from + PAGE + 1, all.size())), page, exercise);
    }

    /** @param items of this page, and one more where there is another page */
    public static <T> ResponseEntity<Listed<T>> ofPage(List<T> items, int page, boolean exercise) {
        return of(items.subList(0, Math.min(PAGE, items.size())), page, items.size() > PAGE, exercise);
    }

    /** With the addresses of the pages beside it. @param items of this page alone */
    public static <T> ResponseEntity<Listed<T>> of(List<T> items, int page, boolean more, boolean exercise) {
        var answer = ResponseEntity.ok();
        if (page > 1) {
            answer.header(HttpHeaders.LINK, link(page - 1, "prev"));
        }
        if (more) {
            answer.header(HttpHeaders.LINK, link(page + 1, "next"));
        }
        return answer.body(new Listed<>(items, page, more, exercise));
    }

    /** RFC 8288 */
    private static String link(int page, String relation) {
        var address = ServletUriComponentsBuilder.fromCurrentRequest()
                .replaceQueryParam("page", page)
                .build(false)
                .toUri();
        return "<%s?%s>; rel=\"%s\"".formatted(address.getRawPath(), address.getRawQuery(), relation);
    }
}
