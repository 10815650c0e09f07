package org.comity.law;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.comity.law.NationalLaw.Act;
import org.comity.law.NationalLaw.NationalProvision;

/** Applies changes to copies of the rows of a law base, one after the other; each must fit what stands by then. */
final class Amending {

    private final LawBase law;
    final Map<String, Instrument> instruments;
    final Map<StateCode, List<Status>> statuses;
    final Map<StateCode, List<Declaration>> declarations;
    final Map<StateCode, List<Authority>> authorities;
    final Map<StateCode, NationalLaw> nationalLaws = new HashMap<>();

    /** The maps are copies that this amending may fill with new lists. */
    Amending(
            LawBase law,
            Map<String, Instrument> instruments,
            Map<StateCode, List<Status>> statuses,
            Map<StateCode, List<Declaration>> declarations,
            Map<StateCode, List<Authority>> authorities) {
        this.law = law;
        this.instruments = instruments;
        this.statuses = statuses;
        this.declarations = declarations;
        this.authorities = authorities;
    }

    /** @throws InvalidLawChangeException if the change names what is not there */
    void apply(LawChange change) {
        switch (change) {
            case LawChange.Tied tied -> tie(tied.status());
            case LawChange.Declared declared -> declare(declared.declaration());
            case LawChange.Withdrawn withdrawn -> withdraw(withdrawn);
            case LawChange.EntersIntoForce enters -> enterIntoForce(enters);
            case LawChange.Named named -> name(named.authority());
            case LawChange.NoLongerNamed gone -> unname(gone);
            case LawChange.Enacted enacted -> enact(enacted);
            case LawChange.Repealed repealed -> repeal(repealed);
        }
    }

    private void tie(Status status) {
        state(status.state());
        instrument(status.instrument());
        put(statuses, status.state(), status, old -> old.instrument().equals(status.instrument()));
    }

    private void declare(Declaration declaration) {
        state(declaration.state());
        instrument(declaration.instrument());
        put(declarations, declaration.state(), declaration, old -> key(old).equals(key(declaration)));
    }

    private static List<?> key(Declaration d) {
        return List.of(d.instrument(), d.article(), d.kind(), d.effects());
    }

    private void withdraw(LawChange.Withdrawn gone) {
        state(gone.state());
        Predicate<Declaration> meant = d -> d.instrument().equals(gone.instrument())
                && d.article().equals(gone.article())
                && d.canBeWithdrawn()
                && !d.withdrawnBy(gone.on());
        List<Declaration> rows = declarations.getOrDefault(gone.state(), List.of());
        if (rows.stream().noneMatch(meant)) {
            throw new InvalidLawChangeException(knowing(
                            Saying.of("change.nothing-to-withdraw"),
                            rows.stream()
                                    .filter(d -> d.instrument().equals(gone.instrument()))
                                    .filter(d -> d.canBeWithdrawn() && !d.withdrawnBy(gone.on()))
                                    .map(Declaration::article))
                    .with("state", state(gone.state()))
                    .with("article", gone.article())
                    .with("instrument", gone.instrument())
                    .with("day", gone.on()));
        }
        declarations.put(gone.state(), replaced(rows, meant, declaration -> declaration.withdrawnOn(gone.on())));
    }

    private void enterIntoForce(LawChange.EntersIntoForce enters) {
        Instrument instrument = instrument(enters.instrument());
        instruments.put(
                instrument.id(), instrument.inForceFrom(enters.on(), enters.source(), enters.asOf(), enters.basis()));
    }

    private void name(Authority authority) {
        state(authority.state());
        instrument(authority.instrument());
        put(authorities, authority.state(), authority, old -> key(old).equals(key(authority)));
    }

    private static List<?> key(Authority a) {
        return List.of(a.function(), a.instrument(), a.institution());
    }

    private void unname(LawChange.NoLongerNamed gone) {
        state(gone.state());
        Predicate<Authority> meant =
                a -> key(a).equals(List.of(gone.function(), gone.instrument(), gone.institution()));
        List<Authority> rows = authorities.getOrDefault(gone.state(), List.of());
        if (rows.stream().noneMatch(meant)) {
            throw new InvalidLawChangeException(
                    knowing(Saying.of("change.not-named"), rows.stream().map(Authority::institution))
                            .with("institution", gone.institution())
                            .with("state", state(gone.state()))
                            .with("function", gone.function())
                            .with("instrument", gone.instrument()));
        }
        authorities.put(gone.state(), rows.stream().filter(meant.negate()).toList());
    }

