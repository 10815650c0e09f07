package org.comity.node.lawbook;

import java.util.Set;

/**
 * Facts of law were published here and hold from now on. Published within the transaction that does so.
 *
 * @param change page of this node that tells it, such as {@code /law/changes/…}
 * @param states whose law it is; empty where it is an instrument's own
 * @param subjects provisions that the new law answers to, such as {@code ets185:16}, and instruments
 * @param why as its proposer said it
 * @param by the second person
 */
public record LawPublished(String change, Set<String> states, Set<String> subjects, String why, String by) {

    public LawPublished {
        states = Set.copyOf(states);
        subjects = Set.copyOf(subjects);
    }
}
