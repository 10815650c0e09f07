package org.comity.node.identity;

import java.util.Set;

/**
 * Someone who works on this node.
 *
 * @param name as shown on pages and in the journal; a role title such as "duty officer" is enough
 */
public record Person(PersonId id, String name, Set<Role> roles) {

    public Person {
        roles = Set.copyOf(roles);
    }

    public boolean is(Role role) {
        return roles.contains(role);
    }
}
