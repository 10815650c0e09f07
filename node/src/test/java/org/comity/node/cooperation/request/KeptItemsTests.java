package org.comity.node.cooperation.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.comity.node.cooperation.life.By;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.RequestKind;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.life.Side;
import org.junit.jupiter.api.Test;

/** What is kept lives item by item; the request stands where its items stand. */
class KeptItemsTests {

    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    static final Instant SOON = Instant.parse("2027-01-21T12:00:00Z");
    static final Instant LATE = Instant.parse("2027-03-21T12:00:00Z");
    static final Identifier ACCOUNT = Identifier.read(Identifier.Kind.ACCOUNT, "shadow.market");
    static final Identifier MAIL = Identifier.read(Identifier.Kind.EMAIL, "shadow@example.org");
    static final ItemOutcome THE_ACCOUNT = new ItemOutcome(ACCOUNT, true, "");
    static final ItemOutcome THE_MAIL = new ItemOutcome(MAIL, true, "");

    @Test
    void theRequestsOwnEndIsThatOfTheItemWhichEndsFirst() {
        var extended = take(preserved(), RequestEvent.EXTENSION_GRANTED, By.REQUESTED, until(LATE, THE_ACCOUNT));

        assertThat(extended.state()).isEqualTo(RequestState.EXTENDED);
        assertThat(extended.preservation().orElseThrow().keptUntil()).isEqualTo(SOON);
        assertThat(ends(extended)).containsExactly(LATE, SOON);

        var lapsed = take(extended, RequestEvent.LAPSED, By.CLOCK, about(THE_MAIL));

        assertThat(lapsed.state()).isEqualTo(RequestState.EXTENDED);
        assertThat(states(lapsed)).containsExactly(RequestState.EXTENDED, RequestState.LAPSED);
        assertThat(lapsed.preservation().orElseThrow().keptUntil()).isEqualTo(LATE);
    }

    @Test
    void theRequestIsOverWithItsLastItem() {
        var released = take(preserved(), RequestEvent.RELEASED, By.REQUESTING, about(THE_MAIL));

        assertThat(released.state()).isEqualTo(RequestState.PARTIAL);
        assertThat(released.preservation().orElseThrow().held()).isEqualTo(1);
        assertThat(take(released, RequestEvent.RELEASED, By.REQUESTING, about(THE_ACCOUNT))
                        .state())
                .isEqualTo(RequestState.RELEASED);
    }

    @Test
    void whatTheFollowUpDoesNotAskForRunsOnAndMayLapse() {
        var followed = take(preserved(), RequestEvent.FOLLOWUP_RECEIVED, By.REQUESTED, about(THE_ACCOUNT));
        assertThat(followed.state()).isEqualTo(RequestState.PRESERVED);
        assertThat(followed.offeredTo(Side.REQUESTED)).contains(RequestEvent.PRODUCED, RequestEvent.FOLLOWUP_RECEIVED);

        var lapsed = take(followed, RequestEvent.LAPSED, By.CLOCK, about(THE_MAIL));
        assertThat(lapsed.state()).isEqualTo(RequestState.FOLLOWUP_RECEIVED);
        assertThat(take(lapsed, RequestEvent.PRODUCED, By.REQUESTED, about(THE_ACCOUNT))
                        .state())
                .isEqualTo(RequestState.PRODUCED);
    }

    @Test
    void anActIsOnlyAboutWhatIsStillKept() {
        var released = take(preserved(), RequestEvent.RELEASED, By.REQUESTING, about(THE_MAIL));

        assertThatThrownBy(() -> released.naming(RequestEvent.RELEASED, By.REQUESTING, about(THE_MAIL)))
                .isInstanceOf(ActRefused.Malformed.class);
        assertThat(released.naming(RequestEvent.RELEASED, By.REQUESTING, Particulars.NONE)
                        .outcomes())
                .containsExactly(THE_ACCOUNT);
    }

