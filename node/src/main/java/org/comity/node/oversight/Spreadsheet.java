package org.comity.node.oversight;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Rows for a spreadsheet, with the names of the columns in the first one (RFC 4180). */
public final class Spreadsheet {

    private final List<String> lines = new ArrayList<>();

    public Spreadsheet(String... columns) {
        row((Object[]) columns);
    }

    public Spreadsheet row(Object... cells) {
        lines.add(Arrays.stream(cells).map(it -> quoted(String.valueOf(it))).collect(Collectors.joining(",")));
        return this;
    }

    public String text() {
        return String.join("\r\n", lines) + "\r\n";
    }

    /** A text that a spreadsheet would take for a formula begins with an apostrophe. */
    private static String quoted(String text) {
        var safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
