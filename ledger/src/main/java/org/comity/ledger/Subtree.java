package org.comity.ledger;

/**
 * Names a full subtree: the one that covers the {@code 2^level} leaves from {@code index · 2^level} on. Its hash never
 * changes once its last leaf is there, which is why it can be stored.
 *
 * @param level height above the leaves, which stand on level 0
 * @param index place within the level, from the left
 */
public record Subtree(int level, long index) {

    public Subtree {
        if (level < 0 || level > 62 || index < 0) {
            throw new IllegalArgumentException("No subtree stands on level " + level + " at place " + index + ".");
        }
    }
}
