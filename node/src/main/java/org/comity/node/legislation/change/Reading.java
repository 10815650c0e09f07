package org.comity.node.legislation.change;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.comity.law.ChangeReader;
import org.comity.law.ChangeRows;
import org.comity.law.LawBase;
import org.comity.law.LawChange;
import org.comity.law.source.CsvRow;
import org.comity.law.source.Fault;

/** Reads what was typed as law, against a law base; every fault is told by its column. */
final class Reading {

    private static final String FORM = "form";

    private final LawBase law;
    private final ChangeReader reader;

    Reading(LawBase law) {
        this.law = law;
        this.reader = new ChangeReader(law);
    }

    /** What was read: the changes, or why not. */
    record Read(List<LawChange> changes, List<Fault> faults) {

        boolean sound() {
            return faults.isEmpty();
        }
    }

    /** Rows of a published or imported proposal, one line each. */
    Read rows(List<ProposedRow> rows) {
        List<LawChange> changes = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        for (int line = 1; line <= rows.size(); line++) {
            Read read = row(rows.get(line - 1), FORM, line);
            changes.addAll(read.changes());
            faults.addAll(read.faults());
        }
        return new Read(changes, faults);
    }

    /** A form that a person has filled in; it must also say from when it counts. */
    Read form(ProposedRow row) {
        Read read = row(row, FORM, 1);
        List<Fault> faults = new ArrayList<>(read.faults());
        List<String> when = row.kind().effectiveColumns();
        if (!when.isEmpty()
                && when.stream().allMatch(column -> row.cell(column).isEmpty())
                && faults.stream().noneMatch(fault -> when.contains(fault.column()))) {
            faults.add(new Fault(FORM, 1, when.getFirst(), "say from which day it counts; write it as 2026-01-31"));
        }
        return new Read(read.changes(), faults);
    }

    Read row(ProposedRow row, String file, int line) {
        List<Fault> faults = new ArrayList<>();
        Map<String, String> cells = row.kind() == Kind.PENALTY ? whole(row, file, line, faults) : row.cells();
        if (!faults.isEmpty()) {
            return new Read(List.of(), faults);
        }
        CsvRow written = new CsvRow(file, line, cells);
        if (row.kind() == Kind.DRAFT_BILL) {
            bill(written, faults);
            return new Read(List.of(), faults);
        }
        List<LawChange> changes = row.kind()
                .form()
                .flatMap(form -> reader.read(form, written, faults::add))
                .map(List::of)
                .orElse(List.of());
        return new Read(changes, faults);
    }

    /** The provision as it stands, with another penalty. */
    private Map<String, String> whole(ProposedRow row, String file, int line, List<Fault> faults) {
        Optional<SequencedMap<String, String>> stands =
                ChangeRows.provision(law, row.cell("state"), row.cell("maps_to"), row.cell("act"), row.cell("article"));
        if (stands.isEmpty()) {
            faults.add(new Fault(
                    file,
                    line,
                    "article",
                    "the law of this State has no such article in that act, set against that provision; known are "
                            + known(row)));
            return row.cells();
        }
        Map<String, String> whole = new LinkedHashMap<>(stands.get());
        whole.keySet()
                .removeAll(List.of(
                        "act_title",
                        "act_title_original",
                        "act_citation",
                        "act_enacted",
                        "act_url",
                        "valid_to",
                        "penalty_basis"));
        whole.keySet().removeAll(Kind.PENALTY.columns());
        whole.putAll(row.cells());
        return whole;
    }

    private String known(ProposedRow row) {
        String known = law.states().stream()
                .filter(state -> state.code().value().equals(row.cell("state")))
                .flatMap(state -> law.nationalLaw(state.code()).stream())
                .flatMap(national -> national.provisions().stream())
                .filter(provision -> provision.mapsTo().equals(row.cell("maps_to")))
                .map(provision -> provision.act() + " " + provision.article().orElse("(no number)"))
                .distinct()
                .collect(Collectors.joining(", "));
        return known.isEmpty() ? "none" : known;
    }

    /** A bill is no law yet, so that only its origin and its place are checked. */
    private void bill(CsvRow row, List<Fault> faults) {
        for (String column : List.of("state", "title", "stage", "source", "as_of", "basis")) {
            if (row.cells().getOrDefault(column, "").isEmpty()) {
                faults.add(new Fault(row.file(), row.line(), column, "this must not be empty"));
            }
        }
        Map<String, String> cells = row.cells();
        if (cells.containsKey("stage") && !Kind.STAGES.contains(cells.get("stage"))) {
            faults.add(new Fault(
                    row.file(), row.line(), "stage", "unknown stage; known are " + String.join(", ", Kind.STAGES)));
        }
        if (cells.containsKey("state")
                && law.states().stream().noneMatch(state -> state.code().value().equals(cells.get("state")))) {
            faults.add(new Fault(row.file(), row.line(), "state", "there is no such State in the data set"));
        }
        if (cells.containsKey("as_of")
                && date(String.valueOf(cells.get("as_of"))).isEmpty()) {
            faults.add(new Fault(row.file(), row.line(), "as_of", "this is not a date; write it as 2026-01-31"));
        }
    }

    static Optional<LocalDate> effective(ProposedRow row) {
        return row.kind().effectiveColumns().stream()
                .flatMap(column -> date(row.cell(column)).stream()
                        // the last day on which a State is bound: what changes, changes on the next
                        .map(day -> column.equals("bound_until") ? day.plusDays(1) : day))
                .findFirst();
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
