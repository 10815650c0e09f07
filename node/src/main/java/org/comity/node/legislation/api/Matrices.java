package org.comity.node.legislation.api;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.comity.law.LawBase;
import org.comity.law.matrix.CooperationMatrix;
import org.springframework.stereotype.Component;

/** The worlds that were asked for last: pages of one list come from one and the same. */
@Component
class Matrices {

    /** A few megabytes each. */
    private static final int KEPT = 3;

    private record World(LawBase law, LocalDate on) {}

    /** Guarded by this object's lock. */
    private final Map<World, CooperationMatrix> worlds = new LinkedHashMap<>(8, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<World, CooperationMatrix> eldest) {
            return size() > KEPT;
        }
    };

    synchronized CooperationMatrix on(LawBase law, LocalDate on) {
        return worlds.computeIfAbsent(new World(law, on), world -> CooperationMatrix.on(world.law(), world.on()));
    }
}
