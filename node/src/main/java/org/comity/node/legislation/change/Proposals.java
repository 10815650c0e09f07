package org.comity.node.legislation.change;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.identity.Person;
import org.comity.node.identity.PersonId;
import org.comity.node.identity.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All proposals of this node. */
@Repository
class Proposals {

    /** Drafts are their writer's; what is on its way is for those who work on it; what was published is for all. */
    private static final String VISIBLE = """
            (state in ('PUBLISHED', 'NO_LONGER_FITS', 'REVERTED')
             or proposer = :viewer
             or :works and state in ('PROPOSED', 'REFUSED', 'WITHDRAWN'))
            """;

    private final JdbcClient jdbc;

    Proposals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return with its number */
    Proposal add(Proposal proposal) {
        int number = columns(jdbc.sql("""
                                insert into legislation.proposal
                                       (id, kind, state, version, rows, why, reverts, origin, states, instruments, proposer,
                                        proposer_name, reviewer, reviewer_name, remark, edition, difference, opened_at,
                                        changed_at)
                                values (:id, :kind, :state, :version, :rows::jsonb, :why, :reverts, :origin, :states, :instruments,
                                        :proposer, :proposerName, :reviewer, :reviewerName, :remark, :edition,
                                        :difference::jsonb, :openedAt, :changedAt)
                                returning number
                                """), proposal)
                .param("kind", proposal.kind().name())
                .param("reverts", proposal.reverts().map(ProposalId::value).orElse(null))
                .param("origin", proposal.origin().orElse(null))
                .param("proposer", proposal.proposer().id().value())
                .param("proposerName", proposal.proposer().name())
                .param("openedAt", at(proposal.openedAt()))
                .query(Integer.class)
                .single();
        return find(proposal.id())
                .orElseThrow(
                        () -> new IllegalStateException("Proposal " + number + " is gone in its own transaction."));
    }

    /** @throws ChangeRefused when another transaction was faster */
    Proposal save(Proposal proposal, Instant now) {
        Proposal saved = proposal.saved(now);
        int changed = columns(jdbc.sql("""
                                update legislation.proposal
                                set state = :state, version = :version, rows = :rows::jsonb, why = :why, states = :states,
                                    instruments = :instruments, reviewer = :reviewer, reviewer_name = :reviewerName,
                                    remark = :remark, edition = :edition, difference = :difference::jsonb,
                                    changed_at = :changedAt
                                where id = :id and version = :version - 1
                                """), saved).update();
        if (changed == 0) {
            throw ChangeRefused.because(ChangeRefused.Reason.CHANGED_MEANWHILE);
        }
        return saved;
    }

    private static JdbcClient.StatementSpec columns(JdbcClient.StatementSpec statement, Proposal proposal) {
        return statement
                .param("id", proposal.id().value())
                .param("state", proposal.state().name())
                .param("version", proposal.version())
                .param("rows", StoredRows.write(proposal.rows()))
                .param("why", proposal.why())
                .param("states", proposal.states().toArray(String[]::new))
                .param("instruments", proposal.instruments().toArray(String[]::new))
                .param(
                        "reviewer",
                        proposal.reviewer().map(it -> it.id().value()).orElse(null))
                .param(
                        "reviewerName",
                        proposal.reviewer().map(Proposal.Signatory::name).orElse(null))
                .param("remark", proposal.remark())
                .param("edition", proposal.edition().orElse(null))
                .param("difference", StoredRows.writeDifference(proposal.difference()))
                .param("changedAt", at(proposal.changedAt()));
    }

    Optional<Proposal> find(ProposalId id) {
        return jdbc.sql("select * from legislation.proposal where id = :id")
                .param("id", id.value())
                .query(Proposals::read)
                .optional();
    }

    Optional<Proposal> findVisible(Person person, ProposalId id) {
        return jdbc.sql("select * from legislation.proposal where id = :id and " + VISIBLE)
                .param("id", id.value())
                .params(visibility(person))
                .query(Proposals::read)
                .optional();
    }

    /** Published changes that nobody took back, in the order of their editions. */
    List<Proposal> published() {
        return jdbc.sql("""
                        select * from legislation.proposal
                        where state in ('PUBLISHED', 'NO_LONGER_FITS') and kind <> 'REVERT'
                        order by edition
                        """).query(Proposals::read).list();
    }

    /** Waits for another publication that is under way, so that editions follow one another without gaps. */
    int nextEdition() {
        return jdbc.sql("update legislation.edition set number = number + 1 returning number")
                .query(Integer.class)
                .single();
    }

