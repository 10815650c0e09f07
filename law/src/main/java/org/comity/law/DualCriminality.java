package org.comity.law;

/** Whether the conduct must be an offence in both States, and is. */
public enum DualCriminality implements Coded {
    NOT_REQUIRED,
    MET,
    NOT_MET,
    /** The requested State may refuse for its absence; the data do not show the offence in both laws. */
    DISCRETIONARY,
    UNKNOWN
}
