package org.comity.law.matrix;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.comity.law.DataCategory;
import org.comity.law.Measure;
import org.comity.law.Offence;
import org.comity.law.Standing;
import org.comity.law.StateCode;

/** Which ways stand otherwise in one matrix than in another, down to each pair. */
public final class Difference {

    /** One way that stands otherwise. */
    public record Way(
            Pair pair, Assistance assistance, Optional<Standing> before, Optional<Standing> after, Turn turn) {}

    /**
     * What a State gains or loses.
     *
     * @param asking by the ways on which it asks
     * @param asked by the ways on which it is asked
     */
    public record Gain(StateCode state, Tally asking, Tally asked) {

        public Tally both() {
            return asking.plus(asked);
        }
    }

    private final CooperationMatrix before;
    private final CooperationMatrix after;
    private final Map<Assistance, Changed> changed;

    private Difference(CooperationMatrix before, CooperationMatrix after, Map<Assistance, Changed> changed) {
        this.before = before;
        this.after = after;
        this.changed = changed;
    }

    static Difference between(CooperationMatrix before, CooperationMatrix after, Scope scope) {
        int[] all = IntStream.range(0, before.states().size()).toArray();
        return between(before, after, scope, all);
    }

    /** @param touched places of the States whose facts may differ; no other pair is compared */
    static Difference between(CooperationMatrix before, CooperationMatrix after, Scope scope, int[] touched) {
        Map<Cells, Changed> compared = new HashMap<>();
        Map<Assistance, Changed> changed = new LinkedHashMap<>();
        for (Assistance assistance : scope.assistances()) {
            Cells cells = new Cells(before.cell(assistance), after.cell(assistance));
            if (cells.before() != cells.after()) {
                Changed pairs = compared.computeIfAbsent(
                        cells, c -> Changed.of(c, before.states().size(), touched));
                if (!pairs.isEmpty()) {
                    changed.put(assistance, pairs);
                }
            }
        }
        return new Difference(before, after, changed);
    }

    /** The sum over all ways. */
    public Tally total() {
        return changed.values().stream().map(Changed::tally).reduce(Tally.NONE, Tally::plus);
    }

    public Map<Measure, Tally> byMeasure() {
        return by(Assistance::measure, new TreeMap<>());
    }

    public Map<DataCategory, Tally> byData() {
        return by(Assistance::data, new TreeMap<>());
    }

    public Map<Offence, Tally> byOffence() {
        return by(Assistance::offence, new LinkedHashMap<>());
    }

    private <K> Map<K, Tally> by(Function<Assistance, K> key, Map<K, Tally> tallies) {
        changed.forEach((assistance, pairs) -> tallies.merge(key.apply(assistance), pairs.tally(), Tally::plus));
        return tallies;
    }

    /** Every State for which a way stands otherwise: those first that gain most open ways, then conditional ones. */
    public List<Gain> gains() {
        int[][] asking = new int[before.states().size()][Turn.values().length];
        int[][] asked = new int[before.states().size()][Turn.values().length];
        times().forEach((pairs, times) -> pairs.forEach((from, to, turn) -> {
            asking[from][turn.ordinal()] += times;
            asked[to][turn.ordinal()] += times;
        }));
        return IntStream.range(0, asking.length)
                .mapToObj(i -> new Gain(before.states().get(i), Tally.of(asking[i]), Tally.of(asked[i])))
                .filter(gain -> gain.both().all() > 0)
                .sorted(Comparator.comparingInt((Gain g) -> -g.both().opened())
                        .thenComparingInt(g -> -g.both().conditional())
                        .thenComparing(Gain::state))
                .toList();
    }

    /** Every pair that has a way that stands otherwise, with how many, in the order of the States. */
    public Map<Pair, Tally> pairs() {
        int n = before.states().size();
        Map<Integer, int[]> byPair = new TreeMap<>();
        times().forEach((pairs, times) -> pairs.forEach((from, to, turn) ->
                byPair.computeIfAbsent(from * n + to, _ -> new int[Turn.values().length])[turn.ordinal()] += times));
        Map<Pair, Tally> tallies = new LinkedHashMap<>();
        byPair.forEach((place, turns) -> tallies.put(pair(place / n, place % n), Tally.of(turns)));
        return tallies;
    }

