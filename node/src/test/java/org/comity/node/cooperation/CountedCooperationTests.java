package org.comity.node.cooperation;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.comity.node.TestPostgres;
import org.comity.node.measured.Gauge;
import org.comity.node.measured.Measured;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Other rooms get counts, and where there was nothing to count they get nothing. */
class CountedCooperationTests {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 31);
    private static final Instant OPENED = Instant.parse("2026-03-01T08:00:00Z");

    private final HikariDataSource database = TestPostgres.migrated();
    private final JdbcClient jdbc = JdbcClient.create(database);
    private final CountedCooperation counting = new CountedCooperation(jdbc);
    private int number;

    @BeforeEach
    void threeRequestsForPreservationAndOneForData() {
        takenIn("PRESERVATION", 30, "2026-03-02T08:00:00Z", "ACKNOWLEDGED", 2, "PRESERVED", 10);
        takenIn("PRESERVATION", 4, "2026-03-01T20:00:00Z", "ACKNOWLEDGED", 4, "PRESERVED", 20);
        takenIn("PRESERVATION", 1, null, "ACKNOWLEDGED", 30, "REFUSED", 60);
        takenIn("MUTUAL_ASSISTANCE", 1, null, "ACKNOWLEDGED", 5, "HANDED_OVER", 240);
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void timesAreMediansOfWhatWasAnsweredHere() {
        var measured = counting.between(FIRST, LAST);
        assertThat(measured.of(Gauge.TAKEN_IN)).contains(new Measured.Figure(4, 4));
        assertThat(measured.of(Gauge.ACKNOWLEDGEMENT)).contains(new Measured.Figure(4.5, 4));
        assertThat(measured.of(Gauge.PRESERVATION)).contains(new Measured.Figure(20, 3));
        assertThat(measured.of(Gauge.ASSISTANCE)).contains(new Measured.Figure(10, 1));
        assertThat(measured.of(Gauge.REFUSED)).contains(new Measured.Figure(0.25, 4));
        assertThat(measured.of(Gauge.REFUSED_ON_A_GROUND)).contains(new Measured.Figure(1, 1));
        assertThat(measured.refusals()).containsExactly(new Measured.Refusals("ets185:29(5)(a)", 1));
    }

    @Test
    void whatIsPreservedBeforeItsDayOfDeletionIsInTime() {
        assertThat(counting.between(FIRST, LAST).of(Gauge.PRESERVED_IN_TIME)).contains(new Measured.Figure(0.5, 2));
    }

    @Test
    void whereNothingWasAskedNothingIsKnownOfLossesAndAnswersAbroad() {
        var measured = counting.between(FIRST, LAST);
        assertThat(measured.of(Gauge.LOST)).isEmpty();
        assertThat(measured.of(Gauge.ASSISTANCE_ABROAD)).isEmpty();
        assertThat(counting.between(LAST, LAST).figures()).isEmpty();
    }

    private void takenIn(
            String kind, int key, @org.jspecify.annotations.Nullable String deletion, Object... eventsAndHours) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into cooperation.request (id, side, reference, counterpart_reference, state, version, content,
                                                         opened_at, urgency, kind, expected_deletion)
                        values (:id, 'REQUESTED', :reference, '', 'ACKNOWLEDGED', 1, '{}', :at, 'ROUTINE', :kind,
                                :deletion::timestamptz)
                        """)
                .param("id", id)
                .param("reference", "T-" + ++number + "-" + key)
                .param("at", OPENED.atOffset(ZoneOffset.UTC))
                .param("kind", kind)
                .param("deletion", deletion)
                .update();
        for (int at = 0; at < eventsAndHours.length; at += 2) {
            var event = String.valueOf(eventsAndHours[at]);
            jdbc.sql("""
                            insert into cooperation.step (request, number, event, state_from, state_to, by_whom, actor, occurred_at,
                                                          recorded_at, particulars, effective)
                            values (:id, :number, :event, '', '', 'REQUESTED', 'officer', :at, :at, :particulars::jsonb, true)
                            """)
                    .param("id", id)
                    .param("number", at)
                    .param("event", event)
                    .param(
                            "at",
                            OPENED.plusSeconds(3600L * (int) eventsAndHours[at + 1])
                                    .atOffset(ZoneOffset.UTC))
                    .param("particulars", event.equals("REFUSED") ? "{\"ground\": \"ets185:29(5)(a)\"}" : "{}")
                    .update();
        }
    }
}
