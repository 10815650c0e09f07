package org.comity.law.matrix;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.comity.law.Coded;
import org.comity.law.Instrument;
import org.comity.law.LawBase;
import org.comity.law.Measure;
import org.comity.law.NationalLaw.NationalProvision;
import org.comity.law.RouteFacts;
import org.comity.law.StateCode;

/**
 * The world month by month: how many ways stood how, and who changed what in between.
 *
 * <p>A month is worked out from the one before by the facts that turned in between; their days are known from the data set.
 * National law stands for the whole time unless its rows say from when: the data set seldom knows the day of an old act.
 */
public record History(Scope scope, List<Month> months) {

    /** The month in which the Budapest Convention was opened for signature. */
    public static final LocalDate BEGIN = LocalDate.of(2001, 11, 1);

    public History {
        months = List.copyOf(months);
    }

    /**
     * The world on the first day of a month.
     *
     * @param measures how many ways of the scope stood how; pairs, if the scope has one kind of data and one offence
     * @param events what changed since the month before
     */
    public record Month(LocalDate on, Map<Measure, Counts> measures, List<Event> events) {

        public int open() {
            return measures.values().stream().mapToInt(Counts::open).sum();
        }
    }

    /**
     * A fact that began or ended.
     *
     * @param state empty where an instrument itself entered into force
     * @param what the instrument, the article with its instrument, or the provision that national law is set against
     */
    public record Event(LocalDate on, Optional<StateCode> state, Kind kind, String what) {

        /** What happened. */
        public enum Kind implements Coded {
            IN_FORCE,
            BOUND,
            NO_LONGER_BOUND,
            DECLARED,
            WITHDRAWN,
            ENACTED,
            /** Came into force on a day that is not known, and is known to be law from here on. */
            KNOWN,
            REPEALED
        }
    }

    /** Every month from the first day of one to that of another. */
    public static History of(LawBase law, Scope scope, LocalDate from, LocalDate to) {
        List<LocalDate> days = from.withDayOfMonth(1)
                .datesUntil(to.plusDays(1), Period.ofMonths(1))
                .toList();
        List<Event> events = events(law);
        // measures do not depend on each other; two halves keep two processors busy
        List<List<Map<Measure, Counts>>> halves = Stream.of(every(scope, 0), every(scope, 1))
                .parallel()
                .map(half -> walk(law, half, days))
                .toList();
        List<Month> months = new ArrayList<>();
        for (int i = 0; i < days.size(); i++) {
            LocalDate now = days.get(i);
            LocalDate before = i == 0 ? now : days.get(i - 1);
            Map<Measure, Counts> counts = new EnumMap<>(Measure.class);
            for (List<Map<Measure, Counts>> half : halves) {
                counts.putAll(half.get(i));
            }
            months.add(new Month(
                    now,
                    counts,
                    events.stream()
                            .filter(event ->
                                    event.on().isAfter(before) && !event.on().isAfter(now))
                            .toList()));
        }
        return new History(scope, months);
    }

    /** Every other measure, from the first or the second on. */
    private static Scope every(Scope scope, int first) {
        List<Measure> measures = new ArrayList<>();
        for (int i = first; i < scope.measures().size(); i += 2) {
            measures.add(scope.measures().get(i));
        }
        return new Scope(measures, scope.data(), scope.offences());
    }

    private static List<Map<Measure, Counts>> walk(LawBase law, Scope scope, List<LocalDate> days) {
        NavigableSet<LocalDate> general = new TreeSet<>(RouteFacts.turningDays(law));
        CooperationMatrix world = CooperationMatrix.on(law, days.getFirst());
        Map<StateCode, NavigableSet<LocalDate>> own = new LinkedHashMap<>();
        world.states().forEach(state -> own.put(state, new TreeSet<>(RouteFacts.turningDays(law, state))));
        List<Map<Measure, Counts>> walked = new ArrayList<>();
        walked.add(counts(world, scope));
        for (LocalDate now : days.subList(1, days.size())) {
            LocalDate before = world.day();
            boolean everyone = turned(general, before, now);
            List<StateCode> touched = own.entrySet().stream()
                    .filter(state -> everyone || turned(state.getValue(), before, now))
                    .map(Map.Entry::getKey)
                    .toList();
            world = world.then(law, now, touched);
            walked.add(touched.isEmpty() ? walked.getLast() : counts(world, scope));
        }
        return walked;
    }

    private static boolean turned(NavigableSet<LocalDate> days, LocalDate before, LocalDate now) {
        LocalDate next = days.higher(before);
        return next != null && !next.isAfter(now);
    }

    private static Map<Measure, Counts> counts(CooperationMatrix world, Scope scope) {
        Map<Measure, Counts> counts = new LinkedHashMap<>();
        for (Assistance assistance : scope.assistances()) {
            counts.merge(assistance.measure(), world.counts(assistance), Counts::plus);
        }
        return counts;
    }

    /** Everything in the data set that has a day, in the order of the days. */
    public static List<Event> events(LawBase law) {
        return Stream.concat(
                        law.instruments().stream().flatMap(History::of),
                        law.states().stream().flatMap(state -> of(law, state.code())))
                .sorted(Comparator.comparing(Event::on)
                        .thenComparing(
                                event -> event.state().map(StateCode::value).orElse(""))
                        .thenComparing(Event::what))
                .toList();
    }

    private static Stream<Event> of(Instrument instrument) {
        return instrument
                .appliesFrom()
                .or(instrument::inForce)
                .map(day -> new Event(day, Optional.empty(), Event.Kind.IN_FORCE, instrument.id()))
                .stream();
    }

    private static Stream<Event> of(LawBase law, StateCode state) {
        List<Event> events = new ArrayList<>();
        law.statusesOf(state).forEach(status -> {
            add(events, status.entryIntoForce(), state, Event.Kind.BOUND, status.instrument());
            add(
                    events,
                    status.boundUntil().map(last -> last.plusDays(1)),
                    state,
                    Event.Kind.NO_LONGER_BOUND,
                    status.instrument());
        });
        law.declarationsOf(state).forEach(declaration -> {
            String article = declaration.instrument() + ":" + declaration.article();
            add(events, declaration.validFrom(), state, Event.Kind.DECLARED, article);
            add(events, declaration.validTo(), state, Event.Kind.WITHDRAWN, article);
        });
        law.nationalLaw(state)
                .ifPresent(national -> national.provisions().forEach(provision -> {
                    add(events, national.appliesFrom(provision), state, began(provision), provision.mapsTo());
                    add(events, provision.validTo(), state, Event.Kind.REPEALED, provision.mapsTo());
                }));
        return events.stream();
    }

    private static Event.Kind began(NationalProvision provision) {
        return provision.validFrom().isPresent() ? Event.Kind.ENACTED : Event.Kind.KNOWN;
    }

    private static void add(
            List<Event> events, Optional<LocalDate> day, StateCode state, Event.Kind kind, String what) {
        day.ifPresent(on -> events.add(new Event(on, Optional.of(state), kind, what)));
    }
}
