package org.comity.law.matrix;

import java.util.Optional;
import org.comity.law.Coded;
import org.comity.law.Standing;

/** How a way stands otherwise than before. */
public enum Turn implements Coded {
    /** It is open now. */
    OPENED,
    /** It is conditional now, and could not be taken at all before. */
    CONDITIONAL,
    /** It was open and is conditional now. */
    WEAKENED,
    /** It was open or conditional, and cannot be taken now. */
    LOST;

    /** None where the change makes no way and takes none. */
    static Optional<Turn> of(Optional<Standing> before, Optional<Standing> after) {
        boolean wasOpen = before.filter(Standing.OPEN::equals).isPresent();
        boolean isOpen = after.filter(Standing.OPEN::equals).isPresent();
        boolean was = wasOpen || before.filter(Standing.CONDITIONAL::equals).isPresent();
        boolean is = isOpen || after.filter(Standing.CONDITIONAL::equals).isPresent();
        if (isOpen) {
            return wasOpen ? Optional.empty() : Optional.of(OPENED);
        }
        if (is) {
            return wasOpen ? Optional.of(WEAKENED) : was ? Optional.empty() : Optional.of(CONDITIONAL);
        }
        return was ? Optional.of(LOST) : Optional.empty();
    }
}
