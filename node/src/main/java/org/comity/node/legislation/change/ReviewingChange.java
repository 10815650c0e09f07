package org.comity.node.legislation.change;

import org.comity.law.InvalidLawChangeException;
import org.comity.law.LawBase;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.comity.node.legislation.change.ChangeRefused.Reason;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The second person: publishes a change as a new edition, sends it back, or refuses it. */
@Service
@Transactional
public class ReviewingChange {

    private final Proposals proposals;
    private final TakingSteps steps;
    private final Fitting fitting;
    private final PublishedLaw law;
    private final ReadingChanges reading;

    ReviewingChange(Proposals proposals, TakingSteps steps, Fitting fitting, PublishedLaw law, ReadingChanges reading) {
        this.proposals = proposals;
        this.steps = steps;
        this.fitting = fitting;
        this.law = law;
        this.reading = reading;
    }

    /** From now on it holds, from its own day. */
    public Proposal publish(Person person, ProposalId id, int version, String remark) {
        return publish(secondPerson(person, id, version), Proposal.Signatory.of(person), remark);
    }

    /** Publishes what another node reviewed and announced, under the rule that a reviewer set here. */
    Proposal publishAnnounced(Proposal proposal, Proposal.Signatory rule) {
        return publish(proposal, rule, "");
    }

    private Proposal publish(Proposal proposal, Proposal.Signatory reviewer, String remark) {
        int edition = proposals.nextEdition(); // first of all: from here on publications wait for each other
        law.forget();
        fits(proposal);
        Proposal published = steps.bySignatory(
                proposal.reviewedBy(reviewer, remark).as(edition, reading.difference(proposal)),
                ProposalEvent.PUBLISHED,
                reviewer,
                remark);
        proposal.reverts()
                .flatMap(proposals::find)
                .ifPresent(
                        target -> steps.bySignatory(target, ProposalEvent.REVERTED, reviewer, published.reference()));
        fitting.lookAgain();
        return published;
    }

    private void fits(Proposal proposal) {
        if (proposal.kind() == Kind.REVERT) {
            return;
        }
        LawBase now = law.now();
        Reading.Read read = new Reading(now).rows(proposal.rows());
        if (!read.sound()) {
            throw ChangeRefused.of(read.faults());
        }
        try {
            now.with(read.changes());
        } catch (InvalidLawChangeException e) {
            throw ChangeRefused.because(Reason.DOES_NOT_FIT, String.valueOf(e.getMessage()));
        }
    }

    public Proposal sendBack(Person person, ProposalId id, int version, String reason) {
        return answered(person, id, version, reason, ProposalEvent.SENT_BACK);
    }

    public Proposal refuse(Person person, ProposalId id, int version, String reason) {
        return answered(person, id, version, reason, ProposalEvent.REFUSED);
    }

    private Proposal answered(Person person, ProposalId id, int version, String reason, ProposalEvent event) {
        Proposal proposal = secondPerson(person, id, version);
        if (reason.isBlank()) {
            throw ChangeRefused.because(Reason.NO_REASON_GIVEN);
        }
        return steps.byPerson(proposal.reviewedBy(Proposal.Signatory.of(person), reason), event, person, reason);
    }

    private Proposal secondPerson(Person person, ProposalId id, int version) {
        if (!person.is(Role.LAW_REVIEWER)) {
            throw ChangeRefused.because(Reason.NOT_A_REVIEWER);
        }
        Proposal proposal = proposals.findVisible(person, id).orElseThrow(() -> ChangeRefused.because(Reason.ABSENT));
        if (proposal.isBy(person)) {
            throw ChangeRefused.because(Reason.OWN_PROPOSAL);
        }
        if (proposal.version() != version) {
            throw ChangeRefused.because(Reason.CHANGED_MEANWHILE);
        }
        if (proposal.state() != ProposalState.PROPOSED) {
            throw ChangeRefused.because(Reason.WRONG_STATE, proposal.state().name());
        }
        return proposal;
    }

    /** Who may review it, for a page that offers only what would be done. */
    public static boolean offeredTo(Person person, Proposal proposal) {
        return proposal.state() == ProposalState.PROPOSED && person.is(Role.LAW_REVIEWER) && !proposal.isBy(person);
    }
}
