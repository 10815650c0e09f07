package org.comity.node.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.comity.node.identity.TimeCode;
import org.comity.node.time.WallTime;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.FormElement;

/**
 * Someone at a node's pages, with a session of their own: opens pages, fills in forms, sends them.
 *
 * <p>Uses only what a person without JavaScript could use, so whatever the visitor achieves, the pages offer.
 */
final class Visitor {

    private static final int TIMEOUT_MILLISECONDS = 30_000;

    private final String name;
    private final URI node;
    private final Connection session;

    Visitor(String name, URI node) {
        this.name = name;
        this.node = node;
        this.session = Jsoup.newSession()
                .timeout(TIMEOUT_MILLISECONDS)
                .ignoreHttpErrors(true)
                .ignoreContentType(true);
    }

    /** Passes both doors. */
    static Visitor signedIn(ExercisePerson person, URI node) {
        var visitor = new Visitor(person.name(), node);
        Document code = visitor.send(
                visitor.open("/sign-in"),
                "#sign-in",
                Map.of("name", person.signInName(), "password", person.password()));
        visitor.send(
                code,
                "#code-form",
                Map.of("code", TimeCode.now(person.secret(), WallTime.clock().instant())));
        return visitor;
    }

    Document open(String path) {
        return page(answer(session.newRequest(node.resolve(path).toString()).method(Connection.Method.GET)));
    }

    /** A file that a page offers. */
    byte[] download(String path) {
        Connection.Response response =
                answer(session.newRequest(node.resolve(path).toString())
                        .method(Connection.Method.GET)
                        .maxBodySize(0)); // all of it, where the usual is two million bytes
        if (response.statusCode() != 200) {
            throw new StoryBroken("%s got status %d for %s.".formatted(name, response.statusCode(), path));
        }
        return response.bodyAsBytes();
    }

    /** The same for a large one, straight to disk. */
    void download(String path, Path file) {
        var response = asked(HttpRequest.newBuilder(node.resolve(path)).GET(), HttpResponse.BodyHandlers.ofFile(file));
        if (response.statusCode() != 200) {
            throw new StoryBroken("%s got status %d for %s.".formatted(name, response.statusCode(), path));
        }
    }

