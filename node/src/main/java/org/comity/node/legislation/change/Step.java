package org.comity.node.legislation.change;

import java.time.Instant;

/** A step in the history of a proposal. */
public record Step(
        ProposalEvent event, ProposalState from, ProposalState to, String actor, String reason, Instant at) {}
