package org.comity.node.cooperation.request;

import java.time.LocalDate;
import java.util.Optional;

/** The intention to ask for the data by mutual assistance (ETS 185 art. 29(2)(f)). */
public record FollowUpIntention(boolean intended, Optional<LocalDate> plannedOn, String authority) {

    public static final FollowUpIntention NONE = new FollowUpIntention(false, Optional.empty(), "");
}