    Optional<Proposal> openRevertOf(ProposalId id) {
        return jdbc.sql("""
                        select * from legislation.proposal
                        where reverts = :id and state in ('DRAFT', 'PROPOSED')
                        limit 1
                        """).param("id", id.value()).query(Proposals::read).optional();
    }

    List<Proposal> list(Person person, ChangeFilter filter, int size) {
        return jdbc.sql("select * from legislation.proposal where " + where(filter) + """

                        order by case when :published then edition end desc nulls last, changed_at desc, number desc
                        limit :size offset :skip
                        """)
                .params(visibility(person))
                .params(parameters(filter))
                .param("published", filter.shelf() == ChangeFilter.Shelf.PUBLISHED)
                .param("size", size)
                .param("skip", (long) (filter.page() - 1) * size)
                .query(Proposals::read)
                .list();
    }

    int count(Person person, ChangeFilter filter) {
        return jdbc.sql("select count(*) from legislation.proposal where " + where(filter))
                .params(visibility(person))
                .params(parameters(filter))
                .query(Integer.class)
                .single();
    }

    int waitingFor(Person reviewer) {
        return jdbc.sql("select count(*) from legislation.proposal where state = 'PROPOSED' and proposer <> :reviewer")
                .param("reviewer", reviewer.id().value())
                .query(Integer.class)
                .single();
    }

    private static String where(ChangeFilter filter) {
        String shelf = switch (filter.shelf()) {
            case OPEN -> "state in ('DRAFT', 'PROPOSED')";
            case PUBLISHED -> "state in ('PUBLISHED', 'NO_LONGER_FITS', 'REVERTED')";
            case MINE -> "proposer = :viewer";
        };
        return VISIBLE + " and " + shelf + """
                 and (:state = '' or :state = any (states))
                 and (:kind = '' or kind = :kind)
                """;
    }

    private static Map<String, Object> parameters(ChangeFilter filter) {
        return Map.of(
                "state", filter.state(), "kind", filter.kind().map(Kind::name).orElse(""));
    }

    private static Map<String, Object> visibility(Person person) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("viewer", person.id().value());
        parameters.put("works", person.is(Role.LAW_EXPERT) || person.is(Role.LAW_REVIEWER) || person.is(Role.OVERSEER));
        return parameters;
    }

    void addStep(ProposalId id, Step step) {
        jdbc.sql("""
                        insert into legislation.proposal_step
                               (proposal, event, from_state, to_state, actor, reason, happened_at)
                        values (:proposal, :event, :from, :to, :actor, :reason, :at)
                        """)
                .param("proposal", id.value())
                .param("event", step.event().name())
                .param("from", step.from().name())
                .param("to", step.to().name())
                .param("actor", step.actor())
                .param("reason", step.reason())
                .param("at", at(step.at()))
                .update();
    }

    List<Step> steps(ProposalId id) {
        return jdbc.sql("select * from legislation.proposal_step where proposal = :id order by number")
                .param("id", id.value())
                .query((row, number) -> new Step(
                        ProposalEvent.valueOf(row.getString("event")),
                        ProposalState.valueOf(row.getString("from_state")),
                        ProposalState.valueOf(row.getString("to_state")),
                        row.getString("actor"),
                        row.getString("reason"),
                        instant(row, "happened_at")))
                .list();
    }

    private static Proposal read(ResultSet row, int number) throws SQLException {
        return new Proposal(
                new Proposal.Opening(
                        new ProposalId(row.getObject("id", UUID.class)),
                        row.getInt("number"),
                        Kind.valueOf(row.getString("kind")),
                        Optional.ofNullable(row.getObject("reverts", UUID.class))
                                .map(ProposalId::new),
                        Optional.ofNullable(row.getString("origin")),
                        signatory(row, "proposer").orElseThrow(),
                        instant(row, "opened_at")),
                ProposalState.valueOf(row.getString("state")),
                row.getInt("version"),
                new Proposal.Content(StoredRows.read(row.getString("rows")), row.getString("why")),
                new Proposal.Review(signatory(row, "reviewer"), row.getString("remark")),
                new Proposal.Publication(
                        Optional.ofNullable(row.getObject("edition", Integer.class)),
                        StoredRows.readDifference(row.getString("difference"))),
                instant(row, "changed_at"));
    }

    private static Optional<Proposal.Signatory> signatory(ResultSet row, String column) throws SQLException {
        @Nullable UUID id = row.getObject(column, UUID.class);
        @Nullable String name = row.getString(column + "_name");
        return id == null || name == null
                ? Optional.empty()
                : Optional.of(new Proposal.Signatory(new PersonId(id), name));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
