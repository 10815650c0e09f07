package org.comity.node.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Everyone who works on this node. */
@Repository
public class People {

    /** @param ready has a password and a second factor */
    public record Entry(
            Person person,
            String signInName,
            boolean ready,
            Optional<Instant> disabledAt,
            Optional<Instant> lockedUntil) {

        /** In the order in which roles are declared. */
        public List<Role> roles() {
            return person.ownRoles().stream().sorted().toList();
        }

        /** By the alphabet, as one text. */
        public String units() {
            return person.units().stream().sorted().collect(Collectors.joining(", "));
        }
    }

    /** What is needed to let somebody in; never leaves this room. */
    record Door(Person person, String signInName, @Nullable String passwordHash, byte @Nullable [] totpSealed) {}

    /** Each person with what is lent to them now: one row, or one for each that lends. Index: delegation_taken_by. */
    private static final String WITH_WHAT_IS_LENT = """
            select person.id, person.name, person.roles, person.units, person.machine,
                   lent.roles as lent_roles, lent.ends_at as lent_until,
                   giver.id as giver, giver.name as giver_name, giver.roles as giver_roles
            from identity.person
            left join identity.delegation lent
              on lent.taken_by = person.id and lent.ended_at is null
                 and lent.starts_at <= :today and lent.ends_at > :today
            left join identity.person giver on giver.id = lent.given_by and giver.disabled_at is null
            where person.disabled_at is null
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    /** @param clock of the domain: who stands in for whom is a matter of cases */
    People(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Empty for a person who was disabled. */
    public Optional<Person> find(PersonId id) {
        return people("and person.id = :id", Map.of("id", id.value())).stream().findFirst();
    }

    /** Empty for a person who was disabled, whose keys were changed, or who signed out everywhere, after they signed in. */
    public Optional<Person> findSignedIn(PersonId id, Instant since) {
        return people("""
                        and person.id = :id
                        and (person.keys_changed_at is null or person.keys_changed_at <= :since)
                        and (person.signed_out_at is null or person.signed_out_at < :since)
                        """, Map.of("id", id.value(), "since", since.atOffset(ZoneOffset.UTC))).stream()
                .findFirst();
    }

    /** Everyone who works here and is no program, by name. */
    public List<Person> working() {
        return people("and not person.machine", Map.of());
    }

    public List<Person> machines() {
        return people("and person.machine", Map.of());
    }

    /** Who holds a role, of their own or lent to them. */
    public List<Person> with(Role role) {
        return working().stream().filter(person -> person.is(role)).toList();
    }

    public List<Person> with(Power power) {
        return working().stream().filter(person -> person.may(power)).toList();
    }

    public List<Person> in(String unit) {
        return working().stream()
                .filter(person -> person.units().contains(unit))
                .toList();
    }

    /** All desks and teams that somebody belongs to. */
    public List<String> units() {
        return jdbc.sql("""
                        select distinct unnest(units) as unit from identity.person
                        where disabled_at is null order by unit
                        """).query((row, number) -> row.getString("unit")).list();
    }

    /** Who is called by name in a text, as in {@code @Duty officer}. */
    public List<Person> mentionedIn(String text) {
        return Mentions.of(text.indexOf('@') < 0 ? List.of() : working(), text);
    }

    private List<Person> people(String which, Map<String, ?> about) {
        return jdbc.sql(WITH_WHAT_IS_LENT + which + " order by person.name, person.id, giver.name")
                .param("today", clock.instant().atOffset(ZoneOffset.UTC))
                .params(about)
                .query(People::withWhatIsLent);
    }

    private static List<Person> withWhatIsLent(ResultSet row) throws SQLException {
        var people = new LinkedHashMap<PersonId, Person>();
        while (row.next()) {
            var person = person(row);
            people.merge(person.id(), standingIn(person, row), People::both);
        }
        return List.copyOf(people.values());
    }

    private static Person standingIn(Person person, ResultSet row) throws SQLException {
        var lent = Columns.roles(row.getArray("lent_roles"));
        lent.retainAll(Columns.roles(row.getArray("giver_roles")));
        return lent.isEmpty()
                ? person
                : standingIn(
                        person,
                        List.of(new StandIn(
                                Columns.person(row, "giver"),
                                row.getString("giver_name"),
                                lent,
                                Columns.instant(row, "lent_until"))));
    }

    private static Person both(Person one, Person again) {
        return standingIn(
                one,
                Stream.concat(one.standsInFor().stream(), again.standsInFor().stream())
                        .toList());
    }

    private static Person standingIn(Person person, List<StandIn> standsInFor) {
        return new Person(person.id(), person.name(), person.ownRoles(), person.units(), standsInFor, person.machine());
    }

    /** @param now what is locked at this time */
    public List<Entry> all(Instant now) {
        return jdbc.sql("""
                        select id, name, roles, units, machine, sign_in_name, disabled_at, locked_until,
                               password_hash is not null and totp_sealed is not null as ready
                        from identity.person
                        left join identity.sign_in_attempt
                          on name_digest = sha256(convert_to(lower(sign_in_name), 'UTF8')) and locked_until > :now
                        where not machine
                        order by disabled_at is not null, name
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Entry(
                        person(row),
                        row.getString("sign_in_name"),
                        row.getBoolean("ready"),
                        Columns.maybe(row, "disabled_at"),
                        Columns.maybe(row, "locked_until")))
                .list();
    }

    boolean nobody() {
        return jdbc.sql("select not exists (select from identity.person)")
                .query(Boolean.class)
                .single();
    }

    boolean isTaken(String signInName) {
        return jdbc.sql("select exists (select from identity.person where lower(sign_in_name) = lower(:name))")
                .param("name", signInName)
                .query(Boolean.class)
                .single();
    }

    void add(Person person, String signInName, Instant now) {
        jdbc.sql("""
                        insert into identity.person (id, sign_in_name, name, roles, units, machine, invited_at)
                        values (:id, :signInName, :name, :roles, :units, :machine, :now)
                        """)
                .param("id", person.id().value())
                .param("signInName", signInName)
                .param("name", person.name())
                .param("roles", Columns.names(person.ownRoles()))
                .param("units", person.units().stream().sorted().toArray(String[]::new))
                .param("machine", person.machine())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void change(PersonId id, String name, Set<Role> roles, Set<String> units) {
        jdbc.sql("update identity.person set name = :name, roles = :roles, units = :units where id = :id")
                .param("id", id.value())
                .param("name", name)
                .param("roles", Columns.names(roles))
                .param("units", units.stream().sorted().toArray(String[]::new))
                .update();
    }

    /** @param totpStep of the code that proved the secret: it opens no door any more */
    void giveKeys(PersonId id, String passwordHash, byte[] totpSealed, long totpStep, Instant now) {
        jdbc.sql("""
                        update identity.person
                        set password_hash = :password, totp_sealed = :totp, totp_used = :step, keys_changed_at = :now
                        where id = :id
                        """)
                .param("id", id.value())
                .param("password", passwordHash)
                .param("totp", totpSealed)
                .param("step", totpStep)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void takeKeys(PersonId id, Instant now) {
        jdbc.sql("""
                        update identity.person
                        set password_hash = null, totp_sealed = null, keys_changed_at = :now
                        where id = :id
                        """)
                .param("id", id.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        giveRecoveryCodes(id, List.of());
    }

    void signOutEverywhere(PersonId id, Instant now) {
        jdbc.sql("update identity.person set signed_out_at = :now where id = :id")
                .param("id", id.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void disable(PersonId id, Instant now) {
        jdbc.sql("update identity.person set disabled_at = :now where id = :id and disabled_at is null")
                .param("id", id.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Door> door(String signInName) {
        return jdbc.sql("""
                        select * from identity.person
                        where lower(sign_in_name) = lower(:name) and disabled_at is null
                        """)
                .param("name", signInName)
                .query((row, number) -> door(row))
                .optional();
    }

    Optional<Door> door(PersonId id) {
        return jdbc.sql("select * from identity.person where id = :id and disabled_at is null")
                .param("id", id.value())
                .query((row, number) -> door(row))
                .optional();
    }

    /** A code opens the door once, also for two who bring it at the same time. */
    boolean useStep(PersonId id, long totpStep) {
        return jdbc.sql("update identity.person set totp_used = :step where id = :id and totp_used < :step")
                        .param("id", id.value())
                        .param("step", totpStep)
                        .update()
                == 1;
    }

    public int unusedRecoveryCodes(PersonId id) {
        return jdbc.sql("select count(*) from identity.recovery_code where person = :id and used_at is null")
                .param("id", id.value())
                .query(Integer.class)
                .single();
    }

    void giveRecoveryCodes(PersonId id, List<byte[]> hashes) {
        jdbc.sql("delete from identity.recovery_code where person = :id")
                .param("id", id.value())
                .update();
        for (byte[] hash : hashes) {
            jdbc.sql("insert into identity.recovery_code (person, hash) values (:id, :hash)")
                    .param("id", id.value())
                    .param("hash", hash)
                    .update();
        }
    }

    boolean useRecoveryCode(PersonId id, byte[] hash, Instant now) {
        return jdbc.sql("""
                        update identity.recovery_code set used_at = :now
                        where person = :id and hash = :hash and used_at is null
                        """)
                        .param("id", id.value())
                        .param("hash", hash)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    private static Door door(ResultSet row) throws SQLException {
        return new Door(
                person(row),
                row.getString("sign_in_name"),
                row.getString("password_hash"),
                row.getBytes("totp_sealed"));
    }

    /** With their own roles only. */
    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                Columns.person(row, "id"),
                row.getString("name"),
                Columns.roles(row.getArray("roles")),
                Columns.texts(row.getArray("units")),
                List.of(),
                row.getBoolean("machine"));
    }
}
