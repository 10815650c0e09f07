package org.comity.law;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What ties a State to an instrument, over time.
 *
 * @param method how it consented, or that it only signed, was invited, or stands outside
 * @param signature day of signature
 * @param deposit day of deposit of the instrument of ratification or the like
 * @param entryIntoForce day from which the instrument binds it
 * @param boundUntil last day on which the instrument binds it
 * @param note doubts; empty if none
 */
public record Status(
        String instrument,
        StateCode state,
        Method method,
        Optional<LocalDate> signature,
        Optional<LocalDate> deposit,
        Optional<LocalDate> entryIntoForce,
        Optional<LocalDate> boundUntil,
        String source,
        LocalDate asOf,
        Basis basis,
        String note) {

    /** How a State consented to be bound, or why it is not bound. */
    public enum Method implements Coded {
        RATIFICATION,
        ACCESSION,
        ACCEPTANCE,
        APPROVAL,
        SUCCESSION,
        /** Bound by the law of the European Union without an instrument of its own. */
        EU_LAW,
        BILATERAL,
        SIGNATURE_ONLY,
        INVITED,
        /** A Member State of the Union outside the act. */
        NOT_BOUND
    }

    /** The tie on one day. */
    public enum Tie implements Coded {
        BOUND,
        /** Bound by the day the source stands for; from which day is not known. */
        BOUND_SINCE_UNKNOWN_DAY,
        /** It has consented; since when it is bound is not known, and the day lies before the source's. */
        UNKNOWN,
        /** It has consented, but the instrument is not in force in general. */
        CONSENTED,
        NOT_YET,
        NO_LONGER,
        SIGNED_ONLY,
        INVITED,
        OUTSIDE
    }

    /** The tie on this day, given when the instrument itself entered into force. */
    public Tie on(LocalDate day, Optional<LocalDate> inForce) {
        return switch (method) {
            case SIGNATURE_ONLY -> Tie.SIGNED_ONLY;
            case INVITED -> Tie.INVITED;
            case NOT_BOUND -> Tie.OUTSIDE;
            case RATIFICATION, ACCESSION, ACCEPTANCE, APPROVAL, SUCCESSION, EU_LAW, BILATERAL ->
                consentedOn(day, inForce);
        };
    }

    private Tie consentedOn(LocalDate day, Optional<LocalDate> inForce) {
        if (boundUntil.filter(day::isAfter).isPresent()) {
            return Tie.NO_LONGER;
        }
        if (entryIntoForce.isPresent()) {
            return day.isBefore(entryIntoForce.get()) ? Tie.NOT_YET : Tie.BOUND;
        }
        if (deposit.filter(day::isBefore).isPresent()) {
            return Tie.NOT_YET;
        }
        if (inForce.isEmpty()) {
            return Tie.CONSENTED;
        }
        if (day.isBefore(inForce.get())) {
            return Tie.NOT_YET;
        }
        return day.isBefore(asOf) ? Tie.UNKNOWN : Tie.BOUND_SINCE_UNKNOWN_DAY;
    }
}