    /** Every way that stands otherwise; there may be millions, so it is a stream. */
    public Stream<Way> ways() {
        return changed.entrySet().stream().flatMap(entry -> ways(entry.getKey(), entry.getValue()).stream());
    }

    /** The ways of one pair that stand otherwise. */
    public List<Way> ways(Pair pair) {
        return changed.keySet().stream()
                .flatMap(assistance -> way(pair, assistance).stream())
                .toList();
    }

    private List<Way> ways(Assistance assistance, Changed pairs) {
        List<Way> ways = new ArrayList<>();
        pairs.forEach((from, to, _) -> way(pair(from, to), assistance).ifPresent(ways::add));
        return ways;
    }

    private Optional<Way> way(Pair pair, Assistance assistance) {
        Optional<Standing> was = before.standing(pair.from(), pair.to(), assistance);
        Optional<Standing> is = after.standing(pair.from(), pair.to(), assistance);
        return Turn.of(was, is).map(turn -> new Way(pair, assistance, was, is, turn));
    }

    private Pair pair(int from, int to) {
        return new Pair(before.states().get(from), before.states().get(to));
    }

    /** The same changes often hold for many kinds of assistance. */
    private Map<Changed, Integer> times() {
        Map<Changed, Integer> times = new HashMap<>();
        Collection<Changed> values = changed.values();
        values.forEach(pairs -> times.merge(pairs, 1, Integer::sum));
        return times;
    }

    private record Cells(Cell before, Cell after) {}

    private interface Visitor {
        void visit(int from, int to, Turn turn);
    }

    /** The pairs of two cells that stand otherwise; one object is one list, so equality is identity. */
    private static final class Changed {

        private static final Turn[] TURNS = Turn.values();

        private final int states;
        private final int[] places;
        private final byte[] turns;
        private final Tally tally;

        private Changed(int states, int[] places, byte[] turns) {
            this.states = states;
            this.places = places;
            this.turns = turns;
            int[] counts = new int[TURNS.length];
            for (byte turn : turns) {
                counts[turn]++;
            }
            tally = Tally.of(counts);
        }

        static Changed of(Cells cells, int states, int[] touched) {
            Found found = new Found(states);
            boolean[] isTouched = new boolean[states];
            int[] inOrder = Arrays.stream(touched).sorted().toArray();
            for (int state : touched) {
                isTouched[state] = true;
            }
            for (int from = 0; from < states; from++) {
                if (isTouched[from]) {
                    for (int to = 0; to < states; to++) {
                        found.look(cells, from, to);
                    }
                } else {
                    for (int to : inOrder) {
                        found.look(cells, from, to);
                    }
                }
            }
            return new Changed(
                    states, Arrays.copyOf(found.places, found.count), Arrays.copyOf(found.turns, found.count));
        }

        boolean isEmpty() {
            return places.length == 0;
        }

        Tally tally() {
            return tally;
        }

        void forEach(Visitor visitor) {
            for (int i = 0; i < places.length; i++) {
                visitor.visit(places[i] / states, places[i] % states, TURNS[turns[i]]);
            }
        }

        private static final class Found {

            private final int states;
            private int[] places = new int[64];
            private byte[] turns = new byte[64];
            private int count;

            Found(int states) {
                this.states = states;
            }

            void look(Cells cells, int from, int to) {
                if (from == to) {
                    return;
                }
                byte was = cells.before().standing(from, to);
                byte is = cells.after().standing(from, to);
                byte turn = Verdicts.turn(was, is);
                if (turn != Verdicts.NO_TURN) {
                    if (count == places.length) {
                        places = Arrays.copyOf(places, 2 * count);
                        turns = Arrays.copyOf(turns, 2 * count);
                    }
                    places[count] = from * states + to;
                    turns[count++] = turn;
                }
            }
        }
    }
}
