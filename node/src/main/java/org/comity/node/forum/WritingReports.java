package org.comity.node.forum;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.comity.node.forum.mandate.Mandate;
import org.comity.node.forum.meeting.Meeting;
import org.comity.node.forum.recommendation.Compilation;
import org.comity.node.forum.report.Block;
import org.comity.node.forum.report.Quantifiers;
import org.comity.node.forum.report.Report;
import org.comity.node.forum.report.ReportBuilding;
import org.comity.node.forum.report.ReportRefused;
import org.comity.node.forum.report.ReportSources;
import org.comity.node.forum.silence.SilenceProcedure;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.comity.node.kept.Change;
import org.comity.node.kept.Held;
import org.comity.node.kept.Records;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drafting the report of a meeting from its records, editing it together, adopting it. */
@Service
public class WritingReports {

    private static final int LONGEST = 20_000;

    private final Records<Report> reports;
    private final Quantifiers quantifiers;
    private final KeepingMeetings meetings;
    private final KeepingRecommendations recommendations;
    private final KeepingSilence silence;
    private final StateNames names;
    private final MessageSource words;
    private final Clock clock;

    WritingReports(
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            KeepingMeetings meetings,
            KeepingRecommendations recommendations,
            KeepingSilence silence,
            StateNames names,
            MessageSource words,
            Clock clock) {
        this.reports =
                new Records<>("report", Report.class, Report::id, List::of, ForumRefused.keeping(jdbc, events, clock));
        this.quantifiers = new Quantifiers(Library.read("quantifiers.yaml", Quantifiers.Step.class));
        this.meetings = meetings;
        this.recommendations = recommendations;
        this.silence = silence;
        this.names = names;
        this.words = words;
        this.clock = clock;
    }

    public Quantifiers quantifiers() {
        return quantifiers;
    }

    public List<Held<Report>> all() {
        return reports.all();
    }

    public Optional<Held<Report>> find(String id) {
        return reports.find(id);
    }

    public List<Change> historyOf(String id) {
        return reports.history(id);
    }

    public Optional<Report> version(String id, long version) {
        return reports.version(id, version);
    }

    /** @param procedure id of the silence procedure by which the days were decided; may be empty */
    @Transactional
    public Report draft(Person by, String meeting, Report.Model model, String procedure) {
        ForumAccess.rapporteur(by);
        var held = meetings.meeting(meeting)
                .orElseThrow(() -> new ForumRefused("meeting", Said.of("forum.refused.absent")));
        if (held.it().agenda().isEmpty()) {
            throw new ForumRefused("meeting", Said.of("forum.refused.no-agenda"));
        }
        var report = ReportBuilding.of(
                UUID.randomUUID().toString(),
                model,
                LocalDate.now(clock.withZone(ZoneOffset.UTC)),
                sources(held.it(), silence.find(procedure)));
        return reports.add(report, by.name(), "drafted").it();
    }

    private ReportSources sources(Meeting meeting, Optional<SilenceProcedure> dates) {
        var body = meetings.body(meeting.body()).map(Held::it).orElseThrow();
        return new ReportSources(
                body,
                meetings.body(body.parent()).map(Held::it),
                meeting,
                meetings.meetings().stream()
                        .map(Held::it)
                        .filter(it -> it.body().equals(body.id()) && !it.id().equals(meeting.id()))
                        .toList(),
                meetings.mandates().stream().collect(Collectors.toMap(Mandate::id, Function.identity())),
                entered(meeting),
                dates,
                dates.flatMap(SilenceProcedure::confirmed)
                        .flatMap(it -> meetings.meeting(it.meeting()))
                        .map(it -> it.it().from()),
                quantifiers,
                names::inSentence,
                theme -> words.getMessage("forum.theme." + theme, null, java.util.Locale.ENGLISH));
    }

    /** What was recalled and not read in an official list must not be cited as if it had been. */
    private Compilation entered(Meeting meeting) {
        return recommendations.compilation(it ->
                it.meeting().equals(meeting.id()) && !it.provenance().basis().equals("recalled"));
    }

    @Transactional
    public void say(Person by, String id, long version, int place, String text, String notes) {
        change(by, id, version, "block-edited", blocks -> {
            var before = at(blocks, place);
            blocks.set(
                    place,
                    new Block(
                            before.kind(),
                            before.key(),
                            written(text),
                            notes.lines()
                                    .map(String::strip)
                                    .filter(it -> !it.isEmpty())
                                    .toList(),
                            before.remark()));
            return blocks;
        });
    }

    @Transactional
    public void insertAfter(Person by, String id, long version, int place, Block.Kind kind, String text) {
        change(by, id, version, "block-inserted", blocks -> {
            at(blocks, place);
            blocks.add(place + 1, Block.of(kind, written(text)));
            return blocks;
        });
    }

    @Transactional
    public void strike(Person by, String id, long version, int place) {
        change(by, id, version, "block-struck", blocks -> {
            at(blocks, place);
            blocks.remove(place);
            return blocks;
        });
    }

    /** Takes the text of an earlier version; the versions in between stay in the history. */
    @Transactional
    public void goBack(Person by, String id, long version, long earlier) {
        var before =
                reports.version(id, earlier).orElseThrow(() -> new ForumRefused("id", Said.of("forum.refused.absent")));
        change(by, id, version, "went-back", _ -> before.blocks());
    }

    /** At a numbered meeting on record; while anything is in brackets it can't be. */
    @Transactional
    public void adopt(Person by, String id, long version, int sitting) {
        ForumAccess.keeper(by);
        refusing(() -> reports.change(
                id,
                version,
                report -> {
                    var day = meetings.meeting(report.meeting()).orElseThrow().it().sittings().stream()
                            .filter(it -> it.number() == sitting)
                            .findFirst()
                            .orElseThrow(() -> new ForumRefused("sitting", Said.of("forum.refused.sitting")))
                            .day();
                    return report.adopted(new Report.Adopted(
                            sitting,
                            day,
                            clock.instant().truncatedTo(ChronoUnit.SECONDS),
                            Records.sha256(report.wholeText())));
                },
                by.name(),
                "report-adopted"));
    }

    /** Where the days of a meeting were decided by silence, the procedure that did so. */
    public List<SilenceProcedure> proceduresFor(String meeting) {
        var body = meetings.meeting(meeting).map(it -> it.it().body()).orElse("");
        return silence.procedures().stream()
                .filter(it -> it.body().equals(body) && it.confirmed().isPresent())
                .toList();
    }

    private void change(Person by, String id, long version, String what, UnaryOperator<List<Block>> edit) {
        ForumAccess.rapporteur(by);
        refusing(() -> reports.change(
                id, version, report -> report.edited(edit.apply(new ArrayList<>(report.blocks()))), by.name(), what));
    }

    private static Block at(List<Block> blocks, int place) {
        if (place < 0 || place >= blocks.size()) {
            throw new ForumRefused("text", Said.of("forum.refused.absent"));
        }
        return blocks.get(place);
    }

    private static String written(String text) {
        var plain = text.strip().replaceAll("\\s+", " ");
        if (plain.isEmpty()) {
            throw new ForumRefused("text", Said.of("forum.refused.empty-block"));
        }
        if (plain.length() > LONGEST) {
            throw new ForumRefused("text", Said.of("forum.refused.long-block"));
        }
        return plain;
    }

    private static void refusing(Runnable step) {
        try {
            step.run();
        } catch (ReportRefused refused) {
            throw new ForumRefused(refused.field(), refused.said());
        }
    }
}
