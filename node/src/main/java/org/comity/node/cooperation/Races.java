package org.comity.node.cooperation;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.law.Retention;
import org.comity.law.StateCode;
import org.comity.node.cooperation.clock.Race;
import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.request.DataCategory;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.Step;
import org.comity.node.lawbook.CurrentLaw;
import org.comity.node.settings.ComitySettings;
import org.springframework.stereotype.Component;

/** How the race stands for each request: with this node's own times, and what the law base says of the data's life. */
@Component
class Races {

    private final MeasuredTimes measured;
    private final CurrentLaw law;
    private final StateCode own;
    private final Clock clock;

    Races(MeasuredTimes measured, CurrentLaw law, ComitySettings settings, Clock clock) {
        this.measured = measured;
        this.law = law;
        this.own = StateCode.of(settings.state());
        this.clock = clock;
    }

    /** @param followed the request that it follows up */
    Race of(Request request, Optional<Request> followed, List<Step> steps) {
        return of(request, followed, steps, measured.now());
    }

    /** As {@link #of(Request, Optional, List)}, with times that were read once for many requests. */
    Race of(Request request, Optional<Request> followed, List<Step> steps, MeasuredTimes.Measured times) {
        return Race.of(request, followed, steps, times.of(request), retentions(request), clock.instant());
    }

    private List<Retention> retentions(Request request) {
        var state = request.side() == Side.REQUESTED
                ? own.value()
                : request.content().requestedState();
        var data = request.content().data();
        if (data.holder().isBlank() || state.isBlank()) {
            return List.of();
        }
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return data.categories().stream()
                .flatMap(category -> closest(state, data.holder(), category, today))
                .toList();
    }

    /** The closest that names a time; else the closest, which says that there is none. */
    private Stream<Retention> closest(String state, String holder, DataCategory category, LocalDate day) {
        return law
                .now()
                .retentions(StateCode.of(state), holder, org.comity.law.DataCategory.valueOf(category.name()), day)
                .stream()
                .min(Comparator.comparing(
                        rule -> rule.least().isEmpty() && rule.most().isEmpty()))
                .stream();
    }
}
