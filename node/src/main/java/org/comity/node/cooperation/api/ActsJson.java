package org.comity.node.cooperation.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comity.node.cooperation.RequestView;
import org.comity.node.cooperation.act.Act;
import org.comity.node.cooperation.act.OpenActs;
import org.comity.node.cooperation.act.Wording;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.frame.OneOf;

/** What can be done with a request now. */
record ActsJson(@OneOf(RequestState.class) String state, List<Open> acts) {

    /**
     * An act.
     *
     * @param event by which the journal, webhooks and the history know it
     * @param grave it ends the matter or turns it down
     * @param decides it binds the State: the token needs the scope to decide
     */
    record Open(
            @OneOf(Act.class) String act,
            String words,
            String event,
            boolean grave,
            boolean decides,
            List<FieldJson> fields) {}

    /** @param options values of the closed list, each with its words; empty for what is written freely */
    record FieldJson(
            String name,
            String words,
            @OneOf(Act.Kind.class) String kind,
            Map<String, String> options,
            Object known) {}

    static ActsJson of(RequestView view, OpenActs open, Wording wording) {
        return new ActsJson(
                Tokens.of(view.request().state()),
                open.of(view).stream().map(act -> act(act, view, open, wording)).toList());
    }

    private static Open act(Act act, RequestView view, OpenActs open, Wording wording) {
        var known = Filled.json(open.known(act, view));
        return new Open(
                act.id(),
                wording.of("act." + act.id()),
                StepJson.event(act.event()),
                act.isGrave(),
                act.decides(),
                act.fields().stream()
                        .map(field -> new FieldJson(
                                field.name(),
                                wording.of("act.%s.%s".formatted(act.id(), field.name())),
                                Tokens.of(field.kind()),
                                open.options(act, field.kind(), view),
                                known.getOrDefault(field.name(), "")))
                        .toList());
    }

    /** The body of each act: its fields, and no other. */
    static Map<String, Object> schemas() {
        var schemas = new LinkedHashMap<String, Object>();
        for (var act : Act.values()) {
            var properties = new LinkedHashMap<String, Object>();
            act.fields().forEach(field -> properties.put(field.name(), schema(field)));
            schemas.put(
                    "Act." + act.id(),
                    Map.of(
                            "type",
                            "object",
                            "title",
                            act.id(),
                            "additionalProperties",
                            false,
                            "properties",
                            properties));
        }
        return schemas;
    }

    private static Map<String, ?> schema(Act.Field field) {
        return switch (field.kind()) {
            case MOMENT -> Map.of("type", "string", "description", "2026-03-01T14:05Z, or with its zone");
            case ITEMS, KEPT_ITEMS ->
                Map.of(
                        "type", "array",
                        "items", Map.of("type", List.of("integer", "string")),
                        "description", "which of the identifiers, from 0; all without it");
            case EXHIBITS ->
                Map.of(
                        "type", "array",
                        "items", Map.of("type", "string", "format", "uuid"),
                        "description", "which of the request's exhibits");
            case FILES ->
                Map.of(
                        "type",
                        "array",
                        "items",
                        Map.of(
                                "type",
                                "object",
                                "required",
                                List.of("name", "content"),
                                "properties",
                                Map.of(
                                        "name", Map.of("type", "string"),
                                        "type", Map.of("type", "string"),
                                        "content", Map.of("type", "string", "contentEncoding", "base64"))));
            case LINE, TEXT, GROUND, OBJECTION, NUMBER, MEANS -> Map.of("type", "string");
        };
    }
}
