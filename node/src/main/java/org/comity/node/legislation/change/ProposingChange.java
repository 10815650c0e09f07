package org.comity.node.legislation.change;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.law.InvalidLawChangeException;
import org.comity.law.LawBase;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.comity.node.lawbook.CurrentLaw;
import org.comity.node.legislation.change.ChangeRefused.Reason;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A national expert writes down what has changed, with its source, and hands it to a reviewer. */
@Service
@Transactional
public class ProposingChange {

    private final Proposals proposals;
    private final TakingSteps steps;
    private final CurrentLaw law;
    private final ReadingChanges reading;

    ProposingChange(Proposals proposals, TakingSteps steps, CurrentLaw law, ReadingChanges reading) {
        this.proposals = proposals;
        this.steps = steps;
        this.law = law;
        this.reading = reading;
    }

    /** Keeps what was typed, whatever it is; nothing is checked before it is handed over. */
    public Proposal open(Person person, Kind kind, Map<String, String> typed, String why) {
        expert(person);
        if (!kind.filledIn()) {
            throw new IllegalArgumentException(kind + " is not filled in as a form.");
        }
        return proposals.add(draft(person, kind, List.of(ProposedRow.typed(kind, typed)), why, Optional.empty()));
    }

    /** @param version that the person saw */
    public Proposal save(Person person, ProposalId id, int version, Map<String, String> typed, String why) {
        Proposal draft = own(person, id, version);
        require(draft, ProposalEvent.SUBMITTED);
        List<ProposedRow> rows =
                draft.kind().filledIn() ? List.of(ProposedRow.typed(draft.kind(), typed)) : draft.rows();
        return proposals.save(draft.saying(rows, why), steps.now());
    }

    /** @throws ChangeRefused with every fault of the form, or if it does not fit the law as it stands */
    public Proposal submit(Person person, ProposalId id, int version) {
        Proposal draft = own(person, id, version);
        require(draft, ProposalEvent.SUBMITTED);
        check(draft);
        return steps.byPerson(draft, ProposalEvent.SUBMITTED, person, draft.why());
    }

    private void check(Proposal draft) {
        if (draft.kind() == Kind.REVERT) {
            if (draft.why().isBlank()) {
                throw ChangeRefused.because(Reason.NO_REASON_GIVEN);
            }
            return;
        }
        LawBase now = law.now();
        Reading reader = new Reading(now);
        Reading.Read read = draft.kind().filledIn() ? reader.form(draft.row()) : reader.rows(draft.rows());
        if (!read.sound()) {
            throw ChangeRefused.of(read.faults());
        }
        try {
            now.with(read.changes());
        } catch (InvalidLawChangeException e) {
            throw ChangeRefused.because(Reason.DOES_NOT_FIT, String.valueOf(e.getMessage()));
        }
        if (draft.kind() != Kind.DRAFT_BILL
                && reading.difference(draft).stream().allMatch(it -> it.sort() == RowDifference.Sort.UNCHANGED)) {
            throw ChangeRefused.because(Reason.NOTHING_CHANGES);
        }
    }

    public Proposal withdraw(Person person, ProposalId id, int version) {
        return steps.byPerson(own(person, id, version), ProposalEvent.WITHDRAWN, person, "");
    }

    /** A published change is taken back by a change of its own, which another person reviews. */
    public Proposal revert(Person person, ProposalId published, String why) {
        expert(person);
        Proposal target =
                proposals.findVisible(person, published).orElseThrow(() -> ChangeRefused.because(Reason.ABSENT));
        if (target.kind() == Kind.REVERT || !Transitions.offers(target.state(), ProposalEvent.REVERTED)) {
            throw ChangeRefused.because(Reason.NOT_PUBLISHED);
        }
        if (why.isBlank()) {
            throw ChangeRefused.because(Reason.NO_REASON_GIVEN);
        }
        proposals.openRevertOf(published).ifPresent(other -> {
            throw ChangeRefused.because(Reason.ALREADY_PROPOSED, other.reference());
        });
        Proposal draft = proposals.add(draft(person, Kind.REVERT, List.of(), why, Optional.of(published)));
        return steps.byPerson(draft, ProposalEvent.SUBMITTED, person, why);
    }

    /** One proposal for all rows of a file whose dry run found no fault. */
    Proposal draftOf(Person person, List<ProposedRow> rows, String why) {
        expert(person);
        Proposal draft = draft(person, Kind.IMPORT, rows, why, Optional.empty());
        check(draft);
        return proposals.add(draft);
    }

    /** The facts that another node announced, handed over to a reviewer here. */
    Proposal submitAnnounced(Proposal.Signatory proposer, List<ProposedRow> rows, String why, String origin) {
        Proposal draft = draft(Kind.IMPORT, rows, why, Optional.empty(), Optional.of(origin), proposer);
        check(draft);
        return steps.bySignatory(proposals.add(draft), ProposalEvent.SUBMITTED, proposer, why);
    }

    private Proposal draft(Person person, Kind kind, List<ProposedRow> rows, String why, Optional<ProposalId> reverts) {
        return draft(kind, rows, why, reverts, Optional.empty(), Proposal.Signatory.of(person));
    }

    private Proposal draft(
            Kind kind,
            List<ProposedRow> rows,
            String why,
            Optional<ProposalId> reverts,
            Optional<String> origin,
            Proposal.Signatory proposer) {
        Instant now = steps.now();
        return new Proposal(
                new Proposal.Opening(ProposalId.fresh(), 0, kind, reverts, origin, proposer, now),
                ProposalState.DRAFT,
                0,
                new Proposal.Content(rows, why),
                Proposal.Review.NONE,
                Proposal.Publication.NONE,
                now);
    }

    private Proposal own(Person person, ProposalId id, int version) {
        expert(person);
        Proposal proposal = proposals.findVisible(person, id).orElseThrow(() -> ChangeRefused.because(Reason.ABSENT));
        if (!proposal.isBy(person)) {
            throw ChangeRefused.because(Reason.NOT_YOURS);
        }
        if (proposal.version() != version) {
            throw ChangeRefused.because(Reason.CHANGED_MEANWHILE);
        }
        return proposal;
    }

    private static void require(Proposal proposal, ProposalEvent event) {
        if (!Transitions.offers(proposal.state(), event)) {
            throw ChangeRefused.because(Reason.WRONG_STATE, proposal.state().name());
        }
    }

    private static void expert(Person person) {
        if (!person.is(Role.LAW_EXPERT)) {
            throw ChangeRefused.because(Reason.NOT_AN_EXPERT);
        }
    }
}
