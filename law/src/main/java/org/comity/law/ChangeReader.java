package org.comity.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.comity.law.NationalLaw.Act;
import org.comity.law.NationalLaw.NationalProvision;
import org.comity.law.source.CsvRow;
import org.comity.law.source.Fault;
import org.comity.law.source.Located;

/**
 * Reads changes of a law base from rows of text: forms that people fill in, and tables that they send. A row with faults
 * gives no change, but all of its faults, each with its column and with what would be valid.
 */
public final class ChangeReader {

    private final LawBase law;
    private final Set<String> states;
    private final Set<String> instruments;

    public ChangeReader(LawBase law) {
        this.law = law;
        this.states = law.states().stream().map(state -> state.code().value()).collect(Collectors.toSet());
        this.instruments = law.instruments().stream().map(Instrument::id).collect(Collectors.toSet());
    }

    public Optional<LawChange> read(ChangeForm form, CsvRow row, Consumer<Fault> faults) {
        Cells cells = new Cells(row);
        return switch (form) {
            case STATUS -> status(cells, faults);
            case DECLARATION -> declaration(cells, faults);
            case WITHDRAWAL -> withdrawal(cells, faults);
            case AUTHORITY -> authority(cells, faults);
            case AUTHORITY_END -> authorityEnd(cells, faults);
            case PROVISION -> provision(cells, faults);
            case REPEAL -> repeal(cells, faults);
            case ENTRY_INTO_FORCE -> entryIntoForce(cells, faults);
        };
    }

    private Optional<LawChange> status(Cells cells, Consumer<Fault> faults) {
        var instrument = instrument(cells);
        var state = state(cells);
        var method = cells.need("method", cell -> Words.read(cell, Status.Method.class, "method"));
        var signature = cells.date("signature");
        var deposit = cells.date("ratification");
        var entry = cells.date("entry_into_force");
        var until = cells.date("bound_until");
        var origin = Origin.of(cells);
        if (method.filter(Status.Method.SUCCESSION::equals).isEmpty()) {
            // a State signs, then deposits, then is bound; a successor is bound from before its own notice
            cells.inOrder(signature, deposit, "ratification", "ratification", "signature");
            cells.inOrder(deposit, entry, "entry_into_force", "entry into force", "ratification");
            cells.inOrder(signature, entry, "entry_into_force", "entry into force", "signature");
            cells.inOrder(entry, until, "bound_until", "end", "entry into force");
        }
        return cells.whole(
                sound -> new LawChange.Tied(new Status(
                        instrument.orElseThrow(),
                        state.orElseThrow(),
                        method.orElseThrow(),
                        signature,
                        deposit,
                        entry,
                        until,
                        origin.source(),
                        origin.day(),
                        origin.basis(),
                        sound.text("note").orElse(""))),
                faults);
    }

    private Optional<LawChange> declaration(Cells cells, Consumer<Fault> faults) {
        var instrument = instrument(cells);
        var state = state(cells);
        var article = cells.needText("article");
        var kind = word(cells, "kind", "declaration_kinds", "kind of declaration");
        var effects = cells.need("effect_code", this::effects);
        var summary = cells.needText("summary");
        var from = cells.date("valid_from");
        var to = cells.date("valid_to");
        var origin = Origin.of(cells);
        cells.inOrder(from, to, "valid_to", "end", "beginning");
        return cells.whole(
                _ -> new LawChange.Declared(new Declaration(
                        instrument.orElseThrow(),
                        state.orElseThrow(),
                        article.orElseThrow(),
                        kind.orElseThrow(),
                        effects.orElseThrow(),
                        summary.orElseThrow(),
                        from,
                        to,
                        origin.source(),
                        origin.day(),
                        origin.basis())),
                faults);
    }

    /** Several codes are separated by |, unless a code has a value: then | separates its values. */
    private List<String> effects(Located cell) {
        Collection<String> known = law.vocabulary().words("effect_codes");
        int value = cell.text().indexOf('=');
        if (value >= 0) {
            new Located(cell.text().substring(0, value), cell.file(), cell.line()).oneOf(known, "effect code");
            return List.of(cell.text());
        }
        return cell.parts().stream()
                .map(part -> part.oneOf(known, "effect code"))
                .toList();
    }

    private Optional<LawChange> withdrawal(Cells cells, Consumer<Fault> faults) {
        var instrument = instrument(cells);
        var state = state(cells);
        var article = cells.needText("article");
        var on = cells.need("valid_to", Located::date);
        Origin.of(cells);
        return cells.whole(
                _ -> new LawChange.Withdrawn(
                        instrument.orElseThrow(), state.orElseThrow(), article.orElseThrow(), on.orElseThrow()),
                faults);
    }

