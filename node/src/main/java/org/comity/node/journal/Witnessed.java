package org.comity.node.journal;

import java.time.Instant;
import org.comity.ledger.Hash;
import org.comity.ledger.NoteKey;

/** A checkpoint of this journal that another node cosigned. */
public record Witnessed(String party, NoteKey witness, long size, Hash root, Instant at) {}
