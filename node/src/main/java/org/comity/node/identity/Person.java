package org.comity.node.identity;

import java.io.Serializable;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Someone who works on this node.
 *
 * @param name as shown on pages and in the journal; a role title such as "duty officer" is enough
 * @param ownRoles given by an administrator
 * @param units the desks or teams they belong to
 * @param standsInFor what others lent them for the time being
 * @param machine a program, which calls by token and never opens a page
 */
public record Person(
        PersonId id, String name, Set<Role> ownRoles, Set<String> units, List<StandIn> standsInFor, boolean machine)
        implements Serializable {

    public Person {
        ownRoles = Set.copyOf(ownRoles);
        units = Set.copyOf(units);
        standsInFor = List.copyOf(standsInFor);
    }

    /** Someone with roles of their own and nothing else. */
    public Person(PersonId id, String name, Set<Role> ownRoles) {
        this(id, name, ownRoles, Set.of(), List.of(), false);
    }

    /** Own and lent ones. */
    public Set<Role> roles() {
        var roles = EnumSet.noneOf(Role.class);
        roles.addAll(ownRoles);
        standsInFor.forEach(lent -> roles.addAll(lent.roles()));
        return roles;
    }

    public boolean is(Role role) {
        return roles().contains(role);
    }

    public boolean may(Power power) {
        return roles().stream().anyMatch(role -> role.brings(power));
    }

    /**
     * Whether this is a second person after the first one: somebody else, who does not do it in the first one's stead
     * either. Whoever drafts and lends out the approver's role has not found a second person.
     */
    public boolean mayAsSecond(Power power, PersonId first) {
        return !id.equals(first)
                && (ownRoles.stream().anyMatch(role -> role.brings(power))
                        || standsInFor.stream()
                                .filter(lent -> !lent.of().equals(first))
                                .flatMap(lent -> lent.roles().stream())
                                .anyMatch(role -> role.brings(power)));
    }
}
