package org.comity.law.matrix;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.comity.law.LawBase;
import org.comity.law.LawChange;
import org.comity.law.RouteFacts;
import org.comity.law.RoutePlan;
import org.comity.law.RoutePlanner;
import org.comity.law.RouteQuery;
import org.comity.law.Standing;
import org.comity.law.State;
import org.comity.law.StateCode;

/**
 * For every ordered pair of States and every kind of assistance, how the best route stands on one day, exactly as
 * {@link RoutePlanner} says.
 *
 * <p>The idea: what the planner finds depends on few facts of each State ({@link RouteFacts}). States with equal facts
 * form a class, for each route and each side; the planner is asked once for each pair of classes and its word is spread
 * over all pairs of States. So the matrix holds no law of its own, and cannot differ from the planner. A cell is
 * worked out when it is first asked for, and what a change leaves as it was is shared with the matrix before.
 *
 * <p>Safe for use by many threads.
 */
public final class CooperationMatrix {

    private final LawBase law;
    private final LocalDate day;
    private final List<StateCode> states;
    private final Map<StateCode, Integer> places;
    private final Classification classes;
    private final Map<Kind, Cell> cells = new HashMap<>();
    private final Former former;
    /** Held while anything is worked out; one for all matrices that share what the planner said. */
    private final Object lock;

    /** What had been worked out before a change, and for which States facts may differ since. */
    private record Former(Map<Kind, Cell> cells, boolean[] changed) {}

    private CooperationMatrix(
            LawBase law, LocalDate day, List<StateCode> states, Classification classes, Former former, Object lock) {
        this.law = law;
        this.day = day;
        this.states = states;
        this.classes = classes;
        this.former = former;
        this.lock = lock;
        places = new HashMap<>();
        states.forEach(state -> places.put(state, places.size()));
    }

    /** The whole world on this day; quick to make, since each cell is worked out when it is first asked. */
    public static CooperationMatrix on(LawBase law, LocalDate day) {
        List<StateCode> states = law.states().stream()
                .map(State::code)
                .filter(code -> !code.value().equals("EU"))
                .sorted()
                .toList();
        return new CooperationMatrix(
                law,
                day,
                states,
                Classification.of(new RouteFacts(law, day), states),
                new Former(Map.of(), new boolean[0]),
                new Object());
    }

    /**
     * The world in which these changes hold, on the same day; this one stays as it is.
     *
     * @throws org.comity.law.InvalidLawChangeException if a change names what is not there
     */
    public CooperationMatrix with(List<LawChange> changes) {
        return then(law.with(changes), day, Touched.by(changes, law));
    }

    /** The world on another day, or by other facts, which differ from those of this one for these States only. */
    CooperationMatrix then(LawBase otherLaw, LocalDate otherDay, Collection<StateCode> touched) {
        synchronized (lock) {
            int[] changed = touched.stream()
                    .filter(places::containsKey)
                    .mapToInt(this::place)
                    .sorted()
                    .toArray();
            boolean[] isChanged = new boolean[states.size()];
            for (int place : changed) {
                isChanged[place] = true;
            }
            Classification then = classes.after(classes.facts().under(otherLaw, otherDay), changed);
            CooperationMatrix matrix =
                    new CooperationMatrix(otherLaw, otherDay, states, then, new Former(cells, isChanged), lock);
            if (then.isLike(classes)) {
                matrix.cells.putAll(cells);
            }
            return matrix;
        }
    }

    public LawBase law() {
        return law;
    }

    public LocalDate day() {
        return day;
    }

    /** The States of rows and columns, by code; the European Union is none of them. */
    public List<StateCode> states() {
        return states;
    }

    /** How the best route stands; none where no provision serves, or the two are one State. */
    public Optional<Standing> standing(StateCode from, StateCode to, Assistance assistance) {
        return from.equals(to)
                ? Optional.empty()
                : Verdicts.standing(cell(assistance).standing(place(from), place(to)));
    }

    /** How many pairs stand how. */
    public Counts counts(Assistance assistance) {
        return counts(cell(assistance).counts());
    }

