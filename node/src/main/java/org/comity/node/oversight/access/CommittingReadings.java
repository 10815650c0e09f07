package org.comity.node.oversight.access;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.node.journal.Details;
import org.comity.node.journal.Entry;
import org.comity.node.journal.Journal;
import org.comity.node.journal.ProvenEntry;
import org.comity.node.oversight.OversightJson;
import org.comity.node.oversight.OversightStep;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts the digest of each day's readings into the journal when the day is over. Whoever changes a reading later would have to
 * change the journal too, of which others keep checkpoints.
 */
@Service
public class CommittingReadings {

    /** An answer that stood just before midnight is written by then. */
    private static final Duration LATE = Duration.ofMinutes(10);

    private static final String FIRST = "";

    private final JdbcClient jdbc;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CommittingReadings(JdbcClient jdbc, Journal journal, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /** @param entry position of the journal's entry; empty where there is none, which is wrong @param holds what is stored is what was committed */
    public record Day(LocalDate day, long readings, String sha256, Optional<Long> entry, Optional<Boolean> holds) {}

    private record Digest(long readings, String sha256) {}

    /** Every day that is over and was not committed yet, the oldest first. */
    @Transactional
    public void commitDays() {
        jdbc.sql("lock table oversight.reading_day in exclusive mode").update();
        var over = LocalDate.ofInstant(clock.instant().minus(LATE), ZoneOffset.UTC);
        var next = jdbc.sql("""
                        select coalesce((select max(day) + 1 from oversight.reading_day),
                                        (select (min(at) at time zone 'UTC')::date from oversight.reading))
                        """)
                .query((row, _) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .single();
        for (var day = next.orElse(over); day.isBefore(over); day = day.plusDays(1)) {
            commit(day);
        }
    }

    private void commit(LocalDate day) {
        var digest = digest(day);
        jdbc.sql("insert into oversight.reading_day (day, readings, sha256) values (:day, :readings, :sha256)")
                .param("day", day)
                .param("readings", digest.readings())
                .param("sha256", digest.sha256())
                .update();
        events.publishEvent(new OversightStep(
                subject(day),
                "readings-committed",
                "clock",
                Map.of("readings", digest.readings(), "sha256", digest.sha256())));
    }

    private static String subject(LocalDate day) {
        return "readings/" + day;
    }

    /** The newest first. @param checked whether each is compared with what is stored now */
    public List<Day> days(int page, int size, boolean checked) {
        return jdbc
                .sql("select * from oversight.reading_day order by day desc limit :size offset :skip")
                .param("size", size)
                .param("skip", (long) (page - 1) * size)
                .query((row, _) -> new Day(
                        row.getObject("day", LocalDate.class),
                        row.getLong("readings"),
                        row.getString("sha256"),
                        Optional.empty(),
                        Optional.empty()))
                .list()
                .stream()
                .map(day -> inJournal(day, checked))
                .toList();
    }

    private Day inJournal(Day day, boolean checked) {
        var entry = journal.entriesAbout("oversight:" + subject(day.day())).stream()
                .filter(it -> it.what().equals("readings-committed"))
                .findFirst();
        return new Day(
                day.day(),
                day.readings(),
                day.sha256(),
                entry.map(Entry::position),
                checked ? Optional.of(entry.filter(it -> holds(it, day)).isPresent()) : Optional.empty());
    }

    private boolean holds(Entry entry, Day day) {
        var now = digest(day.day());
        return journal.proofOf(entry.position()).filter(ProvenEntry::holds).isPresent()
                && entry.details() instanceof Details.Kept kept
                && kept.json().contains('"' + now.sha256() + '"')
                && now.readings() == day.readings()
                && now.sha256().equals(day.sha256());
    }

    /** Goes on from the day before; each reading is one line of JSON. */
    private Digest digest(LocalDate day) {
        var sha256 = OversightJson.digest();
        var before = jdbc.sql("select sha256 from oversight.reading_day where day = :before")
                .param("before", day.minusDays(1))
                .query(String.class)
                .optional()
                .orElse(FIRST);
        sha256.update(before.getBytes(StandardCharsets.UTF_8));
        var count = new long[1];
        jdbc.sql("""
                        select json_build_array(number, extract(epoch from at), person, name, roles, token, kind, subject,
                                                address, shown)::text as line
                          from oversight.reading
                         where at >= :from and at < :until order by number
                        """)
                .param("from", moment(day).atOffset(ZoneOffset.UTC))
                .param("until", moment(day.plusDays(1)).atOffset(ZoneOffset.UTC))
                .query(row -> {
                    count[0]++;
                    sha256.update((row.getString("line") + "\n").getBytes(StandardCharsets.UTF_8));
                });
        return new Digest(count[0], HexFormat.of().formatHex(sha256.digest()));
    }

    private static Instant moment(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
