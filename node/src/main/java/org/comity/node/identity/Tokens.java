package org.comity.node.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tokens of people and machines; of each only its digest. */
@Repository
class Tokens {

    /** Often enough to see whether a token is in use, without a write for each call. */
    private static final Duration USE_NOTED_EVERY = Duration.ofMinutes(1);

    private final JdbcClient jdbc;

    Tokens(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Token token, byte[] digest) {
        jdbc.sql("""
                        insert into identity.token
                            (id, digest, begins, holder, name, scopes, made_by, made_at, expires_at)
                        values (:id, :digest, :begins, :holder, :name, :scopes, :madeBy, :madeAt, :expiresAt)
                        """)
                .param("id", token.id())
                .param("digest", digest)
                .param("begins", token.begins())
                .param("holder", token.holder().value())
                .param("name", token.name())
                .param("scopes", token.scopesAsText().toArray(String[]::new))
                .param("madeBy", token.madeBy())
                .param("madeAt", token.madeAt().atOffset(ZoneOffset.UTC))
                .param("expiresAt", token.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Index: token_digest_key. */
    Optional<Token> find(byte[] digest) {
        return jdbc.sql("select * from identity.token where digest = :digest")
                .param("digest", digest)
                .query((row, number) -> token(row))
                .optional();
    }

    Optional<Token> find(UUID id) {
        return jdbc.sql("select * from identity.token where id = :id")
                .param("id", id)
                .query((row, number) -> token(row))
                .optional();
    }

    /** The latest first. Index: token_holder. */
    List<Token> of(PersonId holder) {
        return jdbc.sql("select * from identity.token where holder = :holder order by made_at desc limit 100")
                .param("holder", holder.value())
                .query((row, number) -> token(row))
                .list();
    }

    void used(Token token, Instant now) {
        if (token.usedAt().filter(at -> at.plus(USE_NOTED_EVERY).isAfter(now)).isEmpty()) {
            jdbc.sql("update identity.token set used_at = :now where id = :id")
                    .param("now", now.atOffset(ZoneOffset.UTC))
                    .param("id", token.id())
                    .update();
        }
    }

    boolean revoke(UUID id, Instant now) {
        return jdbc.sql("update identity.token set revoked_at = :now where id = :id and revoked_at is null")
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .update()
                == 1;
    }

    void revokeAllOf(PersonId holder, Instant now) {
        jdbc.sql("update identity.token set revoked_at = :now where holder = :holder and revoked_at is null")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("holder", holder.value())
                .update();
    }

    private static Token token(ResultSet row) throws SQLException {
        return new Token(
                row.getObject("id", UUID.class),
                Columns.person(row, "holder"),
                row.getString("name"),
                row.getString("begins"),
                Arrays.stream((String[]) row.getArray("scopes").getArray())
                        .flatMap(scope -> Scope.of(scope).stream())
                        .collect(Collectors.toSet()),
                row.getString("made_by"),
                Columns.instant(row, "made_at"),
                Columns.instant(row, "expires_at"),
                Columns.maybe(row, "used_at"),
                Columns.maybe(row, "revoked_at"));
    }
}
