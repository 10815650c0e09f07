package org.comity.node.oversight.review;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.comity.node.identity.PersonId;
import org.comity.node.identity.Power;
import org.comity.node.identity.Role;
import org.comity.node.journal.SubjectAccess;
import org.comity.node.notice.Audience;
import org.comity.node.notice.Notice;
import org.comity.node.notice.NoticeKind;
import org.comity.node.notice.Notices;
import org.comity.node.oversight.Overseeing;
import org.comity.node.oversight.OversightRefused;
import org.comity.node.oversight.OversightStep;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Raises what is not in order, asks who owns the case, and settles it. Nothing that was said is ever changed. */
@Service
@Transactional
public class FollowingFindings {

    private static final String ALL = """
            select finding.*, request.reference from oversight.finding join cooperation.request on request.id = finding.request
            """;

    private final JdbcClient jdbc;
    private final Reasons reasons;
    private final Notices notices;
    private final ObjectProvider<SubjectAccess> access;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    FollowingFindings(
            JdbcClient jdbc,
            Reasons reasons,
            Notices notices,
            ObjectProvider<SubjectAccess> access,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.reasons = reasons;
        this.notices = notices;
        this.access = access;
        this.events = events;
        this.clock = clock;
    }

    public UUID raise(
            Person by, UUID request, Optional<Integer> sample, Point point, String text, Optional<LocalDate> due) {
        Overseeing.overseer(by);
        var reasoned = reasons.of(request).orElseThrow(OversightRefused::notThere);
        if (text.isBlank()) {
            throw new OversightRefused("finding", Said.of("oversight.refused.finding"));
        }
        var until = due.filter(day -> !day.isBefore(today()))
                .orElseThrow(() -> new OversightRefused("due", Said.of("oversight.refused.due")));
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into oversight.finding (id, request, sample, point, due)
                        values (:id, :request, :sample, :point, :due)
                        """)
                .param("id", id)
                .param("request", request)
                .param("sample", sample.orElse(null), java.sql.Types.INTEGER)
                .param("point", point.token())
                .param("due", until)
                .update();
        step(by, id, "raised", text);
        var owners = reasoned.owners().stream().map(PersonId::new).collect(Collectors.toSet());
        tell(
                owners.isEmpty() ? Audience.onDuty(Power.ANSWER) : new Audience.These(owners),
                NoticeKind.ASSIGNED,
                id,
                "oversight.told.finding",
                reasoned.reference());
        return id;
    }

    /** By whoever may see the case, save oversight itself. */
    public void answer(Person by, UUID id, String text) {
        var it = held(id, Finding.State.WITH_OWNER);
        if (Overseeing.mayRead(by) || by.machine() || !maySee(it)) {
            throw new OversightRefused("role", Said.of("oversight.refused.owner"));
        }
        need(text, "answer", "oversight.refused.answer");
        step(by, id, "answered", text);
        tell(Audience.with(Role.OVERSEER), NoticeKind.ANSWERED, id, "oversight.told.answer", it.reference());
    }

    public void sendBack(Person by, UUID id, String text) {
        Overseeing.overseer(by);
        var it = held(id, Finding.State.WITH_OVERSIGHT);
        need(text, "answer", "oversight.refused.answer");
        step(by, id, "sent-back", text);
        var owners = reasons.of(it.request()).map(Reasons.Reasoned::owners).orElse(List.of()).stream()
                .map(PersonId::new)
                .collect(Collectors.toSet());
        tell(new Audience.These(Set.copyOf(owners)), NoticeKind.ASSIGNED, id, "oversight.told.finding", it.reference());
    }

    /** With what came of it; also without an answer. */
    public void settle(Person by, UUID id, String text) {
        Overseeing.overseer(by);
        if (find(id).orElseThrow(OversightRefused::notThere).state() == Finding.State.SETTLED) {
            throw new OversightRefused("answer", Said.of("oversight.refused.settled"));
        }
        need(text, "answer", "oversight.refused.answer");
        step(by, id, "settled", text);
    }

    /** To oversight, and to whoever may see the case. */
    @Transactional(readOnly = true)
    public Finding shown(Person person, UUID id) {
        return find(id).filter(it -> Overseeing.mayRead(person) || maySee(it)).orElseThrow(OversightRefused::notThere);
    }

    /** What is open and ends first on top. */
    @Transactional(readOnly = true)
    public List<Finding> all() {
        return jdbc.sql(ALL + " order by due, number").query(this::read).list().stream()
                .sorted(java.util.Comparator.comparing(Finding::state))
                .toList();
    }

    @Transactional(readOnly = true)
    public List<Finding> of(int sample) {
        return jdbc.sql(ALL + " where sample = :sample order by number")
                .param("sample", sample)
                .query(this::read)
                .list();
    }

    /** How many wait for oversight, or are late. */
    @Transactional(readOnly = true)
    public int waiting() {
        return (int) all().stream()
                .filter(it -> it.state() == Finding.State.WITH_OVERSIGHT || it.isLate(today()))
                .count();
    }

    private Optional<Finding> find(UUID id) {
        return jdbc.sql(ALL + " where finding.id = :id")
                .param("id", id)
                .query(this::read)
                .optional();
    }

    private Finding held(UUID id, Finding.State state) {
        jdbc.sql("select id from oversight.finding where id = :id for update")
                .param("id", id)
                .query()
                .listOfRows();
        var it = find(id).orElseThrow(OversightRefused::notThere);
        if (it.state() != state) {
            throw new OversightRefused("answer", Said.of("oversight.refused.not-now"));
        }
        return it;
    }

    private boolean maySee(Finding it) {
        return access.stream()
                .filter(room -> room.kind().equals("request"))
                .anyMatch(room -> room.maySee("request:" + it.request()));
    }

    private void step(Person by, UUID id, String act, String text) {
        jdbc.sql("""
                        insert into oversight.finding_step (finding, number, act, text, person, by, at)
                        select :id, coalesce(max(number), 0) + 1, :act, :text, :person, :by, :at
                          from oversight.finding_step where finding = :id
                        """)
                .param("id", id)
                .param("act", act)
                .param("text", text.strip())
                .param("person", by.id().value())
                .param("by", by.name())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        var it = find(id).orElseThrow();
        events.publishEvent(OversightStep.of(
                "finding/" + it.number(),
                "finding-" + act,
                by,
                Map.of(
                        "request",
                        it.request().toString(),
                        "point",
                        it.point().token(),
                        "sha256",
                        org.comity.node.oversight.OversightJson.sha256(text.strip()))));
    }

    private void tell(Audience whom, NoticeKind kind, UUID id, String key, String reference) {
        notices.tell(whom, Notice.of(kind, "/oversight/findings/" + id, key, reference));
    }

    private static void need(String text, String field, String key) {
        if (text.isBlank()) {
            throw new OversightRefused(field, Said.of(key));
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }

    private Finding read(ResultSet row, int number) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Finding(
                id,
                row.getInt("number"),
                row.getObject("request", UUID.class),
                row.getString("reference"),
                Optional.ofNullable(row.getObject("sample", Integer.class)),
                Point.of(row.getString("point")).orElseThrow(),
                row.getObject("due", LocalDate.class),
                jdbc.sql("select * from oversight.finding_step where finding = :id order by number")
                        .param("id", id)
                        .query((step, _) -> new Finding.Step(
                                step.getString("act"),
                                step.getString("text"),
                                step.getString("by"),
                                step.getObject("at", OffsetDateTime.class).toInstant()))
                        .list());
    }
}
