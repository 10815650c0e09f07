package org.comity.node.evidence;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.frame.Said;

/**
 * An exhibit that this node fetches from another.
 *
 * @param received bytes of the content that are here for good, as last written down
 * @param rate bytes in a second, of late; 0 while nothing comes
 * @param trouble why it does not go on; empty while it does
 * @param exhibit once it is in the vault
 */
public record Fetch(
        UUID id,
        String name,
        long size,
        long received,
        long rate,
        State state,
        Optional<Said> trouble,
        Optional<ExhibitId> exhibit) {

    public enum State {
        /** It comes, or is tried again soon. */
        WAITING,
        PAUSED,
        /** It is in the vault. */
        DONE,
        CANCELLED,
        /** What came is not what was signed for, or could not be opened: trying again by itself would not help. */
        BROKEN;

        public String token() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public int percent() {
        return size == 0 ? state == State.DONE ? 100 : 0 : (int) (received * 100 / size);
    }

    /** At the rate of late; empty where nothing comes. */
    public Optional<Duration> left() {
        return rate <= 0 || state != State.WAITING
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(Math.ceilDiv(size - received, rate)));
    }
}
