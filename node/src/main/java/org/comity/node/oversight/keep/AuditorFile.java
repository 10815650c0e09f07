package org.comity.node.oversight.keep;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.comity.node.journal.Entry;
import org.comity.node.journal.Journal;
import org.comity.node.oversight.Overseeing;
import org.comity.node.oversight.OversightJson;
import org.comity.node.oversight.OversightStep;
import org.comity.node.oversight.Spreadsheet;
import org.comity.node.oversight.access.CommittingReadings;
import org.comity.node.oversight.access.Reading;
import org.comity.node.oversight.access.Readings;
import org.comity.node.oversight.alert.LookingForPatterns;
import org.comity.node.oversight.complaint.HearingComplaints;
import org.comity.node.oversight.count.Days;
import org.comity.node.oversight.count.Statistics;
import org.comity.node.oversight.count.Universe;
import org.comity.node.oversight.review.DrawingSamples;
import org.comity.node.oversight.review.FollowingFindings;
import org.comity.node.oversight.review.Sample;
import org.comity.node.settings.ComitySettings;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * All that oversight has of some days in one file, with a proof for each step that stands in the journal. Who complained is
 * not in it.
 */
@Service
public class AuditorFile {

    /** Each proof costs some reads of the tree. */
    private static final int MOST_PROOFS = 2000;

    private static final int AT_ONCE = 500;