    private Optional<LawChange> authority(Cells cells, Consumer<Fault> faults) {
        var state = state(cells);
        var function = word(cells, "function", "authority_functions", "function");
        var instrument = instrument(cells);
        var institution = cells.institution();
        var kind = word(cells, "kind", "authority_kinds", "kind of authority");
        var alwaysOn = cells.find("always_on", Located::truth).orElse(false);
        var url = cells.address("public_url");
        cells.date("valid_from");
        var origin = Origin.of(cells);
        return cells.whole(
                sound -> new LawChange.Named(new Authority(
                        state.orElseThrow(),
                        function.orElseThrow(),
                        instrument.orElseThrow(),
                        institution.orElseThrow(),
                        kind.orElseThrow(),
                        sound.list("languages"),
                        alwaysOn,
                        url,
                        origin.day(),
                        origin.basis(),
                        origin.source(),
                        sound.text("note").orElse(""))),
                faults);
    }

    private Optional<LawChange> authorityEnd(Cells cells, Consumer<Fault> faults) {
        var state = state(cells);
        var function = word(cells, "function", "authority_functions", "function");
        var instrument = instrument(cells);
        var institution = cells.needText("institution");
        cells.date("valid_to");
        Origin.of(cells);
        return cells.whole(
                _ -> new LawChange.NoLongerNamed(
                        state.orElseThrow(),
                        function.orElseThrow(),
                        instrument.orElseThrow(),
                        institution.orElseThrow()),
                faults);
    }

    private Optional<LawChange> provision(Cells cells, Consumer<Fault> faults) {
        var state = state(cells);
        var id = cells.need("act", ChangeReader::actId);
        var act = act(cells, state, id);
        var mapsTo = cells.need("maps_to", this::subject);
        var heading = cells.needText("heading");
        var summary = cells.needText("summary");
        var elements = cells.find("elements", ChangeReader::elements).orElse(Map.of());
        var inferred = cells.find(
                        "elements_basis", cell -> cell.oneOf(List.of("inferred", "read"), "basis of elements"))
                .filter("inferred"::equals)
                .isPresent();
        var penalty = cells.find("penalty_max_months", ChangeReader::months);
        var aggravated = cells.find("penalty_aggravated_max_months", ChangeReader::months);
        var recalled = cells.find("penalty_basis", Words::basis)
                .filter(Basis.RECALLED::equals)
                .isPresent();
        var coverage = word(cells, "coverage", "national_coverage", "coverage");
        var inForce = cells.find("in_force", Located::truth).orElse(true);
        var from = cells.date("valid_from");
        var to = cells.date("valid_to");
        var source = cells.source();
        var basis = cells.need("basis", Words::basis);
        var asOf = cells.need("as_of", NationalLawReader::month);
        var since = asOf.flatMap(day -> cells.find("since", cell -> NationalLawReader.since(cell, day)));
        cells.inOrder(from, to, "valid_to", "end", "beginning");
        if (penalty.isPresent()
                && aggravated.filter(most -> most < penalty.get()).isPresent()) {
            cells.fault(
                    "penalty_aggravated_max_months",
                    "the penalty of the graver case (" + aggravated.get() + " months) is below the ordinary one ("
                            + penalty.get() + ")");
        }
        return cells.whole(
                sound -> new LawChange.Enacted(
                        state.orElseThrow(),
                        act,
                        new NationalProvision(
                                mapsTo.orElseThrow(),
                                id.orElseThrow(),
                                sound.text("article"),
                                heading.orElseThrow(),
                                summary.orElseThrow(),
                                elements,
                                inferred,
                                penalty,
                                aggravated,
                                recalled,
                                coverage.orElseThrow(),
                                inForce,
                                from,
                                to,
                                since,
                                source.orElseThrow(),
                                basis.orElseThrow(),
                                sound.text("seen"),
                                asOf.orElseThrow())),
                faults);
    }