    /** Hands in a large file with a form, sent while it is read. */
    void hand(Document page, String form, Map<String, String> values, String field, String fileName, InputStream file) {
        FormElement element = filled(page, form, values);
        String boundary = "comity-" + UUID.randomUUID();
        var before = new StringBuilder();
        for (Connection.KeyVal pair : element.formData()) {
            if (!pair.key().equals(field)) {
                before.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                        .formatted(boundary, pair.key(), pair.value()));
            }
        }
        before.append("--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n"
                .formatted(boundary, field, fileName));
        before.append("Content-Type: application/octet-stream\r\n\r\n");
        var body = HttpRequest.BodyPublishers.concat(
                HttpRequest.BodyPublishers.ofString(before.toString()),
                HttpRequest.BodyPublishers.ofInputStream(() -> file),
                HttpRequest.BodyPublishers.ofString("\r\n--" + boundary + "--\r\n"));
        var response = asked(
                HttpRequest.newBuilder(URI.create(element.absUrl("action")))
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(body),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200 || response.uri().getPath().endsWith("/new")) {
            throw new StoryBroken("%s could not hand in %s: status %d at %s."
                    .formatted(name, fileName, response.statusCode(), response.uri()));
        }
    }

    private <T> HttpResponse<T> asked(HttpRequest.Builder request, HttpResponse.BodyHandler<T> taken) {
        try (HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .cookieHandler(new CookieManager(session.cookieStore(), CookiePolicy.ACCEPT_ALL))
                .build()) {
            return http.send(request.build(), taken);
        } catch (IOException e) {
            throw new UncheckedIOException("%s can't read %s: %s".formatted(name, node, e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoryBroken("Interrupted.");
        }
    }

    /** A file to hand in with a form. */
    record Upload(String field, String fileName, byte[] content) {}

    /**
     * Fills in the form and sends it.
     *
     * @param values by field name; for radio buttons, check boxes and named buttons the value to choose
     * @return the page that the node answers with, after its redirect
     * @throws StoryBroken if the form or a field isn't there, or the node answers with an error
     */
    Document send(Document page, String form, Map<String, String> values, Upload... uploads) {
        return told(page(answer(submission(page, form, values, uploads))));
    }

    /** The same for an act that takes its time. */
    Document send(Document page, String form, Map<String, String> values, Duration patience) {
        return told(page(answer(submission(page, form, values).timeout((int) patience.toMillis()))));
    }

    private Document told(Document next) {
        Element errors = next.selectFirst(".error-summary");
        if (errors != null) {
            throw new StoryBroken("%s is told on %s: %s".formatted(name, next.location(), errors.text()));
        }
        return next;
    }

    /**
     * Fills in the form and sends it, expecting to be turned down.
     *
     * @return what the page says is wrong
     * @throws StoryBroken if the node accepts it
     */
    String turnedDown(Document page, String form, Map<String, String> values) {
        Connection.Response response = answer(submission(page, form, values));
        if (response.statusCode() < 400 || response.statusCode() >= 500) {
            throw new StoryBroken("%s should have been turned down at %s and was not.".formatted(name, response.url()));
        }
        return parsed(response).select(".error-summary, .error").text();
    }

    private FormElement filled(Document page, String form, Map<String, String> values) {
        FormElement element = page.select("form" + form).forms().stream()
                .findFirst()
                .orElseThrow(() -> new StoryBroken("%s finds no form %s on %s, which is titled \"%s\"."
                        .formatted(name, form, page.location(), page.title())));
        values.forEach((field, value) -> fill(element, field, value));
        element.select("input[type=file]").remove();
        return element;
    }

    private Connection submission(Document page, String form, Map<String, String> values, Upload... uploads) {
        FormElement element = filled(page, form, values);
        Connection request = element.submit().method(Connection.Method.POST);
        // a browser sends the button that was pressed, too
        element.select("button[name]").stream()
                .filter(button -> button.attr("value").equals(values.get(button.attr("name"))))
                .forEach(button -> request.data(button.attr("name"), button.attr("value")));
        for (Upload upload : uploads) {
            request.data(upload.field(), upload.fileName(), new ByteArrayInputStream(upload.content()));
        }
        return request;
    }

    private void fill(FormElement form, String field, String value) {
        var inputs = form.select("[name=\"" + field + "\"]:not([type=hidden])");
        if (inputs.isEmpty()) {
            throw new StoryBroken(
                    "%s finds no field \"%s\" in the form %s of %s.".formatted(name, field, form.id(), form.baseUri()));
        }
        Element first = inputs.getFirst();
        String type = first.attr("type");
        if (type.equals("radio") || type.equals("checkbox")) {
            if (type.equals("radio")) {
                inputs.forEach(input -> input.removeAttr("checked"));
            }
            inputs.stream()
                    .filter(input -> input.attr("value").equals(value))
                    .findFirst()
                    .orElseThrow(() -> new StoryBroken("%s can't choose \"%s\" for \"%s\"; there are %s."
                            .formatted(name, value, field, inputs.eachAttr("value"))))
                    .attr("checked", "checked");
        } else if (first.normalName().equals("select")) {
            first.select("option").removeAttr("selected");
            Element option = first.select("option[value=\"" + value + "\"]").first();
            if (option == null) {
                throw new StoryBroken("%s can't choose \"%s\" for \"%s\"; there are %s."
                        .formatted(name, value, field, first.select("option").eachAttr("value")));
            }
            option.attr("selected", "selected");
        } else if (first.normalName().equals("button")) {
            if (inputs.eachAttr("value").stream().noneMatch(value::equals)) {
                throw new StoryBroken(
                        "%s finds no button \"%s\"; there are %s.".formatted(name, value, inputs.eachAttr("value")));
            }
        } else {
            first.val(value);
        }
    }

    private Document page(Connection.Response response) {
        Document page = parsed(response);
        if (response.statusCode() >= 400) {
            Element errors = page.selectFirst(".error-summary");
            throw new StoryBroken("%s got status %d for %s: %s"
                    .formatted(
                            name,
                            response.statusCode(),
                            response.url(),
                            errors == null ? page.select("main").text() : errors.text()));
        }
        return page;
    }

    private static Document parsed(Connection.Response response) {
        try {
            return response.parse();
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read the page at %s.".formatted(response.url()), e);
        }
    }

    private Connection.Response answer(Connection request) {
        try {
            return request.execute();
        } catch (IOException e) {
            throw new UncheckedIOException("%s can't read %s: %s".formatted(name, node, e.getMessage()), e);
        }
    }
}
