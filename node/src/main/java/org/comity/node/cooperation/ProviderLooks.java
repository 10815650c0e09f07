package org.comity.node.cooperation;

import java.time.Instant;
import java.util.Optional;
import org.comity.node.directory.PartyId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Up to when this node has read what each provider says. */
@Repository
class ProviderLooks {

    private final JdbcClient jdbc;

    ProviderLooks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Instant> until(PartyId provider) {
        return jdbc.sql("select since from cooperation.provider_look where provider = :provider")
                .param("provider", provider.value())
                .query((row, number) -> Times.read(row, "since"))
                .optional();
    }

    void lookedUntil(PartyId provider, Instant until) {
        jdbc.sql("""
                        insert into cooperation.provider_look (provider, since) values (:provider, :until)
                        on conflict (provider) do update set since = excluded.since
                        """)
                .param("provider", provider.value())
                .param("until", Times.stored(until))
                .update();
    }
}
