package org.comity.node.legislation.change;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.law.ChangeForm;
import org.comity.law.ChangeRows;
import org.comity.law.LawBase;
import org.comity.law.LawFile;
import org.comity.law.State;
import org.comity.law.source.YamlText;
import org.comity.node.lawbook.CurrentLaw;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Writes the law base, published changes included, in the forms that {@link ImportingFile} reads. */
@Service
public class ExportingLaw {

    /** How the file is written. */
    public enum Format {
        CSV,
        YAML,
        JSON
    }

    private final CurrentLaw law;

    ExportingLaw(CurrentLaw law) {
        this.law = law;
    }

    /**
     * A table as comma-separated values after RFC 4180; a cell that a spreadsheet would run is guarded.
     *
     * @param state ISO 3166-1 alpha-2; empty for all
     */
    public String table(ChangeForm form, String state) {
        List<String> columns = columns(form);
        return Stream.concat(
                        Stream.of(String.join(",", columns)),
                        rows(form, state)
                                .map(row -> columns.stream()
                                        .map(column -> quoted(LawFile.guarded(row.getOrDefault(column, ""))))
                                        .collect(Collectors.joining(","))))
                .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    /** All tables in one file. */
    public String whole(Format format, String state) {
        SequencedMap<String, Object> file = new LinkedHashMap<>();
        LawBase now = law.now();
        file.put("title", "Comity: open data of law on cybercrime and electronic evidence");
        file.put("version", now.version());
        file.put("as_of", now.asOf().toString());
        LawFile.LISTS.forEach((list, form) ->
                file.put(list, rows(form, state).map(this::filled).toList()));
        return switch (format) {
            case JSON -> JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(file);
            case YAML -> YamlText.write(file);
            case CSV -> throw new IllegalArgumentException("Comma-separated values hold one table a file.");
        };
    }

    private SequencedMap<String, Object> filled(Map<String, String> row) {
        SequencedMap<String, Object> filled = new LinkedHashMap<>();
        row.forEach((column, cell) -> {
            if (!cell.isEmpty()) {
                filled.put(column, cell);
            }
        });
        return filled;
    }

    /** An authority has no first day in the law base. */
    private static List<String> columns(ChangeForm form) {
        List<String> columns = new ArrayList<>(form.columns());
        if (form == ChangeForm.AUTHORITY) {
            columns.remove("valid_from");
        }
        return columns;
    }

    private Stream<SequencedMap<String, String>> rows(ChangeForm form, String state) {
        LawBase now = law.now();
        return now.states().stream()
                .map(State::code)
                .filter(code -> state.isEmpty() || code.value().equals(state))
                .flatMap(code -> ChangeRows.all(form, now, code).stream());
    }

    /** The table of this name, such as {@code declarations}. */
    public static Optional<ChangeForm> form(String list) {
        return Optional.ofNullable(LawFile.LISTS.get(list));
    }

    private static String quoted(String cell) {
        return cell.matches("(?s).*[\",\r\n].*") || !cell.equals(cell.strip())
                ? '"' + cell.replace("\"", "\"\"") + '"'
                : cell;
    }
}
