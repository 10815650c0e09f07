package org.comity.law;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.comity.law.NationalLaw.NationalProvision;
import org.comity.law.RouteRules.Fit;
import org.comity.law.RouteRules.When;

/**
 * What the standing of each route depends on, State by State, on one day: for whoever asks about very many pairs.
 *
 * <p>Two pairs of States with equal facts have the same standing, so the planner need be asked only once for both. The
 * facts are what the planner looks at, never what it concludes: they may tell apart what the planner treats alike, but
 * must not do the opposite. Routes are named by their place in the data set; they stay the same when facts change.
 */
public final class RouteFacts {

    /** What two pairs must have in common, told as values with {@code equals}. */
    public interface Traits {

        /** Whether these alone close the route, so that no other fact matters. */
        default boolean close() {
            return false;
        }
    }

    /** Of the instrument and the question, the same for every pair. */
    private record Asked(boolean inForce, Fit fit, boolean anyData, List<Boolean> forData, List<Boolean> listed)
            implements Traits {}

    /** Of a State that the instrument does not bind. */
    private record NotBound(boolean hasRow) implements Traits {

        @Override
        public boolean close() {
            return true;
        }
    }

    /** Of a State that the instrument binds, or may bind. */
    private record Bound(Status.Tie tie, List<Boolean> alsoBoundBy, boolean declares, Set<String> declared)
            implements Traits {}

    /** Of the national law on an offence. */
    private record InLaw(ConductProfile conduct, Penalties penalties) implements Traits {}

    /** Which of the thresholds the law reaches, as bits. */
    private record Penalties(boolean covers, int reached, int reachedByAny, int aggravated, boolean certain)
            implements Traits {}

    /** What the routes ask for; the rules of a data set stay when facts change. */
    private record Rules(
            List<RouteRules> routes,
            List<Integer> thresholds,
            boolean[] penaltyOfRequesting,
            boolean[] penaltyOfRequested) {

        static Rules of(List<RouteRules> routes) {
            Rules rules = new Rules(
                    routes,
                    routes.stream()
                            .flatMap(RouteFacts::thresholds)
                            .distinct()
                            .sorted()
                            .toList(),
                    new boolean[routes.size()],
                    new boolean[routes.size()]);
            for (int route = 0; route < routes.size(); route++) {
                for (Condition.Penalty penalty : routes.get(route).thresholds()) {
                    (penalty.ofRequesting() ? rules.penaltyOfRequesting : rules.penaltyOfRequested)[route] = true;
                }
            }
            return rules;
        }
    }

    private final LawBase law;
    private final LocalDate on;
    private final RoutePlanner planner;
    private final Rules rules;
    private final List<RouteRules> routes;
    private final Map<String, Map<Status.Tie, Boolean>> closing = new HashMap<>();

    public RouteFacts(LawBase law, LocalDate on) {
        this(law, on, Rules.of(law.routes()));
    }

    private RouteFacts(LawBase law, LocalDate on, Rules rules) {
        this.law = law;
        this.on = on;
        this.rules = rules;
        planner = new RoutePlanner(law);
        routes = rules.routes();
    }

    /** The facts of the same data set after changes, or on another day. */
    public RouteFacts under(LawBase changed, LocalDate day) {
        return new RouteFacts(changed, day, changed.routes() == routes ? rules : Rules.of(changed.routes()));
    }

    /** The days on which a fact of this State may change; on all others its facts are those of the day before. */
    public static Set<LocalDate> turningDays(LawBase law, StateCode state) {
        Set<LocalDate> days = new TreeSet<>();
        law.statusesOf(state).forEach(status -> {
            status.deposit().ifPresent(days::add);
            status.entryIntoForce().ifPresent(days::add);
            status.boundUntil().map(last -> last.plusDays(1)).ifPresent(days::add);
            days.add(status.asOf());
        });
        law.declarationsOf(state).forEach(declaration -> {
            declaration.validFrom().ifPresent(days::add);
            declaration.validTo().ifPresent(days::add);
        });
        law.nationalLaw(state)
                .ifPresent(national -> national.provisions().forEach(provision -> {
                    national.appliesFrom(provision).ifPresent(days::add);
                    provision.validTo().ifPresent(days::add);
                }));
        return days;
    }

    /** The days on which a fact may change for every State at once: an instrument enters into force or replaces another. */
    public static Set<LocalDate> turningDays(LawBase law) {
        Set<LocalDate> days = new TreeSet<>();
        law.instruments().forEach(instrument -> {
            instrument.inForce().ifPresent(days::add);
            instrument.appliesFrom().ifPresent(days::add);
        });
        law.replacements().forEach(replacement -> days.add(replacement.from()));
        return days;
    }

    /** How many routes there are; they are numbered from 0. */
    public int routes() {
        return routes.size();
    }

    /** The provision of the route, such as {@code ets185:29}. */
    public String provision(int route) {
        return routes.get(route).provision().id();
    }

