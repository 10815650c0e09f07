package org.comity.node.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.frame.Said;
import org.comity.node.identity.PersonId;

/**
 * A package for a court that was asked for and is not there yet.
 *
 * @param id that the package will have
 * @param about the case or request, as the journal names it
 * @param size bytes of all its exhibits
 * @param read bytes of them that were read again, as last written down
 * @param rate bytes in a second, of late; 0 while nothing is read
 * @param trouble why it does not go on; empty while it does
 */
public record Packing(
        UUID id,
        String about,
        String reference,
        String language,
        String recipient,
        String purpose,
        Instant askedAt,
        String askedBy,
        PersonId person,
        State state,
        long size,
        long read,
        long rate,
        Optional<Said> trouble) {

    public enum State {
        /** Its exhibits are read again, or will be soon; it can be cancelled. */
        READING,
        /** They were handed out in their custody, and it is written and sealed. */
        SEALING,
        CANCELLED,
        /** It can't be made as it was asked for. Nothing was handed out. */
        REFUSED;

        public String token() {
            return name().toLowerCase(Locale.ROOT);
        }

        public boolean isOpen() {
            return this == READING || this == SEALING;
        }
    }

    public int percent() {
        return size == 0 || state == State.SEALING ? 100 : (int) (read * 100 / size);
    }

    /** At the rate of late; empty where nothing is read. */
    public Optional<Duration> left() {
        return rate <= 0 || state != State.READING
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(Math.ceilDiv(size - read, rate)));
    }
}
