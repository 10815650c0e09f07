package org.comity.node.oversight.complaint;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.comity.node.notice.Audience;
import org.comity.node.notice.Notice;
import org.comity.node.notice.NoticeKind;
import org.comity.node.notice.Notices;
import org.comity.node.oversight.Overseeing;
import org.comity.node.oversight.OversightRefused;
import org.comity.node.oversight.OversightSettings;
import org.comity.node.oversight.OversightStep;
import org.comity.node.oversight.complaint.Complaint.Complainant;
import org.comity.node.oversight.complaint.Complaint.Outcome;
import org.comity.node.oversight.complaint.Complaint.Remedy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes complaints in, decides them, and erases who complained when that is due or asked for. */
@Service
@Transactional
public class HearingComplaints {

    private static final String ALL = """
            select complaint.*, request.reference
              from oversight.complaint left join cooperation.request on request.id = complaint.request
            """;

    private final JdbcClient jdbc;
    private final Notices notices;
    private final ApplicationEventPublisher events;
    private final OversightSettings settings;
    private final Clock clock;

    HearingComplaints(
            JdbcClient jdbc,
            Notices notices,
            ApplicationEventPublisher events,
            OversightSettings settings,
            Clock clock) {
        this.jdbc = jdbc;
        this.notices = notices;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param due empty for the days that are usual here */
    public record Heard(
            LocalDate receivedOn, String subject, String request, Complainant person, Optional<LocalDate> due) {}

    public int takeIn(Person by, Heard heard) {
        if (!Overseeing.mayTakeIn(by)) {
            throw OversightRefused.notThere();
        }
        if (heard.receivedOn().isAfter(today())) {
            throw new OversightRefused("received", Said.of("oversight.refused.received"));
        }
        need(heard.subject(), "subject", "oversight.refused.subject");
        need(heard.person().text(), "text", "oversight.refused.text");
        var due = heard.due().orElse(heard.receivedOn().plusDays(settings.answerComplaintDays()));
        var number = jdbc.sql("""
                        insert into oversight.complaint (received_on, subject, request, complainant, contact, text, due,
                                                         taken_in_by, taken_in_by_person, taken_in_at)
                        values (:received, :subject, :request, :name, :contact, :text, :due, :by, :person, :now)
                        returning number
                        """)
                .param("received", heard.receivedOn())
                .param("subject", heard.subject().strip())
                .param("request", request(heard.request()).orElse(null), java.sql.Types.OTHER)
                .param("name", heard.person().name().strip())
                .param("contact", heard.person().contact().strip())
                .param("text", heard.person().text().strip())
                .param("due", due)
                .param("by", by.name())
                .param("person", by.id().value())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Integer.class)
                .single();
        step(by, number, "complaint-taken-in", Map.of("due", due.toString()));
        notices.tell(
                Audience.with(Role.OVERSEER).but(by.id()),
                Notice.of(
                        NoticeKind.ARRIVED,
                        "/oversight/complaints/" + number,
                        "oversight.told.complaint",
                        String.valueOf(number)));
        return number;
    }

