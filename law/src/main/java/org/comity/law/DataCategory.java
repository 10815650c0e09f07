package org.comity.law;

/** Kind of data wanted (ETS 185 arts 1, 18(3)). */
public enum DataCategory implements Coded {
    SUBSCRIBER,
    TRAFFIC,
    CONTENT,
    /** Every category, or not yet known which. */
    ANY
}
