package org.comity.node.legislation.api;

import org.comity.law.LawBase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells states of the law apart; whoever asks first after a change waits some tenths of a second. */
@Component
public class Editions {

    private record Known(LawBase law, Edition edition) {}

    /** Replaced as a whole, under this object's lock. */
    private volatile @Nullable Known known;

    public Edition of(LawBase law) {
        Known held = known;
        return held != null && held.law() == law ? held.edition() : read(law);
    }

    private synchronized Edition read(LawBase law) {
        Known held = known;
        if (held == null || held.law() != law) {
            held = new Known(law, Edition.of(law));
            known = held;
        }
        return held.edition();
    }
}
