package org.comity.node.cooperation.api;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.comity.node.cooperation.AnsweringOrder;
import org.comity.node.cooperation.act.Act;
import org.comity.node.cooperation.act.Answers;
import org.comity.node.frame.Said;
import org.jspecify.annotations.Nullable;

/** Between the fields of a form and JSON, both ways: a text, a list of texts, or a list of rows. */
final class Filled {

    /** Fields that hold several texts. */
    private static final Set<String> MANY = Set.of("categories", "offence", "items", "exhibits");

    /** Fields that a form answers with yes or no. */
    private static final Set<String> YES_NO = Set.of("partialDisclosure", "confidential", "mlaIntended");

    private static final Pattern ROW = Pattern.compile("(\\w+)\\[(\\d+)]\\.(\\w+)");

    private Filled() {}

    /** @throws Answers.Unreadable for a field that the act doesn't have, so that a slip of the pen is not taken for silence */
    static Answers of(Act act, Map<String, ?> json) {
        var known = act.fields().stream().map(Act.Field::name).toList();
        json.keySet().forEach(field -> requireKnown(field, known));
        var files = act.fields().stream()
                .filter(field -> field.kind() == Act.Kind.FILES)
                .flatMap(field -> rows(field.name(), json.get(field.name())).stream())
                .map(Filled::attachment)
                .toList();
        var others = new LinkedHashMap<String, Object>(json);
        act.fields().stream()
                .filter(field -> field.kind() == Act.Kind.FILES)
                .forEach(field -> others.remove(field.name()));
        return answers(others).attaching(files);
    }

    /** @param rows names of the fields that hold rows */
    static Answers of(Set<String> known, Set<String> rows, Map<String, ?> json) {
        json.forEach((field, value) -> {
            requireKnown(field, Stream.concat(known.stream(), rows.stream()).toList());
            if (rows.contains(field)) {
                rows(field, value);
            }
        });
        return answers(json);
    }

    private static void requireKnown(String field, List<String> known) {
        if (!known.contains(field)) {
            throw new Answers.Unreadable(
                    field,
                    known.isEmpty()
                            ? Said.of("cooperation.wrong.no-fields", field)
                            : Said.of("cooperation.wrong.field", field, String.join(", ", known)));
        }
    }

    private static Answers answers(Map<String, ?> json) {
        var fields = new LinkedHashMap<String, List<String>>();
        json.forEach((field, value) -> {
            if (value instanceof List<?> several && several.stream().anyMatch(Map.class::isInstance)) {
                int number = 0;
                for (var row : rows(field, value)) {
                    int at = number++;
                    row.forEach((name, cell) -> put(fields, "%s[%d].%s".formatted(field, at, name), cell));
                }
            } else {
                put(fields, field, value);
            }
        });
        return Answers.typed(fields);
    }

    private static void put(Map<String, List<String>> fields, String field, @Nullable Object value) {
        switch (value) {
            case null -> {}
            case Boolean yes -> fields.put(field, List.of(yes ? "yes" : "no"));
            case List<?> several ->
                fields.put(field, several.stream().map(String::valueOf).toList());
            case Map<?, ?> nested -> throw new Answers.Unreadable(field, Said.of("cooperation.wrong.nested", field));
            default -> fields.put(field, List.of(value.toString()));
        }
    }

    private static List<Map<String, Object>> rows(String field, @Nullable Object value) {
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> several)) {
            throw new Answers.Unreadable(field, Said.of("cooperation.wrong.rows", field));
        }
        var rows = new ArrayList<Map<String, Object>>();
        for (var each : several) {
            if (!(each instanceof Map<?, ?> row)) {
                throw new Answers.Unreadable(field, Said.of("cooperation.wrong.rows", field));
            }
            var cells = new LinkedHashMap<String, Object>();
            row.forEach((name, cell) -> cells.put(String.valueOf(name), cell));
            rows.add(cells);
        }
        return rows;
    }

    private static AnsweringOrder.Attachment attachment(Map<String, Object> row) {
        try {
            return new AnsweringOrder.Attachment(
                    String.valueOf(row.getOrDefault("name", "file")).replaceAll(".*[/\\\\]", ""),
                    String.valueOf(row.getOrDefault("type", "application/octet-stream")),
                    Base64.getDecoder().decode(String.valueOf(row.getOrDefault("content", ""))));
        } catch (IllegalArgumentException notBase64) {
            throw new Answers.Unreadable("files", Said.of("cooperation.wrong.base64"));
        }
    }

    /** As {@link #of} would read it. */
    static Map<String, Object> json(Answers answers) {
        var json = new LinkedHashMap<String, Object>();
        var rows = new LinkedHashMap<String, TreeMap<Integer, Map<String, Object>>>();
        answers.fields().forEach((field, values) -> {
            var row = ROW.matcher(field);
            if (row.matches()) {
                rows.computeIfAbsent(row.group(1), _ -> new TreeMap<>())
                        .computeIfAbsent(Integer.valueOf(row.group(2)), _ -> new LinkedHashMap<>())
                        .put(row.group(3), answers.text(field));
            } else {
                json.put(field, value(field, answers));
            }
        });
        rows.forEach((name, numbered) -> json.put(name, List.copyOf(numbered.values())));
        return json;
    }

    private static Object value(String field, Answers answers) {
        if (MANY.contains(field)) {
            return answers.all(field);
        }
        return YES_NO.contains(field) ? (Object) answers.text(field).equals("yes") : answers.text(field);
    }

    /** What {@link #json} gives for such a field. */
    static Map<String, Object> schema(String field) {
        if (MANY.contains(field)) {
            return Map.of("type", "array", "items", Map.of("type", List.of("string", "integer")));
        }
        return Map.of("type", YES_NO.contains(field) ? "boolean" : "string");
    }
}
