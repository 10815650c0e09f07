package org.comity.law;

import java.time.LocalDate;

/**
 * The question to the planner.
 *
 * @param on the day on which the request would be made
 * @param facts what is known of the conduct
 * @param transborder whether ways that leave the other State out are wanted, too (ETS 185 art. 32, voluntary disclosure)
 */
public record RouteQuery(
        StateCode requesting,
        StateCode requested,
        LocalDate on,
        Measure measure,
        DataCategory dataCategory,
        Offence offence,
        Facts facts,
        boolean transborder) {

    /** With no facts, and only ways through the other State. */
    public RouteQuery(
            StateCode requesting,
            StateCode requested,
            LocalDate on,
            Measure measure,
            DataCategory dataCategory,
            Offence offence) {
        this(requesting, requested, on, measure, dataCategory, offence, Facts.none(), false);
    }

    public RouteQuery with(Facts facts) {
        return new RouteQuery(requesting, requested, on, measure, dataCategory, offence, facts, transborder);
    }

    /** Ways that leave the other State out are wanted, too. */
    public RouteQuery withTransborderAccess() {
        return new RouteQuery(requesting, requested, on, measure, dataCategory, offence, facts, true);
    }
}
