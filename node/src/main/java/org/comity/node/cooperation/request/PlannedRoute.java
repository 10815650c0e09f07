package org.comity.node.cooperation.request;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.TemporalAmount;
import java.util.List;
import java.util.Optional;

/**
 * A route as it was planned on a date, with its reasons: kept with the request, so that a later reader sees what was known
 * then, whatever the open data says since.
 *
 * @param provision such as {@code ets185:29}
 * @param channel such as {@code 24-7-contact}
 * @param standing {@code open}, {@code conditional}, {@code closed} or {@code unknown}
 * @param dualCriminality {@code not-required}, {@code met}, {@code not-met}, {@code discretionary} or {@code unknown}
 */
public record PlannedRoute(
        String provision,
        String instrument,
        String channel,
        String standing,
        String dualCriminality,
        Optional<String> authority,
        LocalDate plannedFor,
        List<Finding> findings,
        List<Deadline> deadlines,
        List<RefusalGround> refusalGrounds,
        List<Content> contents) {

    public PlannedRoute {
        findings = List.copyOf(findings);
        deadlines = List.copyOf(deadlines);
        refusalGrounds = List.copyOf(refusalGrounds);
        contents = List.copyOf(contents);
    }

    /** A route that law calls closed is shown with its reasons, never taken. */
    public boolean isUsable() {
        return !standing.equals("closed");
    }

    /**
     * The grounds that can be raised: the closed list, with dual criminality only where the requested State may ask for it
     * and it isn't met (ETS 185 art. 29(3)-(4)).
     */
    public List<RefusalGround> offeredGrounds() {
        var mayAskForIt = dualCriminality.equals("not-met") || dualCriminality.equals("discretionary");
        return refusalGrounds.stream()
                .filter(ground -> mayAskForIt || !ground.isDualCriminality())
                .toList();
    }

    /** One of the provision's closed list. */
    public Optional<RefusalGround> refusalGround(String id) {
        return refusalGrounds.stream().filter(ground -> ground.id().equals(id)).findFirst();
    }

    public Optional<RefusalGround> offeredGround(String id) {
        return offeredGrounds().stream()
                .filter(ground -> ground.id().equals(id))
                .findFirst();
    }

    /** The shortest time for which the requested State keeps the data, where the provision sets one. */
    public Optional<Deadline> leastKept() {
        return deadlines.stream()
                .filter(deadline ->
                        deadline.kind().equals("min") && deadline.period().isPresent())
                .findFirst();
    }

    /** For how long an order binds a provider to keep data, where the provision says so. */
    public Optional<Period> ordered() {
        return preservation().flatMap(Deadline::period);
    }

    /** By how much the provision lets that be extended, once. */
    public Optional<Period> extension() {
        return preservation().flatMap(Deadline::extension);
    }

    /** Where it says so. */
    public Optional<String> orderedBy() {
        return preservation().map(Deadline::provision);
    }

    /** The provider's time to obey stands still while the issuer answers its question. */
    public boolean suspendsForClarification() {
        return deadlines.stream().anyMatch(deadline -> deadline.what().startsWith("suspension of the time"));
    }

    private Optional<Deadline> preservation() {
        return deadlines.stream()
                .filter(deadline -> deadline.what().startsWith("preservation"))
                .findFirst();
    }

    /** One step of the reasoning. @param result {@code met}, {@code not-met}, {@code discretionary} or {@code unknown} */
    public record Finding(String rule, String result, String reason, String provision, String source, String basis) {}

    /**
     * A time the provision sets.
     *
     * @param kind {@code min}, {@code max} or {@code target}
     * @param extension by how much it may be extended, where the provision says so
     */
    public record Deadline(
            String what,
            String provision,
            String kind,
            Optional<Period> period,
            Optional<Duration> hours,
            Optional<Period> extension,
            String from) {

        /** In days or months, or in hours. */
        public Optional<TemporalAmount> length() {
            return period.<TemporalAmount>map(it -> it).or(() -> hours);
        }
    }

    /** One ground of the provision's closed list. @param id its provision, such as {@code ets185:29(5)(a)} */
    public record RefusalGround(String id, String text) {

        public boolean isDualCriminality() {
            return text.contains("dual criminality");
        }

        /** Weighed for the State or for a person: safeguards ask for a second pair of eyes. */
        public boolean isForASecondPerson() {
            return text.contains("sovereignty") || text.contains("political") || text.contains("discriminatory");
        }
    }

    /** One thing that the request must say. @param id its provision, such as {@code ets185:29(2)(a)} */
    public record Content(String id, String text) {}
}
