package org.comity.node.capacity.register;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * An entry of the register, by the names of its fields; what is empty is not there.
 *
 * @param ended why it no longer stands; empty while it does
 * @param origin page of this node with another's announcement that it was made of; empty if it was entered here
 */
public record Entry(String id, Map<String, String> cells, String ended, String origin) {

    /** Between the values of a cell that holds several. */
    public static final String BETWEEN = "|";

    public Entry {
        var filled = new TreeMap<String, String>();
        cells.forEach((name, cell) -> {
            if (!cell.isBlank()) {
                filled.put(name, cell.strip());
            }
        });
        cells = Collections.unmodifiableMap(filled);
    }

    public static Entry of(String id, Map<String, String> cells) {
        return new Entry(id, cells, "", "");
    }

    public Entry withCells(Map<String, String> changed) {
        return new Entry(id, changed, ended, origin);
    }

    public Entry ended(String why) {
        return new Entry(id, cells, why, origin);
    }

    public boolean stands() {
        return ended.isEmpty();
    }

    public String cell(String name) {
        return cells.getOrDefault(name, "");
    }

    public List<String> parts(String name) {
        return cells.containsKey(name) ? Arrays.asList(cell(name).split("\\|")) : List.of();
    }

    public Set<String> set(String name) {
        return new TreeSet<>(parts(name));
    }

    public List<String> lines(String name) {
        return cell(name).lines().map(String::strip).filter(it -> !it.isEmpty()).toList();
    }

    public String title() {
        return cell("title");
    }

    public String institution() {
        return cell("institution");
    }

    public Span span() {
        return Span.of(cell("from"), cell("until"));
    }
}
