package org.comity.node.evidence;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * An exhibit that another authority may fetch, or has.
 *
 * @param recipient by name
 * @param fetched how far into the content it has asked
 */
public record Release(
        UUID id,
        ExhibitId exhibit,
        String mark,
        String name,
        String recipient,
        long size,
        long fetched,
        Instant releasedAt,
        Optional<Instant> fetchedAt) {

    public boolean isFetched() {
        return fetched >= size && fetchedAt.isPresent();
    }
}
