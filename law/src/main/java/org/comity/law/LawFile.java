package org.comity.law;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.comity.law.source.CsvRow;
import org.comity.law.source.CsvTable;
import org.comity.law.source.DataFiles;
import org.comity.law.source.Fault;
import org.comity.law.source.LawDataException;
import org.comity.law.source.YamlTree;

/**
 * A file of facts that somebody sends: a table as comma-separated values, or lists of rows as YAML or JSON (status,
 * declarations, authorities, provisions), or the law of one State in the form of {@code national/*.yaml}. Every fault of the
 * file is told; rows that are sound are read all the same.
 */
public final class LawFile {

    /** The lists of a YAML or JSON file, and the forms of their rows. */
    public static final Map<String, ChangeForm> LISTS = lists();

    private static final Set<String> OF_A_STATE = Set.of("state", "as_of", "coverage", "acts", "gaps", "notes");
    private static final Set<String> OF_A_BASE = Set.of("title", "version", "licence", "as_of", "note");

    private LawFile() {}

    private static Map<String, ChangeForm> lists() {
        Map<String, ChangeForm> lists = new LinkedHashMap<>();
        lists.put("status", ChangeForm.STATUS);
        lists.put("declarations", ChangeForm.DECLARATION);
        lists.put("authorities", ChangeForm.AUTHORITY);
        lists.put("provisions", ChangeForm.PROVISION);
        return lists;
    }

    /** A row of the file, with its line, and the form that it is in. */
    public record Row(ChangeForm form, CsvRow cells) {}

    /** @param name decides the format: csv, yaml, yml or json */
    public static List<Row> read(String name, String text, Consumer<Fault> faults) {
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String whole = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try {
            return switch (ending) {
                case "csv" -> table(name, whole, faults);
                case "yaml", "yml", "json" -> tree(name, whole, faults);
                default -> {
                    faults.accept(new Fault(name, 1, "", "the name must end in .csv, .yaml, .yml or .json"));
                    yield List.of();
                }
            };
        } catch (LawDataException fault) {
            faults.accept(new Fault(fault.file(), fault.line(), "", fault.fault()));
            return List.of();
        } catch (StackOverflowError tooDeep) { // a file of brackets only; nothing of it has been kept
            faults.accept(new Fault(name, 1, "", "the file is nested too deeply to be a file of law"));
            return List.of();
        }
    }

    private static DataFiles only(String text) {
        return _ -> Optional.of(new StringReader(text));
    }

    private static List<Row> table(String name, String text, Consumer<Fault> faults) {
        List<CsvRow> rows = CsvTable.read(only(text), name, faults);
        if (rows.isEmpty()) {
            return List.of();
        }
        Set<String> header = rows.getFirst().cells().keySet();
        Optional<ChangeForm> form = form(header);
        if (form.isEmpty()) {
            faults.accept(new Fault(
                    name,
                    1,
                    "",
                    "the header row is of no known table; known are "
                            + LISTS.values().stream()
                                    .map(known -> String.join(",", known.columns()))
                                    .collect(Collectors.joining("; "))));
            return List.of();
        }
        header.stream()
                .filter(column -> !form.get().columns().contains(column) && !column.equals("verified_fields"))
                .sorted()
                .forEach(column -> faults.accept(new Fault(
                        name,
                        1,
                        column,
                        "there is no such column; known are "
                                + String.join(", ", form.get().columns()))));
        return rows.stream()
                .map(row -> new Row(form.get(), new CsvRow(row.file(), row.line(), unguarded(row.cells()))))
                .toList();
    }

    /** The column that only one table has. */
    private static Optional<ChangeForm> form(Set<String> header) {
        if (header.contains("maps_to")) {
            return Optional.of(ChangeForm.PROVISION);
        }
        if (header.contains("effect_code")) {
            return Optional.of(ChangeForm.DECLARATION);
        }
        if (header.contains("function")) {
            return Optional.of(ChangeForm.AUTHORITY);
        }
        return header.contains("method") ? Optional.of(ChangeForm.STATUS) : Optional.empty();
    }

