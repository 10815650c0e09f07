package org.comity.hi1;

/** The slot for national particulars of a disclosure. */
public sealed interface NationalLDTaskingParameters permits TreatyDisclosure, ForeignParameters {

    CountryCode country();
}
