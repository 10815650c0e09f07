package org.comity.node.identity;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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
            return person.roles().stream().sorted().toList();
        }
    }

    /** What is needed to let somebody in; never leaves this room. */
    record Door(Person person, String signInName, @Nullable String passwordHash, byte @Nullable [] totpSealed) {}

    private final JdbcClient jdbc;

    People(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty for a person who was disabled. */
    public Optional<Person> find(PersonId id) {
        return jdbc.sql("""
                        select id, name, roles from identity.person
                        where id = :id and disabled_at is null
                        """)
                .param("id", id.value())
                .query((row, number) -> person(row))
                .optional();
    }

    /** Empty for a person who was disabled, or whose keys were changed, after they signed in. */
    public Optional<Person> findSignedIn(PersonId id, Instant since) {
        return jdbc.sql("""
                        select id, name, roles from identity.person
                        where id = :id and disabled_at is null
                          and (keys_changed_at is null or keys_changed_at <= :since)
                        """)
                .param("id", id.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, number) -> person(row))
                .optional();
    }

    public List<Person> with(Role role) {
        return jdbc.sql("""
                        select id, name, roles from identity.person
                        where :role = any (roles) and disabled_at is null
                        order by name
                        """)
                .param("role", role.name())
                .query((row, number) -> person(row))
                .list();
    }

    /** @param now what is locked at this time */
    public List<Entry> all(Instant now) {
        return jdbc.sql("""
                        select id, name, roles, sign_in_name, disabled_at, locked_until,
                               password_hash is not null and totp_sealed is not null as ready
                        from identity.person
                        left join identity.sign_in_attempt
                          on name_digest = sha256(convert_to(lower(sign_in_name), 'UTF8')) and locked_until > :now
                        order by disabled_at is not null, name
                        """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, number) -> new Entry(
                        person(row),
                        row.getString("sign_in_name"),
                        row.getBoolean("ready"),
                        Optional.ofNullable(instant(row, "disabled_at")),
                        Optional.ofNullable(instant(row, "locked_until"))))
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
                        insert into identity.person (id, sign_in_name, name, roles, invited_at)
                        values (:id, :signInName, :name, :roles, :now)
                        """)
                .param("id", person.id().value())
                .param("signInName", signInName)
                .param("name", person.name())
                .param("roles", person.roles().stream().map(Role::name).toArray(String[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
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

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                new PersonId(row.getObject("id", UUID.class)), row.getString("name"), roles(row.getArray("roles")));
    }

    private static Set<Role> roles(Array names) throws SQLException {
        var roles = EnumSet.noneOf(Role.class);
        Arrays.stream((String[]) names.getArray()).map(Role::valueOf).forEach(roles::add);
        return roles;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, java.time.OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
