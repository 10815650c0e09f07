package org.comity.node.journal;

import org.comity.ledger.Checkpoint;
import org.comity.ledger.InclusionProof;

/** An entry with the hashes that lead from it to the root of a checkpoint. */
public record ProvenEntry(Entry entry, InclusionProof proof, Checkpoint checkpoint) {

    /** Recomputes everything that can be: the commitment from the details, and the root from the entry. */
    public boolean holds() {
        return entry.keepsItsCommitment() && proof.proves(entry.leaf(), checkpoint.root());
    }
}