    /** What leaves the requested State out, or is no way between two States, serves nothing here. */
    public boolean serves(int route, Measure measure, DataCategory data) {
        RouteRules rules = routes.get(route);
        return rules.isBetweenStates()
                && rules.serves().containsKey(measure)
                && rules.provision().covers(data);
    }

    /** Whether the conduct can matter: the route may ask for dual criminality. */
    public boolean asksConduct(int route) {
        return switch (routes.get(route).dualCriminality().when()) {
            case NEVER, NOT_APPLICABLE -> false;
            case MAY_REFUSE, REQUIRED, ONLY_IF_RESERVED, LIST_EXEMPT -> true;
        };
    }

    /** Whether the penalty in the law of the requesting State can matter. */
    public boolean asksPenaltyOfRequesting(int route) {
        return rules.penaltyOfRequesting()[route];
    }

    /** Whether the penalty in the law of the requested State can matter. */
    public boolean asksPenaltyOfRequested(int route) {
        return rules.penaltyOfRequested()[route];
    }

    /** The offence that stands for all that are the same conduct: to every route they are one. */
    public Offence conduct(Offence offence) {
        return switch (offence) {
            case Offence.Other _ -> Offence.other("");
            case Offence.Described described -> new Offence.Described(law.conduct(described.provision()));
        };
    }

    /** Whether the instrument of the route is in force and applied. */
    public boolean inForce(int route) {
        return instrument(routes.get(route)).inForceOn(on);
    }

    /** What the route makes of the question, before any State is looked at; the route must serve the measure. */
    public Traits asked(int route, Measure measure, DataCategory data, Offence offence) {
        RouteRules rules = routes.get(route);
        RouteRules.DualCriminalityRule dual = rules.dualCriminality();
        List<Boolean> forData = Stream.concat(
                        rules.conditions().stream().map(c -> c.head().forData()), Stream.of(dual.forData()))
                .map(categories -> categories.isEmpty() || categories.contains(data))
                .toList();
        List<Boolean> listed = Stream.concat(
                        rules.conditions().stream().flatMap(RouteFacts::exceptions), Stream.of(dual.offenceExempt()))
                .map(offences -> isOneOf(offence, offences))
                .toList();
        Fit fit = rules.serves().get(measure);
        if (fit == null) {
            throw new IllegalArgumentException(provision(route) + " does not serve " + measure.code());
        }
        return new Asked(inForce(route), fit, data == DataCategory.ANY, forData, listed);
    }

    /** What ties the State to the route, whichever side it stands on. */
    public Traits tie(int route, StateCode state) {
        RouteRules rules = routes.get(route);
        Instrument instrument = instrument(rules);
        Optional<Status.Tie> tie = law.status(state, instrument.id()).map(s -> s.on(on, instrument.inForce()));
        if (tie.isEmpty() || !instrument.inForceOn(on) || closes(rules, instrument, state, tie.get())) {
            return new NotBound(tie.isPresent());
        }
        Set<String> relevant = new TreeSet<>(rules.dualCriminality().reservedBy());
        relevant.addAll(rules.dualCriminality().reservedForCoercionBy());
        rules.conditions().stream().flatMap(RouteFacts::effects).forEach(relevant::addAll);
        List<Declaration> declarations = law.declarationsOf(state);
        Set<String> declared = new TreeSet<>();
        for (Declaration declaration : declarations) {
            declaration.effects().stream().filter(relevant::contains).forEach(effect -> {
                if (declaration.inForceOn(on)) {
                    declared.add(declaration.instrument() + " " + effect);
                } else if (declaration.withdrawnBy(on)) {
                    declared.add(declaration.instrument() + " " + effect + " withdrawn");
                }
            });
        }
        return new Bound(
                tie.get(),
                others(rules).map(id -> law.boundOn(state, id, on)).toList(),
                rules.dualCriminality().when() == When.ONLY_IF_RESERVED
                        && declarations.stream().anyMatch(d -> d.instrument().equals(instrument.id())),
                declared);
    }

    /** What the law of the State says on the offence. */
    public Traits inLaw(StateCode state, Offence offence) {
        State found = law.state(state).orElseThrow();
        OffenceInLaw there = new OffenceInLaw(law, found, offence, on);
        return new InLaw(there.profile(), penalties(there.rows()));
    }

    private Penalties penalties(List<NationalProvision> rows) {
        List<NationalProvision> covering =
                rows.stream().filter(NationalProvision::covers).toList();
        return new Penalties(
                !covering.isEmpty(),
                reached(covering.stream().map(NationalProvision::penaltyMaxMonths)),
                reached(rows.stream().map(NationalProvision::penaltyMaxMonths)),
                reached(covering.stream().map(NationalProvision::penaltyAggravatedMaxMonths)),
                covering.stream()
                        .allMatch(row -> row.penaltyMaxMonths().isPresent()
                                && row.basis() == Basis.VERIFIED
                                && !row.penaltyRecalled()));
    }

    /** Whether {@link #inLaw} may answer otherwise than by other facts. */
    public boolean mayDifferInLaw(RouteFacts other, StateCode state) {
        return !on.equals(other.on)
                || law.nationalLaw(state).orElse(null)
                        != other.law.nationalLaw(state).orElse(null)
                || !law.declarationsOf(state).equals(other.law.declarationsOf(state));
    }

