package org.comity.node.checkup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.comity.node.frame.Said;
import org.comity.node.settings.ComitySettings;
import org.comity.node.time.WallClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * This computer and the database agree on what time it is, and the clock by which deadlines run is the real one, or an exercise's.
 * Whether both are right, peers say: they refuse messages from a clock that is minutes off.
 */
@Component
class ClocksCheck implements Check {

    private static final Duration MOST = Duration.ofSeconds(5);

    private final JdbcClient database;
    private final ComitySettings settings;
    private final Clock clock;
    private final Clock wallClock;

    ClocksCheck(JdbcClient database, ComitySettings settings, Clock clock, @WallClock Clock wallClock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
        this.wallClock = wallClock;
    }

    @Override
    public Subject subject() {
        return Subject.CLOCKS;
    }

    @Override
    public List<Finding> look() {
        return List.of(database(), domain());
    }

    /** The question takes a while; the middle of it is when the database looked at its clock. */
    private Finding database() {
        var asked = wallClock.instant();
        Instant theirs = database.sql("select clock_timestamp()")
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
        var waited = Duration.between(asked, wallClock.instant());
        var apart = Duration.between(theirs, asked.plus(waited.dividedBy(2))).abs();
        return apart.compareTo(MOST) > 0
                ? Finding.failed(Said.of("checkup.clocks.apart", seconds(apart)), Said.of("checkup.clocks.apart.to-do"))
                : Finding.well(Said.of("checkup.clocks.well", seconds(apart)));
    }

    private Finding domain() {
        var ahead = Duration.between(wallClock.instant(), clock.instant());
        if (settings.exercise()) {
            return Finding.well(Said.of(
                    "checkup.clocks.exercise",
                    Long.toString(ahead.toDays()),
                    Integer.toString(ahead.toHoursPart()),
                    Integer.toString(ahead.toMinutesPart())));
        }
        return ahead.abs().compareTo(MOST) > 0
                ? Finding.failed(
                        Said.of("checkup.clocks.not-real", seconds(ahead)), Said.of("checkup.clocks.not-real.to-do"))
                : Finding.well(Said.of("checkup.clocks.real"));
    }

    private static String seconds(Duration time) {
        return "%d.%03d".formatted(time.toSeconds(), time.toMillisPart());
    }
}