    private Optional<UUID> request(String reference) {
        if (reference.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(jdbc.sql("select id from cooperation.request where reference = :reference")
                .param("reference", reference.strip())
                .query(UUID.class)
                .optional()
                .orElseThrow(() ->
                        new OversightRefused("request", Said.of("oversight.refused.request", reference.strip()))));
    }

    public void decide(Person by, int number, Outcome outcome, Remedy remedy, String reasons) {
        Overseeing.overseer(by);
        var it = held(number);
        if (it.decision().isPresent()) {
            throw new OversightRefused("outcome", Said.of("oversight.refused.decided"));
        }
        if (outcome.needsRemedy() && remedy == Remedy.NONE) {
            throw new OversightRefused("remedy", Said.of("oversight.refused.remedy"));
        }
        need(reasons, "reasons", "oversight.refused.reasons");
        jdbc.sql("""
                        update oversight.complaint
                           set outcome = :outcome, remedy = :remedy, reasons = :reasons, decided_by = :by, decided_at = :now
                         where number = :number
                        """)
                .param("outcome", outcome.token())
                .param("remedy", remedy.token())
                .param("reasons", reasons.strip())
                .param("by", by.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("number", number)
                .update();
        step(by, number, "complaint-decided", Map.of("outcome", outcome.token(), "remedy", remedy.token()));
    }

    /** Name, contact and words go; that there was a complaint, and what came of it, stays. */
    public void erase(Person by, int number, String because) {
        Overseeing.overseer(by);
        if (held(number).decision().isEmpty()) {
            throw new OversightRefused("because", Said.of("oversight.refused.erase-open"));
        }
        need(because, "because", "oversight.refused.because");
        int erased = jdbc.sql("""
                        update oversight.complaint
                           set complainant = null, contact = null, text = null, erased_at = :now, erased_because = :because,
                               erased_by = :by
                         where number = :number and erased_at is null
                        """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("because", because.strip())
                .param("by", by.name())
                .param("number", number)
                .update();
        if (erased > 0) {
            step(by, number, "complainant-erased", Map.of("because", because.strip()));
        }
    }

    /** Oversight sees all, whoever took one in sees that one; what is open and ends first on top. */
    @Transactional(readOnly = true)
    public List<Complaint> all(Person person) {
        return jdbc.sql(ALL
                        + " where :all or taken_in_by_person = :person order by decided_at is not null, due, number")
                .param("all", Overseeing.mayRead(person))
                .param("person", person.id().value())
                .query(HearingComplaints::read)
                .list();
    }

    @Transactional(readOnly = true)
    public Complaint shown(Person person, int number) {
        return all(person).stream()
                .filter(it -> it.number() == number)
                .findFirst()
                .orElseThrow(OversightRefused::notThere);
    }

    @Transactional(readOnly = true)
    public int open() {
        return jdbc.sql("select count(*) from oversight.complaint where outcome is null")
                .query(Integer.class)
                .single();
    }

    private Complaint held(int number) {
        return jdbc.sql(ALL + " where number = :number for update of complaint")
                .param("number", number)
                .query(HearingComplaints::read)
                .optional()
                .orElseThrow(OversightRefused::notThere);
    }

    private void step(Person by, int number, String what, Map<String, Object> details) {
        events.publishEvent(OversightStep.of("complaint/" + number, what, by, details));
    }

    private static void need(String text, String field, String key) {
        if (text.isBlank()) {
            throw new OversightRefused(field, Said.of(key));
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }

    private static Complaint read(ResultSet row, int at) throws SQLException {
        var decided = Optional.ofNullable(row.getObject("decided_at", OffsetDateTime.class));
        var erased = Optional.ofNullable(row.getObject("erased_at", OffsetDateTime.class));
        return new Complaint(
                row.getInt("number"),
                row.getObject("received_on", LocalDate.class),
                row.getString("subject"),
                Optional.ofNullable(row.getObject("request", UUID.class)),
                Optional.ofNullable(row.getString("reference")),
                erased.isPresent()
                        ? Optional.empty()
                        : Optional.of(new Complainant(
                                row.getString("complainant"), row.getString("contact"), row.getString("text"))),
                row.getObject("due", LocalDate.class),
                row.getString("taken_in_by"),
                row.getObject("taken_in_at", OffsetDateTime.class).toInstant(),
                decided.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Complaint.Decision(
                                Outcome.of(row.getString("outcome")).orElseThrow(),
                                Remedy.of(row.getString("remedy")).orElseThrow(),
                                row.getString("reasons"),
                                row.getString("decided_by"),
                                decided.get().toInstant())),
                erased.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new Complaint.Erased(
                                erased.get().toInstant(),
                                row.getString("erased_because"),
                                row.getString("erased_by"))));
    }
}
