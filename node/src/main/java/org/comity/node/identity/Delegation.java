package org.comity.node.identity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Roles lent for a while.
 *
 * @param endedAt when it was taken back before its end
 */
public record Delegation(
        UUID id,
        PersonId givenBy,
        String giver,
        PersonId takenBy,
        String taker,
        Set<Role> roles,
        Instant startsAt,
        Instant endsAt,
        String because,
        Optional<Instant> endedAt) {

    public Delegation {
        roles = Set.copyOf(roles);
    }

    public boolean isOverAt(Instant now) {
        return endedAt.isPresent() || !now.isBefore(endsAt);
    }

    public boolean holdsAt(Instant now) {
        return !isOverAt(now) && !now.isBefore(startsAt);
    }

    /** In the order in which roles are declared. */
    public List<Role> inOrder() {
        return roles.stream().sorted().toList();
    }
}
