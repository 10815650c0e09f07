package org.comity.node.cooperation.request;

import java.time.Instant;
import java.util.Optional;
import org.comity.node.cooperation.life.By;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.exchange.MessageId;

/**
 * One entry of a request's timeline; once written it is never changed.
 *
 * @param actor a person's name as shown, {@code clock}, {@code exchange}, {@code node} or {@code party XX-…}
 * @param occurredAt when it happened where it happened
 * @param recordedAt when this node wrote it down
 * @param effective false for a message that came too late to change anything: it is kept, and said
 */
public record Step(
        RequestId request,
        int number,
        RequestEvent event,
        RequestState from,
        RequestState to,
        By by,
        String actor,
        Instant occurredAt,
        Instant recordedAt,
        Particulars particulars,
        Optional<MessageId> message,
        boolean effective) {}
