package org.comity.node.evidence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import org.comity.node.frame.Noted;
import org.comity.node.identity.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Packages that were asked for, and how far they are. One that is made is no longer here but in {@link CourtPackages}. */
@Repository
class Packings {

    private static final String SELECT = """
            select packing.*,
                   (select coalesce(sum(size), 0) from evidence.packing_exhibit where packing = packing.id) as size
              from evidence.packing
            """;

    private final JdbcClient jdbc;

    Packings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An exhibit that goes into it.
     *
     * @param conditions how many limited its use when the person confirmed them
     * @param crc of its content, once that was read
     * @param steps how many its custody had with the one that handed it out
     */
    record Part(int number, ExhibitId exhibit, long size, int conditions, OptionalLong crc, OptionalInt steps) {}

    /** One to be worked on. */
    record Work(Packing packing, Optional<Instant> handedAt, int tries) {

        UUID id() {
            return packing.id();
        }
    }

    void add(Packing packing, List<Exhibit> exhibits, Instant due) {
        jdbc.sql("""
                insert into evidence.packing (id, about, reference, language, recipient, purpose, asked_at, asked_by, person,
                    state, next_at)
                values (:id, :about, :reference, :language, :recipient, :purpose, :at, :by, :person, :state, :due)
                """)
                .param("id", packing.id())
                .param("about", packing.about())
                .param("reference", packing.reference())
                .param("language", packing.language())
                .param("recipient", packing.recipient())
                .param("purpose", packing.purpose())
                .param("at", utc(packing.askedAt()))
                .param("by", packing.askedBy())
                .param("person", packing.person().value())
                .param("state", packing.state().name())
                .param("due", utc(due))
                .update();
        for (int number = 0; number < exhibits.size(); number++) {
            Exhibit exhibit = exhibits.get(number);
            jdbc.sql("""
                    insert into evidence.packing_exhibit (packing, number, exhibit, size, conditions)
                    values (:packing, :number, :exhibit, :size, :conditions)
                    """)
                    .param("packing", packing.id())
                    .param("number", number)
                    .param("exhibit", exhibit.id().value())
                    .param("size", exhibit.size())
                    .param("conditions", exhibit.particulars().conditions().size())
                    .update();
        }
    }

    Optional<Packing> find(UUID id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query(Packings::packing)
                .optional();
    }

    /** Of a matter, the newest first. Relies on packing_about. */
    List<Packing> about(String subject) {
        return jdbc.sql(SELECT + " where about = :subject order by asked_at desc, id limit 20")
                .param("subject", subject)
                .query(Packings::packing)
                .list();
    }

    /** In the order in which they are packed. */
    List<Part> parts(UUID id) {
        return jdbc.sql("""
                        select number, exhibit, size, conditions, crc32, steps from evidence.packing_exhibit
                         where packing = :id order by number
                        """)
                .param("id", id)
                .query((row, number) -> new Part(
                        row.getInt("number"),
                        new ExhibitId(row.getObject("exhibit", UUID.class)),
                        row.getLong("size"),
                        row.getInt("conditions"),
                        row.getObject("crc32") == null ? OptionalLong.empty() : OptionalLong.of(row.getLong("crc32")),
                        row.getObject("steps") == null ? OptionalInt.empty() : OptionalInt.of(row.getInt("steps"))))
                .list();
    }

    /** The next that is due and that nobody works on, held for a while. Relies on packing_next. */
    Optional<Work> claim(Instant now, Duration held) {
        return jdbc.sql("""
                        update evidence.packing set held_until = :until
                        where id = (select id from evidence.packing
                                    where state in ('READING', 'SEALING') and next_at <= :now
                                      and (held_until is null or held_until < :now)
                                    order by next_at for update skip locked limit 1)
                        returning id
                        """)
                .param("now", utc(now))
                .param("until", utc(now.plus(held)))
                .query(UUID.class)
                .optional()
                .flatMap(this::work);
    }

