package org.comity.node.legislation.change;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.law.ChangeForm;
import org.comity.law.ChangeRows;
import org.comity.law.InvalidLawChangeException;
import org.comity.law.LawBase;
import org.comity.law.LawChange;
import org.comity.law.LawFile;
import org.comity.law.StateCode;
import org.comity.law.source.Fault;
import org.comity.node.identity.Person;
import org.comity.node.lawbook.CurrentLaw;
import org.springframework.stereotype.Service;

/** Reads a file of facts, says what it would change, and makes one proposal of it. */
@Service
public class ImportingFile {

    /** The whole base in its wordiest form is below this. */
    public static final int LARGEST = 6 * 1024 * 1024;

    private final CurrentLaw law;
    private final ProposingChange proposing;

    ImportingFile(CurrentLaw law, ProposingChange proposing) {
        this.law = law;
        this.proposing = proposing;
    }

    /**
     * That the file holds all that is true of its States in its tables, so that what it leaves out has ended.
     *
     * @param on first day on which it no longer counts
     * @param source that says so
     */
    public record Complete(LocalDate on, String source) {}

    /** Changes nothing and keeps nothing. */
    public DryRun check(String name, byte[] bytes, Optional<Complete> complete) {
        if (bytes.length > LARGEST) {
            return refused(name, "the file is larger than " + LARGEST / 1024 / 1024 + " MB; split it");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return new Run(name, law.now()).of(text, complete);
        } catch (CharacterCodingException e) {
            return refused(name, "the file is not in UTF-8; save it as UTF-8 and send it again");
        }
    }

    private static DryRun refused(String name, String why) {
        return new DryRun(name, List.of(new Fault(name, 1, "", why)), List.of(), List.of(), List.of());
    }

    /** Keeps a sound file as a draft, which its writer then hands over or withdraws. */
    public Proposal keep(Person person, DryRun run, String why) {
        if (!run.sound()) {
            throw ChangeRefused.of(run.faults());
        }
        return proposing.draftOf(person, run.rows(), why);
    }

    /** One file against one law base. */
    private static final class Run {

        private final String name;
        private final LawBase law;
        private final Reading reading;
        private final List<Fault> faults = new ArrayList<>();
        private final List<RowDifference> differences = new ArrayList<>();
        private final List<ProposedRow> rows = new ArrayList<>();
        private final Map<Place, Set<Map<String, String>>> standing = new HashMap<>();
        private final Map<Place, Set<Map<String, String>>> met = new HashMap<>();

        /** A table of a State. */
        private record Place(Kind kind, String state) {}

        Run(String name, LawBase law) {
            this.name = name;
            this.law = law;
            this.reading = new Reading(law);
        }

        DryRun of(String text, Optional<Complete> complete) {
            List<LawFile.Row> read = LawFile.read(name, text, faults::add);
            Map<String, Map<String, String>> newActs = new HashMap<>();
            for (LawFile.Row row : read) {
                take(row, newActs);
            }
            if (read.isEmpty() && faults.isEmpty()) {
                faults.add(new Fault(name, 1, "", "the file holds no row"));
            }
            List<RowDifference> left = leftOut(complete);
            if (faults.isEmpty()) {
                fit();
            }
            faults.sort(Comparator.comparingInt(Fault::line));
            return new DryRun(name, faults, differences, left, rows);
        }

        private void take(LawFile.Row row, Map<String, Map<String, String>> newActs) {
            Kind kind = kind(row.form());
            ProposedRow typed = new ProposedRow(kind, row.cells().cells());
            if (kind == Kind.PROVISION) {
                typed = withAct(typed, newActs);
            }
            Reading.Read read =
                    reading.row(typed, row.cells().file(), row.cells().line());
            faults.addAll(read.faults());
            if (read.sound()) {
                read.changes()
                        .forEach(change -> compare(kind, change, row.cells().line()));
            }
        }

        /** An act that an earlier row of the file told all about is known from there on. */
        private static ProposedRow withAct(ProposedRow row, Map<String, Map<String, String>> newActs) {
            String act = row.cell("state") + " " + row.cell("act");
            if (row.cell("act_title").isEmpty()) {
                Map<String, String> cells = new HashMap<>(newActs.getOrDefault(act, Map.of()));
                cells.putAll(row.cells());
                return new ProposedRow(row.kind(), cells);
            }
            Map<String, String> told = new HashMap<>(row.cells());
            told.keySet().removeIf(column -> !column.startsWith("act_"));
            newActs.putIfAbsent(act, told);
            return row;
        }

        private static Kind kind(ChangeForm form) {
            return switch (form) {
                case STATUS -> Kind.STATUS;
                case DECLARATION -> Kind.DECLARATION;
                case WITHDRAWAL -> Kind.WITHDRAWAL;
                case AUTHORITY -> Kind.AUTHORITY;
                case AUTHORITY_END -> Kind.AUTHORITY_END;
                case PROVISION -> Kind.PROVISION;
                case REPEAL -> Kind.REPEAL;
                case ENTRY_INTO_FORCE -> Kind.ENTRY_INTO_FORCE;
            };
        }

