package org.comity.node.legislation.change;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Rows as they stand in jsonb columns: cells by column, in words that outlive every class of this program. */
final class StoredRows {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** One row of either column. */
    record Stored(Kind kind, Map<String, String> cells, Map<String, String> before) {}

    private StoredRows() {}

    static String write(List<ProposedRow> rows) {
        return MAPPER.writeValueAsString(rows.stream()
                .map(row -> new Stored(row.kind(), row.cells(), Map.of()))
                .toList());
    }

    static String writeDifference(List<RowDifference> rows) {
        return MAPPER.writeValueAsString(rows.stream()
                .map(row -> new Stored(row.kind(), row.after(), row.before()))
                .toList());
    }

    static List<ProposedRow> read(String json) {
        return stored(json).stream()
                .map(row -> new ProposedRow(row.kind(), row.cells()))
                .toList();
    }

    static List<RowDifference> readDifference(String json) {
        return stored(json).stream()
                .map(row -> new RowDifference(row.kind(), row.before(), row.cells()))
                .toList();
    }

    private static List<Stored> stored(String json) {
        return List.of(MAPPER.readValue(json, Stored[].class));
    }
}
