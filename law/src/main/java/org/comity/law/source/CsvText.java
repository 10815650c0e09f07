package org.comity.law.source;

import java.util.List;
import java.util.stream.Collectors;

/** Writes a table in the form of the data set: RFC 4180 with a header row, one line feed after each row. */
public final class CsvText {

    private CsvText() {}

    public static String write(List<String> header, List<List<String>> rows) {
        StringBuilder out = new StringBuilder(line(header));
        rows.forEach(row -> out.append(line(row)));
        return out.toString();
    }

    private static String line(List<String> cells) {
        return cells.stream().map(CsvText::cell).collect(Collectors.joining(",", "", "\n"));
    }

    private static String cell(String text) {
        boolean awkward = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return awkward ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
