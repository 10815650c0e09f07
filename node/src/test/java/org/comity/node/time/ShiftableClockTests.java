package org.comity.node.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.comity.node.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class ShiftableClockTests {

    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    static com.zaxxer.hikari.HikariDataSource database;

    final List<Object> events = new ArrayList<>();
    final Clock wall = Clock.fixed(NOON, ZoneOffset.UTC);

    @BeforeAll
    static void migrate() {
        database = TestPostgres.migrated();
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @BeforeEach
    void noShift() {
        JdbcClient.create(database).sql("update time.shift set seconds = 0").update();
    }

    ShiftableClock clock() {
        return new ShiftableClock(wall, JdbcClient.create(database), events::add);
    }

    @Test
    void tellsRealTimeUntilItIsAdvanced() {
        assertThat(clock().instant()).isEqualTo(NOON);
    }

    @Test
    void anAdvanceSurvivesARestart() {
        clock().advance(Duration.ofDays(60));
        clock().advance(Duration.ofDays(1));

        assertThat(clock().instant()).isEqualTo(NOON.plus(Duration.ofDays(61)));
    }

    @Test
    void anAdvanceIsAnnouncedWhenItHasHappened() {
        clock().advance(Duration.ofDays(60));

        assertThat(events).containsExactly(new ClockAdvanced(NOON, NOON.plus(Duration.ofDays(60))));
    }

    @Test
    void afterAdvancingToAMomentThatMomentHasCome() {
        var moment = NOON.plus(Duration.ofDays(3)).plusNanos(5);
        var clock = clock();

        clock.advanceTo(moment);

        assertThat(clock.instant()).isAfterOrEqualTo(moment).isBefore(moment.plusSeconds(2));
    }

    @Test
    void timeNeverRunsBackwards() {
        var clock = clock();

        assertThatIllegalArgumentException().isThrownBy(() -> clock.advance(Duration.ofSeconds(-1)));
        clock.advanceTo(NOON.minusSeconds(60));

        assertThat(clock.instant()).isEqualTo(NOON);
        assertThat(events).isEmpty();
    }
}
