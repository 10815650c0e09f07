package org.comity.node.measured;

import java.util.Locale;

/** A number that a node can read off its own cooperation. */
public enum Gauge {
    /** From taking a request in to acknowledging it. */
    ACKNOWLEDGEMENT(Unit.HOURS),
    /** From taking a request for preservation in to telling what was preserved. */
    PRESERVATION(Unit.HOURS),
    /** From taking a request for stored data in to its last answer. */
    ASSISTANCE(Unit.DAYS),
    /** From taking an emergency in to its answer. */
    EMERGENCY(Unit.HOURS),
    /** From sending a request for preservation to the counterpart's answer. */
    PRESERVATION_ABROAD(Unit.HOURS),
    /** From sending a request for stored data to the counterpart's answer. */
    ASSISTANCE_ABROAD(Unit.DAYS),
    /** Of the requests with a known day of deletion, those preserved before it. */
    PRESERVED_IN_TIME(Unit.SHARE),
    /** Of the requests taken in and decided, those refused. */
    REFUSED(Unit.SHARE),
    /** Of the refusals, those that name a ground of the instrument. */
    REFUSED_ON_A_GROUND(Unit.SHARE),
    /** Of the requests sent, those whose necessity and proportionality are reasoned. */
    REASONED(Unit.SHARE),
    /** Data that was gone before it could be had. */
    LOST(Unit.COUNT),
    SENT(Unit.COUNT),
    TAKEN_IN(Unit.COUNT);

    /** What it is counted in. */
    public enum Unit {
        HOURS,
        DAYS,
        SHARE,
        COUNT;

        public String token() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Unit unit;

    Gauge(Unit unit) {
        this.unit = unit;
    }

    public Unit unit() {
        return unit;
    }

    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
