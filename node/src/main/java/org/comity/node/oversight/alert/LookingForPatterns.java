package org.comity.node.oversight.alert;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
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
import org.comity.node.oversight.OversightJson;
import org.comity.node.oversight.OversightRefused;
import org.comity.node.oversight.OversightStep;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looks for patterns again and again, tells oversight once of each, and keeps what a person found it to be. */
@Service
@Transactional
public class LookingForPatterns {

    private final List<Pattern> patterns;
    private final ReadingConduct reading;
    private final JdbcClient jdbc;
    private final Notices notices;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LookingForPatterns(
            List<Pattern> patterns,
            ReadingConduct reading,
            JdbcClient jdbc,
            Notices notices,
            ApplicationEventPublisher events,
            Clock clock) {
        this.patterns = List.copyOf(patterns);
        this.reading = reading;
        this.jdbc = jdbc;
        this.notices = notices;
        this.events = events;
        this.clock = clock;
    }

    public void look() {
        jdbc.sql("lock table oversight.alert in share row exclusive mode").update();
        var conduct = reading.now();
        patterns.stream().flatMap(it -> it.in(conduct).stream()).forEach(this::seen);
    }

    private void seen(Sighting it) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        int known = jdbc.sql("""
                        update oversight.alert set weight = :weight, figures = :figures::jsonb, seen_at = :now
                         where rule = :rule and subject = :subject and state <> 'closed'
                        """)
                .param("weight", it.weight())
                .param("figures", OversightJson.write(it.figures()))
                .param("now", now)
                .param("rule", it.rule())
                .param("subject", it.subject())
                .update();
        if (known == 0 && isMoreThanClosed(it)) {
            raise(it, now);
        }
    }

    private boolean isMoreThanClosed(Sighting it) {
        return jdbc.sql("""
                        select coalesce(max(weight), 0) < :weight from oversight.alert
                         where rule = :rule and subject = :subject
                        """)
                .param("weight", it.weight())
                .param("rule", it.rule())
                .param("subject", it.subject())
                .query(Boolean.class)
                .single();
    }

    private void raise(Sighting it, OffsetDateTime now) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into oversight.alert (id, rule, subject, weight, threshold, figures, raised_at, seen_at, state)
                        values (:id, :rule, :subject, :weight, :threshold, :figures::jsonb, :now, :now, 'open')
                        """)
                .param("id", id)
                .param("rule", it.rule())
                .param("subject", it.subject())
                .param("weight", it.weight())
                .param("threshold", it.threshold())
                .param("figures", OversightJson.write(it.figures()))
                .param("now", now)
                .update();
        events.publishEvent(new OversightStep(
                "alert/" + id, "alert-raised", "clock", Map.of("rule", it.rule(), "weight", it.weight())));
        notices.tell(
                Audience.with(Role.OVERSEER),
                Notice.of(NoticeKind.NODE, "/oversight/alerts", "oversight.told.alert")
                        .once("alert:" + id));
    }

    /** Somebody looks into it. */
    public void acknowledge(Person by, UUID id) {
        handle(by, id, "acknowledged", "");
    }

    /** With what it was; it comes back when there is more of it. */
    public void close(Person by, UUID id, String reason) {
        if (reason.isBlank()) {
            throw new OversightRefused("reason-" + id, Said.of("oversight.refused.reason"));
        }
        handle(by, id, "closed", reason.strip());
    }

    private void handle(Person by, UUID id, String state, String reason) {
        Overseeing.overseer(by);
        int changed = jdbc.sql("""
                        update oversight.alert set state = :state, reason = nullif(:reason, ''), handled_by = :by, handled_at = :now
                         where id = :id and state <> 'closed' and state <> :state
                        """)
                .param("state", state)
                .param("reason", reason)
                .param("by", by.name())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("id", id)
                .update();
        if (changed == 0) {
            throw new OversightRefused("reason-" + id, Said.of("oversight.refused.handled"));
        }
        events.publishEvent(
                OversightStep.of("alert/" + id, "alert-" + state, by, Map.of("sha256", OversightJson.sha256(reason))));
    }

    /** Open ones first, the newest on top. */
    @Transactional(readOnly = true)
    public List<Alert> all() {
        return jdbc.sql("""
                        select * from oversight.alert
                         order by case state when 'open' then 0 when 'acknowledged' then 1 else 2 end, raised_at desc, id
                         limit 500
                        """).query(LookingForPatterns::read).list();
    }

    @Transactional(readOnly = true)
    public int open() {
        return jdbc.sql("select count(*) from oversight.alert where state = 'open'")
                .query(Integer.class)
                .single();
    }

    private static Alert read(ResultSet row, int number) throws SQLException {
        return new Alert(
                row.getObject("id", UUID.class),
                row.getString("rule"),
                row.getString("subject"),
                row.getString("threshold"),
                List.of(OversightJson.read(row.getString("figures"), String[].class)),
                row.getObject("raised_at", OffsetDateTime.class).toInstant(),
                row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                row.getString("state"),
                Optional.ofNullable(row.getString("reason")),
                Optional.ofNullable(row.getString("handled_by")),
                Optional.ofNullable(row.getObject("handled_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }
}
