package org.comity.law.cli;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes rows as comma-separated values (RFC 4180) with a header row; a missing value is an empty cell. */
final class Csv {

    private final StringBuilder out = new StringBuilder();
    private final int width;

    private Csv(int width) {
        this.width = width;
    }

    static Csv of(String... header) {
        Csv csv = new Csv(header.length);
        csv.row((Object[]) header);
        return csv;
    }

    Csv row(@Nullable Object... cells) {
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
        return text.matches("(?s).*[\",\r\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    String write() {
        return out.toString();
    }
}