    private void enact(LawChange.Enacted enacted) {
        NationalProvision provision = enacted.provision();
        NationalLaw old = law(enacted.state());
        String mapsTo = provision.mapsTo();
        if (law.provision(mapsTo).isEmpty() && !law.offences().contains(mapsTo)) {
            throw new InvalidLawChangeException(
                    Saying.of("change.no-such-provision").with("provision", mapsTo));
        }
        List<Act> acts = new ArrayList<>(old.acts());
        enacted.act().ifPresent(act -> {
            acts.removeIf(a -> a.id().equals(act.id()));
            acts.add(act);
        });
        if (acts.stream().noneMatch(a -> a.id().equals(provision.act()))) {
            throw new InvalidLawChangeException(
                    knowing(Saying.of("change.no-such-act"), acts.stream().map(Act::id))
                            .with("act", provision.act())
                            .with("state", state(enacted.state())));
        }
        List<NationalProvision> provisions = new ArrayList<>(old.provisions().stream()
                .flatMap(row -> sameArticle(row, mapsTo, provision.act(), provision.article())
                        ? provision.validFrom().filter(row::inForceOn).map(row::until).stream()
                        : Stream.of(row))
                .toList());
        provisions.add(provision);
        nationalLaws.put(enacted.state(), old.holding(acts, provisions));
    }

    private void repeal(LawChange.Repealed repealed) {
        NationalLaw old = law(repealed.state());
        Predicate<NationalProvision> meant =
                row -> sameArticle(row, repealed.mapsTo(), repealed.act(), repealed.article())
                        && row.inForceOn(repealed.on().minusDays(1));
        if (old.provisions().stream().noneMatch(meant)) {
            throw new InvalidLawChangeException(knowing(
                            Saying.of("change.nothing-to-repeal"),
                            old.provisions().stream()
                                    .filter(row -> row.mapsTo().equals(repealed.mapsTo()))
                                    .map(row -> place(row.act(), row.article())))
                    .with("place", place(repealed.act(), repealed.article()))
                    .with("state", state(repealed.state()))
                    .with("provision", repealed.mapsTo())
                    .with("day", repealed.on()));
        }
        nationalLaws.put(
                repealed.state(),
                old.holding(old.acts(), replaced(old.provisions(), meant, row -> row.until(repealed.on()))));
    }

    private static boolean sameArticle(NationalProvision row, String mapsTo, String act, Optional<String> article) {
        return row.mapsTo().equals(mapsTo)
                && row.act().equals(act)
                && row.article().equals(article);
    }

    private NationalLaw law(StateCode code) {
        state(code);
        NationalLaw amended = nationalLaws.get(code);
        return amended != null ? amended : law.nationalLaw(code).orElseGet(() -> NationalLaw.unknown(code, law.asOf()));
    }

    private State state(StateCode code) {
        return law.state(code)
                .orElseThrow(() -> new InvalidLawChangeException(
                        Saying.of("change.no-such-state").with("code", code.value())));
    }

    private Instrument instrument(String id) {
        Instrument instrument = instruments.get(id);
        if (instrument == null) {
            throw new InvalidLawChangeException(
                    knowing(Saying.of("change.no-such-instrument"), instruments.keySet().stream())
                            .with("instrument", id));
        }
        return instrument;
    }

    private static <T> void put(Map<StateCode, List<T>> rows, StateCode state, T row, Predicate<T> sameKey) {
        List<T> kept = new ArrayList<>(rows.getOrDefault(state, List.of()));
        kept.removeIf(sameKey);
        kept.add(row);
        rows.put(state, List.copyOf(kept));
    }

    private static <T> List<T> replaced(List<T> rows, Predicate<T> meant, UnaryOperator<T> by) {
        Function<T, T> change = row -> meant.test(row) ? by.apply(row) : row;
        return rows.stream().map(change).toList();
    }

    private static String place(String act, Optional<String> article) {
        return article.map(a -> act + " " + a).orElse(act);
    }

    /** Fills the gap {@code known} with what could have been named instead. */
    private static Saying knowing(Saying wrong, Stream<String> standing) {
        List<String> known = standing.distinct().toList();
        return wrong.with(
                "known",
                known.isEmpty()
                        ? Saying.of("change.known.none")
                        : Saying.of("change.known").with("list", String.join(", ", known)));
    }
}
