package org.comity.node.legislation.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.comity.law.cli.Csv;
import org.comity.law.cli.Json;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.util.UriUtils;

/**
 * The answer to a question, in the form that was asked for. It is worked out only if the one who asks does not hold it
 * already: the entity tag (RFC 9110 §8.8.3) follows from the question, the day, the edition of the law and the version of
 * this program, on which every answer depends and on nothing else.
 */
final class Reply {

    private static final String PROGRAM =
            Objects.requireNonNullElse(Reply.class.getPackage().getImplementationVersion(), "unreleased");

    private Reply() {}

    /** One thing, as JSON only. */
    static ResponseEntity<byte[]> of(Asked asked, Supplier<Map<String, @Nullable Object>> fact) {
        return unlessHeld(asked, asked.form(List.of(Form.JSON)), "", () -> Json.write(fact.get()));
    }

    /** One thing, as JSON or as a table of this name. */
    static ResponseEntity<byte[]> of(
            Asked asked, String name, Supplier<Map<String, @Nullable Object>> fact, Supplier<Csv> table) {
        Form form = asked.form(List.of(Form.JSON, Form.CSV));
        return unlessHeld(
                asked, form, name, () -> form == Form.CSV ? table.get().write() : Json.write(fact.get()));
    }

    /** A page of a list, as JSON or as a table. */
    static <T> ResponseEntity<byte[]> page(Asked asked, Supplier<Listing<T>> facts) {
        Form form = asked.form(List.of(Form.JSON, Form.CSV));
        asked.page();
        asked.size();
        String tag = tag(asked, form);
        HttpHeaders headers = headers(asked, tag);
        if (holds(asked, tag)) {
            return new ResponseEntity<>(headers, HttpStatus.NOT_MODIFIED);
        }
        Listing<T> list = facts.get();
        int pages = Math.max(1, (list.total() + asked.size() - 1) / asked.size());
        if (asked.page() > pages) {
            throw NotAnswered.invalid(
                    "page",
                    "There is no page " + asked.page() + "; the last is " + pages + ".",
                    List.of("1 to " + pages));
        }
        links(headers, asked, pages);
        headers.set("X-Total-Count", String.valueOf(list.total()));
        headers.setContentType(form.type());
        if (form == Form.CSV) {
            file(headers, list.name());
        }
        return body(headers, form == Form.CSV ? list.csv() : Json.write(list.json(asked)));
    }

    private static ResponseEntity<byte[]> unlessHeld(Asked asked, Form form, String name, Supplier<String> body) {
        String tag = tag(asked, form);
        HttpHeaders headers = headers(asked, tag);
        if (holds(asked, tag)) {
            return new ResponseEntity<>(headers, HttpStatus.NOT_MODIFIED);
        }
        headers.setContentType(form.type());
        if (form == Form.CSV) {
            file(headers, name);
        }
        return body(headers, body.get());
    }

    private static ResponseEntity<byte[]> body(HttpHeaders headers, String text) {
        return new ResponseEntity<>(text.getBytes(StandardCharsets.UTF_8), headers, HttpStatus.OK);
    }

    static HttpHeaders headers(Asked asked, String tag) {
        HttpHeaders headers = new HttpHeaders();
        headers.setETag(tag);
        headers.setCacheControl(CacheControl.noCache().cachePrivate());
        headers.setVary(List.of(HttpHeaders.ACCEPT));
        headers.add(HttpHeaders.LINK, "</api/v1/openapi.json>; rel=\"service-desc\"");
        headers.add(
                HttpHeaders.LINK,
                "<https://spdx.org/licenses/" + asked.edition().licence() + ".html>; rel=\"license\"");
        return headers;
    }

    static String tag(Asked asked, Form form) {
        return '"'
                + Edition.digest(String.join(
                        "\n",
                        PROGRAM,
                        asked.edition().fingerprint(),
                        asked.tellsTheDay() ? "" : asked.today().toString(),
                        asked.path(),
                        asked.typed().toString(),
                        form.code()))
                + '"';
    }

    /** RFC 9110 §13.1.2: compared weakly, and a star holds everything. */
    static boolean holds(Asked asked, String tag) {
        return asked.headers().getIfNoneMatch().stream()
                .anyMatch(held -> held.equals("*") || held.equals(tag) || held.equals("W/" + tag));
    }

    /** RFC 8288, relative to the address asked. */
    private static void links(HttpHeaders headers, Asked asked, int pages) {
        List<String> links = new ArrayList<>();
        links.add(link(asked, 1, "first"));
        if (asked.page() > 1) {
            links.add(link(asked, asked.page() - 1, "prev"));
        }
        if (asked.page() < pages) {
            links.add(link(asked, asked.page() + 1, "next"));
        }
        links.add(link(asked, pages, "last"));
        headers.add(HttpHeaders.LINK, String.join(", ", links));
    }

    private static String link(Asked asked, int page, String relation) {
        List<String> parameters = new ArrayList<>();
        asked.typed().forEach((name, values) -> {
            if (!name.equals("page")) {
                values.forEach(value -> parameters.add(name + "=" + encoded(value)));
            }
        });
        parameters.add("page=" + page);
        return "<" + asked.path() + "?" + String.join("&", parameters) + ">; rel=\"" + relation + "\"";
    }

    private static String encoded(String value) {
        return UriUtils.encode(value, StandardCharsets.UTF_8);
    }

    private static void file(HttpHeaders headers, String name) {
        headers.setContentDisposition(
                ContentDisposition.attachment().filename(name + ".csv").build());
    }
}
