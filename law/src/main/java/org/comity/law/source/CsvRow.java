package org.comity.law.source;

import java.util.Map;
import java.util.Optional;

/** One row of a table. */
public record CsvRow(String file, int line, Map<String, String> cells) {

    public CsvRow {
        cells = Map.copyOf(cells);
    }

    public Located cell(String column) {
        String text = cells.get(column);
        if (text == null) {
            throw fault("there is no column “" + column + "”");
        }
        return new Located(text, file, line);
    }

    /** The cell of a fact that may be unknown. */
    public Optional<Located> find(String column) {
        return cell(column).ifPresent();
    }

    /** The cell of a fact that every row must have. */
    public Located need(String column) {
        return find(column).orElseThrow(() -> fault("the column “" + column + "” must not be empty"));
    }

    public LawDataException fault(String fault) {
        return new LawDataException(file, line, fault);
    }
}
