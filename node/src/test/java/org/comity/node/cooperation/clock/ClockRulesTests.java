package org.comity.node.cooperation.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.comity.node.cooperation.life.By;
import org.comity.node.cooperation.life.ClockKind;
import org.comity.node.cooperation.life.LifeCycle;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.RequestKind;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.request.Offence;
import org.comity.node.cooperation.request.Particulars;
import org.comity.node.cooperation.request.PeerMessage;
import org.comity.node.cooperation.request.PlannedRoute;
import org.comity.node.cooperation.request.Preservation;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestContent;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.cooperation.request.Step;
import org.comity.node.cooperation.request.Urgency;
import org.comity.node.cooperation.request.UrgencyLevel;
import org.comity.node.directory.PartyId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ClockRulesTests {

    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @ParameterizedTest
    @EnumSource(RequestState.class)
    void noClockRunsWhenTheRequestIsOver(RequestState state) {
        assertThat(ClockKind.values()).noneMatch(kind -> state.isOver() && kind.runsIn(state));
    }

    @ParameterizedTest
    @EnumSource(ClockKind.class)
    void everyClockRunsSomewhere(ClockKind kind) {
        assertThat(RequestState.values()).filteredOn(kind::runsIn).isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = RequestKind.class,
            names = {".*_ORDER|TAKE_DOWN|VOLUNTARY_.*"},
            mode = EnumSource.Mode.MATCH_NONE)
    void aTimeOfTheProvisionCountsBeforeTheCustom(RequestKind kind) {
        var days = Period.ofDays(21);
        var request = kept(Side.REQUESTED, Duration.ofDays(60)).withKind(kind);
        var timed = withDeadlines(
                request,
                new PlannedRoute.Deadline(
                        "decision", "x:1", "max", Optional.of(days), Optional.empty(), Optional.empty(), "receipt"));

        assertThat(Targets.of(timed, RequestState.ACKNOWLEDGED))
                .hasValue(new Targets.Target(ClockKind.DECISION, "x:1", days));
        assertThat(Targets.of(request, RequestState.ACKNOWLEDGED))
                .hasValueSatisfying(target -> assertThat(target.provision()).startsWith("policy:"));
    }

    private static Request withDeadlines(Request request, PlannedRoute.Deadline... deadlines) {
        return request.withRoute(request.route()
                .map(route -> new PlannedRoute(
                        route.provision(),
                        route.instrument(),
                        route.channel(),
                        route.standing(),
                        route.dualCriminality(),
                        route.authority(),
                        route.plannedFor(),
                        route.findings(),
                        List.of(deadlines),
                        route.refusalGrounds(),
                        route.contents())));
    }

    /** EU 2023/1543 art. 10(3) and (4): ten days, or eight hours. */
    @Test
    void aProviderHasTheTimeOfTheLawAndInAnEmergencyTheHours() {
        var order = withDeadlines(
                kept(Side.REQUESTED, Duration.ofDays(60)).withKind(RequestKind.PRODUCTION_ORDER),
                new PlannedRoute.Deadline(
                        "transmit data",
                        "x:10(3)",
                        "max",
                        Optional.of(Period.ofDays(10)),
                        Optional.empty(),
                        Optional.empty(),
                        "receipt"),
                new PlannedRoute.Deadline(
                        "transmit data in an emergency",
                        "x:10(4)",
                        "max",
                        Optional.empty(),
                        Optional.of(Duration.ofHours(8)),
                        Optional.empty(),
                        "receipt"));
        var emergency = order.withContent(
                order.content().withUrgency(new Urgency(UrgencyLevel.EMERGENCY, "A life is at risk")));

        assertThat(Targets.toComply(order).length()).isEqualTo(Period.ofDays(10));
        assertThat(Targets.toComply(emergency))
                .isEqualTo(new Targets.Target(ClockKind.COMPLIANCE, "x:10(4)", Duration.ofHours(8)));
    }

    /** Nobody is to wait without a clock, also where no law sets a time, as for a voluntary request. */
    @Test
    void anOrderRunsAgainstItsTimeFromItsReceiptAndAnewAfterAnObjection() {
        var order = kept(Side.REQUESTED, Duration.ofDays(60)).withKind(RequestKind.PRODUCTION_ORDER);
        var life = LifeCycle.PRODUCTION_ORDER;
        var arrived = life.find(RequestState.APPROVED, RequestEvent.DELIVERED, By.TRANSPORT);
        var acknowledged = life.find(RequestState.SENT, RequestEvent.ACKNOWLEDGED, By.REQUESTED);
        var upheld = life.find(RequestState.OBJECTION, RequestEvent.ORDER_UPHELD, By.REQUESTING);

        assertThat(started(arrived.orElseThrow(), order))
                .containsExactly(ClockKind.ACKNOWLEDGEMENT, ClockKind.COMPLIANCE);
        assertThat(started(acknowledged.orElseThrow(), order)).isEmpty();
        assertThat(started(upheld.orElseThrow(), order)).containsExactly(ClockKind.COMPLIANCE);
    }

    /** EU 2023/1543 art. 10(6) suspends the time; where a law does not say so, it begins anew. */
    @Test
    void theTimeToObeyStandsStillDuringAQuestionWhereTheLawSaysSoAndElseBeginsAnew() {
        var tenDays = new PlannedRoute.Deadline(
                "transmit data",
                "x:10(3)",
                "max",
                Optional.of(Period.ofDays(10)),
                Optional.empty(),
                Optional.empty(),
                "receipt");
        var suspends = new PlannedRoute.Deadline(
                "suspension of the time to transmit while the issuing authority clarifies",
                "x:10(6)",
                "max",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "receipt");
        var order = kept(Side.REQUESTED, Duration.ofDays(60)).withKind(RequestKind.PRODUCTION_ORDER);
        var clarified = step(LifeCycle.PRODUCTION_ORDER
                .find(RequestState.CLARIFICATION, RequestEvent.CLARIFIED, By.REQUESTING)
                .orElseThrow());
        // received seven days before the answer, asked about three days after that
        var received = NOON.minus(Duration.ofDays(7));
        var stopped = new RequestClock(
                java.util.UUID.randomUUID(),
                order.id(),
                ClockKind.COMPLIANCE,
                "x:10(3)",
                RequestEvent.DELIVERED,
                received,
                "P10D",
                received.plus(Duration.ofDays(10)),
                Optional.of(RequestEvent.CLARIFICATION_ASKED),
                Optional.of(received.plus(Duration.ofDays(3))),
                Optional.empty());

        assertThat(ClockRules.startedBy(clarified, withDeadlines(order, tenDays, suspends), List.of(stopped)))
                .singleElement()
                .satisfies(clock -> {
                    assertThat(clock.kind()).isEqualTo(ClockKind.COMPLIANCE);
                    assertThat(clock.provision()).isEqualTo("x:10(3)");
                    assertThat(clock.dueAt()).isEqualTo(NOON.plus(Duration.ofDays(7)));
                });
        assertThat(ClockRules.startedBy(clarified, withDeadlines(order, tenDays), List.of(stopped)))
                .singleElement()
                .satisfies(clock -> assertThat(clock.dueAt()).isEqualTo(NOON.plus(Duration.ofDays(10))));
    }

    /** EU 2023/1543 arts. 10(4) and 12: the State that was told has 96 hours in an emergency, and then deletion is due at once. */
    @Test
    void afterALateObjectionDeletionHasAClock() {
        var order = kept(Side.REQUESTING, Duration.ofDays(60)).withKind(RequestKind.PRODUCTION_ORDER);
        var late = LifeCycle.PRODUCTION_ORDER
                .find(RequestState.RECEIPT_CONFIRMED, RequestEvent.AUTHORITY_OBJECTED, By.REQUESTING)
                .orElseThrow();

        assertThat(ClockRules.startedBy(step(late), order)).singleElement().satisfies(clock -> {
            assertThat(clock.kind()).isEqualTo(ClockKind.DELETION);
            assertThat(clock.provision()).isEqualTo("policy:deletion-target");
            assertThat(clock.dueAt()).isEqualTo(NOON.plus(Duration.ofHours(48)));
        });
    }

    private static List<ClockKind> started(LifeCycle.Row row, Request after) {
        return ClockRules.startedBy(step(row), after).stream()
                .map(RequestClock::kind)
                .toList();
    }

    @Test
    void anEmergencyIsNotGivenTheMonthsOfMutualAssistance() {
        var request = kept(Side.REQUESTED, Duration.ofDays(60)).withKind(RequestKind.MUTUAL_ASSISTANCE);
        var emergency = request.withContent(
                request.content().withUrgency(new Urgency(UrgencyLevel.EMERGENCY, "A life is at risk")));

        assertThat(Targets.of(request, RequestState.SENT).orElseThrow().length())
                .isEqualTo(Period.ofDays(7));
        assertThat(Targets.of(emergency, RequestState.SENT).orElseThrow().length())
                .isEqualTo(Duration.ofHours(2));
    }

    @ParameterizedTest
    @EnumSource(ClockKind.class)
    void noEventStartsAClockWhereItMayNotRun(ClockKind kind) {
        var rows =
                LifeCycle.all().stream().flatMap(life -> life.table().stream()).toList();
        for (var row : rows) {
            for (var side : Side.values()) {
                var started = ClockRules.startedBy(step(row), kept(side, Duration.ofDays(90)));
                assertThat(started)
                        .as("%s", row)
                        .filteredOn(clock -> clock.kind() == kind)
                        .allMatch(clock -> kind.runsIn(row.to()));
            }
        }
    }

    @Property
    void alarmsRingBeforeTheEndAndNeverInThePast(@ForAll @IntRange(min = 1, max = 400) int days) {
        var clocks = ClockRules.startedBy(
                step(LifeCycle.PRESERVATION
                        .find(RequestState.ORDERED, RequestEvent.PRESERVED, By.REQUESTED)
                        .orElseThrow()),
                kept(Side.REQUESTING, Duration.ofDays(days)));
        var end = NOON.plus(Duration.ofDays(days));
        assertThat(clocks)
                .filteredOn(clock -> clock.kind() == ClockKind.EXPIRY_ALARM)
                .hasSize((int) ClockRules.ALARM_DAYS.stream()
                        .filter(before -> before < days)
                        .count())
                .allMatch(clock -> clock.dueAt().isAfter(NOON) && clock.dueAt().isBefore(end));
        assertThat(clocks)
                .filteredOn(clock -> clock.kind() == ClockKind.PRESERVATION)
                .singleElement()
                .satisfies(clock -> {
                    assertThat(clock.dueAt()).isEqualTo(end);
                    assertThat(clock.provision()).isEqualTo("ets185:29(7)");
                });
    }

    @Test
    void onlyTheRequestedSideHoldsAnOrderAndForNinetyDays() {
        var ordered = step(LifeCycle.PRESERVATION
                .find(RequestState.ACCEPTED, RequestEvent.ORDERED, By.REQUESTED)
                .orElseThrow());
        assertThat(ClockRules.startedBy(ordered, kept(Side.REQUESTED, Duration.ofDays(60))))
                .filteredOn(clock -> clock.kind() == ClockKind.DOMESTIC_ORDER)
                .singleElement()
                .satisfies(clock -> {
                    assertThat(clock.dueAt()).isEqualTo(NOON.plus(Duration.ofDays(90)));
                    assertThat(clock.provision()).isEqualTo("ets185:16(2)");
                    assertThat(Period.parse(clock.length())).isEqualTo(Period.ofDays(90));
                });
        assertThat(ClockRules.startedBy(ordered, kept(Side.REQUESTING, Duration.ofDays(60))))
                .isEmpty();
    }

    private static Step step(LifeCycle.Row row) {
        return new Step(
                RequestId.fresh(),
                7,
                row.event(),
                row.from(),
                row.to(),
                row.by(),
                "someone",
                NOON,
                NOON,
                Particulars.NONE,
                Optional.empty(),
                true);
    }

    private static Request kept(Side side, Duration length) {
        var content = RequestContent.blank(Offence.NOT_NAMED, "");
        var request = Request.arrived(
                new PeerMessage.Asks(
                        RequestId.fresh(),
                        RequestKind.PRESERVATION,
                        Optional.empty(),
                        "ets185:29",
                        "PT-2026-0001-1",
                        content,
                        "en",
                        "",
                        List.of()),
                new PartyId("PT-contact-point"),
                "BR-2026-IN-0001",
                content,
                new PlannedRoute(
                        "ets185:29",
                        "ets185",
                        "24-7-contact",
                        "open",
                        "not-required",
                        Optional.empty(),
                        LocalDate.parse("2026-11-22"),
                        List.of(),
                        List.of(new PlannedRoute.Deadline(
                                "preservation",
                                "ets185:29(7)",
                                "min",
                                Optional.of(Period.ofDays(60)),
                                Optional.empty(),
                                Optional.empty(),
                                "effected")),
                        List.of(),
                        List.of()),
                NOON);
        return request.kept(new Preservation(NOON, NOON.plus(length), "Example Hosting", List.of()))
                .withSide(side);
    }
}
