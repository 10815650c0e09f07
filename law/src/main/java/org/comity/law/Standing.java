package org.comity.law;

/** Whether a route can be taken on the date of the query. The order is from best to worst. */
public enum Standing implements Coded {
    /** Every condition that the data can answer is met. */
    OPEN,
    /** Open if a fact that the query does not tell, or a choice of the requested State, turns out well. */
    CONDITIONAL,
    /** The data cannot say whether the States are bound. */
    UNKNOWN,
    /** At least one condition is not met. */
    CLOSED
}