    /** Every interleaving of what both sides do with all and with single items, with two messages on their way each. */
    @Test
    void bothCopiesAgreeOnEveryItemWhenNothingIsOnItsWay() {
        var start = new Pair(preserved(), preserved(), List.of(), List.of());
        var seen = new HashSet<>(Set.of(start.key()));
        var open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            var pair = open.poll();
            if (pair.toRequested().isEmpty() && pair.toRequesting().isEmpty()) {
                assertThat(pair).matches(Pair::agrees, "agrees");
            }
            pair.next().stream().filter(next -> seen.add(next.key())).forEach(open::add);
        }
        assertThat(seen).hasSizeGreaterThan(1000);
    }

    record Told(RequestEvent event, List<ItemOutcome> items) {

        Particulars said() {
            return until(event == RequestEvent.EXTENSION_GRANTED ? LATE : SOON).outcomes(items);
        }
    }

    record Pair(Request requesting, Request requested, List<Told> toRequested, List<Told> toRequesting) {

        private static final List<RequestEvent> REQUESTINGS = List.of(RequestEvent.RELEASED, RequestEvent.WITHDRAWN);
        private static final List<RequestEvent> REQUESTEDS = List.of(
                RequestEvent.EXTENSION_GRANTED,
                RequestEvent.FOLLOWUP_RECEIVED,
                RequestEvent.FOLLOWUP_REFUSED,
                RequestEvent.PRODUCED);

        Object key() {
            return List.of(
                    requesting.state(),
                    requested.state(),
                    states(requesting),
                    states(requested),
                    toRequested,
                    toRequesting);
        }

        /** A lapse comes on both sides at the same instant, so one copy may see it a moment before the other. */
        boolean agrees() {
            var lapsing = false;
            for (int item = 0; item < 2; item++) {
                var one = states(requesting).get(item);
                var other = states(requested).get(item);
                var lapses = one == RequestState.LAPSED && other.isRunningOut()
                        || other == RequestState.LAPSED && one.isRunningOut();
                if (one != other && !lapses) {
                    return false;
                }
                lapsing |= lapses;
            }
            return lapsing || requesting.state() == requested.state();
        }

        List<Pair> next() {
            var next = new ArrayList<Pair>();
            for (var items : List.<List<ItemOutcome>>of(List.of(), List.of(THE_ACCOUNT), List.of(THE_MAIL))) {
                if (toRequested.size() < 2) {
                    for (var event : REQUESTINGS) {
                        acted(requesting, event, By.REQUESTING, items)
                                .ifPresent(told -> next.add(new Pair(
                                        take(requesting, event, By.REQUESTING, told.said()),
                                        requested,
                                        appended(toRequested, told),
                                        toRequesting)));
                    }
                }
                if (toRequesting.size() < 2) {
                    for (var event : REQUESTEDS) {
                        acted(requested, event, By.REQUESTED, items)
                                .ifPresent(told -> next.add(new Pair(
                                        requesting,
                                        take(requested, event, By.REQUESTED, told.said()),
                                        toRequested,
                                        appended(toRequesting, told))));
                    }
                }
                var lapse = new Told(RequestEvent.LAPSED, items).said();
                requesting
                        .taking(RequestEvent.LAPSED, By.CLOCK, lapse)
                        .ifPresent(after -> next.add(new Pair(after, requested, toRequested, toRequesting)));
                requested
                        .taking(RequestEvent.LAPSED, By.CLOCK, lapse)
                        .ifPresent(after -> next.add(new Pair(requesting, after, toRequested, toRequesting)));
            }
            if (!toRequested.isEmpty()) {
                var told = toRequested.getFirst();
                next.add(new Pair(
                        requesting,
                        requested
                                .taking(told.event(), By.REQUESTING, told.said())
                                .orElse(requested),
                        toRequested.subList(1, toRequested.size()),
                        toRequesting));
            }
            if (!toRequesting.isEmpty()) {
                var told = toRequesting.getFirst();
                next.add(new Pair(
                        requesting
                                .taking(told.event(), By.REQUESTED, told.said())
                                .orElse(requesting),
                        requested,
                        toRequested,
                        toRequesting.subList(1, toRequesting.size())));
            }
            return next;
        }

        /** As a person acts: only what is offered, and each item named. */
        private static Optional<Told> acted(Request held, RequestEvent event, By by, List<ItemOutcome> items) {
            var open = event.isAboutItems() ? held.itemsFor(event, by) : List.<KeptItem>of();
            var possible = items.stream()
                    .allMatch(
                            item -> open.stream().anyMatch(it -> it.identifier().equals(item.identifier())));
            return held.offers(event, by) && possible
                    ? Optional.of(new Told(
                            event,
                            held.naming(event, by, about(items.toArray(ItemOutcome[]::new)))
                                    .outcomes()))
                    : Optional.empty();
        }

        private static List<Told> appended(List<Told> queue, Told told) {
            var longer = new ArrayList<>(queue);
            longer.add(told);
            return List.copyOf(longer);
        }
    }

    private static Request preserved() {
        return new Request(
                        new RequestId(new UUID(1, 1)),
                        RequestKind.PRESERVATION,
                        Optional.empty(),
                        Side.REQUESTED,
                        Optional.empty(),
                        Optional.empty(),
                        "BR-2026-0001",
                        "",
                        RequestState.PRESERVED,
                        1,
                        RequestContent.blank(new Offence(List.of(), "illegal access", ""), "Access was sold."),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Translations.NONE,
                        NOON)
                .kept(Preservation.of(NOON, SOON, "Example Hosting", List.of(THE_ACCOUNT, THE_MAIL)));
    }

    private static Request take(Request request, RequestEvent event, By by, Particulars told) {
        return request.taking(event, by, told).orElseThrow();
    }

    private static Particulars about(ItemOutcome... items) {
        return Particulars.NONE.outcomes(List.of(items));
    }

    private static Particulars until(Instant end, ItemOutcome... items) {
        return about(items).keptUntil(end);
    }

    private static List<RequestState> states(Request request) {
        return request.preservation().orElseThrow().items().stream()
                .map(KeptItem::state)
                .toList();
    }

    private static List<Instant> ends(Request request) {
        return request.preservation().orElseThrow().items().stream()
                .map(KeptItem::keptUntil)
                .toList();
    }
}
