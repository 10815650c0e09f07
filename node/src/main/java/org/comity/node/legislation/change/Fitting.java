package org.comity.node.legislation.change;

import java.util.List;
import java.util.Set;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notices published changes that no longer apply, since shipped data were refreshed or an earlier change was taken back, and
 * those that apply again. They stop nothing: the law stands without them, and a person sees which they are.
 */
@Component
class Fitting {

    private final Proposals proposals;
    private final TakingSteps steps;
    private final PublishedLaw law;

    Fitting(Proposals proposals, TakingSteps steps, PublishedLaw law) {
        this.proposals = proposals;
        this.steps = steps;
        this.law = law;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Transactional
    public void lookAgain() {
        List<Proposal> published = proposals.published();
        Set<ProposalId> misfits = law.of(published).misfits();
        for (Proposal proposal : published) {
            boolean fits = !misfits.contains(proposal.id());
            if (fits && proposal.state() == ProposalState.NO_LONGER_FITS) {
                steps.byNode(proposal, ProposalEvent.FITS_AGAIN);
            } else if (!fits && proposal.state() == ProposalState.PUBLISHED) {
                steps.byNode(proposal, ProposalEvent.NO_LONGER_FITS);
            }
        }
    }
}
