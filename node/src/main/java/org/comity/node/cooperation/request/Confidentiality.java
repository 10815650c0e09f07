package org.comity.node.cooperation.request;

import java.time.LocalDate;
import java.util.Optional;

/** Whether the provider must keep silent: with its reason and its end (ETS 185 art. 16(3)). */
public record Confidentiality(boolean wanted, String reason, Optional<LocalDate> until) {

    public static final Confidentiality NONE = new Confidentiality(false, "", Optional.empty());
}
