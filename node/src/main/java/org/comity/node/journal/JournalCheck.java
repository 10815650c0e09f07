package org.comity.node.journal;

import java.util.List;
import org.comity.ledger.Checkpoint;
import org.comity.ledger.Hash;
import org.comity.ledger.InvalidNote;
import org.comity.ledger.NoteKey;
import org.comity.node.checkup.Check;
import org.comity.node.checkup.Finding;
import org.comity.node.checkup.Subject;
import org.comity.node.frame.Said;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The whole journal is recomputed and proved, and the checkpoint that peers are given is signed by this node. */
@Component
class JournalCheck implements Check {

    private final Journal journal;
    private final Tree tree;
    private final ObjectProvider<JournalKey> key;

    JournalCheck(Journal journal, Tree tree, ObjectProvider<JournalKey> key) {
        this.journal = journal;
        this.tree = tree;
        this.key = key;
    }

    @Override
    public Subject subject() {
        return Subject.JOURNAL;
    }

    @Override
    public List<Finding> look() {
        return List.of(
                switch (journal.verify()) {
                    case Verification.Broken(long position, String reason) ->
                        Finding.failed(
                                Said.of("checkup.journal.broken", Long.toString(position), reason),
                                Said.of("checkup.journal.broken.to-do"));
                    case Verification.Intact(long size, Hash root) -> proved(size, root);
                });
    }

    /** As somebody would who holds nothing but a checkpoint: the newest entry is in it, and it grew from the half of it. */
    private Finding proved(long size, Hash root) {
        if (size > 0) {
            boolean isIn = journal.proofOf(size - 1).filter(ProvenEntry::holds).isPresent();
            long half = (size + 1) / 2;
            if (!isIn || !journal.consistency(half, size).proves(tree.root(half), root)) {
                return Finding.failed(
                        Said.of("checkup.journal.unproved", Long.toString(size - 1)),
                        Said.of("checkup.journal.broken.to-do"));
            }
        }
        return signed(size);
    }

    private Finding signed(long size) {
        try {
            Checkpoint.open(
                    journal.checkpoint(),
                    journal.origin(),
                    NoteKey.of(journal.origin(), key.getObject().publicKey()));
            return Finding.well(Said.of("checkup.journal.well", Long.toString(size)));
        } catch (InvalidNote wrong) {
            return Finding.failed(
                    Said.of("checkup.journal.unsigned", String.valueOf(wrong.getMessage())),
                    Said.of("checkup.journal.unsigned.to-do"));
        }
    }
}
