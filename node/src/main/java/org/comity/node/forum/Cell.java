package org.comity.node.forum;

/** A cell of a table for spreadsheets (RFC 4180). */
public final class Cell {

    private Cell() {}

    /** A text that a spreadsheet would take for a formula begins with an apostrophe. */
    public static String quoted(String text) {
        var safe = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
