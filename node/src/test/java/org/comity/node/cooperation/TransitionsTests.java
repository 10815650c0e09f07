package org.comity.node.cooperation;

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
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TransitionsTests {

    @Test
    void everyStateCanBeReached() {
        var reached = EnumSet.of(RequestState.DRAFT);
        while (Transitions.table().stream().anyMatch(row -> reached.contains(row.from()) && reached.add(row.to()))) {
            continue;
        }
        assertThat(reached).containsExactlyInAnyOrder(RequestState.values());
    }

    @Test
    void onlyAClosedRequestHasNoWayOn() {
        var exits = Transitions.table().stream()
                .filter(row -> row.from() != row.to() && !row.crossing())
                .map(Transitions.Row::from)
                .collect(Collectors.toSet());
        assertThat(EnumSet.complementOf(EnumSet.copyOf(exits))).containsExactly(RequestState.CLOSED);
    }

    @Test
    void noRowIsAmbiguous() {
        var keys = Transitions.table().stream()
                .collect(Collectors.groupingBy(row -> List.of(row.from(), row.event(), row.by())));
        assertThat(keys.values()).allSatisfy(rows -> assertThat(rows).hasSize(1));
    }

    @Test
    void everyEventHasARow() {
        var used = Transitions.table().stream().map(Transitions.Row::event).collect(Collectors.toSet());
        used.add(RequestEvent.DRAFTED);
        assertThat(used).containsExactlyInAnyOrder(RequestEvent.values());
    }

    @Test
    void aStateThatIsOverIsLeftOnlyForTheFileOrByACrossingMessage() {
        assertThat(Transitions.table())
                .filteredOn(row -> row.from().isOver() && row.event() != RequestEvent.CLOSED)
                .allMatch(Transitions.Row::crossing);
    }

    @Property
    void noSequenceOfEventsLeavesTheFile(@ForAll List<RequestEvent> events, @ForAll List<By> actors) {
        var state = RequestState.DRAFT;
        var closed = false;
        for (int at = 0; at < Math.min(events.size(), actors.size()); at++) {
            var row = Transitions.find(state, events.get(at), actors.get(at));
            state = row.map(Transitions.Row::to).orElse(state);
            closed |= state == RequestState.CLOSED;
            assertThat(state == RequestState.CLOSED).isEqualTo(closed);
        }
    }

    /** Every interleaving of both sides' acts and clocks, with up to three messages on their way in each direction. */
    @Test
    void bothCopiesAgreeWhenNothingIsOnItsWay() {
        var start = new Pair(RequestState.SENT, RequestState.SENT, List.of(), List.of());
        var seen = new HashSet<>(Set.of(start));
        var open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            var pair = open.poll();
            if (pair.toRequested().isEmpty() && pair.toRequesting().isEmpty()) {
                assertThat(pair).matches(Pair::agrees, "agrees");
            }
            pair.next().stream().filter(seen::add).forEach(open::add);
        }
        assertThat(seen).hasSizeGreaterThan(1000);
    }

    record Pair(
            RequestState requesting,
            RequestState requested,
            List<RequestEvent> toRequested,
            List<RequestEvent> toRequesting) {

        /** A lapse comes on both sides at the same instant, so one copy may see it a moment before the other. */
        boolean agrees() {
            return requesting == requested
                    || requesting == RequestState.LAPSED && requested.isRunningOut()
                    || requested == RequestState.LAPSED && requesting.isRunningOut();
        }

        List<Pair> next() {
            var next = new ArrayList<Pair>();
            for (var event : EnumSet.allOf(RequestEvent.class)) {
                if (!event.travels() || toRequested.size() == 3 || toRequesting.size() == 3) {
                    continue;
                }
                Transitions.offered(requesting, event, By.REQUESTING)
                        .ifPresent(row ->
                                next.add(new Pair(row.to(), requested, appended(toRequested, event), toRequesting)));
                Transitions.offered(requested, event, By.REQUESTED)
                        .ifPresent(row ->
                                next.add(new Pair(requesting, row.to(), toRequested, appended(toRequesting, event))));
            }
            Transitions.find(requesting, RequestEvent.LAPSED, By.CLOCK)
                    .ifPresent(row -> next.add(new Pair(row.to(), requested, toRequested, toRequesting)));
            Transitions.find(requested, RequestEvent.LAPSED, By.CLOCK)
                    .ifPresent(row -> next.add(new Pair(requesting, row.to(), toRequested, toRequesting)));
            if (!toRequested.isEmpty()) {
                var row = Transitions.find(requested, toRequested.getFirst(), By.REQUESTING);
                next.add(new Pair(
                        requesting, row.map(Transitions.Row::to).orElse(requested), tail(toRequested), toRequesting));
            }
            if (!toRequesting.isEmpty()) {
                var row = Transitions.find(requesting, toRequesting.getFirst(), By.REQUESTED);
                next.add(new Pair(
                        row.map(Transitions.Row::to).orElse(requesting), requested, toRequested, tail(toRequesting)));
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

    /** To renew the picture: run this test with {@code -Dcomity.pictures=write}. */
    @Test
    void thePictureInTheDocsShowsTheTable() throws IOException {
        var picture = Path.of(System.getProperty("comity.root"), "docs", "pictures", "request-states.mmd");
        if ("write".equals(System.getProperty("comity.pictures"))) {
            Files.createDirectories(picture.getParent());
            Files.writeString(picture, mermaid());
        }
        assertThat(picture).content().isEqualTo(mermaid());
    }

    private static String mermaid() {
        var who = Map.of(
                By.REQUESTING, "requesting State",
                By.REQUESTED, "requested State",
                By.CLOCK, "clock",
                By.TRANSPORT, "exchange");
        return Transitions.table().stream()
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
