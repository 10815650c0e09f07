package org.comity.node.legislation.change;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.law.DataCategory;
import org.comity.law.InvalidRouteQueryException;
import org.comity.law.LawBase;
import org.comity.law.Measure;
import org.comity.law.Offence;
import org.comity.law.Route;
import org.comity.law.RoutePlanner;
import org.comity.law.RouteQuery;
import org.comity.law.Standing;
import org.comity.law.State;
import org.comity.law.StateCode;
import org.comity.node.settings.ComitySettings;
import org.springframework.stereotype.Component;

/**
 * What a change would do to routes: between a State that it concerns and this State, its neighbours in the same group and a
 * few more, for the measures most asked for, on the day on which the change counts.
 */
@Component
public class RouteEffects {

    private static final List<Measure> MEASURES =
            List.of(Measure.PRESERVE, Measure.PRODUCE, Measure.SUBSCRIBER_DISCLOSURE_DIRECT, Measure.EXTRADITION);
    private static final int COUNTERPARTS = 8;
    private static final int CONCERNED = 3;
    private static final int SHOWN = 40;

    private final StateCode own;
    private final Clock clock;

    RouteEffects(ComitySettings settings, Clock clock) {
        this.own = StateCode.of(settings.state());
        this.clock = clock;
    }

    /**
     * The best way from one State to another, before and after.
     *
     * @param provision of the best way after, or before where there is none after
     */
    public record Effect(
            State requesting,
            State requested,
            Measure measure,
            Optional<Standing> before,
            Optional<Standing> after,
            String provision) {

        /** Whether the way gets better; otherwise it gets worse, or only leads elsewhere. */
        public boolean better() {
            return rank(after) < rank(before);
        }

        public boolean worse() {
            return rank(after) > rank(before);
        }

        private static int rank(Optional<Standing> standing) {
            return standing.map(Standing::ordinal).orElse(Standing.values().length);
        }
    }

    List<Effect> of(Proposal proposal, LawBase before, LawBase after) {
        LocalDate day = proposal.effective().filter(this::isAhead).orElse(today());
        List<Effect> effects = new ArrayList<>();
        for (State concerned : concerned(proposal, after)) {
            for (State other : counterparts(concerned, after)) {
                for (Measure measure : MEASURES) {
                    effect(concerned, other, measure, day, before, after).ifPresent(effects::add);
                    effect(other, concerned, measure, day, before, after).ifPresent(effects::add);
                }
            }
        }
        effects.sort(Comparator.comparing((Effect effect) -> !effect.better()));
        return effects.stream().limit(SHOWN).toList();
    }

    private static List<State> concerned(Proposal proposal, LawBase law) {
        List<State> named = law.states().stream()
                .filter(state -> proposal.states().contains(state.code().value()))
                .limit(CONCERNED)
                .toList();
        if (!named.isEmpty()) {
            return named;
        }
        return law.states().stream()
                .filter(state -> proposal.instruments().stream()
                        .anyMatch(instrument ->
                                law.status(state.code(), instrument).isPresent()))
                .limit(CONCERNED)
                .toList();
    }

    private List<State> counterparts(State concerned, LawBase law) {
        Comparator<State> nearestFirst = Comparator.comparing(
                        (State state) -> !state.code().equals(own))
                .thenComparing(state -> !state.group().equals(concerned.group()))
                .thenComparing(State::code);
        Stream<State> others = law.states().stream()
                .filter(state -> !state.code().equals(concerned.code())
                        && !state.code().value().equals("EU")
                        && !law.statusesOf(state.code()).isEmpty())
                .sorted(nearestFirst);
        return concerned.code().value().equals("EU")
                ? List.of()
                : others.limit(COUNTERPARTS).toList();
    }

    private static Optional<Effect> effect(
            State from, State to, Measure measure, LocalDate day, LawBase before, LawBase after) {
        Optional<Route> was = best(from, to, measure, day, before);
        Optional<Route> is = best(from, to, measure, day, after);
        if (was.map(Route::standing).equals(is.map(Route::standing))
                && was.map(Route::provision).equals(is.map(Route::provision))) {
            return Optional.empty();
        }
        return Optional.of(new Effect(
                from,
                to,
                measure,
                was.map(Route::standing),
                is.map(Route::standing),
                is.or(() -> was).map(Route::provision).orElse("")));
    }

    private static Optional<Route> best(State from, State to, Measure measure, LocalDate day, LawBase law) {
        try {
            return new RoutePlanner(law)
                            .plan(new RouteQuery(
                                    from.code(), to.code(), day, measure, DataCategory.ANY, Offence.of("ets185:2")))
                            .routes()
                            .stream()
                            .findFirst();
        } catch (InvalidRouteQueryException e) {
            return Optional.empty();
        }
    }

    private boolean isAhead(LocalDate day) {
        return day.isAfter(today());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
