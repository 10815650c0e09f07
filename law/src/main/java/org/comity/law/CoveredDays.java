package org.comity.law;

import java.time.LocalDate;

/** The days for which the data set is kept: nobody may ask it about another. */
public final class CoveredDays {

    /** The year in which ETS 185, the oldest instrument on cybercrime alone, was opened. */
    public static final LocalDate FIRST = LocalDate.of(2001, 1, 1);

    public static final LocalDate LAST = LocalDate.of(2099, 12, 31);

    private CoveredDays() {}

    public static boolean hold(LocalDate day) {
        return !day.isBefore(FIRST) && !day.isAfter(LAST);
    }
}
