package org.comity.node.journal;

import java.time.Instant;
import org.comity.ledger.Checkpoint;
import org.comity.ledger.SignedNote;

/** The last checkpoint that this node saw and cosigned of another's journal. */
public record Seen(String party, String origin, SignedNote note, Instant at) {

    public Checkpoint checkpoint() {
        return Checkpoint.parse(note.text());
    }
}
