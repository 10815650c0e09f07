package org.comity.law.source;

/**
 * One thing that is wrong in a file, or in a form that was filled in.
 *
 * @param line counted from one
 * @param column name of the column or key; empty where the whole row is meant
 * @param wrong what is wrong, and what would be right
 */
public record Fault(String file, int line, String column, String wrong) {

    @Override
    public String toString() {
        return file + ":" + line + ": " + (column.isEmpty() ? "" : column + ": ") + wrong;
    }
}
