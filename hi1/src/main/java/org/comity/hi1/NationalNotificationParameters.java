package org.comity.hi1;

/** The slot for national particulars of a notification. */
public sealed interface NationalNotificationParameters permits TreatyStep, ForeignParameters {

    CountryCode country();
}
