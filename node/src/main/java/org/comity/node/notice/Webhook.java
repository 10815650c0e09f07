package org.comity.node.notice;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * An address of another system that is told what happens here.
 *
 * @param failingSince when it last stopped taking what it is told
 * @param disabledAt since when it is called no more
 */
public record Webhook(
        UUID id,
        String name,
        URI url,
        Set<Topic> topics,
        byte[] secretSealed,
        Optional<Instant> failingSince,
        Optional<Instant> disabledAt) {

    public Webhook {
        topics = Set.copyOf(topics);
    }

    /** In the order in which topics are declared. */
    public List<Topic> inOrder() {
        return topics.stream().sorted().toList();
    }

    /**
     * One thing that it is told.
     *
     * @param status of the last answer, if there was one
     * @param trouble last word of a message key: why there was none
     */
    public record Delivery(
            UUID id,
            UUID webhook,
            String event,
            String body,
            Instant madeAt,
            int attempts,
            Optional<Integer> status,
            Optional<String> trouble,
            Optional<Instant> doneAt,
            Optional<Instant> givenUpAt) {}
}
