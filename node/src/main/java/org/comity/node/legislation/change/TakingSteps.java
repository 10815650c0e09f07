package org.comity.node.legislation.change;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.comity.node.identity.Person;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Moves a proposal along the table of transitions, keeps its history, and tells the journal. */
@Component
class TakingSteps {

    private static final String NODE = "node";

    private final Proposals proposals;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TakingSteps(Proposals proposals, ApplicationEventPublisher events, Clock clock) {
        this.proposals = proposals;
        this.events = events;
        this.clock = clock;
    }

    Proposal byPerson(Proposal proposal, ProposalEvent event, Person person, String reason) {
        return advance(proposal, event, person.name(), reason);
    }

    Proposal bySignatory(Proposal proposal, ProposalEvent event, Proposal.Signatory signatory, String reason) {
        return advance(proposal, event, signatory.name(), reason);
    }

    Proposal byNode(Proposal proposal, ProposalEvent event) {
        return advance(proposal, event, NODE, "");
    }

    private Proposal advance(Proposal proposal, ProposalEvent event, String actor, String reason) {
        ProposalState from = proposal.state();
        ProposalState to = Transitions.after(from, event)
                .orElseThrow(() -> ChangeRefused.because(ChangeRefused.Reason.WRONG_STATE, from.name()));
        Proposal moved = proposals.save(proposal.in(to), now());
        proposals.addStep(moved.id(), new Step(event, from, to, actor, reason.strip(), now()));
        events.publishEvent(new ChangeStep(moved, event, from, actor, reason.strip()));
        return moved;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
