package org.comity.node.duty;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.comity.node.identity.PersonId;

/**
 * What a shift tells the next one.
 *
 * @param points what is open, one thing each
 * @param receipts who read it, in that order
 */
public record HandOverNote(
        UUID id,
        String desk,
        PersonId author,
        String authorName,
        Instant writtenAt,
        String text,
        List<String> points,
        List<Receipt> receipts) {

    public HandOverNote {
        points = List.copyOf(points);
        receipts = List.copyOf(receipts);
    }

    /** That somebody of the next shift read it. */
    public record Receipt(PersonId person, String name, Instant readAt) {}

    public boolean wasReadBy(PersonId person) {
        return receipts.stream().anyMatch(receipt -> receipt.person().equals(person));
    }
}
