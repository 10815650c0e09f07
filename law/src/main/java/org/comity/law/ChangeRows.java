package org.comity.law;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.comity.law.NationalLaw.Act;
import org.comity.law.NationalLaw.NationalProvision;

/** Writes facts of a law base as the rows that {@link ChangeReader} reads; an empty cell is a fact that is not known. */
public final class ChangeRows {

    private ChangeRows() {}

    public static SequencedMap<String, String> of(Status status) {
        return row(
                "instrument", status.instrument(),
                "state", status.state(),
                "method", status.method().code(),
                "signature", status.signature(),
                "ratification", status.deposit(),
                "entry_into_force", status.entryIntoForce(),
                "bound_until", status.boundUntil(),
                "note", status.note(),
                "source", status.source(),
                "as_of", status.asOf(),
                "basis", status.basis().code());
    }

    public static SequencedMap<String, String> of(Declaration declaration) {
        return row(
                "instrument", declaration.instrument(),
                "state", declaration.state(),
                "article", declaration.article(),
                "kind", declaration.kind(),
                "effect_code", String.join("|", declaration.effects()),
                "valid_from", declaration.validFrom(),
                "valid_to", declaration.validTo(),
                "summary", declaration.summary(),
                "source", declaration.source(),
                "as_of", declaration.asOf(),
                "basis", declaration.basis().code());
    }

    public static SequencedMap<String, String> of(Authority authority) {
        return row(
                "state", authority.state(),
                "function", authority.function(),
                "instrument", authority.instrument(),
                "institution", authority.institution(),
                "kind", authority.kind(),
                "languages", String.join("|", authority.languages()),
                "always_on", authority.alwaysOn(),
                "public_url", authority.url(),
                "note", authority.note(),
                "source", authority.source(),
                "as_of", authority.lastConfirmed(),
                "basis", authority.basis().code());
    }

    /** @param act the act in which it stands */
    public static SequencedMap<String, String> of(StateCode state, Optional<Act> act, NationalProvision provision) {
        return row(
                "state", state,
                "act", provision.act(),
                "act_title", act.map(Act::title),
                "act_title_original", act.flatMap(Act::originalTitle),
                "act_citation", act.flatMap(Act::citation),
                "act_enacted", act.flatMap(Act::enacted),
                "act_url", act.flatMap(Act::url),
                "maps_to", provision.mapsTo(),
                "article", provision.article(),
                "heading", provision.heading(),
                "summary", provision.summary(),
                "elements",
                        provision.elements().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(element -> element.getKey() + "=" + element.getValue())
                                .collect(Collectors.joining("|")),
                "elements_basis", provision.elementsInferred() ? "inferred" : "",
                "penalty_max_months", provision.penaltyMaxMonths(),
                "penalty_aggravated_max_months", provision.penaltyAggravatedMaxMonths(),
                "penalty_basis", provision.penaltyRecalled() ? Basis.RECALLED.code() : "",
                "coverage", provision.coverage(),
                "in_force", provision.inForce(),
                "valid_from", provision.validFrom(),
                "valid_to", provision.validTo(),
                "since", provision.knownSince(),
                "seen", provision.seen(),
                "source", provision.source(),
                "as_of", provision.asOf(),
                "basis", provision.basis().code());
    }

    /** The row that a change brings; of an end, the words that name what ends. */
    public static SequencedMap<String, String> of(LawChange change, LawBase law) {
        return switch (change) {
            case LawChange.Tied(Status row) -> of(row);
            case LawChange.Declared(Declaration row) -> of(row);
            case LawChange.Named(Authority row) -> of(row);
            case LawChange.Enacted(StateCode state, Optional<Act> act, NationalProvision row) ->
                of(state, act.or(() -> law.nationalLaw(state).flatMap(national -> national.act(row.act()))), row);
            case LawChange.Withdrawn gone ->
                row(
                        "instrument", gone.instrument(),
                        "state", gone.state(),
                        "article", gone.article(),
                        "valid_to", gone.on());
            case LawChange.NoLongerNamed gone ->
                row(
                        "state", gone.state(),
                        "function", gone.function(),
                        "instrument", gone.instrument(),
                        "institution", gone.institution());
            case LawChange.Repealed gone ->
                row(
                        "state", gone.state(),
                        "maps_to", gone.mapsTo(),
                        "act", gone.act(),
                        "article", gone.article(),
                        "valid_to", gone.on());
            case LawChange.EntersIntoForce enters ->
                row("instrument", enters.instrument(), "in_force", enters.on(), "source", enters.source());
        };
    }

