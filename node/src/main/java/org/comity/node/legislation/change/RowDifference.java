package org.comity.node.legislation.change;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedSet;
import java.util.TreeMap;

/**
 * One fact before and after.
 *
 * @param before by column; empty where the fact is new
 * @param after by column; empty where the fact is gone
 */
public record RowDifference(Kind kind, Map<String, String> before, Map<String, String> after) {

    public RowDifference {
        before = new TreeMap<>(before);
        after = new TreeMap<>(after);
    }

    /** What a change does to a fact. */
    public enum Sort {
        ADDED,
        CHANGED,
        REMOVED,
        UNCHANGED
    }

    /** One column of it. */
    public record Field(String column, String before, String after) {
        public boolean changed() {
            return !before.equals(after);
        }
    }

    public Sort sort() {
        if (before.isEmpty()) {
            return Sort.ADDED;
        }
        if (after.isEmpty()) {
            return Sort.REMOVED;
        }
        return before.equals(after) ? Sort.UNCHANGED : Sort.CHANGED;
    }

    /** All columns that say something on either side, in the order of the form. */
    public List<Field> fields() {
        SequencedSet<String> columns =
                new LinkedHashSet<>(kind.form().map(form -> form.columns()).orElseGet(kind::columns));
        columns.addAll(before.keySet());
        columns.addAll(after.keySet());
        List<Field> fields = new ArrayList<>();
        for (String column : columns) {
            Field field = new Field(column, before.getOrDefault(column, ""), after.getOrDefault(column, ""));
            if (!field.before().isEmpty() || !field.after().isEmpty()) {
                fields.add(field);
            }
        }
        return fields;
    }

    /** A cell that names the fact, on whichever side has it. */
    public String cell(String column) {
        return after.getOrDefault(column, before.getOrDefault(column, ""));
    }
}
