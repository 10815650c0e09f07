package org.comity.node.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
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
        return read(session.newRequest(node.resolve(path).toString()).method(Connection.Method.GET));
    }

    /**
     * Fills in the form and sends it.
     *
     * @param values by field name; for radio buttons and check boxes the value to choose
     * @return the page that the node answers with, after its redirect
     * @throws StoryBroken if the form or a field isn't there, or the node answers with an error
     */
    Document send(Document page, String form, Map<String, String> values) {
        FormElement element = page.select("form" + form).forms().stream()
                .findFirst()
                .orElseThrow(() -> new StoryBroken("%s finds no form %s on %s, which is titled \"%s\"."
                        .formatted(name, form, page.location(), page.title())));
        values.forEach((field, value) -> fill(element, field, value));
        return read(element.submit().method(Connection.Method.POST));
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
        } else {
            first.val(value);
        }
    }

    private Document read(Connection request) {
        try {
            Connection.Response response = request.execute();
            Document page = response.parse();
            Element errors = page.selectFirst(".error-summary");
            if (errors != null) {
                throw new StoryBroken("%s is told on %s: %s".formatted(name, response.url(), errors.text()));
            }
            if (response.statusCode() >= 400) {
                throw new StoryBroken("%s got status %d for %s: %s"
                        .formatted(
                                name,
                                response.statusCode(),
                                response.url(),
                                page.select("main").text()));
            }
            return page;
        } catch (IOException e) {
            throw new UncheckedIOException("%s can't read %s: %s".formatted(name, node, e.getMessage()), e);
        }
    }
}
