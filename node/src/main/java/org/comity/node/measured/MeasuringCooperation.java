package org.comity.node.measured;

import java.time.LocalDate;

/** The room that holds cases counts them for the others. */
public interface MeasuringCooperation {

    Measured between(LocalDate from, LocalDate until);
}
