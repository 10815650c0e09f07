package org.comity.node.legislation.lab;

import java.util.List;
import org.comity.law.DualCriminalityAssessment.PenaltyCompared;

/**
 * A threshold and the ceiling of a law as parts of a bar that is 100 long; all bars beside each other have one scale.
 *
 * @param ceiling where the bar ends; 0 where the ceiling is not known
 * @param threshold where the line stands that it should reach
 * @param life whether the ceiling is a life sentence, which no scale holds
 */
public record ThresholdBar(PenaltyCompared compared, double ceiling, double threshold, boolean life) {

    /** A life sentence, or a heavier one, is written as this many months. */
    private static final int LIFE = 9999;

    private static final double ROOM = 0.9;

    static List<ThresholdBar> of(List<PenaltyCompared> penalties) {
        int longest = penalties.stream()
                .mapToInt(p -> Math.max(
                        p.atLeastMonths(), p.ceiling().filter(m -> m < LIFE).orElse(0)))
                .max()
                .orElse(1);
        double scale = 100 * ROOM / longest;
        return penalties.stream()
                .map(p -> new ThresholdBar(
                        p,
                        p.ceiling().map(m -> m >= LIFE ? 100.0 : m * scale).orElse(0.0),
                        p.atLeastMonths() * scale,
                        p.ceiling().filter(m -> m >= LIFE).isPresent()))
                .toList();
    }
}