        private void compare(Kind kind, LawChange change, int line) {
            Map<String, String> after = stripped(kind, ChangeRows.of(change, law));
            Place place = new Place(kind, after.getOrDefault("state", ""));
            if (standing(place).contains(after)) {
                met(place).add(after);
                differences.add(new RowDifference(kind, after, after));
                return;
            }
            Map<String, String> before = ChangeRows.concernedBy(change, law)
                    .map(cells -> stripped(kind, cells))
                    .filter(cells -> !met(place).contains(cells))
                    .orElse(Map.of());
            if (!before.isEmpty()) {
                met(place).add(before);
            }
            if (rows.stream().anyMatch(row -> row.kind() == kind && sameKey(kind, row.cells(), after))) {
                faults.add(new Fault(name, line, "", "a row for the same fact stands twice in the file"));
                return;
            }
            differences.add(new RowDifference(kind, before, after));
            rows.add(new ProposedRow(kind, after));
        }

        private static boolean sameKey(Kind kind, Map<String, String> one, Map<String, String> other) {
            List<String> key = switch (kind) {
                case STATUS -> List.of("state", "instrument");
                case DECLARATION -> List.of("state", "instrument", "article", "kind", "effect_code");
                case AUTHORITY -> List.of("state", "function", "instrument", "institution");
                case PROVISION -> List.of("state", "maps_to", "act", "article", "valid_from");
                case WITHDRAWAL, AUTHORITY_END, PENALTY, REPEAL, ENTRY_INTO_FORCE, DRAFT_BILL, IMPORT, REVERT ->
                    List.of();
            };
            return !key.isEmpty()
                    && key.stream()
                            .allMatch(column -> one.getOrDefault(column, "").equals(other.getOrDefault(column, "")));
        }

        private Set<Map<String, String>> standing(Place place) {
            return standing.computeIfAbsent(place, asked -> {
                Set<Map<String, String>> cells = new LinkedHashSet<>();
                asked.kind()
                        .form()
                        .ifPresent(form -> ChangeRows.all(form, law, new StateCode(asked.state()))
                                .forEach(row -> cells.add(stripped(asked.kind(), row))));
                return cells;
            });
        }

        private Set<Map<String, String>> met(Place place) {
            return met.computeIfAbsent(place, _ -> new HashSet<>());
        }

        private static Map<String, String> stripped(Kind kind, Map<String, String> cells) {
            return new ProposedRow(kind, cells).cells();
        }

        /** What the file says nothing of: it ends where the file is complete, and stays otherwise. */
        private List<RowDifference> leftOut(Optional<Complete> complete) {
            List<RowDifference> left = new ArrayList<>();
            for (Place place : List.copyOf(standing.keySet())) {
                for (Map<String, String> row : standing(place)) {
                    if (met(place).contains(row)) {
                        continue;
                    }
                    Optional<ProposedRow> end = complete.flatMap(it -> end(place.kind(), row, it));
                    end.ifPresentOrElse(
                            ending -> {
                                differences.add(new RowDifference(ending.kind(), row, Map.of()));
                                rows.add(ending);
                            },
                            () -> left.add(new RowDifference(place.kind(), row, row)));
                }
            }
            return left;
        }

        /** A tie to an instrument doesn't end by silence; what has ended already is left alone. */
        private static Optional<ProposedRow> end(Kind kind, Map<String, String> row, Complete complete) {
            Optional<Kind> ending = switch (kind) {
                case AUTHORITY -> Optional.of(Kind.AUTHORITY_END);
                case DECLARATION -> Optional.of(Kind.WITHDRAWAL);
                case PROVISION -> Optional.of(Kind.REPEAL);
                case STATUS, WITHDRAWAL, AUTHORITY_END, PENALTY, REPEAL, ENTRY_INTO_FORCE, DRAFT_BILL, IMPORT, REVERT ->
                    Optional.empty();
            };
            return ending.filter(_ -> !row.containsKey("valid_to")).map(it -> {
                Map<String, String> cells = new HashMap<>(row);
                cells.keySet().retainAll(it.columns());
                cells.put("valid_to", complete.on().toString());
                cells.put("source", complete.source());
                cells.put("as_of", complete.on().toString());
                cells.put("basis", "verified");
                return new ProposedRow(it, cells);
            });
        }

        private void fit() {
            Reading.Read read = reading.rows(rows);
            faults.addAll(read.faults());
            try {
                law.with(read.changes());
            } catch (InvalidLawChangeException e) {
                faults.add(new Fault(name, 1, "", String.valueOf(e.getMessage())));
            }
        }
    }
}
