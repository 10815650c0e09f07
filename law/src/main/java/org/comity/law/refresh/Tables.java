package org.comity.law.refresh;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.comity.law.source.CsvRow;
import org.comity.law.source.CsvTable;
import org.comity.law.source.CsvText;
import org.comity.law.source.DataFiles;
import org.comity.law.source.Faults;
import org.comity.law.source.Located;

/** The four tables: each is checked row by row, brought together by key, and written sorted by key. */
final class Tables {

    /**
     * @param key the columns that name a row
     * @param needed columns that may not be empty where the incoming table has them
     */
    private record Form(String file, List<String> key, List<String> needed, BiConsumer<Tables, CsvRow> check) {}

    private static final List<Form> FORMS = List.of(
            new Form("states.csv", List.of("iso2"), List.of("iso2", "name_en"), Tables::checkState),
            new Form(
                    "status.csv",
                    List.of("instrument", "state"),
                    List.of("instrument", "state", "method", "source", "as_of", "basis"),
                    Tables::checkStatus),
            new Form(
                    "declarations.csv",
                    List.of("instrument", "state", "article", "kind", "effect_code"),
                    List.of(
                            "instrument",
                            "state",
                            "article",
                            "kind",
                            "effect_code",
                            "summary",
                            "source",
                            "as_of",
                            "basis"),
                    Tables::checkDeclaration),
            new Form(
                    "authorities.csv",
                    List.of("state", "function", "instrument", "institution"),
                    List.of(
                            "state",
                            "function",
                            "instrument",
                            "institution",
                            "kind",
                            "always_on",
                            "source",
                            "as_of",
                            "basis"),
                    Tables::checkAuthority));

    /** A list of values that ends with a separator has no further value. */
    private static final Pattern LAST_BAR = Pattern.compile("\\|$");

    private final DataFiles data;
    private final DataFiles incoming;
    private final Vocabularies words;
    private final Faults faults;
    private final String today;

    Tables(DataFiles data, DataFiles incoming, Vocabularies words, Faults faults, String today) {
        this.data = data;
        this.incoming = incoming;
        this.words = words;
        this.faults = faults;
        this.today = today;
    }

    /** The merged tables by file name; a table that is not among the incoming files is left out. */
    Map<String, String> merged(Kept kept, List<Difference> differences) {
        Map<String, String> written = new LinkedHashMap<>();
        for (Form form : FORMS) {
            if (incoming.has(form.file())) {
                faults.check(() -> written.put(form.file(), merged(form, kept, differences)));
            }
        }
        return written;
    }

    private String merged(Form form, Kept kept, List<Difference> differences) {
        List<CsvRow> ourRows = CsvTable.read(data, form.file());
        List<String> header = CsvTable.header(data, form.file());
        List<CsvRow> rows = CsvTable.read(incoming, form.file());
        Set<String> keys = new HashSet<>();
        rows.forEach(row -> faults.check(() -> check(form, row, keys)));
        Merging merging = new Merging(form.file(), kept, differences);
        Set<String> ownColumns = new LinkedHashSet<>(header);
        if (!rows.isEmpty()) {
            ownColumns.removeAll(rows.getFirst().cells().keySet());
        }
        List<Fact> merged = merging.merged(facts(form, ourRows, header), facts(form, rows, header), ownColumns);
        merging.done();
        return CsvText.write(
                header,
                merged.stream()
                        .map(fact -> completed(fact, header))
                        .sorted(byKey(form, header))
                        .toList());
    }

    private static Comparator<List<String>> byKey(Form form, List<String> header) {
        Comparator<List<String>> order =
                Comparator.comparing(row -> row.get(header.indexOf(form.key().getFirst())));
        for (String column : form.key().subList(1, form.key().size())) {
            order = order.thenComparing(row -> row.get(header.indexOf(column)));
        }
        return order;
    }

    private List<Fact> facts(Form form, List<CsvRow> rows, List<String> header) {
        List<Fact> facts = new ArrayList<>();
        for (CsvRow row : rows) {
            Map<String, Object> cells = new LinkedHashMap<>();
            header.stream()
                    .filter(row.cells()::containsKey)
                    .filter(column -> !row.cell(column).text().isEmpty())
                    .forEach(column -> cells.put(
                            column, LAST_BAR.matcher(row.cell(column).text()).replaceFirst("")));
            facts.add(new Fact(
                    key(form, row),
                    cells,
                    cells.getOrDefault("as_of", today).toString(),
                    !"recalled".equals(cells.getOrDefault("basis", "verified"))));
        }
        return facts;
    }

    private static String key(Form form, CsvRow row) {
        return String.join(
                " ", form.key().stream().map(column -> row.cell(column).text()).toList());
    }

    /** A State that is new came without source and date: it is known from these files alone. */
    private List<String> completed(Fact fact, List<String> header) {
        Map<String, String> own = Map.of("source", "comity", "as_of", today, "basis", "recalled");
        return header.stream()
                .map(column -> fact.fields().containsKey(column) ? fact.says(column) : own.getOrDefault(column, ""))
                .toList();
    }

    private void check(Form form, CsvRow row, Set<String> keys) {
        form.needed().forEach(row::need);
        if (!keys.add(key(form, row))) {
            throw row.fault("a row for " + key(form, row) + " stands twice");
        }
        form.check().accept(this, row);
    }

    private void checkState(CsvRow row) {
        if (!row.cell("iso2").text().matches("[A-Z]{2}")) {
            throw row.fault(
                    "“" + row.cell("iso2").text() + "” is not a State code; write two capital letters, such as PT");
        }
    }

    private void checkOrigin(CsvRow row) {
        words.state(row.need("state"));
        words.instrument(row.need("instrument"));
        words.source(row.need("source"));
        row.need("as_of").date();
        row.need("basis").oneOf(Vocabularies.BASES, "basis");
    }

    private void checkStatus(CsvRow row) {
        checkOrigin(row);
        row.need("method").oneOf(Vocabularies.METHODS, "method");
        Optional<LocalDate> signed = row.find("signature").map(Located::date);
        Optional<LocalDate> deposited = row.find("ratification").map(Located::date);
        Optional<LocalDate> bound = row.find("entry_into_force").map(Located::date);
        if (!row.cell("method").text().equals("succession")
                && (isAfter(signed, deposited) || isAfter(deposited, bound) || isAfter(signed, bound))) {
            throw row.fault("signature, ratification and entry into force are out of order");
        }
    }

    private void checkDeclaration(CsvRow row) {
        checkOrigin(row);
        row.need("kind").oneOf(words.words("declaration_kinds"), "kind of declaration");
        Located effects = row.need("effect_code");
        int value = effects.text().indexOf('=');
        List<Located> codes = value < 0
                ? effects.parts()
                : List.of(new Located(effects.text().substring(0, value), effects.file(), effects.line()));
        codes.forEach(code -> code.oneOf(words.words("effect_codes"), "effect code"));
        if (isAfter(
                row.find("valid_from").map(Located::date), row.find("valid_to").map(Located::date))) {
            throw row.fault("the end lies before the beginning");
        }
    }

    private void checkAuthority(CsvRow row) {
        checkOrigin(row);
        row.need("function").oneOf(words.words("authority_functions"), "function");
        row.need("kind").oneOf(words.words("authority_kinds"), "kind of authority");
        row.need("always_on").truth();
    }

    private static boolean isAfter(Optional<LocalDate> first, Optional<LocalDate> then) {
        return first.isPresent() && then.filter(first.get()::isAfter).isPresent();
    }
}