    /** Tells of an offence whether {@link #inLaw} may answer otherwise on it than by other facts. */
    public Predicate<Offence> mayDifferOn(RouteFacts other, StateCode state) {
        if (!mayDifferInLaw(other, state)) {
            return _ -> false;
        }
        if (!on.equals(other.on) || !law.declarationsOf(state).equals(other.law.declarationsOf(state))) {
            return _ -> true;
        }
        Set<String> subjects = new HashSet<>(onlyIn(law, other.law, state));
        subjects.addAll(onlyIn(other.law, law, state));
        return offence -> switch (conduct(offence)) {
            case Offence.Other _ -> false;
            case Offence.Described described ->
                subjects.contains(described.provision())
                        || law.attemptRules(described.provision()).stream().anyMatch(subjects::contains);
        };
    }

    /** What those rows of national law are set against that one law base has and another has not. */
    private static List<String> onlyIn(LawBase one, LawBase other, StateCode state) {
        Set<NationalProvision> theirs = Collections.newSetFromMap(new IdentityHashMap<>());
        other.nationalLaw(state).ifPresent(found -> theirs.addAll(found.provisions()));
        return one.nationalLaw(state).stream()
                .flatMap(found -> found.provisions().stream())
                .filter(row -> !theirs.contains(row))
                .map(NationalProvision::mapsTo)
                .toList();
    }

    /** Whether {@link #tie} may answer otherwise than by other facts of the same instruments in force on the same day. */
    public boolean mayDifferInTies(RouteFacts other, StateCode state) {
        return !on.equals(other.on)
                || !law.statusesOf(state).equals(other.law.statusesOf(state))
                || !law.declarationsOf(state).equals(other.law.declarationsOf(state))
                || !law.instruments().equals(other.law.instruments());
    }

    /** The conduct that the law makes an offence. */
    public ConductProfile conduct(Traits inLaw) {
        return ((InLaw) inLaw).conduct();
    }

    /** The penalties that it carries, as far as any route asks. */
    public Traits penalties(Traits inLaw) {
        return ((InLaw) inLaw).penalties();
    }

    /** What the planner says of this one route; none where it does not serve, or neither State has a tie to it. */
    public Optional<Standing> standing(int route, RouteQuery query) {
        return planner.standing(routes.get(route), query);
    }

    private Instrument instrument(RouteRules rules) {
        return law.instrument(rules.provision().instrument()).orElseThrow();
    }

    /** Whether the planner finds that this kind of tie does not bind. */
    private boolean closes(RouteRules rules, Instrument instrument, StateCode state, Status.Tie tie) {
        return closing.computeIfAbsent(instrument.id(), _ -> new EnumMap<>(Status.Tie.class))
                .computeIfAbsent(
                        tie,
                        _ -> new Binding(law, on, instrument, rules.provision())
                                        .bound(
                                                "requested-bound",
                                                law.state(state).orElseThrow())
                                        .result()
                                == Finding.Result.NOT_MET);
    }

    /** Other instruments that matter to the route where they bind both States. */
    private Stream<String> others(RouteRules rules) {
        return Stream.concat(
                law.replacements().stream()
                        .filter(r -> r.replaced().contains(rules.provision().id()) && !on.isBefore(r.from()))
                        .map(RouteRules.Replacement::instrument),
                rules.conditions().stream()
                        .filter(c -> c.head().decides())
                        .flatMap(c ->
                                c instanceof Condition.BothBound both ? both.instruments().stream() : Stream.of()));
    }

    private static Stream<List<String>> effects(Condition condition) {
        return condition instanceof Condition.Declared declared
                        && declared.head().decides()
                ? Stream.of(declared.effects())
                : Stream.of();
    }

    private static Stream<List<String>> exceptions(Condition condition) {
        return switch (condition) {
            case Condition.Penalty penalty -> Stream.of(penalty.exceptOffences());
            case Condition.OffenceAmong among -> Stream.of(among.offences());
            case Condition.Stated _,
                    Condition.BothBound _,
                    Condition.Declared _,
                    Condition.OwnPower _,
                    Condition.StateAmong _ -> Stream.of();
        };
    }

    private boolean isOneOf(Offence offence, List<String> offences) {
        return switch (offence) {
            case Offence.Other _ -> false;
            case Offence.Described described ->
                offences.stream().anyMatch(o -> law.sameConduct(o, described.provision()));
        };
    }

    private static Stream<Integer> thresholds(RouteRules rules) {
        return rules.thresholds().stream().map(Condition.Penalty::atLeastMonths);
    }

    private int reached(Stream<Optional<Integer>> months) {
        int highest = months.flatMap(Optional::stream).mapToInt(m -> m).max().orElse(-1);
        int bits = 0;
        for (int i = 0; i < rules.thresholds().size(); i++) {
            if (highest >= rules.thresholds().get(i)) {
                bits |= 1 << i;
            }
        }
        return bits;
    }
}
