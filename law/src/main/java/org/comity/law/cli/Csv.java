package org.comity.law.cli;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes rows as comma-separated values (RFC 4180) with a header row; a missing value is an empty cell. A text that a
 * spreadsheet would run as a formula gets an apostrophe before it.
 */
public final class Csv {

    private static final String FORMULA = "=+-@\t\r";

    private final StringBuilder out = new StringBuilder();
    private final int width;

    private Csv(int width) {
        this.width = width;
    }

    public static Csv of(String... header) {
        Csv csv = new Csv(header.length);
        csv.row((Object[]) header);
        return csv;
    }

    public Csv row(@Nullable Object... cells) {
        if (cells.length != width) {
            throw new IllegalArgumentException("a row of " + cells.length + " cells under a header of " + width);
        }
        out.append(Arrays.stream(cells).map(Csv::cell).collect(Collectors.joining(",")))
                .append("\r\n");
        return this;
    }

    private static String cell(@Nullable Object value) {
        String text = switch (value) {
            case null -> "";
            case Optional<?> maybe -> maybe.map(Object::toString).orElse("");
            default -> value.toString();
        };
        if (!(value instanceof Number) && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    public String write() {
        return out.toString();
    }
}
