package org.comity.law.assistance;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comity.law.StateCode;
import org.comity.law.source.CsvRow;
import org.comity.law.source.CsvTable;
import org.comity.law.source.DataFiles;
import org.comity.law.source.Located;
import org.comity.law.source.YamlTree;

/**
 * The open data on assistance, read and checked as the law is: every row has an id of its own, words of the closed lists, and
 * a source unless it is only recalled. It holds institutions, never persons, and no telephone number or mail address.
 */
public final class Assistance {

    private static final List<String> BASES = List.of("verified", "partly-verified", "recalled");

    private final List<String> themes;
    private final Map<String, Region> regions;
    private final List<Project> projects;
    private final List<Training> trainings;
    private final List<Practice> practices;
    private final List<ReportingChannel> channels;
    private final MaturityModel maturity;

    private Assistance(DataFiles files) {
        var words = YamlTree.read(files, "themes.yaml");
        themes = words.words("themes").stream().map(Located::text).toList();
        regions = new TreeMap<>();
        words.need("regions").entries().forEach((id, region) -> regions.put(id, region(id, region)));
        projects = rows(files, "projects.csv", this::project, Project::id);
        trainings = rows(files, "trainings.csv", this::training, Training::id);
        practices = rows(files, "practices.csv", this::practice, Practice::id);
        channels = rows(files, "reporting-channels.csv", this::channel, it -> it.state() + " " + it.channel());
        maturity = new MaturityReader().read(files);
    }

    /** The data that ships with the library. */
    public static Assistance load() {
        return of(DataFiles.beside(Assistance.class, "data"));
    }

    static Assistance of(DataFiles files) {
        return new Assistance(files);
    }

    /** What assistance is about; a closed list. */
    public List<String> themes() {
        return themes;
    }

    public Map<String, Region> regions() {
        return Map.copyOf(regions);
    }

    public List<Project> projects() {
        return projects;
    }

    public List<Training> trainings() {
        return trainings;
    }

    public List<Practice> practices() {
        return practices;
    }

    /** Where a State is not among them, none is known; that is no proof that there is none. */
    public List<ReportingChannel> channels() {
        return channels;
    }

    public MaturityModel maturity() {
        return maturity;
    }

    private static <T> List<T> rows(DataFiles files, String name, Function<CsvRow, T> read, Function<T, String> key) {
        var keys = new HashSet<String>();
        return CsvTable.read(files, name).stream()
                .map(row -> {
                    var it = read.apply(row);
                    if (!keys.add(key.apply(it))) {
                        throw row.fault("“" + key.apply(it) + "” stands twice");
                    }
                    return it;
                })
                .toList();
    }

    private Project project(CsvRow row) {
        return new Project(
                row.need("id").text(),
                row.need("name").text(),
                row.need("implementer").text(),
                row.cell("funders").text(),
                time(row.cell("start")),
                time(row.cell("end")),
                row.cell("budget").text(),
                row.cell("currency").text(),
                words(row.need("regions"), regions.keySet(), "region"),
                parts(row.cell("states")).stream().map(Assistance::code).toList(),
                words(row.need("themes"), themes, "theme"),
                row.need("objective").text(),
                provenance(row, row.cell("as_of").text(), row.cell("basis_note").text()));
    }

    private Training training(CsvRow row) {
        return new Training(
                row.need("id").text(),
                row.need("title").text(),
                row.need("provider").text(),
                texts(row.cell("audience")),
                row.cell("level").text(),
                row.cell("duration_hours").text(),
                texts(row.cell("modules")),
                texts(row.cell("languages")),
                row.cell("format").text(),
                provenance(row, "", row.cell("basis_note").text()));
    }

    private Practice practice(CsvRow row) {
        return new Practice(
                row.need("id").text(),
                row.need("title").text(),
                row.need("theme").oneOf(themes, "theme"),
                row.need("summary").text(),
                row.need("issuer").text(),
                row.cell("year").text(),
                provenance(row, row.cell("year").text(), ""));
    }

    private ReportingChannel channel(CsvRow row) {
        var url = row.need("url");
        if (!url.text().startsWith("https://")) {
            throw url.fault("an address that people follow begins with https://");
        }
        return new ReportingChannel(
                StateCode.of(code(row.need("state"))),
                row.need("channel").text(),
                row.need("operator").text(),
                row.need("scope").text(),
                url.text(),
                texts(row.cell("languages")),
                provenance(row, time(row.need("as_of")), ""));
    }

    private static Provenance provenance(CsvRow row, String asOf, String note) {
        var basis = row.need("basis").oneOf(BASES, "basis");
        var source = row.cell("source");
        if (source.text().isEmpty() && !basis.equals("recalled")) {
            throw source.fault("a row without a source is recalled, not " + basis);
        }
        return new Provenance(source.text(), asOf, basis, note);
    }

    private static Region region(String id, YamlTree region) {
        return new Region(
                id,
                region.word("all").map(Located::truth).orElse(false),
                set(region.words("groups")),
                set(region.words("memberships")),
                set(region.words("states")));
    }

    private static Set<String> set(List<Located> words) {
        return words.stream().map(Located::text).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static List<Located> parts(Located cell) {
        return Optional.of(cell)
                .filter(it -> !it.text().isEmpty())
                .map(Located::parts)
                .orElse(List.of());
    }

    private static List<String> texts(Located cell) {
        return parts(cell).stream().map(Located::text).toList();
    }

    private static List<String> words(Located cell, java.util.Collection<String> allowed, String what) {
        return parts(cell).stream().map(it -> it.oneOf(allowed, what)).toList();
    }

    private static String code(Located cell) {
        if (!cell.text().matches("[A-Z]{2}")) {
            throw cell.fault("“" + cell.text() + "” is not a code of two capital letters");
        }
        return cell.text();
    }

    /** As far as it is known: a year, a month or a day. */
    private static String time(Located cell) {
        if (!cell.text().isEmpty() && !cell.text().matches("\\d{4}(-(0[1-9]|1[0-2])(-([0-2]\\d|3[01]))?)?")) {
            throw cell.fault("“" + cell.text() + "” is not a year, month or day; write 2026, 2026-01 or 2026-01-31");
        }
        return cell.text();
    }
}
