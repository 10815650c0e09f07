package org.comity.node.oversight.keep;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.comity.node.journal.Journal;
import org.comity.node.oversight.OversightSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was erased, when and by which rule, and what is due. It erases nothing itself: exhibits are destroyed by two persons
 * on their own page, details of the journal on the journal's, complainants on the complaint's.
 */
@Service
@Transactional(readOnly = true)
public class ErasureRegister {

    private static final int MOST = 500;

    private final JdbcClient jdbc;
    private final Journal journal;
    private final OversightSettings.Keep keep;
    private final Clock clock;

    ErasureRegister(JdbcClient jdbc, Journal journal, OversightSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.keep = settings.keep();
        this.clock = clock;
    }

    /** @param kind {@code exhibit}, {@code journal} or {@code complainant} @param link where it is shown */
    public record Erased(String kind, String label, String link, Instant at, String rule, String by) {}

    /** @param kind {@code request}, {@code exhibit} or {@code complainant} @param days for which it is kept */
    public record Due(String kind, String label, String link, LocalDate since, int days, LocalDate due) {}

    /** The newest first. */
    public List<Erased> erased() {
        return Stream.of(exhibits(), details(), complainants())
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Erased::at).reversed())
                .limit(MOST)
                .toList();
    }

    private List<Erased> exhibits() {
        return jdbc.sql("""
                        select exhibit.id, exhibit.mark, exhibit.destruction_provision,
                               step.statement::jsonb ->> 'at' as at, step.statement::jsonb ->> 'by' as by
                          from evidence.exhibit
                          join evidence.custody_step as step on step.exhibit = exhibit.id
                         where exhibit.standing in ('KEY_DESTROYED', 'DESTROYED')
                           and step.statement::jsonb ->> 'what' = 'key-destroyed'
                        """)
                .query((row, _) -> new Erased(
                        "exhibit",
                        row.getString("mark"),
                        "/evidence/" + row.getString("id"),
                        Instant.parse(row.getString("at")),
                        row.getString("destruction_provision"),
                        row.getString("by")))
                .list();
    }

    private List<Erased> details() {
        return journal.erasures(0, MOST).stream()
                .map(it -> new Erased(
                        "journal",
                        String.valueOf(it.position()),
                        "/journal/" + it.position(),
                        it.at(),
                        it.because(),
                        it.by()))
                .toList();
    }

    private List<Erased> complainants() {
        return jdbc.sql(
                        "select number, erased_at, erased_because, erased_by from oversight.complaint where erased_at is not null")
                .query((row, _) -> new Erased(
                        "complainant",
                        row.getString("number"),
                        "/oversight/complaints/" + row.getInt("number"),
                        row.getObject("erased_at", OffsetDateTime.class).toInstant(),
                        row.getString("erased_because"),
                        row.getString("erased_by")))
                .list();
    }

    /** What is due now or within thirty days, the earliest first. */
    public List<Due> due() {
        var until = LocalDate.now(clock.withZone(ZoneOffset.UTC)).plusDays(30);
        return jdbc.sql("""
                        select * from (
                            select 'request' as kind, request.reference as label, '/requests/' || request.id as link,
                                   (max(step.occurred_at) at time zone 'UTC')::date as since, :requests as days
                              from cooperation.request join cooperation.step on step.request = request.id
                             where request.state = 'CLOSED' group by request.id, request.reference
                            union all
                            select 'exhibit', mark, '/evidence/' || id, (taken_in_at at time zone 'UTC')::date, :exhibits
                              from evidence.exhibit where standing = 'HELD'
                            union all
                            select 'complainant', number::text, '/oversight/complaints/' || number,
                                   (decided_at at time zone 'UTC')::date, :complainants
                              from oversight.complaint where decided_at is not null and erased_at is null) as kept
                         where since + days <= :until order by since + days, kind, label limit :most
                        """)
                .param("requests", keep.requests())
                .param("exhibits", keep.exhibits())
                .param("complainants", keep.complainants())
                .param("until", until)
                .param("most", MOST)
                .query((row, _) -> new Due(
                        row.getString("kind"),
                        row.getString("label"),
                        row.getString("link"),
                        row.getObject("since", LocalDate.class),
                        row.getInt("days"),
                        row.getObject("since", LocalDate.class).plusDays(row.getInt("days"))))
                .list();
    }
}