    /** The sum over the scope: how many ways stand how. */
    public Counts counts(Scope scope) {
        return scope.assistances().stream().map(this::counts).reduce(Counts.NONE, Counts::plus);
    }

    public Reach reach(StateCode state, Assistance assistance) {
        Cell cell = cell(assistance);
        int place = place(state);
        return new Reach(state, counts(cell.countsAsking(place)), counts(cell.countsAsked(place)));
    }

    /** Every State, those first that reach most others: by open pairs, then by conditional ones, then by code. */
    public List<Reach> reaches(Assistance assistance) {
        return states.stream()
                .map(state -> reach(state, assistance))
                .sorted(Comparator.comparingInt((Reach r) -> -r.asking().open())
                        .thenComparingInt(r -> -r.asking().conditional())
                        .thenComparing(Reach::state))
                .toList();
    }

    /** The pairs that stand so, in the order of their States. */
    public List<Pair> pairs(Assistance assistance, Optional<Standing> standing) {
        Cell cell = cell(assistance);
        byte wanted = Verdicts.code(standing);
        List<Pair> pairs = new ArrayList<>();
        for (int from = 0; from < states.size(); from++) {
            for (int to = 0; to < states.size(); to++) {
                if (from != to && cell.standing(from, to) == wanted) {
                    pairs.add(new Pair(states.get(from), states.get(to)));
                }
            }
        }
        return pairs;
    }

    /** The plan behind one standing, with all findings. */
    public RoutePlan plan(Pair pair, Assistance assistance) {
        return new RoutePlanner(law).plan(query(pair.from(), pair.to(), assistance));
    }

    /** To be used in what is done {@link #alone}, since what is remembered grows while it is asked. */
    Classification classes() {
        if (!Thread.holdsLock(lock)) {
            throw new IllegalStateException("The classes of a matrix are asked by one thread at a time.");
        }
        return classes;
    }

    /** While nobody else works anything out: for whoever measures what is not a matrix yet. */
    <T> T alone(Supplier<T> work) {
        synchronized (lock) {
            return work.get();
        }
    }

    int place(StateCode state) {
        Integer place = places.get(state);
        if (place == null) {
            throw new IllegalArgumentException("There is no State “" + state + "” in the matrix.");
        }
        return place;
    }

    Cell cell(Assistance assistance) {
        synchronized (lock) {
            return cell(classes.kind(assistance));
        }
    }

    Kind kind(Assistance assistance) {
        synchronized (lock) {
            return classes.kind(assistance);
        }
    }

    Cell cell(Kind kind) {
        synchronized (lock) {
            Cell known = cells.get(kind);
            if (known == null) {
                known = work(kind);
                cells.put(kind, known);
            }
            return known;
        }
    }

    private Cell work(Kind kind) {
        List<Cell.Lane> lanes = kind.tracks().stream()
                .map(track -> new Cell.Lane(track, classes.sides(track.place())))
                .toList();
        Cell before = former.cells().get(kind);
        if (before == null) {
            return Cell.of(lanes, states.size(), planner(kind));
        }
        return before.stands(lanes) ? before : before.with(lanes, former.changed(), planner(kind));
    }

    private Cell.Planner planner(Kind kind) {
        return (route, from, to) ->
                Verdicts.code(classes.facts().standing(route, query(states.get(from), states.get(to), kind.example())));
    }

    private RouteQuery query(StateCode from, StateCode to, Assistance assistance) {
        return new RouteQuery(from, to, day, assistance.measure(), assistance.data(), assistance.offence());
    }

    private static Counts counts(int[] byVerdict) {
        return new Counts(
                byVerdict[Verdicts.code(Optional.of(Standing.OPEN))],
                byVerdict[Verdicts.code(Optional.of(Standing.CONDITIONAL))],
                byVerdict[Verdicts.code(Optional.of(Standing.UNKNOWN))],
                byVerdict[Verdicts.code(Optional.of(Standing.CLOSED))],
                byVerdict[Verdicts.NONE]);
    }
}
