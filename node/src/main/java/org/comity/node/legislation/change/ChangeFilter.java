package org.comity.node.legislation.change;

import java.util.Optional;

/**
 * Which proposals somebody wants to see.
 *
 * @param state ISO 3166-1 alpha-2; empty for all
 * @param page counts from 1
 */
public record ChangeFilter(Shelf shelf, String state, Optional<Kind> kind, int page) {

    /** Where proposals lie. */
    public enum Shelf {
        OPEN,
        PUBLISHED,
        MINE
    }

    public ChangeFilter {
        page = Math.clamp(page, 1, 1_000_000);
    }
}
