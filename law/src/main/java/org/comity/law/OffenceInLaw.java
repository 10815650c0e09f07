package org.comity.law;

import static org.comity.law.ConductProfile.Attempt.COVERED;
import static org.comity.law.ConductProfile.Attempt.NOT_COVERED;
import static org.comity.law.ConductProfile.Attempt.OPEN;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.comity.law.ConductProfile.Attempt;
import org.comity.law.ConductProfile.Reach;
import org.comity.law.NationalLaw.NationalProvision;

/** Looks an offence up in the national law of a State. */
final class OffenceInLaw {

    private final LawBase law;
    private final State state;
    private final Optional<String> conduct;
    private final LocalDate on;

    OffenceInLaw(LawBase law, State state, RouteQuery query) {
        this(law, state, query.offence(), query.on());
    }

    OffenceInLaw(LawBase law, State state, Offence offence, LocalDate on) {
        this.law = law;
        this.state = state;
        this.conduct = switch (offence) {
            case Offence.Other _ -> Optional.empty();
            case Offence.Described described -> Optional.of(law.conduct(described.provision()));
        };
        this.on = on;
    }

    OffenceInLaw(LawBase law, StateCode state, Offence offence, LocalDate on) {
        this(
                law,
                law.state(state)
                        .orElseThrow(() ->
                                new InvalidRouteQueryException("There is no State “" + state + "” in the data set.")),
                offence,
                on);
    }

    /** A provision of national law, and how it reaches the conduct. */
    record Reaching(NationalProvision row, Reach reach) {}

    /** A provision of national law, and the day from which on it is known to be law. */
    record KnownLater(NationalProvision row, LocalDate from) {}

    State state() {
        return state;
    }

    /** The rows of the State's law on the conduct: full before partial, verified before recalled. */
    List<NationalProvision> rows() {
        return conduct.map(this::inForce).orElse(List.of()).stream()
                .sorted(Comparator.comparing(NationalProvision::coverage).thenComparing(NationalProvision::basis))
                .toList();
    }

    /** A row that makes the conduct an offence and is known to be law only later than on the day; the earliest of them. */
    Optional<KnownLater> knownLater() {
        return law.nationalLaw(state.code()).stream()
                .flatMap(national -> national.provisions().stream()
                        .filter(row -> row.inForce() && row.covers())
                        .filter(row -> conduct.filter(row.mapsTo()::equals).isPresent())
                        .flatMap(row -> national.appliesFrom(row).filter(on::isBefore).stream()
                                .map(day -> new KnownLater(row, day))))
                .min(Comparator.comparing(KnownLater::from));
    }

    private List<NationalProvision> inForce(String provision) {
        return law.nationalLaw(state.code()).map(l -> l.on(provision, on)).orElse(List.of());
    }

    /** The rows that make the conduct an offence, and how they reach it. */
    List<Reaching> reaching() {
        return rows().stream()
                .filter(NationalProvision::covers)
                .map(row -> new Reaching(row, reach(row)))
                .toList();
    }

    /** All that dual criminality depends on. */
    ConductProfile profile() {
        Set<Reach> reaches = new LinkedHashSet<>();
        reaching().forEach(reaching -> reaches.add(reaching.reach()));
        return new ConductProfile(described(), reaches, absence().isPresent());
    }

    Elements described() {
        return treaty().always();
    }

    private OffenceElements treaty() {
        return conduct.map(law::elements).orElse(OffenceElements.NONE);
    }

    /** The declarations in force that change this offence in the State's law. */
    List<Declaration> declared() {
        return law.declarationsOf(state.code()).stream()
                .filter(d -> d.inForceOn(on) && !effects(d).isEmpty())
                .toList();
    }

    /** The provision of the treaty that the declaration is about. */
    String treatyProvision(Declaration declaration) {
        return effects(declaration).stream()
                .flatMap(effect -> effect.offences().stream())
                .filter(o -> conduct.filter(law.conduct(o)::equals).isPresent())
                .findFirst()
                .orElse(declaration.instrument());
    }

    /** What the declaration changes in this offence. */
    List<OffenceEffect> effects(Declaration declaration) {
        return law.offenceEffects(declaration).stream()
                .filter(effect -> effect.offences().stream()
                        .anyMatch(o -> conduct.filter(law.conduct(o)::equals).isPresent()))
                .toList();
    }

    private Reach reach(NationalProvision row) {
        List<OffenceEffect> effects =
                declared().stream().flatMap(d -> effects(d).stream()).toList();
        Elements declared = effects.stream().map(OffenceEffect::asks).reduce(Elements.NONE, Elements::and);
        boolean known = !row.elementsInferred();
        Elements worded = known ? said(row, true).withIncluded() : Elements.NONE;
        Elements denied = known ? said(row, false).withIncluding() : Elements.NONE;
        Elements hinted = known ? Elements.NONE : said(row, true);
        Elements asks = worded.and(declared);
        return new Reach(
                row.coverage().equals("full"),
                row.readInTheLaw(),
                asks,
                row.readInTheLaw() ? worded : Elements.NONE,
                treaty().mayAsk().and(hinted).without(denied).without(asks),
                attempt(row, effects),
                effects.stream().anyMatch(OffenceEffect::narrows));
    }

    private static Elements said(NationalProvision row, boolean asked) {
        return Elements.of(List.of(Element.values()).stream()
                .filter(element -> element.in(row).filter(said -> said == asked).isPresent())
                .toList());
    }

    /** By the row's own word; else by the State's rule on attempt, where the treaty gives it to this offence. */
    private Attempt attempt(NationalProvision row, List<OffenceEffect> effects) {
        Optional<Boolean> own = Optional.ofNullable(row.elements().get("covers_attempt"));
        if (own.isPresent()) {
            return own.get() ? COVERED : NOT_COVERED;
        }
        boolean limited = effects.stream().anyMatch(OffenceEffect::limitsAttempt);
        return !limited && attemptRule().isPresent() ? COVERED : OPEN;
    }

    /** The State's general rule that makes the attempt of this offence one too. */
    Optional<NationalProvision> attemptRule() {
        return conduct.stream()
                .flatMap(c -> law.attemptRules(c).stream())
                .flatMap(rule -> inForce(rule).stream())
                .filter(row -> row.coverage().equals("full")
                        && !row.elementsInferred()
                        && Boolean.TRUE.equals(row.elements().get("covers_attempt")))
                .findFirst();
    }

    /** The longest custodial sentence of the basic offence, in months. */
    Optional<Integer> ceiling() {
        return rows().stream()
                .filter(NationalProvision::covers)
                .flatMap(row -> row.penaltyMaxMonths().stream())
                .max(Comparator.naturalOrder());
    }

    /** A row, read in the law itself, that says that the conduct is no offence. */
    Optional<NationalProvision> absence() {
        return rows().stream()
                .filter(row -> row.coverage().equals("none") && row.readInTheLaw())
                .findFirst();
    }

    /** Where a row stands, such as “Criminal Code, art. 154-A”. */
    String cite(NationalProvision row) {
        String act = law.nationalLaw(state.code())
                .flatMap(l -> l.act(row.act()))
                .map(NationalLaw.Act::title)
                .orElse(row.act());
        return act + row.article().map(a -> ", art. " + a).orElse("");
    }
}