    Optional<Work> work(UUID id) {
        return jdbc.sql(SELECT + " where id = :id")
                .param("id", id)
                .query((row, number) -> new Work(
                        packing(row, number),
                        Optional.ofNullable(row.getObject("handed_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant),
                        row.getInt("tries")))
                .optional();
    }

    /** @return whether somebody should still work on it */
    boolean held(UUID id, Instant until) {
        return jdbc.sql("""
                        update evidence.packing set held_until = :until
                        where id = :id and state in ('READING', 'SEALING')
                        """).param("id", id).param("until", utc(until)).update() > 0;
    }

    /** @return whether it is still wanted */
    boolean progressed(UUID id, long read, long rate) {
        return jdbc.sql("""
                        update evidence.packing set read = :read, rate = :rate, trouble = '', tries = 0
                        where id = :id and state = 'READING'
                        """)
                        .param("id", id)
                        .param("read", read)
                        .param("rate", rate)
                        .update()
                > 0;
    }

    void wasRead(UUID id, Part part, long crc) {
        jdbc.sql("update evidence.packing_exhibit set crc32 = :crc where packing = :id and number = :number")
                .param("id", id)
                .param("number", part.number())
                .param("crc", crc)
                .update();
    }

    /** @return whether it is still wanted; from here on it can't be cancelled */
    boolean handedOut(UUID id, Instant at) {
        return jdbc.sql("""
                        update evidence.packing set state = 'SEALING', handed_at = :at, rate = 0
                        where id = :id and state = 'READING'
                        """).param("id", id).param("at", utc(at)).update() > 0;
    }

    void handedOut(UUID id, Part part, int steps) {
        jdbc.sql("update evidence.packing_exhibit set steps = :steps where packing = :id and number = :number")
                .param("id", id)
                .param("number", part.number())
                .param("steps", steps)
                .update();
    }

    /** To be tried again. */
    void interrupted(UUID id, Noted trouble, Instant next) {
        jdbc.sql("""
                        update evidence.packing
                        set trouble = :trouble, tries = tries + 1, next_at = :next, rate = 0, held_until = null
                        where id = :id and state in ('READING', 'SEALING')
                        """)
                .param("id", id)
                .param("trouble", trouble.stored())
                .param("next", utc(next))
                .update();
    }

    /** @return whether it could still be */
    boolean refused(UUID id, Noted why) {
        return jdbc.sql("""
                        update evidence.packing set state = 'REFUSED', trouble = :why, rate = 0, held_until = null
                        where id = :id and state = 'READING'
                        """).param("id", id).param("why", why.stored()).update() > 0;
    }

    /** @return whether it could still be */
    boolean cancelled(UUID id) {
        return jdbc.sql("""
                        update evidence.packing set state = 'CANCELLED', trouble = '', rate = 0, held_until = null
                        where id = :id and state = 'READING'
                        """).param("id", id).update() > 0;
    }

    /** Its package is there. @return false if another replica was here before */
    boolean remove(UUID id) {
        return jdbc.sql("delete from evidence.packing where id = :id and state = 'SEALING'")
                        .param("id", id)
                        .update()
                > 0;
    }

    /** Those that came to nothing and that somebody has had time to look at. */
    void forget(Instant before) {
        jdbc.sql("delete from evidence.packing where state in ('CANCELLED', 'REFUSED') and asked_at < :before")
                .param("before", utc(before))
                .update();
    }

    private static Packing packing(ResultSet row, int number) throws SQLException {
        return new Packing(
                row.getObject("id", UUID.class),
                row.getString("about"),
                row.getString("reference"),
                row.getString("language"),
                row.getString("recipient"),
                row.getString("purpose"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("asked_by"),
                new PersonId(row.getObject("person", UUID.class)),
                Packing.State.valueOf(row.getString("state")),
                row.getLong("size"),
                row.getLong("read"),
                row.getLong("rate"),
                Optional.of(row.getString("trouble"))
                        .filter(it -> !it.isEmpty())
                        .map(it -> Noted.read(it).said()));
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
