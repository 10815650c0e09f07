package org.comity.node.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An exhibit that another authority may fetch, or has.
 *
 * @param recipient by name
 * @param fetched how far into the content it has asked
 * @param rate bytes in a second, of late; 0 while nothing is fetched
 */
public record Release(
        UUID id,
        ExhibitId exhibit,
        String mark,
        String name,
        String recipient,
        long size,
        long fetched,
        long rate,
        Instant releasedAt,
        Optional<Instant> fetchedAt) {

    /** After so long without a part nothing is being fetched. */
    static final Duration QUIET = Duration.ofSeconds(15);

    /** At the rate of late; empty where nothing is being fetched. */
    public Optional<Duration> left() {
        return isFetched() || rate <= 0
                ? Optional.empty()
                : Optional.of(Duration.ofSeconds(Math.ceilDiv(size - fetched, rate)));
    }

    public boolean isFetched() {
        return fetched >= size && fetchedAt.isPresent();
    }
}
