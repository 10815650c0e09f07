package org.comity.node.cooperation.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.comity.node.cooperation.act.Citations;
import org.comity.node.cooperation.clock.RequestClock;
import org.jspecify.annotations.Nullable;

/**
 * One clock with all that is needed to defend it.
 *
 * @param kind and startedBy message keys
 * @param standing running, stopped or fired
 * @param left null unless it runs
 */
record ClockView(
        String kind,
        String cite,
        String startedBy,
        Moment startedAt,
        String length,
        Moment dueAt,
        String standing,
        @Nullable String left) {

    static ClockView of(RequestClock clock, Instant now, Citations citations) {
        var left = Duration.between(now, clock.dueAt());
        return new ClockView(
                clock.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                citations.of(clock.provision()),
                clock.startedBy().token(),
                Moment.of(clock.startedAt()),
                clock.length(),
                Moment.of(clock.dueAt()),
                clock.firedAt().isPresent() ? "fired" : clock.isRunning() ? "running" : "stopped",
                clock.isRunning() && left.isPositive() ? Moment.left(left) : null);
    }
}
