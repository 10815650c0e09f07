package org.comity.law.assistance;

import java.util.Collections;
import java.util.Set;
import org.comity.law.State;

/** Who lies in a region as projects mean it: everybody, or by UN group, by membership or by name. */
public record Region(String id, boolean all, Set<String> groups, Set<String> memberships, Set<String> states) {

    public Region {
        groups = Set.copyOf(groups);
        memberships = Set.copyOf(memberships);
        states = Set.copyOf(states);
    }

    public boolean holds(State state) {
        return all
                || groups.contains(state.group())
                || states.contains(state.code().value())
                || !Collections.disjoint(memberships, state.memberships());
    }
}
