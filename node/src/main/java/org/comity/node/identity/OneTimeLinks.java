package org.comity.node.identity;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Links that open the door of enrolment once. The token is in the link only; the table keeps its digest. */
@Repository
class OneTimeLinks {

    static final Duration VALID = Duration.ofHours(24);
    private static final int TOKEN_BYTES = 32;

    /** @param person for whom, or empty for the first administrator, who doesn't exist yet */
    record Link(byte[] digest, Optional<PersonId> person) {}

    private final JdbcClient jdbc;
    private final SecureRandom random = new SecureRandom();

    OneTimeLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Makes a link and voids earlier ones for the same person. @return the token */
    String make(@Nullable PersonId person, Instant now) {
        UUID id = person == null ? null : person.value();
        jdbc.sql("delete from identity.one_time_link where person is not distinct from :person")
                .param("person", id, java.sql.Types.OTHER)
                .update();
        byte[] token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(token);
        jdbc.sql("insert into identity.one_time_link (digest, person, expires_at) values (:digest, :person, :until)")
                .param("digest", SigningIn.digest(text))
                .param("person", id, java.sql.Types.OTHER)
                .param("until", now.plus(VALID).atOffset(ZoneOffset.UTC))
                .update();
        return text;
    }

    Optional<Link> find(String token, Instant now) {
        return jdbc.sql("""
                        select digest, person from identity.one_time_link
                        where digest = :digest and used_at is null and expires_at > :now
                        for update
                        """)
                .param("digest", SigningIn.digest(token))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Link(
                        row.getBytes("digest"),
                        Optional.ofNullable(row.getObject("person", UUID.class)).map(PersonId::new)))
                .optional();
    }

    void use(Link link, Instant now) {
        jdbc.sql("update identity.one_time_link set used_at = :now where digest = :digest")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("digest", link.digest())
                .update();
    }
}
