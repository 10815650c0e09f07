package org.comity.node.legislation.change;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.node.identity.Person;
import org.comity.node.identity.PersonId;

/**
 * A change of the law base on its way, or published.
 *
 * @param version grows with each save, so that two who work at once don't overwrite each other
 */
public record Proposal(
        Opening opening,
        ProposalState state,
        int version,
        Content content,
        Review review,
        Publication publication,
        Instant changedAt) {

    /**
     * What never changes.
     *
     * @param number counts from one; people quote it
     * @param reverts the published change that this one takes back
     * @param origin page of this node with the announcement of another that it was made of
     */
    public record Opening(
            ProposalId id,
            int number,
            Kind kind,
            Optional<ProposalId> reverts,
            Optional<String> origin,
            Signatory proposer,
            Instant openedAt) {}

    /** @param why what the proposer says to the reviewer */
    public record Content(List<ProposedRow> rows, String why) {

        public Content {
            rows = List.copyOf(rows);
            why = why.strip();
        }
    }

    /** @param remark what the reviewer said last; empty if nothing */
    public record Review(Optional<Signatory> reviewer, String remark) {

        static final Review NONE = new Review(Optional.empty(), "");
    }

    /**
     * @param edition its place among the published changes
     * @param difference what it changed when it was published
     */
    public record Publication(Optional<Integer> edition, List<RowDifference> difference) {

        static final Publication NONE = new Publication(Optional.empty(), List.of());

        public Publication {
            difference = List.copyOf(difference);
        }
    }

    /** Who did something, with the name as it was then. */
    public record Signatory(PersonId id, String name) {
        static Signatory of(Person person) {
            return new Signatory(person.id(), person.name());
        }
    }

    public ProposalId id() {
        return opening.id;
    }

    public int number() {
        return opening.number;
    }

    public Kind kind() {
        return opening.kind;
    }

    public Optional<ProposalId> reverts() {
        return opening.reverts;
    }

    public Optional<String> origin() {
        return opening.origin;
    }

    public Signatory proposer() {
        return opening.proposer;
    }

    public Instant openedAt() {
        return opening.openedAt;
    }

    public List<ProposedRow> rows() {
        return content.rows;
    }

    public String why() {
        return content.why;
    }

    public Optional<Signatory> reviewer() {
        return review.reviewer;
    }

    public String remark() {
        return review.remark;
    }

    public Optional<Integer> edition() {
        return publication.edition;
    }

    public List<RowDifference> difference() {
        return publication.difference;
    }

    public boolean isBy(Person person) {
        return proposer().id().equals(person.id());
    }

    /** As people quote it: {@code change 17}. */
    public String reference() {
        return "change " + number();
    }

    /** What the form showed, for kinds with one row. */
    public ProposedRow row() {
        return rows().isEmpty() ? new ProposedRow(kind(), Map.of()) : rows().getFirst();
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
        return rows().stream()
                .map(row -> row.cell(column))
                .filter(text -> !text.isEmpty())
                .distinct();
    }

    /** From when it counts; empty while a form says no day that can be read. */
    public Optional<LocalDate> effective() {
        return rows().size() == 1 ? Reading.effective(rows().getFirst()) : Optional.empty();
    }

    Proposal saying(List<ProposedRow> rows, String why) {
        return new Proposal(opening, state, version, new Content(rows, why), review, publication, changedAt);
    }

    Proposal reviewedBy(Signatory reviewer, String remark) {
        Review review = new Review(Optional.of(reviewer), remark.strip());
        return new Proposal(opening, state, version, content, review, publication, changedAt);
    }

    Proposal as(int edition, List<RowDifference> difference) {
        Publication publication = new Publication(Optional.of(edition), difference);
        return new Proposal(opening, state, version, content, review, publication, changedAt);
    }

    Proposal in(ProposalState next) {
        return new Proposal(opening, next, version, content, review, publication, changedAt);
    }

    Proposal saved(Instant now) {
        return new Proposal(opening, state, version + 1, content, review, publication, now);
    }
}