    private final Statistics statistics;
    private final DrawingSamples samples;
    private final FollowingFindings findings;
    private final HearingComplaints complaints;
    private final LookingForPatterns alerts;
    private final Readings readings;
    private final CommittingReadings committing;
    private final ErasureRegister erasures;
    private final Journal journal;
    private final ComitySettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AuditorFile(
            Statistics statistics,
            DrawingSamples samples,
            FollowingFindings findings,
            HearingComplaints complaints,
            LookingForPatterns alerts,
            Readings readings,
            CommittingReadings committing,
            ErasureRegister erasures,
            Journal journal,
            ComitySettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.statistics = statistics;
        this.samples = samples;
        this.findings = findings;
        this.complaints = complaints;
        this.alerts = alerts;
        this.readings = readings;
        this.committing = committing;
        this.erasures = erasures;
        this.journal = journal;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** What was made of, and when. @param whole whether every step has its proof; otherwise the days were too many for one file */
    record Manifest(
            String organisation,
            String state,
            boolean exercise,
            Days days,
            Instant madeAt,
            String madeBy,
            int proofs,
            boolean whole,
            long journal) {}

    @Transactional
    public byte[] of(Person by, Days days) {
        Overseeing.overseer(by);
        events.publishEvent(OversightStep.of(
                "export/" + days.from() + "/" + days.until(),
                "exported-for-auditor",
                by,
                Map.of("from", days.from().toString(), "until", days.until().toString())));
        var drawn =
                samples.all().stream().filter(it -> within(it.drawnAt(), days)).toList();
        var cases = drawn.stream()
                .flatMap(it -> samples.drawn(it.number()).stream().map(DrawingSamples.Drawn::request))
                .distinct()
                .toList();
        var proven = proven(days, cases);
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            text(zip, "README.txt", Said.of("oversight.auditor.readme").inEnglish());
            put(
                    zip,
                    "manifest.json",
                    OversightJson.file(new Manifest(
                            settings.organisation(),
                            settings.state(),
                            settings.exercise(),
                            days,
                            clock.instant(),
                            by.name(),
                            proven.size(),
                            proven.size() < MOST_PROOFS,
                            journal.size())));
            for (var universe : Universe.values()) {
                put(
                        zip,
                        "statistics/%s.json".formatted(universe.token()),
                        OversightJson.file(statistics.exact(universe, days)));
            }
            samples(zip, drawn);
            text(zip, "findings.csv", findings());
            text(zip, "complaints.csv", complaints(by));
            text(zip, "alerts.csv", alerts());
            text(zip, "erasures.csv", erasures());
            text(zip, "readings-of-sampled-cases.csv", sheet(readings.of(cases)));
            text(zip, "readings-days.csv", days());
            put(zip, "journal/checkpoint.txt", journal.checkpoint().toString().getBytes(StandardCharsets.UTF_8));
            for (var entry : proven) {
                var disclosure = journal.disclose(
                                entry.position(), entry.subject().startsWith("oversight:"))
                        .orElseThrow();
                put(zip, "journal/" + disclosure.fileName(), disclosure.bytes());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Can't write the file for the auditor.", e);
        }
        return out.toByteArray();
    }

    /** Oversight's own steps of these days with their details, those of the drawn cases without. */
    private List<Entry> proven(Days days, List<UUID> cases) {
        var proven = new ArrayList<Entry>();
        cases.forEach(it -> proven.addAll(journal.entriesAbout("request:" + it)));
        var before = journal.size();
        var more = true;
        while (more && before > 0 && proven.size() < MOST_PROOFS) {
            var page = journal.entriesBefore(before, AT_ONCE);
            page.stream()
                    .filter(it -> it.subject().startsWith("oversight:") && within(it.happenedAt(), days))
                    .forEach(proven::add);
            more = !page.isEmpty()
                    && !page.getLast().happenedAt().isBefore(days.start().toInstant());
            before = page.isEmpty() ? 0 : page.getLast().position();
        }
        return proven.stream().distinct().limit(MOST_PROOFS).toList();
    }

    private static boolean within(Instant at, Days days) {
        var it = at.atOffset(ZoneOffset.UTC);
        return !it.isBefore(days.start()) && it.isBefore(days.end());
    }

    private void samples(ZipOutputStream zip, List<Sample> drawn) throws IOException {
        put(zip, "samples.json", OversightJson.file(drawn));
        var sheet = new Spreadsheet("sample", "request", "reference", "kind", "points-checked", "doubts", "findings");
        for (var sample : drawn) {
            for (var it : samples.drawn(sample.number())) {
                sheet.row(
                        sample.number(),
                        it.request(),
                        it.reference(),
                        it.kind(),
                        it.points(),
                        it.doubts(),
                        it.findings());
            }
        }
        text(zip, "sampled-cases.csv", sheet.text());
    }

    private String findings() {
        var sheet = new Spreadsheet("finding", "reference", "point", "due", "state", "act", "by", "at", "text");
        for (var it : findings.all()) {
            it.steps()
                    .forEach(step -> sheet.row(
                            it.number(),
                            it.reference(),
                            it.point().token(),
                            it.due(),
                            it.state().token(),
                            step.act(),
                            step.by(),
                            step.at(),
                            step.text()));
        }
        return sheet.text();
    }

    private String complaints(Person by) {
        var sheet = new Spreadsheet(
                "complaint", "received", "subject", "request", "due", "outcome", "remedy", "decided", "erased");
        complaints
                .all(by)
                .forEach(it -> sheet.row(
                        it.number(),
                        it.receivedOn(),
                        it.subject(),
                        it.request().orElse(""),
                        it.due(),
                        it.decision().map(decided -> decided.outcome().token()).orElse(""),
                        it.decision().map(decided -> decided.remedy().token()).orElse(""),
                        it.decision().map(decided -> decided.at().toString()).orElse(""),
                        it.erased().map(erased -> erased.at().toString()).orElse("")));
        return sheet.text();
    }

    private String alerts() {
        var sheet = new Spreadsheet("rule", "subject", "threshold", "figures", "raised", "state", "reason", "by");
        alerts.all()
                .forEach(it -> sheet.row(
                        it.rule(),
                        it.subject(),
                        it.threshold(),
                        String.join("; ", it.figures()),
                        it.raisedAt(),
                        it.state(),
                        it.reason().orElse(""),
                        it.handledBy().orElse("")));
        return sheet.text();
    }

    private String erasures() {
        var sheet = new Spreadsheet("kind", "what", "at", "rule", "by");
        erasures.erased().forEach(it -> sheet.row(it.kind(), it.label(), it.at(), it.rule(), it.by()));
        return sheet.text();
    }

    private String days() {
        var sheet = new Spreadsheet("day", "readings", "sha256", "journal-entry");
        committing
                .days(1, 400, false)
                .forEach(it -> sheet.row(
                        it.day(),
                        it.readings(),
                        it.sha256(),
                        it.entry().map(String::valueOf).orElse("")));
        return sheet.text();
    }

    /** As the page of readings gives it to a spreadsheet, too. */
    public static String sheet(List<Reading> readings) {
        var sheet = new Spreadsheet("number", "at", "who", "roles", "token", "kind", "what", "address", "shown");
        readings.forEach(it -> sheet.row(
                it.number(),
                it.at(),
                it.name(),
                String.join(" ", it.roles()),
                it.token().orElse(""),
                it.kind(),
                it.label(),
                it.address(),
                it.shown() ? "yes" : "no"));
        return sheet.text();
    }

    private static void text(ZipOutputStream zip, String name, String text) throws IOException {
        put(zip, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }
}
