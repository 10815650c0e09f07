package org.comity.node.cooperation.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.RequestKind;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.request.Preservation;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.Step;

/**
 * The race between the answer and the deletion.
 *
 * @param answerLikely when an answer is expected in half of all cases
 * @param answerLate when in four of five
 * @param source where the two figures come from
 * @param deletion when the provider is expected to delete the data; empty means unknown
 * @param keptUntil once the data is preserved, for this request or for the one that it follows up
 * @param held it is kept for as long as a request for it is undecided: nothing runs out
 * @param obtained the data itself is there: the race is over
 */
public record Race(
        Instant now,
        Instant answerLikely,
        Instant answerLate,
        String source,
        Optional<Instant> deletion,
        Optional<Instant> keptUntil,
        boolean held,
        boolean obtained) {

    /** How long an answer usually takes, until this node has measured its own. */
    private record Usual(Duration likely, Duration late, String source) {

        /** Practice of the 24/7 network: two days in half of the cases, seven in four of five. */
        static final Usual EXPEDITED =
                new Usual(Duration.ofDays(2), Duration.ofDays(7), "policy:preservation-effected");

        /** Mutual assistance takes months: some ten in half of the cases, twenty in four of five. */
        static final Usual MUTUAL_ASSISTANCE =
                new Usual(Duration.ofDays(300), Duration.ofDays(600), "policy:mutual-assistance");

        /** Providers answer foreign authorities in some ten days in half of the cases, in thirty in four of five. */
        static final Usual DIRECT = new Usual(Duration.ofDays(10), Duration.ofDays(30), "policy:direct-order");

        public static Usual of(RequestKind kind) {
            return switch (kind) {
                case PRESERVATION, PARTIAL_DISCLOSURE, PRESERVATION_ORDER -> EXPEDITED;
                case PRODUCTION_ORDER -> DIRECT;
                case MUTUAL_ASSISTANCE -> MUTUAL_ASSISTANCE;
            };
        }
    }

    private static final Duration WIDE = Duration.ofDays(14);
    private static final Duration NARROW = Duration.ofDays(3);

    /** How it stands; what is unknown is never taken for safe. */
    public enum Outlook {
        OBTAINED,
        KEPT,
        AHEAD,
        CLOSE,
        LOSING,
        UNKNOWN,
        LOST
    }

    /** @param followed the request that it follows up, whose data may be kept already */
    public static Race of(Request request, Optional<Request> followed, List<Step> timeline, Instant now) {
        var sent = timeline.stream()
                .filter(step -> step.to() == RequestState.SENT || step.event() == RequestEvent.APPROVED)
                .map(Step::occurredAt)
                .findFirst()
                .orElse(now);
        var usual = Usual.of(request.kind());
        return new Race(
                now,
                sent.plus(usual.likely()),
                sent.plus(usual.late()),
                usual.source(),
                request.content().data().expectedDeletion(),
                Stream.concat(Stream.of(request), followed.stream())
                        .filter(kept -> kept.state().isRunningOut())
                        .flatMap(kept -> kept.preservation().stream())
                        .map(Preservation::keptUntil)
                        .findFirst(),
                isHeld(request.state())
                        || followed.map(Request::state).filter(Race::isHeld).isPresent(),
                request.production().isPresent());
    }

    private static boolean isHeld(RequestState state) {
        return state == RequestState.FOLLOWUP_RECEIVED || state == RequestState.PRODUCED;
    }

    /** Days after which an answer comes in half of all cases, and in four of five. */
    public List<Long> usualDays() {
        return Stream.of(RequestKind.values())
                .map(Usual::of)
                .filter(usual -> usual.source().equals(source))
                .findFirst()
                .map(usual -> List.of(usual.likely().toDays(), usual.late().toDays()))
                .orElseThrow();
    }

    public Outlook outlook() {
        if (obtained) {
            return Outlook.OBTAINED;
        }
        if (held || keptUntil.isPresent()) {
            return Outlook.KEPT;
        }
        if (deletion.isEmpty()) {
            return Outlook.UNKNOWN;
        }
        if (deletion.get().isBefore(now)) {
            return Outlook.LOST;
        }
        var slack = Duration.between(answerLate.isAfter(now) ? answerLate : now, deletion.get());
        if (slack.compareTo(WIDE) > 0) {
            return Outlook.AHEAD;
        }
        return slack.compareTo(NARROW) >= 0 ? Outlook.CLOSE : Outlook.LOSING;
    }
}
