package org.comity.node.legislation.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comity.law.Coded;
import org.comity.law.Status;
import org.comity.node.legislation.change.Kind;
import org.comity.node.legislation.change.Proposal;
import org.jspecify.annotations.Nullable;

/**
 * The form for one kind of change.
 *
 * @param id of the draft; null before it is kept
 * @param version that the writer sees
 */
record ChangeSheet(
        Kind kind,
        @Nullable String id,
        int version,
        List<Field> fields,
        String why,
        @Nullable String remark) {

    private static final String ELEMENT = "elements.";
    private static final List<String> TRUTH = List.of("true", "false");
    private static final List<String> ELEMENTS = List.of(
            "requires_security_breach",
            "requires_intent",
            "requires_dishonest_intent",
            "requires_harm",
            "requires_serious_harm",
            "by_technical_means",
            "covers_attempt");

    /**
     * A field of it.
     *
     * @param type text, area, date, number, url or select
     * @param options of a select: value to words
     */
    record Field(
            String name, String label, @Nullable String hint, String type, Map<String, String> options, String value) {}

    static ChangeSheet fresh(Kind kind, Map<String, String> cells, ChangeWords words) {
        return new ChangeSheet(kind, null, 0, fields(kind, cells, words), "", null);
    }

    static ChangeSheet of(Proposal draft, ChangeWords words) {
        return new ChangeSheet(
                draft.kind(),
                draft.id().toString(),
                draft.version(),
                fields(draft.kind(), draft.row().cells(), words),
                draft.why(),
                draft.remark().isEmpty() ? null : draft.remark());
    }

    /** The same draft with what somebody typed on an older version of it. */
    ChangeSheet with(Map<String, String> cells, String why, ChangeWords words) {
        return new ChangeSheet(kind, id, version, fields(kind, cells, words), why, remark);
    }

    /** What a browser sends, as cells: the elements of an offence are one cell made of several fields. */
    static Map<String, String> cells(Kind kind, Map<String, String> sent) {
        Map<String, String> cells = new LinkedHashMap<>(sent);
        if (kind.columns().contains("elements")) {
            cells.put(
                    "elements",
                    String.join(
                            "|",
                            ELEMENTS.stream()
                                    .filter(element -> TRUTH.contains(sent.getOrDefault(ELEMENT + element, "")))
                                    .map(element -> element + "=" + sent.get(ELEMENT + element))
                                    .toList()));
        }
        return cells;
    }

    private static List<Field> fields(Kind kind, Map<String, String> cells, ChangeWords words) {
        List<Field> fields = new ArrayList<>();
        for (String column : kind.columns()) {
            if (column.equals("elements")) {
                elements(cells.getOrDefault(column, ""), words, fields);
            } else {
                Map<String, String> options = options(kind, column, words);
                fields.add(new Field(
                        column,
                        words.label(kind, column),
                        words.hint(kind, column).orElse(null),
                        options.isEmpty() ? type(kind, column) : "select",
                        options,
                        cells.getOrDefault(column, "")));
            }
        }
        return fields;
    }

    private static void elements(String cell, ChangeWords words, List<Field> fields) {
        for (String element : ELEMENTS) {
            String value = TRUTH.stream()
                    .filter(truth -> List.of(cell.split("\\|")).contains(element + "=" + truth))
                    .findFirst()
                    .orElse("");
            fields.add(new Field(
                    ELEMENT + element,
                    words.label(element),
                    words.find("hint." + element).orElse(null),
                    "select",
                    words.words("truth", TRUTH),
                    value));
        }
    }

    private static String type(Kind kind, String column) {
        if (kind == Kind.ENTRY_INTO_FORCE && column.equals("in_force")) {
            return "date";
        }
        return switch (column) {
            case "signature", "ratification", "entry_into_force", "bound_until", "valid_from", "valid_to", "as_of" ->
                "date";
            case "summary", "note" -> "area";
            default -> "text";
        };
    }

    private static Map<String, String> options(Kind kind, String column, ChangeWords words) {
        return switch (column) {
            case "state" -> words.states();
            case "instrument" -> words.instruments();
            case "maps_to" -> words.provisions();
            case "method" ->
                words.words(
                        column,
                        Arrays.stream(Status.Method.values()).map(Coded::code).toList());
            case "kind" ->
                words.words(
                        column,
                        kind == Kind.DECLARATION
                                ? List.of("reservation", "declaration", "authority-designation", "territorial")
                                : List.of("police", "prosecution", "justice-ministry", "other"));
            case "function" ->
                words.words(
                        column, List.of("24-7-contact", "mla-central", "extradition", "subscriber-info", "emergency"));
            case "coverage" -> words.words(column, List.of("full", "partial", "none", "unknown"));
            case "basis" -> words.words(column, List.of("verified", "recalled"));
            case "stage" -> words.words(column, Kind.STAGES);
            case "always_on" -> words.words("truth", TRUTH);
            case "in_force" -> kind == Kind.PROVISION ? words.words("truth", TRUTH) : Map.of();
            default -> Map.of();
        };
    }
}
