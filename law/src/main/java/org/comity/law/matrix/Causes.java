package org.comity.law.matrix;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.comity.law.Coded;
import org.comity.law.LawBase;
import org.comity.law.RouteFacts;
import org.comity.law.Standing;
import org.comity.law.StateCode;
import org.comity.law.matrix.Difference.Way;
import org.comity.law.matrix.History.Event;

/**
 * Why ways stand otherwise on one day than on an earlier one, down to each pair.
 *
 * <p>The span is walked day by day. What turned on a day is put to what began or ended on that day: for everybody, where an
 * instrument entered into force or replaced another; else for the State of the pair whose facts turned; else for both States
 * together, where the facts of both turned on the same day. Facts of one State on one day count as one. Each turn has exactly
 * one cause, so the causes add up to the difference of the two days; a way that turned and turned back in between is told twice.
 *
 * @param causes in the order of the days; of one day, those that turned most ways first
 */
public record Causes(LocalDate from, LocalDate to, Assistance assistance, List<Cause> causes) {

    public Causes {
        causes = List.copyOf(causes);
    }

    /** For whom something began or ended. */
    public enum By implements Coded {
        EVERYBODY,
        STATE,
        BOTH_STATES
    }

    /**
     * What turned some ways on a day.
     *
     * @param states whose facts turned; empty where it was for everybody
     * @param events what began or ended, as far as it has a name
     * @param ways the ways that it turned
     */
    public record Cause(LocalDate on, By by, List<StateCode> states, List<Event> events, List<Way> ways) {

        public Cause {
            states = List.copyOf(states);
            events = List.copyOf(events);
            ways = List.copyOf(ways);
        }

        /** How many more pairs stand open; fewer, if below zero. */
        public int more() {
            return (int) (ways.stream().filter(way -> isOpen(way.after())).count()
                    - ways.stream().filter(way -> isOpen(way.before())).count());
        }

        private static boolean isOpen(Optional<Standing> standing) {
            return standing.filter(Standing.OPEN::equals).isPresent();
        }
    }

    /** Every cause after the one day and until the other. */
    public static Causes of(LawBase law, Assistance assistance, LocalDate from, LocalDate to) {
        Set<LocalDate> general = RouteFacts.turningDays(law);
        CooperationMatrix world = CooperationMatrix.on(law, from);
        RouteFacts facts = new RouteFacts(law, from);
        Map<LocalDate, Set<StateCode>> turning = turning(law, world.states(), from, to);
        general.stream()
                .filter(day -> within(day, from, to))
                .forEach(day -> turning.computeIfAbsent(day, _ -> Set.of()));
        List<Event> events = History.events(law);
        List<Cause> causes = new ArrayList<>();
        for (Map.Entry<LocalDate, Set<StateCode>> day : turning.entrySet()) {
            boolean everybody = general.contains(day.getKey());
            CooperationMatrix next =
                    world.then(law, day.getKey(), everybody ? world.states() : List.copyOf(day.getValue()));
            List<Way> ways =
                    Difference.between(world, next, Scope.of(assistance)).ways().toList();
            RouteFacts then = facts.under(law, day.getKey());
            Set<StateCode> turned = everybody ? Set.of() : turned(facts, then, assistance, day.getValue());
            causes.addAll(new Turned(day.getKey(), everybody, turned, events).causes(ways));
            world = next;
            facts = then;
        }
        return new Causes(from, to, assistance, causes);
    }

    /** Those of the States whose facts matter to the assistance and are others than before. */
    private static Set<StateCode> turned(
            RouteFacts before, RouteFacts after, Assistance assistance, Set<StateCode> states) {
        List<Integer> routes = IntStream.range(0, after.routes())
                .filter(route -> after.serves(route, assistance.measure(), assistance.data()))
                .boxed()
                .toList();
        return states.stream()
                .filter(state -> routes.stream()
                                .anyMatch(route -> !before.tie(route, state).equals(after.tie(route, state)))
                        || !before.inLaw(state, assistance.offence()).equals(after.inLaw(state, assistance.offence())))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<LocalDate, Set<StateCode>> turning(
            LawBase law, List<StateCode> states, LocalDate from, LocalDate to) {
        Map<LocalDate, Set<StateCode>> turning = new TreeMap<>();
        for (StateCode state : states) {
            RouteFacts.turningDays(law, state).stream()
                    .filter(day -> within(day, from, to))
                    .forEach(day ->
                            turning.computeIfAbsent(day, _ -> new TreeSet<>()).add(state));
        }
        return turning;
    }

    private static boolean within(LocalDate day, LocalDate from, LocalDate to) {
        return day.isAfter(from) && !day.isAfter(to);
    }

    /** What turned on one day, and for whom. */
    private record Turned(LocalDate on, boolean everybody, Set<StateCode> states, List<Event> events) {

        private record Whose(By by, Optional<StateCode> state) {}

        List<Cause> causes(List<Way> ways) {
            Map<Whose, List<Way>> told = new LinkedHashMap<>();
            ways.forEach(way -> told.computeIfAbsent(whose(way.pair()), _ -> new ArrayList<>())
                    .add(way));
            return told.entrySet().stream()
                    .map(one -> cause(one.getKey(), one.getValue()))
                    .sorted(comparing((Cause cause) -> -cause.ways().size()))
                    .toList();
        }

        private Whose whose(Pair pair) {
            if (everybody) {
                return new Whose(By.EVERYBODY, Optional.empty());
            }
            if (states.contains(pair.from()) && states.contains(pair.to())) {
                return new Whose(By.BOTH_STATES, Optional.empty());
            }
            return new Whose(By.STATE, Optional.of(states.contains(pair.from()) ? pair.from() : pair.to()));
        }

        private Cause cause(Whose whose, List<Way> ways) {
            Set<StateCode> theirs = new LinkedHashSet<>(whose.state().stream().toList());
            if (whose.by() == By.BOTH_STATES) {
                ways.forEach(way ->
                        theirs.addAll(List.of(way.pair().from(), way.pair().to())));
            }
            Stream<Event> happened = events.stream()
                    .filter(event -> event.on().equals(on))
                    .filter(event -> whose.by() == By.EVERYBODY
                            || event.state().filter(theirs::contains).isPresent());
            return new Cause(
                    on, whose.by(), List.copyOf(theirs), happened.distinct().toList(), ways);
        }
    }
}
