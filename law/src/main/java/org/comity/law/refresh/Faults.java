package org.comity.law.refresh;

import java.util.ArrayList;
import java.util.List;
import org.comity.law.source.LawDataException;

/** Collects every fault of the incoming files instead of stopping at the first. */
final class Faults {

    private final List<LawDataException> found = new ArrayList<>();

    /** Runs a check; what it refuses is noted. Returns whether it was sound. */
    boolean check(Runnable check) {
        try {
            check.run();
            return true;
        } catch (LawDataException fault) {
            found.add(fault);
            return false;
        }
    }

    List<LawDataException> found() {
        return List.copyOf(found);
    }
}
