package org.comity.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the data set says about a provision as a way to another State.
 *
 * @param serves the measures it serves, and how well
 * @param nature who asks or orders whom
 * @param lawOf the State whose own law it is; empty where it is a treaty's, or that of whichever State asks
 * @param withinState whether it serves within one State as well as between two
 * @param leavesOut whether the way leaves the requested State out, so that a query must ask for it
 * @param safeguards what travels with it
 * @param channelsWhenBothBound other channels where a further instrument binds both States
 */
record RouteRules(
        Provision provision,
        Nature nature,
        Optional<StateCode> lawOf,
        boolean withinState,
        Map<Measure, Fit> serves,
        List<Channel> channels,
        Map<String, List<Channel>> channelsWhenBothBound,
        List<Condition> conditions,
        DualCriminalityRule dualCriminality,
        boolean leavesOut,
        List<Safeguard> safeguards) {

    /** A way through the other State, or past it by an instrument that binds both: what one State can count on. */
    boolean isBetweenStates() {
        return nature.isBetweenStates() && !leavesOut;
    }

    /** Whether it leads from the one State of the query to the other, or to a provider there. */
    boolean leads(RouteQuery query) {
        boolean within = query.requesting().equals(query.requested());
        return switch (nature) {
            case ASSISTANCE, ORDER, AGREEMENT_ORDER -> (withinState || !within) && (query.transborder() || !leavesOut);
            case NATIONAL_ORDER ->
                lawOf.map(query.requested()::equals).orElse(true)
                        && (within || lawOf.isPresent() && query.transborder());
            case VOLUNTARY -> lawOf.map(query.requested()::equals).orElse(true) && query.transborder();
        };
    }

    /** The penalties that the offence must carry, or carries where dual criminality is then not asked. */
    List<Condition.Penalty> thresholds() {
        List<Condition.Penalty> thresholds = new ArrayList<>();
        conditions.forEach(condition -> {
            if (condition instanceof Condition.Penalty penalty) {
                thresholds.add(penalty);
            }
        });
        dualCriminality.exemption(provision).ifPresent(thresholds::add);
        return thresholds;
    }

    /** How well a provision fits a measure; the better first. */
    enum Fit implements Coded {
        /** Made for it. */
        DIRECT,
        /** Covers it as general assistance. */
        GENERAL
    }

    /**
     * When dual criminality is asked.
     *
     * @param article where the text on dual criminality stands, if elsewhere than in the provision
     * @param reservationArticle the article that allows a reservation
     * @param reservedBy effect codes of that reservation
     * @param reservedForCoercionBy effect codes of one that only concerns coercive measures
     * @param offenceExempt offences for which it is never asked
     * @param exemptPenaltyMonths the exemption needs this maximum penalty in the requesting State
     * @param unknownWithoutRows whether a State without any declaration row leaves the question open
     * @param forData categories of data for which it is asked; empty for all
     */
    record DualCriminalityRule(
            When when,
            Optional<String> article,
            Optional<String> reservationArticle,
            List<String> reservedBy,
            List<String> reservedForCoercionBy,
            List<String> offenceExempt,
            Optional<Integer> exemptPenaltyMonths,
            boolean unknownWithoutRows,
            Set<DataCategory> forData,
            Optional<String> note) {

        /** The penalty from which on a listed offence is exempt. */
        Optional<Condition.Penalty> exemption(Provision provision) {
            return exemptPenaltyMonths.map(months -> new Condition.Penalty(
                    new Condition.Head("exempt-from", provision.id(), false, forData),
                    months,
                    true,
                    List.of(),
                    "a maximum of at least " + Language.ENGLISH.penalty(months) + " to be exempt as a listed offence",
                    provision.id() + "/exempt"));
        }
    }

    /** When dual criminality is asked, in the words of the data set. */
    enum When implements Coded {
        NEVER,
        MAY_REFUSE,
        REQUIRED,
        ONLY_IF_RESERVED,
        LIST_EXEMPT,
        /** The question does not arise. */
        NOT_APPLICABLE;

        @Override
        public String code() {
            return this == NOT_APPLICABLE ? "n/a" : Coded.super.code();
        }
    }

    /**
     * An instrument that takes the place of provisions of another between States that it binds.
     *
     * @param instrument the newer instrument
     * @param replaced the provisions whose place it takes
     * @param provision the provision that says so
     */
    record Replacement(String instrument, Set<String> replaced, LocalDate from, String provision, String says) {}
}
