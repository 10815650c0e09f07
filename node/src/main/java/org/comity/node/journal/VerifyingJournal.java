package org.comity.node.journal;

import java.util.List;
import java.util.Map;
import org.comity.ledger.Frontier;
import org.comity.ledger.Hash;
import org.comity.ledger.Subtree;
import org.jspecify.annotations.Nullable;

/** Walks the journal from its first entry and grows the tree anew; memory stays flat, however long the journal is. */
final class VerifyingJournal {

    private static final int PAGE = 1024;

    private final Entries entries;
    private final Tree tree;
    private Frontier grown = Frontier.EMPTY;

    VerifyingJournal(Entries entries, Tree tree) {
        this.entries = entries;
        this.tree = tree;
    }

    Verification verify() {
        Frontier tip = tree.tip();
        for (List<Entry> page = entries.from(0, PAGE); !page.isEmpty(); page = entries.from(grown.size(), PAGE)) {
            Map<Subtree, Hash> stored = tree.completedBetween(grown.size(), grown.size() + page.size());
            for (Entry entry : page) {
                String fault = faultOf(entry, stored);
                if (fault != null) {
                    return new Verification.Broken(grown.size(), fault);
                }
            }
        }
        if (!grown.equals(tip)) {
            return new Verification.Broken(
                    Math.min(grown.size(), tip.size()),
                    "The tree's tip counts " + tip.size() + " entries where " + grown.size()
                            + " are stored, or its hashes are not theirs.");
        }
        long expected = 2 * grown.size() - Long.bitCount(grown.size());
        if (tree.nodes() != expected) {
            return new Verification.Broken(
                    grown.size(), "The tree holds " + tree.nodes() + " hashes where " + expected + " belong.");
        }
        return new Verification.Intact(grown.size(), grown.root());
    }

    private @Nullable String faultOf(Entry entry, Map<Subtree, Hash> stored) {
        if (entry.position() != grown.size()) {
            return "The entry is missing; the next one stored is " + entry.position() + ".";
        }
        if (!entry.keepsItsCommitment()) {
            return "Its details are not the ones it committed to.";
        }
        Frontier.Growth growth = grown.append(entry.leaf());
        for (Frontier.Completed completed : growth.completed()) {
            if (!completed.hash().equals(stored.get(completed.subtree()))) {
                return completed.subtree().level() == 0
                        ? "Its time, actor, subject, kind or commitment is not the one in the tree."
                        : "The stored hash of " + completed.subtree() + " is not that of its entries.";
            }
        }
        grown = growth.frontier();
        return null;
    }
}
