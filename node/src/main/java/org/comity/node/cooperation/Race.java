package org.comity.node.cooperation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The race between the answer and the deletion.
 *
 * @param answerLikely when an answer is expected in half of all cases
 * @param answerLate when in four of five
 * @param source where the two figures come from
 * @param deletion when the provider is expected to delete the data; empty means unknown
 * @param keptUntil once the data is preserved
 */
public record Race(
        Instant now,
        Instant answerLikely,
        Instant answerLate,
        String source,
        Optional<Instant> deletion,
        Optional<Instant> keptUntil) {

    /** Practice of the 24/7 network until this node has measured its own: two days in half of the cases, seven in 80 %. */
    static final Duration LIKELY = Duration.ofDays(2);

    static final Duration LATE = Duration.ofDays(7);
    private static final String SOURCE = "policy:preservation-effected";

    private static final Duration WIDE = Duration.ofDays(14);
    private static final Duration NARROW = Duration.ofDays(3);

    /** How it stands; what is unknown is never taken for safe. */
    public enum Outlook {
        KEPT,
        AHEAD,
        CLOSE,
        LOSING,
        UNKNOWN,
        LOST
    }

    static Race of(Request request, List<Step> timeline, Instant now) {
        var sent = timeline.stream()
                .filter(step -> step.to() == RequestState.SENT || step.event() == RequestEvent.APPROVED)
                .map(Step::occurredAt)
                .findFirst()
                .orElse(now);
        return new Race(
                now,
                sent.plus(LIKELY),
                sent.plus(LATE),
                SOURCE,
                request.content().data().expectedDeletion(),
                request.preservation().map(Preservation::keptUntil));
    }

    public Outlook outlook() {
        if (keptUntil.isPresent()) {
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
