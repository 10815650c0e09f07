package org.comity.node.cooperation.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.comity.node.cooperation.RequestView;
import org.comity.node.cooperation.life.By;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.request.Step;
import org.comity.node.exchange.Delivery;
import org.comity.node.frame.OneOf;

/**
 * One entry of a request's history.
 *
 * @param event as the journal and webhooks name it, such as {@code request-approved}
 * @param effective false for a message that came too late to change anything
 * @param message whether the message itself can be read under {@code messages/} and the number
 * @param delivery how what was sent fared
 */
record StepJson(
        int number,
        String event,
        @OneOf(RequestState.class) String from,
        @OneOf(RequestState.class) String to,
        @OneOf(By.class) String by,
        String actor,
        Instant occurredAt,
        Instant recordedAt,
        boolean effective,
        Optional<String> reference,
        Optional<String> ground,
        Optional<String> reason,
        Optional<Instant> effectedAt,
        Optional<Instant> keptUntil,
        Optional<Instant> reviewAt,
        Optional<String> provider,
        List<RequestJson.Item> items,
        Optional<String> remarks,
        boolean message,
        Optional<Sent> delivery) {

    record Sent(@OneOf(Delivery.State.class) String state, int attempts, Optional<Instant> confirmedAt) {
        static Sent of(Delivery delivery) {
            return new Sent(Tokens.of(delivery.state()), delivery.attempts(), delivery.confirmedAt());
        }
    }

    /** As the journal and webhooks name it. */
    static String event(RequestEvent event) {
        return "request-" + event.token();
    }

    static StepJson of(Step step, RequestView view) {
        var said = step.particulars();
        return new StepJson(
                step.number(),
                event(step.event()),
                Tokens.of(step.from()),
                Tokens.of(step.to()),
                Tokens.of(step.by()),
                step.actor(),
                step.occurredAt(),
                step.recordedAt(),
                step.effective(),
                said.reference(),
                said.ground(),
                said.reason().or(() -> said.cause().map(Object::toString)),
                said.effectedAt(),
                said.keptUntil(),
                said.reviewAt(),
                said.provider(),
                said.outcomes().stream().map(RequestJson.Item::of).toList(),
                said.remarks(),
                step.message().isPresent(),
                view.delivery(step).map(Sent::of));
    }
}
