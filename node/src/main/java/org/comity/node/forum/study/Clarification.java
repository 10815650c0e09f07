package org.comity.node.forum.study;

import java.time.Instant;
import java.util.Optional;

/**
 * A question back about an answer, and what was said to it.
 *
 * @param key of the answer
 * @param answer empty while it is open
 */
public record Clarification(
        int number,
        String key,
        String asked,
        String askedBy,
        Instant askedAt,
        String answer,
        String answeredBy,
        Optional<Instant> answeredAt) {

    public boolean isOpen() {
        return answeredAt.isEmpty();
    }

    Clarification answered(String text, String by, Instant now) {
        return new Clarification(number, key, asked, askedBy, askedAt, text, by, Optional.of(now));
    }
}
