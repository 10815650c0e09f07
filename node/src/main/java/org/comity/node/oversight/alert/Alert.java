package org.comity.node.oversight.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A pattern of which oversight was told.
 *
 * @param state {@code open}, {@code acknowledged} or {@code closed}
 * @param reason what a person found it to be
 */
public record Alert(
        UUID id,
        String rule,
        String subject,
        String threshold,
        List<String> figures,
        Instant raisedAt,
        Instant seenAt,
        String state,
        Optional<String> reason,
        Optional<String> handledBy,
        Optional<Instant> handledAt) {

    public Alert {
        figures = List.copyOf(figures);
    }

    public boolean isClosed() {
        return state.equals("closed");
    }
}