    /** A cell that a spreadsheet would take for a formula goes out behind an apostrophe, and comes back without. */
    public static String guarded(String cell) {
        return isFormula(cell) || cell.startsWith("'") ? "'" + cell : cell;
    }

    private static Map<String, String> unguarded(Map<String, String> cells) {
        Map<String, String> own = new HashMap<>();
        cells.forEach((column, cell) -> own.put(
                column,
                cell.startsWith("'") && (isFormula(cell.substring(1)) || cell.startsWith("''"))
                        ? cell.substring(1)
                        : cell));
        return own;
    }

    private static boolean isFormula(String cell) {
        return !cell.isEmpty() && "=+-@\t\r".indexOf(cell.charAt(0)) >= 0;
    }

    private static List<Row> tree(String name, String text, Consumer<Fault> faults) {
        YamlTree root =
                YamlTree.find(only(text), name).orElseThrow(() -> new LawDataException(name, 1, "the file is empty"));
        List<Row> rows = new ArrayList<>();
        boolean ofOneState = root.find("state").isPresent();
        Map<String, Map<String, String>> acts = new HashMap<>();
        if (ofOneState) {
            collecting(faults, () -> root.items("acts").forEach(act -> acts.put(act.text("id"), act(act))));
        }
        root.entries().forEach((key, list) -> {
            ChangeForm form = LISTS.get(key);
            if (form != null) {
                collecting(
                        faults,
                        () -> list.items()
                                .forEach(item -> collecting(faults, () -> {
                                    Map<String, String> cells = cells(item, form, name, faults);
                                    if (ofOneState) {
                                        cells.putIfAbsent("state", root.text("state"));
                                        if (form == ChangeForm.PROVISION) {
                                            cells.putIfAbsent(
                                                    "as_of",
                                                    root.findText("as_of").orElse(""));
                                            acts.getOrDefault(cells.getOrDefault("act", ""), Map.of())
                                                    .forEach(cells::putIfAbsent);
                                        }
                                    }
                                    rows.add(new Row(form, new CsvRow(name, item.line(), cells)));
                                })));
            } else if (!(ofOneState ? OF_A_STATE : OF_A_BASE).contains(key)) {
                faults.accept(new Fault(
                        name,
                        list.line(),
                        key,
                        "there is no such list; known are " + String.join(", ", LISTS.keySet())));
            }
        });
        return rows;
    }

    private static Map<String, String> act(YamlTree act) {
        Map<String, String> cells = new HashMap<>();
        act.entries().forEach((key, value) -> {
            if (!key.equals("id")) {
                cells.put("act_" + key, text(value));
            }
        });
        return cells;
    }

    private static Map<String, String> cells(YamlTree item, ChangeForm form, String name, Consumer<Fault> faults) {
        Map<String, String> cells = new HashMap<>();
        item.entries().forEach((key, value) -> {
            if (form.columns().contains(key)) {
                collecting(faults, () -> cells.put(key, text(value)));
            } else {
                faults.accept(new Fault(
                        name,
                        value.line(),
                        key,
                        "there is no such key; known are " + String.join(", ", form.columns())));
            }
        });
        return cells;
    }

    /** A word; a list as words with | between; a mapping as key=word with | between. */
    private static String text(YamlTree value) {
        if (value.isText()) {
            return value.text();
        }
        return value.isMapping()
                ? value.entries().entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue().text())
                        .collect(Collectors.joining("|"))
                : value.items().stream().map(YamlTree::text).collect(Collectors.joining("|"));
    }

    private static void collecting(Consumer<Fault> faults, Runnable reading) {
        try {
            reading.run();
        } catch (LawDataException fault) {
            faults.accept(new Fault(fault.file(), fault.line(), "", fault.fault()));
        }
    }
}
