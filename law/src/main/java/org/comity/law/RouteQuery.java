package org.comity.law;

import java.time.LocalDate;

/**
 * The question to the planner.
 *
 * @param on the day on which the request would be made
 */
public record RouteQuery(
        StateCode requesting,
        StateCode requested,
        LocalDate on,
        Measure measure,
        DataCategory dataCategory,
        Offence offence) {}
