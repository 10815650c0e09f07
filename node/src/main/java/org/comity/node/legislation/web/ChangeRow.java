package org.comity.node.legislation.web;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.comity.node.legislation.change.Proposal;
import org.jspecify.annotations.Nullable;

/**
 * A proposal in a list and at the head of its page.
 *
 * @param tone class of its tag
 * @param mark that stands for the tone beside its words
 * @param yours whether it waits for the person who looks
 */
record ChangeRow(
        Proposal proposal,
        String title,
        String tone,
        String mark,
        @Nullable LocalDate effective,
        ZonedDateTime changedAt,
        boolean yours) {

    static ChangeRow of(Proposal proposal, ChangeWords words, boolean yours) {
        String tone = switch (proposal.state()) {
            case PUBLISHED -> "open";
            case PROPOSED -> "conditional";
            case REFUSED, REVERTED, NO_LONGER_FITS -> "closed";
            case DRAFT, WITHDRAWN -> "unknown";
        };
        String mark = switch (proposal.state()) {
            case PUBLISHED -> "●";
            case PROPOSED -> "◐";
            case REFUSED, REVERTED, NO_LONGER_FITS -> "○";
            case DRAFT, WITHDRAWN -> "◌";
        };
        return new ChangeRow(
                proposal,
                words.title(proposal),
                tone,
                mark,
                proposal.effective().orElse(null),
                proposal.changedAt().atZone(ZoneOffset.UTC),
                yours);
    }
}
