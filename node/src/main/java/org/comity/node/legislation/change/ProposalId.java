package org.comity.node.legislation.change;

import java.util.UUID;

/** Identifies a proposal on this node. */
public record ProposalId(UUID value) {

    static ProposalId fresh() {
        return new ProposalId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException for what is no identifier */
    public static ProposalId of(String text) {
        return new ProposalId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
