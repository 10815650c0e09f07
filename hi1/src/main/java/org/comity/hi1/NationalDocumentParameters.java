package org.comity.hi1;

/** The slot for national particulars of a document. */
public sealed interface NationalDocumentParameters permits TreatyDocument, ForeignParameters {

    CountryCode country();
}
