package org.comity.hi1;

/** The slot for national particulars of a preservation. */
public sealed interface NationalLPTaskingParameters permits TreatyPreservation, ForeignParameters {

    CountryCode country();
}
