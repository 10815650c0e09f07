package org.comity.node.identity;

import java.sql.ResultSet;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Wrong tries by sign-in name, whether somebody has the name or not. */
@Repository
class SignInAttempts {

    private static final Duration REMEMBERED = Duration.ofDays(1);

    private final JdbcClient jdbc;

    SignInAttempts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Instant> lockedUntil(String signInName, Instant now) {
        return jdbc.sql("""
                        select locked_until from identity.sign_in_attempt
                        where name_digest = :name and locked_until > :now
                        """)
                .param("name", digest(signInName))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((ResultSet row, int number) ->
                        row.getObject("locked_until", OffsetDateTime.class).toInstant())
                .optional();
    }

    /** @return how many there are now */
    int failed(String signInName, Instant now) {
        jdbc.sql("delete from identity.sign_in_attempt where failed_at < :then")
                .param("then", now.minus(REMEMBERED).atOffset(ZoneOffset.UTC))
                .update();
        return jdbc.sql("""
                        insert into identity.sign_in_attempt as tried (name_digest, failures, failed_at)
                        values (:name, 1, :now)
                        on conflict (name_digest) do update set failures = tried.failures + 1, failed_at = :now
                        returning failures
                        """)
                .param("name", digest(signInName))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
    }

    void lock(String signInName, Instant until) {
        jdbc.sql("update identity.sign_in_attempt set locked_until = :until where name_digest = :name")
                .param("name", digest(signInName))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @return how many wrong tries the person had before getting in */
    int forget(String signInName) {
        return jdbc.sql("delete from identity.sign_in_attempt where name_digest = :name returning failures")
                .param("name", digest(signInName))
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    private static byte[] digest(String signInName) {
        return SigningIn.digest(signInName.strip().toLowerCase(Locale.ROOT));
    }
}
