package org.comity.node.oversight.complaint;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * A complaint of somebody who says that a measure wronged them.
 *
 * @param subject what it is about, without naming a person
 * @param request the reference of the request that it is about
 * @param person who complains; empty once erased
 * @param decision empty while open
 */
public record Complaint(
        int number,
        LocalDate receivedOn,
        String subject,
        Optional<UUID> requestId,
        Optional<String> request,
        Optional<Complainant> person,
        LocalDate due,
        String takenInBy,
        Instant takenInAt,
        Optional<Decision> decision,
        Optional<Erased> erased) {

    /** @param text what they say */
    public record Complainant(String name, String contact, String text) {}

    public record Decision(Outcome outcome, Remedy remedy, String reasons, String by, Instant at) {}

    public record Erased(Instant at, String because, String by) {}

    public enum Outcome {
        UPHELD,
        PARTLY_UPHELD,
        NOT_UPHELD,
        NOT_FOR_US,
        WITHDRAWN;

        public String token() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Outcome> of(String token) {
            return Arrays.stream(values())
                    .filter(it -> it.token().equals(token))
                    .findFirst();
        }

        boolean needsRemedy() {
            return this == UPHELD || this == PARTLY_UPHELD;
        }
    }

    public enum Remedy {
        NONE,
        DATA_DELETED,
        DATA_CORRECTED,
        USE_STOPPED,
        REQUEST_WITHDRAWN,
        PERSON_TOLD,
        COMPENSATION_REFERRED,
        RULES_CHANGED;

        public String token() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Remedy> of(String token) {
            return Arrays.stream(values())
                    .filter(it -> it.token().equals(token))
                    .findFirst();
        }
    }

    public boolean isLate(LocalDate today) {
        return decision.isEmpty() && due.isBefore(today);
    }
}
