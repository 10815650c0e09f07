package org.comity.hi1;

/** The slot for national particulars of a take-down. */
public sealed interface NationalTDTaskingParameters permits TreatyTakedown, ForeignParameters {

    CountryCode country();
}
