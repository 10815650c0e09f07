package org.comity.node.legislation.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.comity.law.ChangeRows;
import org.comity.law.InvalidLawChangeException;
import org.comity.law.LawBase;
import org.comity.law.LawChange;
import org.comity.law.source.Fault;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.comity.node.lawbook.CurrentLaw;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people look up about proposals. */
@Service
@Transactional(readOnly = true)
public class ReadingChanges {

    public static final int PAGE = 20;

    private final Proposals proposals;
    private final PublishedLaw published;
    private final CurrentLaw law;
    private final RouteEffects effects;

    ReadingChanges(Proposals proposals, PublishedLaw published, CurrentLaw law, RouteEffects effects) {
        this.proposals = proposals;
        this.published = published;
        this.law = law;
        this.effects = effects;
    }

    /** Some proposals of many. @param page counts from 1 */
    public record Page(List<Proposal> proposals, int total, int page, int pages) {}

    /**
     * A proposal with all that a reader needs.
     *
     * @param misfit why it does not fit the law as it stands; empty if it does
     * @param reverted the published change that it takes back
     */
    public record View(
            Proposal proposal,
            List<RowDifference> difference,
            List<RouteEffects.Effect> effects,
            Optional<String> misfit,
            Optional<Proposal> reverted,
            List<Step> steps) {}

    public Page list(Person person, ChangeFilter filter) {
        int total = proposals.count(person, filter);
        int pages = Math.max(1, (total + PAGE - 1) / PAGE);
        ChangeFilter shown = filter.page() <= pages
                ? filter
                : new ChangeFilter(filter.shelf(), filter.state(), filter.kind(), pages);
        return new Page(proposals.list(person, shown, PAGE), total, shown.page(), pages);
    }

    /** How many proposals wait for this person to review them. */
    public int waiting(Person person) {
        return person.is(Role.LAW_REVIEWER) ? proposals.waitingFor(person) : 0;
    }

    /** @throws ChangeRefused if it is not there for this person */
    public Proposal proposal(Person person, ProposalId id) {
        return proposals.findVisible(person, id).orElseThrow(() -> ChangeRefused.because(ChangeRefused.Reason.ABSENT));
    }

    public boolean sees(Person person, ProposalId id) {
        return proposals.findVisible(person, id).isPresent();
    }

    public View view(Person person, ProposalId id) {
        Proposal proposal = proposal(person, id);
        Change change = change(proposal);
        return new View(
                proposal,
                proposal.edition().isPresent() ? proposal.difference() : change.difference(),
                proposal.state().isOpen() ? effects.of(proposal, change.before(), change.after()) : List.of(),
                proposal.state().isOpen() || proposal.state() == ProposalState.NO_LONGER_FITS
                        ? change.misfit()
                        : Optional.empty(),
                proposal.reverts().flatMap(proposals::find),
                proposals.steps(id));
    }

    /** The faults of a draft's form, for a page that shows them beside their fields. */
    public List<Fault> faults(Proposal draft) {
        return draft.kind().filledIn()
                ? new Reading(law.now()).form(draft.row()).faults()
                : List.of();
    }

    List<RowDifference> difference(Proposal proposal) {
        return change(proposal).difference();
    }

    /** Draft bills of a State that nobody took back, newest first. */
    public List<Proposal> bills(String state) {
        return proposals.published().reversed().stream()
                .filter(proposal ->
                        proposal.kind() == Kind.DRAFT_BILL && proposal.states().contains(state))
                .toList();
    }

    private record Change(LawBase before, LawBase after, List<RowDifference> difference, Optional<String> misfit) {}

    private Change change(Proposal proposal) {
        LawBase now = law.now();
        return proposal.kind() == Kind.REVERT ? back(proposal, now) : change(proposal.rows(), now);
    }

    /** What rows would change that nobody has proposed here yet, and why they don't fit if they don't. */
    Announced announced(List<ProposedRow> rows) {
        Change change = change(rows, law.now());
        return new Announced(change.difference(), change.misfit());
    }

    /** @param misfit empty if the rows fit */
    record Announced(List<RowDifference> difference, Optional<String> misfit) {}

    private Change change(List<ProposedRow> rows, LawBase now) {
        Reading reading = new Reading(now);
        List<RowDifference> difference = new ArrayList<>();
        List<LawChange> changes = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        LawBase after = now;
        for (ProposedRow row : rows) {
            Reading.Read read = reading.row(row, "form", 1);
            changes.addAll(read.changes());
            read.faults().forEach(fault -> wrong.add(fault.wrong()));
        }
        try {
            after = now.with(changes);
        } catch (InvalidLawChangeException e) {
            wrong.add(String.valueOf(e.getMessage()));
        }
        for (ProposedRow row : rows) {
            difference.add(difference(row, reading, now, after));
        }
        return new Change(now, after, difference, wrong.stream().findFirst());
    }

    private static RowDifference difference(ProposedRow row, Reading reading, LawBase before, LawBase after) {
        Function<LawBase, Map<String, String>> in = law -> reading.row(row, "form", 1).changes().stream()
                .findFirst()
                .flatMap(change -> ChangeRows.concernedBy(change, law))
                .<Map<String, String>>map(filled -> new ProposedRow(row.kind(), filled).cells())
                .orElse(Map.of());
        Map<String, String> stood = in.apply(before);
        Map<String, String> stands = in.apply(after);
        boolean readable = !reading.row(row, "form", 1).changes().isEmpty();
        return new RowDifference(row.kind(), stood, readable ? stands : row.cells());
    }

    private Change back(Proposal revert, LawBase now) {
        Proposal target = revert.reverts().flatMap(proposals::find).orElseThrow();
        List<Proposal> others = proposals.published().stream()
                .filter(other -> !other.id().equals(target.id()))
                .toList();
        PublishedLaw.Snapshot without = published.of(others);
        Reading reading = new Reading(now);
        List<RowDifference> difference = target.rows().stream()
                .map(row -> difference(row, reading, now, without.law()))
                .toList();
        Optional<String> misfits = others.stream()
                .filter(other -> other.state() == ProposalState.PUBLISHED
                        && without.misfits().contains(other.id()))
                .map(Proposal::reference)
                .reduce((one, other) -> one + ", " + other);
        return new Change(now, without.law(), difference, misfits);
    }
}
