package org.comity.hi1;

/** The slot for national particulars of an authorisation. */
public sealed interface NationalAuthorisationParameters permits TreatyAuthorisation, ForeignParameters {

    CountryCode country();
}
