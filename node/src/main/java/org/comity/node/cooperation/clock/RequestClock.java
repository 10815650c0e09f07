package org.comity.node.cooperation.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.cooperation.life.ClockKind;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.cooperation.request.Step;

/**
 * One timer of a request, with all that is needed to defend it later.
 *
 * @param provision the provision that sets the time, or {@code policy:…} where none does
 * @param length ISO 8601
 */
public record RequestClock(
        UUID id,
        RequestId request,
        ClockKind kind,
        String provision,
        RequestEvent startedBy,
        Instant startedAt,
        String length,
        Instant dueAt,
        Optional<RequestEvent> stoppedBy,
        Optional<Instant> stoppedAt,
        Optional<Instant> firedAt) {

    static RequestClock started(Step step, ClockKind kind, String provision, String length, Instant dueAt) {
        return new RequestClock(
                UUID.randomUUID(),
                step.request(),
                kind,
                provision,
                step.event(),
                step.occurredAt(),
                length,
                dueAt,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** A quarter of its time is left, or less. */
    public boolean isNearItsEnd(Instant now) {
        return isRunning()
                && !now.isBefore(startedAt.plus(
                        Duration.between(startedAt, dueAt).multipliedBy(3).dividedBy(4)));
    }

    public boolean isRunning() {
        return stoppedAt.isEmpty() && firedAt.isEmpty();
    }
}
