package org.comity.node.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.time.WallClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which account at the house's provider is which person here. Only an administrator says so; whoever comes with an account that
 * is nobody's waits until one does, and gets no role from the provider.
 */
@Service
public class ProviderAccounts {

    /** Strangers are forgotten after a week, and no more than so many are remembered. */
    private static final Duration STRANGERS_KEPT = Duration.ofDays(7);

    private static final int MOST_STRANGERS = 200;
    private static final int LONGEST_NAME = 120;

    /** @param shown what the provider calls them; not to be trusted as anything but a hint */
    public record Account(UUID id, String shown, Instant knockedAt, Optional<String> person) {}

    private final JdbcClient jdbc;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ProviderAccounts(JdbcClient jdbc, People people, ApplicationEventPublisher events, @WallClock Clock clock) {
        this.jdbc = jdbc;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    /** @return whose account it is; if nobody's, that it came is kept for an administrator */
    @Transactional
    public Optional<Person> arrived(String issuer, String subject, String shown) {
        var now = clock.instant();
        jdbc.sql("delete from identity.provider_account where person is null and knocked_at < :then")
                .param("then", now.minus(STRANGERS_KEPT).atOffset(ZoneOffset.UTC))
                .update();
        return jdbc.sql("""
                        insert into identity.provider_account as known (id, issuer, subject, shown, knocked_at)
                        select :id, :issuer, :subject, :shown, :now
                        where (select count(*) from identity.provider_account where person is null) < :most
                           or exists (select from identity.provider_account where issuer = :issuer and subject = :subject)
                        on conflict (issuer, subject) do update set knocked_at = :now, shown = :shown
                        returning person
                        """)
                .param("id", UUID.randomUUID())
                .param("issuer", issuer)
                .param("subject", subject)
                .param("shown", shown.substring(0, Math.min(shown.length(), LONGEST_NAME)))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", MOST_STRANGERS)
                .query((row, number) -> Optional.ofNullable(row.getObject("person", UUID.class)))
                .optional()
                .flatMap(person -> person)
                .flatMap(person -> people.find(new PersonId(person)));
    }

    /** Those that wait first. */
    public List<Account> all() {
        return jdbc.sql("""
                        select account.id, shown, knocked_at, person.name as person
                        from identity.provider_account account
                        left join identity.person on person.id = account.person
                        order by account.person is not null, knocked_at desc limit 500
                        """).query((row, number) -> account(row)).list();
    }

    /** From now on, who comes with this account is this person. */
    @Transactional
    public void link(Person by, UUID account, PersonId to) {
        var person = people.find(to)
                .filter(it -> !it.machine())
                .orElseThrow(() -> new Enrolment.Refused("person", "identity.refused.person"));
        change(account, Optional.of(person.id()))
                .ifPresent(shown -> events.publishEvent(new Enrolment.PersonChanged(
                        person.id(), "account-linked", by.name(), Map.of("account", shown))));
    }

    /** From now on, this account is nobody's. */
    @Transactional
    public void unlink(Person by, UUID account) {
        var before = jdbc.sql("select person from identity.provider_account where id = :id and person is not null")
                .param("id", account)
                .query((row, number) -> Columns.person(row, "person"))
                .optional();
        before.ifPresent(person -> change(account, Optional.empty())
                .ifPresent(shown -> events.publishEvent(
                        new Enrolment.PersonChanged(person, "account-unlinked", by.name(), Map.of("account", shown)))));
    }

    private Optional<String> change(UUID account, Optional<PersonId> person) {
        return jdbc.sql("update identity.provider_account set person = :person where id = :id returning shown")
                .param("id", account)
                .param("person", person.map(PersonId::value).orElse(null), java.sql.Types.OTHER)
                .query((row, number) -> row.getString("shown"))
                .optional();
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getObject("id", UUID.class),
                row.getString("shown"),
                Columns.instant(row, "knocked_at"),
                Optional.ofNullable(row.getString("person")));
    }
}
