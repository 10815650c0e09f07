package org.comity.node.capacity.plan;

import java.util.Arrays;
import java.util.Optional;
import org.comity.node.measured.Gauge;
import org.jspecify.annotations.Nullable;

/** What a plan is measured by. Those with a gauge are read off this node's own cooperation; others are entered with a source. */
public enum Indicator {
    OFFENCE_COVERAGE("AP-01", "percent", null),
    POWER_COVERAGE("AP-02", "percent", null),
    CONTACT_POINT_REPLY("AP-03", "percent", null),
    HOURS_TO_PRESERVATION("AP-04", "hours", Gauge.PRESERVATION),
    PRESERVED_IN_TIME("AP-05", "percent", Gauge.PRESERVED_IN_TIME),
    DAYS_TO_ANSWER("AP-06", "days", Gauge.ASSISTANCE),
    COMPLETE_AT_FIRST("AP-07", "percent", null),
    JUDGES_TRAINED("AP-08", "percent", null),
    DOMESTIC_COURSES("AP-09", "percent", null),
    FORENSIC_WAITING("AP-10", "days", null),
    REFUSED_FOR_FORM("AP-11", "percent", null),
    EMERGENCY_HOURS("AP-12", "hours", Gauge.EMERGENCY),
    REASONED("AP-13", "percent", Gauge.REASONED),
    FINDINGS_CLOSED("AP-14", "percent", null),
    SERIES_PUBLISHED("AP-15", "count", null),
    REQUESTS_MATCHED("AP-16", "percent", null),
    FUNDS_COMMITTED("AP-17", "percent", null),
    KNOWLEDGE_USED("AP-18", "percent", null),
    REPORTS_ACKNOWLEDGED("AP-19", "percent", null),
    RECOMMENDATIONS_ADDRESSED("AP-20", "percent", null);

    private final String id;
    private final String unit;
    private final @Nullable Gauge gauge;

    Indicator(String id, String unit, @Nullable Gauge gauge) {
        this.id = id;
        this.unit = unit;
        this.gauge = gauge;
    }

    public String id() {
        return id;
    }

    public String unit() {
        return unit;
    }

    public Optional<Gauge> gauge() {
        return Optional.ofNullable(gauge);
    }

    /** This node can tell it by itself. */
    public boolean isCounted() {
        return gauge != null
                || this == OFFENCE_COVERAGE
                || this == POWER_COVERAGE
                || this == DOMESTIC_COURSES
                || this == REQUESTS_MATCHED
                || this == FUNDS_COMMITTED;
    }

    public static Optional<Indicator> of(String id) {
        return Arrays.stream(values()).filter(it -> it.id.equals(id)).findFirst();
    }
}
