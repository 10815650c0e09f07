package org.comity.node.legislation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
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
import org.comity.node.checkup.Check;
import org.comity.node.checkup.Finding;
import org.comity.node.checkup.Subject;
import org.comity.node.frame.Said;
import org.comity.node.lawbook.CurrentLaw;
import org.comity.node.settings.ComitySettings;
import org.springframework.stereotype.Component;

/** The shipped data of law is read anew with every check of its own, and this node reasons with what is in force here. */
@Component
class LawCheck implements Check {

    private final CurrentLaw law;
    private final ComitySettings settings;
    private final Clock clock;

    LawCheck(CurrentLaw law, ComitySettings settings, Clock clock) {
        this.law = law;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Subject subject() {
        return Subject.LAW;
    }

    @Override
    public List<Finding> look() {
        var faults = LawBase.faults();
        if (!faults.isEmpty()) {
            return List.of(Finding.failed(
                    Said.of(
                            "checkup.law.faults",
                            Integer.toString(faults.size()),
                            String.valueOf(faults.getFirst().getMessage())),
                    Said.of("checkup.law.faults.to-do")));
        }
        var now = law.now();
        now.check();
        var whole = Finding.well(Said.of(
                "checkup.law.well",
                now.version(),
                Integer.toString(now.states().size()),
                Integer.toString(now.instruments().size())));
        return List.of(whole, reasoned(now));
    }

    /** The first thing that any node must be able to ask: that data be preserved, by each way to each other State. */
    private Finding reasoned(LawBase now) {
        var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var own = StateCode.of(settings.state());
        var planner = new RoutePlanner(now);
        int askable = 0;
        int ways = 0;
        for (var state : now.states().stream().map(State::code).toList()) {
            var routes = routes(
                    planner,
                    new RouteQuery(own, state, day, Measure.PRESERVE, DataCategory.CONTENT, Offence.of("ets185:2")));
            var mute = routes.stream().filter(LawCheck::isMute).findFirst();
            if (mute.isPresent()) {
                return Finding.failed(
                        Said.of("checkup.law.mute", state.value(), mute.get().provision()),
                        Said.of("checkup.law.faults.to-do"));
            }
            ways += routes.size();
            askable += routes.stream().anyMatch(route -> route.standing() != Standing.CLOSED) ? 1 : 0;
        }
        return askable == 0
                ? Finding.failed(
                        Said.of("checkup.law.shut", day.toString(), own.value()), Said.of("checkup.law.shut.to-do"))
                : Finding.well(Said.of(
                        "checkup.law.reasons",
                        day.toString(),
                        own.value(),
                        Integer.toString(askable),
                        Integer.toString(ways)));
    }

    /** None to the own State, and none to what is in the data but is no State. */
    private static List<Route> routes(RoutePlanner planner, RouteQuery query) {
        try {
            return planner.plan(query).routes();
        } catch (InvalidRouteQueryException nobodyToAsk) {
            return List.of();
        }
    }

    private static boolean isMute(Route route) {
        return route.findings().isEmpty()
                || route.findings().stream()
                        .anyMatch(finding ->
                                finding.reason().isBlank() || finding.source().isBlank());
    }
}
