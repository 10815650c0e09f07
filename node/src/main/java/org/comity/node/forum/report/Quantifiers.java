package org.comity.node.forum.report;

import java.util.List;
import java.util.Optional;
import org.comity.node.forum.mandate.Provenance;

/**
 * “Many speakers”, “several speakers”: which words a count of delegations allows. No official scale is known, so this one is
 * data and is stated; the rapporteur may choose otherwise, and the history keeps both.
 *
 * @param steps from the fewest to the most
 */
public record Quantifiers(List<Step> steps) {

    /**
     * @param words such as {@code Several speakers}
     * @param least delegations at least
     * @param share of those that spoke on the item, at least
     */
    public record Step(String words, int least, double share, Provenance provenance) {

        boolean allows(int held, int spoke) {
            return held >= least && held >= share * spoke;
        }
    }

    public Quantifiers {
        steps = List.copyOf(steps);
        for (int at = 1; at < steps.size(); at++) {
            var before = steps.get(at - 1);
            var step = steps.get(at);
            if (step.least < before.least || step.share < before.share) {
                throw new IllegalArgumentException(
                        "\"" + step.words + "\" asks for less than \"" + before.words + "\" before it.");
            }
        }
    }

    /**
     * The strongest words that a count allows; none for nobody.
     *
     * @param held delegations that said it
     * @param spoke delegations that spoke on the item, they among them
     */
    public Optional<String> wordsFor(int held, int spoke) {
        return steps.reversed().stream()
                .filter(step -> step.allows(held, Math.max(held, spoke)))
                .findFirst()
                .map(Step::words);
    }
}
