package org.comity.node.identity;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people lent each other. */
@Repository
class Delegations {

    private static final String SELECT = """
            select delegation.*, giver.name as giver, taker.name as taker
            from identity.delegation
            join identity.person giver on giver.id = given_by
            join identity.person taker on taker.id = taken_by
            """;

    private final JdbcClient jdbc;

    Delegations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Delegation delegation, Instant now) {
        jdbc.sql("""
                        insert into identity.delegation
                            (id, given_by, taken_by, roles, starts_at, ends_at, because, given_at)
                        values (:id, :givenBy, :takenBy, :roles, :startsAt, :endsAt, :because, :now)
                        """)
                .param("id", delegation.id())
                .param("givenBy", delegation.givenBy().value())
                .param("takenBy", delegation.takenBy().value())
                .param("roles", Columns.names(delegation.roles()))
                .param("startsAt", delegation.startsAt().atOffset(ZoneOffset.UTC))
                .param("endsAt", delegation.endsAt().atOffset(ZoneOffset.UTC))
                .param("because", delegation.because())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Delegation> find(UUID id) {
        return jdbc.sql(SELECT + "where delegation.id = :id")
                .param("id", id)
                .query((row, number) -> Columns.delegation(row))
                .optional();
    }

    /** Given and taken ones, the latest first. Indexes: delegation_given_by, delegation_taken_by. */
    List<Delegation> of(PersonId person) {
        return jdbc.sql(SELECT + "where given_by = :person or taken_by = :person order by starts_at desc limit 50")
                .param("person", person.value())
                .query((row, number) -> Columns.delegation(row))
                .list();
    }

    boolean end(UUID id, Instant now) {
        return jdbc.sql("update identity.delegation set ended_at = :now where id = :id and ended_at is null")
                        .param("id", id)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }
}
