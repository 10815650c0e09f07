package org.comity.node.oversight.access;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.regex.Pattern;
import org.comity.node.identity.Looked;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes each reading when its answer stands. It does not wait for the disk: what that costs is less than a millisecond a page,
 * and what a power failure can take is the last half second of readings, never a hole among older ones.
 */
@Component
class WritingReadings {

    private static final Pattern IDENTIFIER = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    WritingReadings(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @EventListener
    void looked(Looked it) {
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("set local synchronous_commit = off").update();
            jdbc.sql("""
                            insert into oversight.reading (at, person, name, roles, token, kind, subject, thing, address, shown)
                            values (:at, :person, :name, :roles, :token, :kind, :subject, :thing::uuid, :address, :shown)
                            """)
                    .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                    .param("person", it.person().id().value())
                    .param("name", it.person().name())
                    .param(
                            "roles",
                            it.person().roles().stream()
                                    .map(Enum::name)
                                    .sorted()
                                    .toArray(String[]::new))
                    .param("token", it.token().orElse(null))
                    .param("kind", it.kind())
                    .param("subject", it.thing())
                    .param(
                            "thing",
                            IDENTIFIER.matcher(it.thing()).matches()
                                    ? UUID.fromString(it.thing()).toString()
                                    : null)
                    .param("address", it.address())
                    .param("shown", it.shown())
                    .update();
        });
    }
}
