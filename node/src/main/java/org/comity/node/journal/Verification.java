package org.comity.node.journal;

import org.comity.ledger.Hash;

/** What recomputing the whole journal found. */
public sealed interface Verification {

    /** All entries are those of the tree, and the tree is the one that checkpoints sign. */
    record Intact(long size, Hash root) implements Verification {}

    /** @param position the first entry that does not hold; everything before it does */
    record Broken(long position, String reason) implements Verification {}
}
