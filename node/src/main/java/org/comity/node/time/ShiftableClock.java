package org.comity.node.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The domain's clock of an exercise: real time plus a shift that only grows, and that survives a restart. There is one
 * only in exercise mode, so ask for it with an {@code ObjectProvider}.
 */
public final class ShiftableClock extends Clock {

    private final Clock wall;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    private volatile Duration shift;

    ShiftableClock(Clock wall, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.wall = wall;
        this.jdbc = jdbc;
        this.events = events;
        this.shift = storedShift();
    }

    @Override
    public Instant instant() {
        return wall.instant().plus(shift);
    }

    public synchronized void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("An exercise's time only moves forward, not by " + by + ".");
        }
        var before = instant();
        jdbc.sql("update time.shift set seconds = seconds + :seconds")
                .param("seconds", by.toSeconds())
                .update();
        shift = storedShift();
        events.publishEvent(new ClockAdvanced(before, instant()));
    }

    /** Does nothing if that moment has passed. */
    public void advanceTo(Instant moment) {
        var missing = Duration.between(instant(), moment);
        if (missing.isPositive()) {
            // whole seconds are stored, so round up: afterwards the moment has been reached
            advance(missing.plusSeconds(1));
        }
    }

    private Duration storedShift() {
        return Duration.ofSeconds(
                jdbc.sql("select seconds from time.shift").query(Long.class).single());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        if (zone.equals(getZone())) {
            return this;
        }
        throw new UnsupportedOperationException("The domain's clock is in UTC; convert what it says.");
    }
}
