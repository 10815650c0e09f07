package org.comity.node.identity;

import java.io.Serializable;
import java.time.Instant;
import java.util.Set;

/**
 * Roles that a person holds for somebody else.
 *
 * @param roles what was lent and the other still holds
 */
public record StandIn(PersonId of, String name, Set<Role> roles, Instant until) implements Serializable {

    public StandIn {
        roles = Set.copyOf(roles);
    }
}
