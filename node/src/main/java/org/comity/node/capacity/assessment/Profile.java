package org.comity.node.capacity.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.comity.law.assistance.MaturityModel;
import org.comity.law.assistance.MaturityModel.Criterion;
import org.comity.law.assistance.MaturityModel.Dimension;
import org.comity.law.assistance.MaturityModel.Level;

/** Where an assessment stands in each dimension. There is no average: it would hide a contact point that is missing. */
public record Profile(Assessment assessment, List<Standing> standings) {

    /** Older evidence does not make an answer sure. */
    private static final long FRESH_DAYS = 730;

    public Profile {
        standings = List.copyOf(standings);
    }

    /**
     * @param level the highest of which, and of all below which, every criterion is met
     * @param unknown criteria that nobody has answered
     * @param sure share of criteria with an answer that is not older than two years, in per cent
     * @param agreed level on which the State and a peer agree; 0 if none
     */
    public record Standing(Dimension dimension, int level, int met, int notMet, int unknown, int sure, int agreed) {}

    public static Profile of(MaturityModel model, Assessment assessment, Instant now) {
        return new Profile(
                assessment,
                model.dimensions().stream()
                        .map(it -> standing(it, assessment, now))
                        .toList());
    }

    private static Standing standing(Dimension dimension, Assessment assessment, Instant now) {
        var criteria = dimension.criteria();
        return new Standing(
                dimension,
                level(dimension, assessment),
                count(criteria, assessment, Verdict.MET),
                count(criteria, assessment, Verdict.NOT_MET),
                count(criteria, assessment, Verdict.UNKNOWN),
                sure(criteria, assessment, now),
                assessment.reviews().stream()
                        .filter(it -> it.agreed() && it.dimension().equals(dimension.id()))
                        .reduce((earlier, later) -> later)
                        .map(Review::level)
                        .orElse(0));
    }

    private static int level(Dimension dimension, Assessment assessment) {
        int reached = MaturityModel.FIRST;
        for (Level level : dimension.levels()) {
            if (level.number() == MaturityModel.FIRST) {
                continue;
            }
            if (!level.criteria().stream().allMatch(it -> verdict(it, assessment) == Verdict.MET)) {
                break;
            }
            reached = level.number();
        }
        return reached;
    }

    private static int count(List<Criterion> criteria, Assessment assessment, Verdict verdict) {
        return (int) criteria.stream()
                .filter(it -> verdict(it, assessment) == verdict)
                .count();
    }

    private static int sure(List<Criterion> criteria, Assessment assessment, Instant now) {
        long fresh = criteria.stream()
                .flatMap(it -> assessment.answer(it.id()).stream())
                .filter(it -> it.verdict() != Verdict.UNKNOWN)
                .filter(it ->
                        Instant.parse(it.at()).plusSeconds(FRESH_DAYS * 86_400).isAfter(now))
                .count();
        return (int) (100 * fresh / Math.max(1, criteria.size()));
    }

    private static Verdict verdict(Criterion criterion, Assessment assessment) {
        return assessment.answer(criterion.id()).map(Answer::verdict).orElse(Verdict.UNKNOWN);
    }

    /** The level to show: agreed with a peer where there is one, else the State's own. */
    public int shown(String dimension) {
        return find(dimension)
                .map(it -> it.agreed() > 0 ? it.agreed() : it.level())
                .orElse(0);
    }

    public Optional<Standing> find(String dimension) {
        return standings.stream()
                .filter(it -> Objects.equals(it.dimension().id(), dimension))
                .findFirst();
    }
}
