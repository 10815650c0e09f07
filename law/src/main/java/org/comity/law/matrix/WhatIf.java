package org.comity.law.matrix;

import java.util.List;
import org.comity.law.LawChange;
import org.comity.law.RoutePlan;

/**
 * The world as it is and the world as it would be.
 *
 * @param before the world without the changes
 * @param changes what is supposed
 * @param after the world with them
 * @param difference which ways stand otherwise
 */
public record WhatIf(
        CooperationMatrix before, List<LawChange> changes, CooperationMatrix after, Difference difference) {

    public WhatIf {
        changes = List.copyOf(changes);
    }

    /**
     * @param scope which kinds of assistance are compared
     * @throws org.comity.law.InvalidLawChangeException if a change names what is not there
     */
    public static WhatIf of(CooperationMatrix before, List<LawChange> changes, Scope scope) {
        CooperationMatrix after = before.with(changes);
        int[] touched = Touched.by(changes, before.law()).stream()
                .filter(before.states()::contains)
                .mapToInt(before::place)
                .toArray();
        return new WhatIf(before, changes, after, Difference.between(before, after, scope, touched));
    }

    /** Why one way stands as it did and as it would: the two plans with all findings. */
    public record Explained(RoutePlan before, RoutePlan after) {}

    public Explained explain(Pair pair, Assistance assistance) {
        return new Explained(before.plan(pair, assistance), after.plan(pair, assistance));
    }
}
