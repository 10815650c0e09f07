package org.comity.node.cooperation;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.CaseFile;
import org.comity.node.cooperation.request.NotFound;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.comity.node.identity.PersonId;
import org.comity.node.identity.Power;
import org.comity.node.journal.Journaled;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Notes among those who see a case file; whoever is called by name in one is told of it, if they see it too. */
@Service
@Transactional
public class NotingCaseFile {

    private static final int LONGEST = 10_000;

    private final Visibility visibility;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    NotingCaseFile(Visibility visibility, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.visibility = visibility;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** A note was written; its words stay out of the journal. */
    record Written(CaseFile caseFile, CaseNote note) implements Journaled {
        @Override
        public String subject() {
            return "case-file:" + caseFile.id();
        }

        @Override
        public String what() {
            return "case-note-written";
        }

        @Override
        public String actor() {
            return note.authorName();
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("note", note.id().toString());
        }
    }

    /** Its author took a note back. */
    record TakenBack(String subject, String what, String actor, UUID note) implements Journaled {
        @Override
        public Map<String, Object> details() {
            return Map.of("note", note.toString());
        }
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<CaseNote> of(Person person, String reference) {
        return jdbc.sql("select * from cooperation.case_note where case_file = :file order by written_at, id")
                .param("file", visibility.caseFile(person, reference).id().value())
                .query((row, number) -> new CaseNote(
                        row.getObject("id", UUID.class),
                        new PersonId(row.getObject("author", UUID.class)),
                        row.getString("author_name"),
                        row.getString("text"),
                        Times.read(row, "written_at"),
                        Times.find(row, "taken_back_at")))
                .list();
    }

    public CaseNote write(Person person, String reference, String text) {
        var caseFile = visibility.caseFile(person, reference);
        if (!person.may(Power.READ_CASES)) {
            throw new ActRefused.NotPermitted(Said.of("cooperation.refused.note-by"));
        }
        var said = Permissions.said("text", text, "cooperation.refused.note-empty");
        if (said.length() > LONGEST) {
            throw new ActRefused.Malformed("text", Said.of("cooperation.refused.note-long", LONGEST));
        }
        var note = new CaseNote(UUID.randomUUID(), person.id(), person.name(), said, clock.instant(), Optional.empty());
        jdbc.sql("""
                        insert into cooperation.case_note (id, case_file, author, author_name, text, written_at)
                        values (:id, :file, :author, :name, :text, :at)
                        """)
                .param("id", note.id())
                .param("file", caseFile.id().value())
                .param("author", person.id().value())
                .param("name", person.name())
                .param("text", said)
                .param("at", Times.stored(note.writtenAt()))
                .update();
        events.publishEvent(new Written(caseFile, note));
        return note;
    }

    /** Only by who wrote it. */
    public void takeBack(Person person, String reference, UUID id) {
        var caseFile = visibility.caseFile(person, reference);
        int changed = jdbc.sql("""
                        update cooperation.case_note set text = '', taken_back_at = :at
                        where id = :id and case_file = :file and author = :author and taken_back_at is null
                        """)
                .param("at", Times.stored(clock.instant()))
                .param("id", id)
                .param("file", caseFile.id().value())
                .param("author", person.id().value())
                .update();
        if (changed == 0) {
            throw NotFound.caseFile();
        }
        events.publishEvent(new TakenBack("case-file:" + caseFile.id(), "case-note-taken-back", person.name(), id));
    }
}
