package org.comity.node.legislation.change;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.node.identity.Person;
import org.comity.node.identity.PersonId;

/**
 * A change of the law base on its way, or published.
 *
 * @param number counts from one; people quote it
 * @param version grows with each save, so that two who work at once don't overwrite each other
 * @param why what the proposer says to the reviewer
 * @param reverts the published change that this one takes back
 * @param remark what the reviewer said last; empty if nothing
 * @param edition its place among the published changes
 * @param difference what it changed when it was published
 */
public record Proposal(
        ProposalId id,
        int number,
        Kind kind,
        ProposalState state,
        int version,
        List<ProposedRow> rows,
        String why,
        Optional<ProposalId> reverts,
        Signatory proposer,
        Optional<Signatory> reviewer,
        String remark,
        Optional<Integer> edition,
        List<RowDifference> difference,
        Instant openedAt,
        Instant changedAt) {

    /** Who did something, with the name as it was then. */
    public record Signatory(PersonId id, String name) {
        static Signatory of(Person person) {
            return new Signatory(person.id(), person.name());
        }
    }

    public Proposal {
        rows = List.copyOf(rows);
        difference = List.copyOf(difference);
    }

    public boolean isBy(Person person) {
        return proposer.id().equals(person.id());
    }

    /** As people quote it: {@code change 17}. */
    public String reference() {
        return "change " + number;
    }

    /** What the form showed, for kinds with one row. */
    public ProposedRow row() {
        return rows.isEmpty() ? new ProposedRow(kind, java.util.Map.of()) : rows.getFirst();
    }

    /** States that it concerns. */
    public List<String> states() {
        return cells("state").toList();
    }

    public List<String> instruments() {
        return Stream.concat(
                        cells("instrument"),
                        cells("maps_to").map(provision -> provision.substring(0, Math.max(0, provision.indexOf(':')))))
                .filter(text -> !text.isEmpty())
                .distinct()
                .toList();
    }

    private Stream<String> cells(String column) {
        return rows.stream()
                .map(row -> row.cell(column))
                .filter(text -> !text.isEmpty())
                .distinct();
    }

    /** From when it counts; empty while a form says no day that can be read. */
    public Optional<LocalDate> effective() {
        return rows.size() == 1 ? Reading.effective(rows.getFirst()) : Optional.empty();
    }

    Proposal saying(List<ProposedRow> rows, String why) {
        return new Proposal(
                id,
                number,
                kind,
                state,
                version,
                rows,
                why.strip(),
                reverts,
                proposer,
                reviewer,
                remark,
                edition,
                difference,
                openedAt,
                changedAt);
    }

    Proposal reviewedBy(Person person, String remark) {
        return new Proposal(
                id,
                number,
                kind,
                state,
                version,
                rows,
                why,
                reverts,
                proposer,
                Optional.of(Signatory.of(person)),
                remark.strip(),
                edition,
                difference,
                openedAt,
                changedAt);
    }

    Proposal as(int edition, List<RowDifference> difference) {
        return new Proposal(
                id,
                number,
                kind,
                state,
                version,
                rows,
                why,
                reverts,
                proposer,
                reviewer,
                remark,
                Optional.of(edition),
                difference,
                openedAt,
                changedAt);
    }

    Proposal in(ProposalState next) {
        return new Proposal(
                id,
                number,
                kind,
                next,
                version,
                rows,
                why,
                reverts,
                proposer,
                reviewer,
                remark,
                edition,
                difference,
                openedAt,
                changedAt);
    }

    Proposal saved(Instant now) {
        return new Proposal(
                id,
                number,
                kind,
                state,
                version + 1,
                rows,
                why,
                reverts,
                proposer,
                reviewer,
                remark,
                edition,
                difference,
                openedAt,
                now);
    }
}
