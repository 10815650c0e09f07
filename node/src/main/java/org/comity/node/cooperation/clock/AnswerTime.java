package org.comity.node.cooperation.clock;

import java.time.Duration;
import java.util.OptionalInt;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.LogNormalDistribution;
import org.comity.node.cooperation.life.RequestKind;

/**
 * How long an answer takes from the day on which the request was approved.
 *
 * @param likely within which half of all answers came
 * @param late within which four of five came
 * @param source where the two figures come from: {@code measured:…} for this node's own cases, else {@code policy:…}
 * @param cases how many were measured; empty for a figure that is not this node's own
 */
public record AnswerTime(Duration likely, Duration late, String source, OptionalInt cases) {

    /** Fewer own cases than these are no measure. */
    public static final int LEAST_CASES = 10;

    /** Practice of the 24/7 network: two days in half of the cases, seven in four of five. */
    private static final AnswerTime EXPEDITED = usual(2, 7, "policy:preservation-effected");

    /** Mutual assistance takes months: some ten in half of the cases, twenty in four of five. */
    private static final AnswerTime MUTUAL_ASSISTANCE = usual(300, 600, "policy:mutual-assistance");

    /** Providers answer foreign authorities in some ten days in half of the cases, in thirty in four of five. */
    private static final AnswerTime DIRECT = usual(10, 30, "policy:direct-order");

    /** Half of the standard normal distribution's mass above the median lies below this: 80 of 100 in all. */
    private static final double FOUR_OF_FIVE = 0.8416;

    private static AnswerTime usual(int likely, int late, String source) {
        return new AnswerTime(Duration.ofDays(likely), Duration.ofDays(late), source, OptionalInt.empty());
    }

    /** What is usual elsewhere, until this node has measured enough of its own. */
    public static AnswerTime usual(RequestKind kind) {
        return switch (kind) {
            case PRESERVATION,
                    PARTIAL_DISCLOSURE,
                    PRESERVATION_ORDER,
                    NATIONAL_PRESERVATION_ORDER,
                    VOLUNTARY_PRESERVATION,
                    TAKE_DOWN,
                    EMERGENCY_DISCLOSURE,
                    EMERGENCY_ASSISTANCE,
                    SPONTANEOUS_INFORMATION -> EXPEDITED;
            case PRODUCTION_ORDER, AGREEMENT_ORDER, NATIONAL_PRODUCTION_ORDER, VOLUNTARY_DISCLOSURE -> DIRECT;
            case MUTUAL_ASSISTANCE, ORDER_GIVEN_EFFECT, REAL_TIME_TRAFFIC, INTERCEPTION -> MUTUAL_ASSISTANCE;
        };
    }

    /** @param source the party whose answers were measured, or the kind of request where all parties were */
    public static AnswerTime measured(Duration likely, Duration late, String source, int cases) {
        return new AnswerTime(likely, late, "measured:" + source, OptionalInt.of(cases));
    }

    public boolean isMeasured() {
        return cases.isPresent();
    }

    /**
     * How likely it is that no answer has come after this time, when none had come after that one: times are taken as
     * log-normal between the two figures, which has the long tail that they are known to have.
     *
     * @return between 0 and 1
     */
    double stillOut(Duration after, Duration whenOutAfter) {
        if (after.compareTo(whenOutAfter) <= 0) {
            return 1;
        }
        var times = distribution();
        var before = times.survivalProbability(Math.max(whenOutAfter.toSeconds(), 0));
        return before < 1e-9 ? 1 : times.survivalProbability(after.toSeconds()) / before;
    }

    private ContinuousDistribution distribution() {
        var median = Math.max(likely.toSeconds(), 1);
        var spread = Math.log((double) Math.max(late.toSeconds(), median + 1) / median) / FOUR_OF_FIVE;
        return LogNormalDistribution.of(Math.log(median), spread);
    }
}