    /** The act comes along where its title is given; otherwise the State must have it already. */
    private Optional<Act> act(Cells cells, Optional<StateCode> state, Optional<String> id) {
        var title = cells.text("act_title");
        var enacted = cells.find("act_enacted", Located::number);
        var url = cells.address("act_url");
        if (title.isPresent()) {
            return id.map(known -> new Act(
                    known, title.get(), cells.text("act_title_original"), cells.text("act_citation"), enacted, url));
        }
        if (state.isPresent() && id.isPresent()) {
            List<Act> acts = law.nationalLaw(state.get()).map(NationalLaw::acts).orElse(List.of());
            if (acts.stream().noneMatch(act -> act.id().equals(id.get()))) {
                cells.fault(
                        "act",
                        "there is no act “" + id.get() + "” in the law of " + state.get() + "; "
                                + (acts.isEmpty()
                                        ? "none is known yet"
                                        : "known are "
                                                + acts.stream().map(Act::id).collect(Collectors.joining(", ")))
                                + ". For a new act give its title too");
            }
        }
        return Optional.empty();
    }

    private static String actId(Located cell) {
        if (!cell.text().matches("[A-Za-z0-9][\\w.-]{0,79}")) {
            throw cell.fault("“" + cell.text()
                    + "” can't be the short name of an act; write letters, digits and hyphens, such as penal-code");
        }
        return cell.text();
    }

    private String subject(Located cell) {
        if (law.provision(cell.text()).isEmpty() && !law.offences().contains(cell.text())) {
            throw cell.fault("there is no provision “" + cell.text()
                    + "” in the data set; write instrument and article, such as ets185:2");
        }
        return cell.text();
    }

    private static int months(Located cell) {
        int months = cell.number();
        if (months < 0 || months > 9999) {
            throw cell.fault("“" + cell.text() + "” is no number of months; write 0 to 9998, or 9999 for life");
        }
        return months;
    }

    /** {@code requires_intent=true|requires_harm=false}; what is not named is not known. */
    private static Map<String, Boolean> elements(Located cell) {
        Map<String, Boolean> elements = new TreeMap<>();
        for (Located part : cell.parts()) {
            int sign = part.text().indexOf('=');
            if (sign < 0) {
                throw part.fault("“" + part.text() + "” is no element; write it as requires_intent=true");
            }
            String name = new Located(part.text().substring(0, sign).strip(), part.file(), part.line())
                    .oneOf(NationalLawReader.ELEMENTS, "element");
            elements.put(name, new Located(part.text().substring(sign + 1).strip(), part.file(), part.line()).truth());
        }
        return elements;
    }

    private Optional<LawChange> repeal(Cells cells, Consumer<Fault> faults) {
        var state = state(cells);
        var mapsTo = cells.need("maps_to", this::subject);
        var act = cells.needText("act");
        var on = cells.need("valid_to", Located::date);
        Origin.of(cells);
        return cells.whole(
                sound -> new LawChange.Repealed(
                        state.orElseThrow(),
                        mapsTo.orElseThrow(),
                        act.orElseThrow(),
                        sound.text("article"),
                        on.orElseThrow()),
                faults);
    }

    private Optional<LawChange> entryIntoForce(Cells cells, Consumer<Fault> faults) {
        var instrument = instrument(cells);
        var on = cells.need("in_force", Located::date);
        var origin = Origin.of(cells);
        return cells.whole(
                _ -> new LawChange.EntersIntoForce(
                        instrument.orElseThrow(), on.orElseThrow(), origin.source(), origin.day(), origin.basis()),
                faults);
    }

    private Optional<String> instrument(Cells cells) {
        return cells.need("instrument", cell -> cell.oneOf(sorted(instruments), "instrument"));
    }

    private Optional<StateCode> state(Cells cells) {
        return cells.need("state", cell -> {
            StateCode code = Words.state(cell);
            if (!states.contains(code.value())) {
                throw cell.fault("there is no State “" + code + "” in the data set");
            }
            return code;
        });
    }

    private Optional<String> word(Cells cells, String column, String list, String what) {
        return cells.need(column, cell -> cell.oneOf(law.vocabulary().words(list), what));
    }

    private static List<String> sorted(Collection<String> words) {
        List<String> sorted = new ArrayList<>(words);
        sorted.sort(null);
        return sorted;
    }

    /** Where a fact comes from; each part is empty while at fault. */
    private record Origin(Optional<String> cited, Optional<LocalDate> asOf, Optional<Basis> sure) {

        static Origin of(Cells cells) {
            return new Origin(cells.source(), cells.need("as_of", Located::date), cells.need("basis", Words::basis));
        }

        String source() {
            return cited.orElseThrow();
        }

        LocalDate day() {
            return asOf.orElseThrow();
        }

        Basis basis() {
            return sure.orElseThrow();
        }
    }
}
