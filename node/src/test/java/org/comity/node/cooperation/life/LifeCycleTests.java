package org.comity.node.cooperation.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class LifeCycleTests {

    static List<LifeCycle> lives() {
        return LifeCycle.all();
    }

    @Test
    void everyKindHasALifeAndEveryStateAndEventBelongsToOne() {
        assertThat(Stream.of(RequestKind.values()).map(RequestKind::life)).isSubsetOf(lives());
        var rows = lives().stream().flatMap(life -> life.table().stream()).toList();
        var used = rows.stream().map(LifeCycle.Row::event).collect(Collectors.toSet());
        used.add(RequestEvent.DRAFTED);
        assertThat(used).containsExactlyInAnyOrder(RequestEvent.values());
        assertThat(rows.stream().map(LifeCycle.Row::to).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(RequestState.values());
    }

    @ParameterizedTest
    @MethodSource("lives")
    void everyStateOfALifeCanBeReached(LifeCycle life) {
        var reached = EnumSet.of(RequestState.DRAFT);
        while (life.table().stream().anyMatch(row -> reached.contains(row.from()) && reached.add(row.to()))) {
            continue;
        }
        assertThat(reached).containsExactlyInAnyOrderElementsOf(statesOf(life));
    }

    @ParameterizedTest
    @MethodSource("lives")
    void onlyAClosedRequestHasNoWayOn(LifeCycle life) {
        var exits = life.table().stream()
                .filter(row -> row.from() != row.to() && !row.crossing())
                .map(LifeCycle.Row::from)
                .collect(Collectors.toSet());
        assertThat(statesOf(life)).filteredOn(state -> !exits.contains(state)).containsExactly(RequestState.CLOSED);
    }

    /** Nobody is waited for without end: where only one side can move on, a clock reminds of it. */
    @ParameterizedTest
    @MethodSource("lives")
    void whoeverIsWaitedForHasAClockOrCanBeLeft(LifeCycle life) {
        assertThat(statesOf(life))
                .filteredOn(state -> !state.isOver() && !state.isBeforeSending())
                .allSatisfy(state -> {
                    var clock = Stream.of(ClockKind.values()).anyMatch(kind -> kind.runsIn(state));
                    var leave = life.offered(state, RequestEvent.WITHDRAWN, By.REQUESTING)
                                    .isPresent()
                            || life.offered(state, RequestEvent.RELEASED, By.REQUESTING)
                                    .isPresent();
                    assertThat(clock || leave).as("%s", state).isTrue();
                });
    }

    /** A clock that goes off where the table has no row for it would be lost. */
    @ParameterizedTest
    @MethodSource("lives")
    void everyClockOfAStateHasARowToTake(LifeCycle life) {
        for (var state : statesOf(life)) {
            for (var kind : ClockKind.values()) {
                if (kind.runsIn(state) && life.belongsTo(By.CLOCK, kind.fires())) {
                    assertThat(life.find(state, kind.fires(), By.CLOCK))
                            .as("%s in %s", kind, state)
                            .isPresent();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("lives")
    void noRowIsAmbiguous(LifeCycle life) {
        var keys =
                life.table().stream().collect(Collectors.groupingBy(row -> List.of(row.from(), row.event(), row.by())));
        assertThat(keys.values()).allSatisfy(rows -> assertThat(rows).hasSize(1));
    }

    /** The one exception: whoever was told of an emergency order may object after its data was received. */
    @ParameterizedTest
    @MethodSource("lives")
    void aStateThatIsOverIsLeftOnlyForTheFileOrByACrossingMessage(LifeCycle life) {
        assertThat(life.table())
                .filteredOn(row -> row.from().isOver() && row.from() != row.to() && row.event() != RequestEvent.CLOSED)
                .filteredOn(row -> row.event() != RequestEvent.AUTHORITY_OBJECTED)
                .allMatch(LifeCycle.Row::crossing);
    }

    /** EU 2023/1543 art. 10(4): what was sent before the objection is deleted, and nothing else ends the matter. */
    @ParameterizedTest
    @EnumSource(names = {"DISCLOSED", "PARTLY_DISCLOSED", "RECEIPT_CONFIRMED"})
    void whatWasHandedOverBeforeAnObjectionIsDeleted(RequestState handedOver) {
        var life = LifeCycle.PRODUCTION_ORDER;
        assertThat(life.offered(handedOver, RequestEvent.AUTHORITY_OBJECTED, By.REQUESTING))
                .hasValueSatisfying(row -> assertThat(row.to()).isEqualTo(RequestState.DELETION_OWED));
        assertThat(life.table())
                .filteredOn(row -> row.from() == RequestState.DELETION_OWED && row.to() != row.from())
                .extracting(LifeCycle.Row::event)
                .containsExactly(RequestEvent.DATA_DELETED);
    }

    /** Nobody compels what nobody must do, and nobody is told of it; a refusal is the provider's own. */
    @Test
    void aVoluntaryRequestIsNeitherEnforcedNorBarred() {
        for (var life : List.of(LifeCycle.VOLUNTARY_DISCLOSURE, LifeCycle.VOLUNTARY_PRESERVATION)) {
            assertThat(life.table())
                    .extracting(LifeCycle.Row::event)
                    .doesNotContain(
                            RequestEvent.ENFORCEMENT_SOUGHT,
                            RequestEvent.ORDER_UPHELD,
                            RequestEvent.OBJECTED,
                            RequestEvent.AUTHORITY_NOTIFIED,
                            RequestEvent.AUTHORITY_OBJECTED);
            assertThat(life.offered(RequestState.ACKNOWLEDGED, RequestEvent.REFUSED, By.REQUESTED))
                    .isPresent();
        }
    }

    /** 18 USC 2523: the issuer's designated authority first, then that of the provider's State, which may bar the order. */
    @Test
    void onlyUnderAnAgreementAnObjectionGoesOnToTheProvidersState() {
        var order = LifeCycle.AGREEMENT_ORDER;
        assertThat(order.offered(RequestState.OBJECTION, RequestEvent.OBJECTION_REFERRED, By.REQUESTED))
                .isEmpty();
        assertThat(order.offered(RequestState.ACKNOWLEDGED, RequestEvent.OBJECTION_REFERRED, By.REQUESTED))
                .isPresent();
        assertThat(order.offered(RequestState.REFERRED, RequestEvent.REFUSED, By.REQUESTED))
                .isPresent();
        assertThat(lives())
                .filteredOn(life -> life.belongsTo(By.REQUESTED, RequestEvent.OBJECTION_REFERRED))
                .containsExactly(order);
    }

    /** Preserve before removing: the table itself has no other way. */
    @Test
    void nothingIsTakenDownThatWasNotSecuredBefore() {
        assertThat(LifeCycle.TAKE_DOWN.table())
                .filteredOn(row -> row.to() == RequestState.TAKEN_DOWN && row.from() != RequestState.TAKEN_DOWN)
                .extracting(LifeCycle.Row::from)
                .containsOnly(RequestState.SECURED, RequestState.UNDER_REVIEW);
        assertThat(LifeCycle.TAKE_DOWN.table())
                .filteredOn(row -> row.to() == RequestState.SECURED && row.from() != RequestState.SECURED)
                .extracting(LifeCycle.Row::event)
                .containsOnly(RequestEvent.CONTENT_PRESERVED, RequestEvent.PRESERVATION_WAIVED);
        assertThat(LifeCycle.TAKE_DOWN.table())
                .filteredOn(row -> row.to() == RequestState.UNDER_REVIEW && row.from() != RequestState.UNDER_REVIEW)
                .extracting(LifeCycle.Row::from)
                .containsOnly(RequestState.TAKEN_DOWN, RequestState.SETTLED);
    }

    @Provide
    Arbitrary<LifeCycle> anyLife() {
        return Arbitraries.of(lives());
    }

    @Property
    void noSequenceOfEventsLeavesTheFile(
            @ForAll("anyLife") LifeCycle life, @ForAll List<RequestEvent> events, @ForAll List<By> actors) {
        var state = RequestState.DRAFT;
        var closed = false;
        for (int at = 0; at < Math.min(events.size(), actors.size()); at++) {
            var row = life.find(state, events.get(at), actors.get(at));
            state = row.map(LifeCycle.Row::to).orElse(state);
            closed |= state == RequestState.CLOSED;
            assertThat(state == RequestState.CLOSED).isEqualTo(closed);
        }
    }

    private static Set<RequestState> statesOf(LifeCycle life) {
        var states = EnumSet.of(RequestState.DRAFT);
        life.table().forEach(row -> {
            states.add(row.from());
            states.add(row.to());
        });
        return states;
    }

    /** Every interleaving of both sides' acts and clocks, with up to three messages on their way in each direction. */
    @ParameterizedTest
    @MethodSource("lives")
    void bothCopiesAgreeWhenNothingIsOnItsWay(LifeCycle life) {
        var start = new Pair(life, RequestState.SENT, RequestState.SENT, List.of(), List.of());
        var seen = new HashSet<>(Set.of(start));
        var open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            var pair = open.poll();
            if (pair.toRequested().isEmpty() && pair.toRequesting().isEmpty()) {
                assertThat(pair).matches(Pair::agrees, "agrees");
            }
            pair.next().stream().filter(seen::add).forEach(open::add);
        }
        assertThat(seen).hasSizeGreaterThan(2 * statesOf(life).size());
    }

    record Pair(
            LifeCycle life,
            RequestState requesting,
            RequestState requested,
            List<RequestEvent> toRequested,
            List<RequestEvent> toRequesting) {

        /** A lapse, and the end of the time to complain, comes on both sides at the same instant, so one copy may see it a moment before the other. */
        boolean agrees() {
            return requesting == requested
                    || requesting == RequestState.LAPSED && requested.isRunningOut()
                    || requested == RequestState.LAPSED && requesting.isRunningOut()
                    || Set.of(requesting, requested).equals(Set.of(RequestState.TAKEN_DOWN, RequestState.SETTLED));
        }

        List<Pair> next() {
            var next = new ArrayList<Pair>();
            for (var event : EnumSet.allOf(RequestEvent.class)) {
                if (!event.travels() || toRequested.size() == 3 || toRequesting.size() == 3) {
                    continue;
                }
                life.offered(requesting, event, By.REQUESTING)
                        .ifPresent(row -> next.add(
                                new Pair(life, row.to(), requested, appended(toRequested, event), toRequesting)));
                life.offered(requested, event, By.REQUESTED)
                        .ifPresent(row -> next.add(
                                new Pair(life, requesting, row.to(), toRequested, appended(toRequesting, event))));
            }
            for (var event : List.of(RequestEvent.LAPSED, RequestEvent.REDRESS_ENDED)) {
                life.find(requesting, event, By.CLOCK)
                        .ifPresent(row -> next.add(new Pair(life, row.to(), requested, toRequested, toRequesting)));
                life.find(requested, event, By.CLOCK)
                        .ifPresent(row -> next.add(new Pair(life, requesting, row.to(), toRequested, toRequesting)));
            }
            if (!toRequested.isEmpty()) {
                var row = life.find(requested, toRequested.getFirst(), By.REQUESTING);
                next.add(new Pair(
                        life,
                        requesting,
                        row.map(LifeCycle.Row::to).orElse(requested),
                        tail(toRequested),
                        toRequesting));
            }
            if (!toRequesting.isEmpty()) {
                var row = life.find(requesting, toRequesting.getFirst(), By.REQUESTED);
                next.add(new Pair(
                        life,
                        row.map(LifeCycle.Row::to).orElse(requesting),
                        requested,
                        toRequested,
                        tail(toRequesting)));
            }
            return next;
        }

        private static List<RequestEvent> appended(List<RequestEvent> queue, RequestEvent event) {
            var longer = new ArrayList<>(queue);
            longer.add(event);
            return List.copyOf(longer);
        }

        private static List<RequestEvent> tail(List<RequestEvent> queue) {
            return List.copyOf(queue.subList(1, queue.size()));
        }
    }

    /** To renew the pictures: run this test with {@code -Dcomity.pictures=write}. */
    @ParameterizedTest
    @MethodSource("lives")
    void thePictureInTheDocsShowsTheTable(LifeCycle life) throws IOException {
        var picture = Path.of(System.getProperty("comity.root"), "docs", "pictures", life.name() + "-states.mmd");
        if ("write".equals(System.getProperty("comity.pictures"))) {
            Files.createDirectories(picture.getParent());
            Files.writeString(picture, mermaid(life));
        }
        assertThat(picture).content().isEqualTo(mermaid(life));
    }

    private static String mermaid(LifeCycle life) {
        var who = Map.of(
                By.REQUESTING, "requesting State",
                By.REQUESTED, "requested State",
                By.CLOCK, "clock",
                By.TRANSPORT, "exchange");
        return life.table().stream()
                .map(row -> "    %s --> %s: %s (%s%s)"
                        .formatted(
                                row.from(),
                                row.to(),
                                row.event().token(),
                                who.get(row.by()),
                                row.crossing() ? ", when messages cross" : ""))
                .collect(Collectors.joining("\n", "stateDiagram-v2\n    [*] --> DRAFT\n", "\n    CLOSED --> [*]\n"));
    }
}
