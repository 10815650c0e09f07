package org.comity.node.legislation.change;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** One fact as it was typed or sent, by column; whether it reads is another question. */
public record ProposedRow(Kind kind, Map<String, String> cells) {

    /** A cell holds a summary, not a book. */
    static final int LONGEST = 4000;

    public ProposedRow {
        Map<String, String> filled = new TreeMap<>();
        cells.forEach((column, cell) -> {
            String text = cell.strip();
            if (!text.isEmpty()) {
                filled.put(column, text.length() > LONGEST ? text.substring(0, LONGEST) : text);
            }
        });
        cells = filled;
    }

    public String cell(String column) {
        return cells.getOrDefault(column, "");
    }

    /** What a form keeps of all that a browser sends. */
    static ProposedRow typed(Kind kind, Map<String, String> sent) {
        Map<String, String> own = new LinkedHashMap<>();
        kind.columns().forEach(column -> own.put(column, sent.getOrDefault(column, "")));
        return new ProposedRow(kind, own);
    }
}