    /** All rows of one State in one form; none for a form that says only that something ends. */
    public static List<SequencedMap<String, String>> all(ChangeForm form, LawBase law, StateCode state) {
        return switch (form) {
            case STATUS -> law.statusesOf(state).stream().map(ChangeRows::of).toList();
            case DECLARATION ->
                law.declarationsOf(state).stream().map(ChangeRows::of).toList();
            case AUTHORITY ->
                law.authoritiesOf(state).stream().map(ChangeRows::of).toList();
            case PROVISION ->
                law.nationalLaw(state).stream()
                        .flatMap(national ->
                                national.provisions().stream().map(row -> of(state, national.act(row.act()), row)))
                        .toList();
            case WITHDRAWAL, AUTHORITY_END, REPEAL, ENTRY_INTO_FORCE -> List.of();
        };
    }

    /** The row that the change is about, as it stands in this law base. */
    public static Optional<SequencedMap<String, String>> concernedBy(LawChange change, LawBase law) {
        return switch (change) {
            case LawChange.Tied(Status row) ->
                law.status(row.state(), row.instrument()).map(ChangeRows::of);
            case LawChange.Declared(Declaration row) ->
                declaration(
                        law,
                        row.state(),
                        row.instrument(),
                        row.article(),
                        old -> old.kind().equals(row.kind()) && old.effects().equals(row.effects()));
            case LawChange.Withdrawn gone ->
                declaration(law, gone.state(), gone.instrument(), gone.article(), _ -> true);
            case LawChange.Named(Authority row) ->
                authority(law, row.state(), row.function(), row.instrument(), row.institution());
            case LawChange.NoLongerNamed gone ->
                authority(law, gone.state(), gone.function(), gone.instrument(), gone.institution());
            case LawChange.Enacted(StateCode state, Optional<Act> _, NationalProvision row) ->
                provision(law, state, row.mapsTo(), row.act(), row.article());
            case LawChange.Repealed gone -> provision(law, gone.state(), gone.mapsTo(), gone.act(), gone.article());
            case LawChange.EntersIntoForce enters ->
                law.instrument(enters.instrument())
                        .map(instrument -> row(
                                "instrument", instrument.id(),
                                "in_force", instrument.inForce(),
                                "source", instrument.source(),
                                "as_of", instrument.asOf(),
                                "basis", instrument.basis().code()));
        };
    }

    /** The provision of national law that these words name, in its newest form. */
    public static Optional<SequencedMap<String, String>> provision(
            LawBase law, String state, String mapsTo, String act, String article) {
        return law.states().stream()
                .map(State::code)
                .filter(code -> code.value().equals(state))
                .findFirst()
                .flatMap(code ->
                        provision(law, code, mapsTo, act, Optional.of(article).filter(a -> !a.isEmpty())));
    }

    private static Optional<SequencedMap<String, String>> declaration(
            LawBase law, StateCode state, String instrument, String article, Predicate<Declaration> meant) {
        return last(law.declarationsOf(state).stream()
                        .filter(row -> row.instrument().equals(instrument)
                                && row.article().equals(article)
                                && meant.test(row))
                        .toList())
                .map(ChangeRows::of);
    }

    private static Optional<SequencedMap<String, String>> authority(
            LawBase law, StateCode state, String function, String instrument, String institution) {
        return law.authoritiesOf(state).stream()
                .filter(row -> row.function().equals(function)
                        && row.instrument().equals(instrument)
                        && row.institution().equals(institution))
                .findFirst()
                .map(ChangeRows::of);
    }

    private static Optional<SequencedMap<String, String>> provision(
            LawBase law, StateCode state, String mapsTo, String act, Optional<String> article) {
        return law.nationalLaw(state)
                .flatMap(national -> last(national.provisions().stream()
                                .filter(row -> row.mapsTo().equals(mapsTo)
                                        && row.act().equals(act)
                                        && row.article().equals(article))
                                .toList())
                        .map(row -> of(state, national.act(row.act()), row)));
    }

    /** The newest of several forms of an article stands last. */
    private static <T> Optional<T> last(List<T> rows) {
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.getLast());
    }

    private static SequencedMap<String, String> row(Object... columnsAndValues) {
        SequencedMap<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < columnsAndValues.length; i += 2) {
            Object value = columnsAndValues[i + 1];
            row.put(
                    (String) columnsAndValues[i],
                    value instanceof Optional<?> maybe
                            ? maybe.map(Object::toString).orElse("")
                            : value.toString());
        }
        return row;
    }
}
