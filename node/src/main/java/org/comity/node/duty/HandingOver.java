package org.comity.node.duty;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.identity.Person;
import org.comity.node.identity.PersonId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The note that a shift leaves for the next, and the receipt of who read it. */
@Service
public class HandingOver {

    private static final int LONGEST = 4000;

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    HandingOver(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** @param points one open thing a line */
    @Transactional
    public HandOverNote write(Person by, String desk, String text, String points) {
        KeepingWatch.check(by, desk);
        List<String> open = points.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .toList();
        if (text.isBlank() && open.isEmpty()) {
            throw new DutyRefused("text", "duty.refused.empty");
        }
        if (text.length() + points.length() > LONGEST) {
            throw new DutyRefused("text", "duty.refused.long");
        }
        var note = new HandOverNote(
                UUID.randomUUID(),
                desk,
                by.id(),
                by.name(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                text.strip(),
                open,
                List.of());
        jdbc.sql("""
                        insert into duty.note (id, desk, author, author_name, written_at, text, points)
                        values (:id, :desk, :author, :authorName, :writtenAt, :text, :points)
                        """)
                .param("id", note.id())
                .param("desk", desk)
                .param("author", by.id().value())
                .param("authorName", by.name())
                .param("writtenAt", note.writtenAt().atOffset(ZoneOffset.UTC))
                .param("text", note.text())
                .param("points", open.toArray(String[]::new))
                .update();
        events.publishEvent(new DutyStep.NoteWritten(note));
        return note;
    }

    /** Says that the next shift read it. Whoever wrote it gives no receipt. */
    @Transactional
    public void receive(Person by, UUID id) {
        var note = find(id).orElseThrow(() -> new DutyRefused("note", "duty.refused.note"));
        KeepingWatch.check(by, note.desk());
        if (note.author().equals(by.id())) {
            throw new DutyRefused("note", "duty.refused.own-note");
        }
        int received = jdbc.sql("""
                        insert into duty.receipt (note, person, name, read_at) values (:note, :person, :name, :now)
                        on conflict do nothing
                        """)
                .param("note", id)
                .param("person", by.id().value())
                .param("name", by.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        if (received == 1) {
            events.publishEvent(new DutyStep.NoteReceived(note, by.name()));
        }
    }

    /** The latest note of each desk of theirs that another wrote and they have not read: what the duty board shows. */
    public List<HandOverNote> waitingFor(Person person) {
        return KeepingWatch.desksOf(person).stream()
                .flatMap(desk -> latest(desk).stream())
                .filter(note -> !note.author().equals(person.id()) && !note.wasReadBy(person.id()))
                .toList();
    }

    public Optional<HandOverNote> latest(String desk) {
        return notes(desk, 1).stream().findFirst();
    }

    /** The latest first. Index: note_of_desk. */
    public List<HandOverNote> notes(String desk, int most) {
        return jdbc.sql("select * from duty.note where desk = :desk order by written_at desc limit :most")
                .param("desk", desk)
                .param("most", most)
                .query((row, number) -> note(row))
                .list();
    }

    private Optional<HandOverNote> find(UUID id) {
        return jdbc.sql("select * from duty.note where id = :id")
                .param("id", id)
                .query((row, number) -> note(row))
                .optional();
    }

    private HandOverNote note(ResultSet row) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new HandOverNote(
                id,
                row.getString("desk"),
                new PersonId(row.getObject("author", UUID.class)),
                row.getString("author_name"),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                row.getString("text"),
                Arrays.asList((String[]) row.getArray("points").getArray()),
                receipts(id));
    }

    private List<HandOverNote.Receipt> receipts(UUID note) {
        return jdbc.sql("select person, name, read_at from duty.receipt where note = :note order by read_at")
                .param("note", note)
                .query((row, number) -> new HandOverNote.Receipt(
                        new PersonId(row.getObject("person", UUID.class)),
                        row.getString("name"),
                        row.getObject("read_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
