package org.comity.node.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.time.WallClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What survives of sessions when a node is restarted: who is signed in, since when, and no more. */
@Repository
@Transactional(propagation = Propagation.REQUIRES_NEW)
public class KeptSessions {

    /** A row is written at most once a minute for being used, so it may be that much behind. */
    private static final Duration BEHIND = Duration.ofMinutes(2);

    private final JdbcClient database;
    private final Clock clock;

    KeptSessions(JdbcClient database, @WallClock Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * @param since when the person signed in
     * @param formToken that forms of this session carry
     * @param idle how long it may rest
     */
    public record Kept(PersonId person, Instant since, Optional<String> formToken, Instant seenAt, Duration idle) {}

    public void keep(String id, Kept kept) {
        database.sql("""
                        insert into identity.kept_session (digest, person, signed_in_at, form_token, seen_at, idle_seconds)
                        values (:digest, :person, :since, :token, :seen, :idle)
                        on conflict (digest) do update
                        set person = :person, signed_in_at = :since, form_token = :token, seen_at = :seen,
                            idle_seconds = :idle
                        """)
                .param("digest", digest(id))
                .param("person", kept.person().value())
                .param("since", kept.since().atOffset(ZoneOffset.UTC))
                .param("token", kept.formToken().orElse(null))
                .param("seen", kept.seenAt().atOffset(ZoneOffset.UTC))
                .param("idle", kept.idle().toSeconds())
                .update();
    }

    /** Notes that the session is in use, unless it has been ended meanwhile. */
    public void seen(String id, Instant at) {
        database.sql("update identity.kept_session set seen_at = :at where digest = :digest")
                .param("digest", digest(id))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Transactional(readOnly = true)
    public Optional<Kept> find(String id) {
        return database.sql("""
                        select person, signed_in_at, form_token, seen_at, idle_seconds
                          from identity.kept_session
                         where digest = :digest
                           and seen_at + make_interval(secs => idle_seconds) > :now
                        """)
                .param("digest", digest(id))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Kept(
                        new PersonId(row.getObject("person", UUID.class)),
                        row.getObject("signed_in_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getString("form_token")),
                        row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                        Duration.ofSeconds(row.getInt("idle_seconds"))))
                .optional();
    }

    /** Whether it was not ended meanwhile, by whichever process. */
    @Transactional(readOnly = true)
    public boolean holds(String id) {
        return database.sql("select exists (select from identity.kept_session where digest = :digest)")
                .param("digest", digest(id))
                .query(Boolean.class)
                .single();
    }

    public void forget(String id) {
        database.sql("delete from identity.kept_session where digest = :digest")
                .param("digest", digest(id))
                .update();
    }

    /** Relies on kept_session_by_person. */
    void forgetAllOf(PersonId person) {
        database.sql("delete from identity.kept_session where person = :person")
                .param("person", person.value())
                .update();
    }

    /** Clears away what nobody came back to. */
    public void sweep() {
        database.sql("""
                        delete from identity.kept_session
                         where seen_at + make_interval(secs => idle_seconds) < :now
                        """)
                .param("now", clock.instant().minus(BEHIND).atOffset(ZoneOffset.UTC))
                .update();
    }

    /** An identifier has 128 random bits, so one round of SHA-256 without salt can't be searched. */
    private static byte[] digest(String id) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
    }
}
