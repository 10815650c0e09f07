package org.comity.node.capacity.matching;

import java.util.Collection;
import java.util.Set;
import org.comity.law.State;
import org.comity.law.assistance.Region;

/** How closely help is meant for a State. */
public enum Reach {
    /** It names the State. */
    STATE,
    /** It names a region in which the State lies. */
    REGION,
    /** It is for everybody, or says nothing of where. */
    WORLD,
    /** It is for others. */
    NOWHERE;

    public static Reach of(State state, Set<String> states, Collection<Region> regions) {
        if (states.contains(state.code().value())) {
            return STATE;
        }
        if (regions.stream().anyMatch(region -> !region.all() && region.holds(state))) {
            return REGION;
        }
        boolean everywhere = regions.isEmpty() || regions.stream().anyMatch(Region::all);
        return states.isEmpty() && everywhere ? WORLD : NOWHERE;
    }
}
