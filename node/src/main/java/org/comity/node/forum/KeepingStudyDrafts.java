package org.comity.node.forum;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.comity.node.forum.meeting.Party;
import org.comity.node.forum.report.Report;
import org.comity.node.forum.study.Comment;
import org.comity.node.forum.study.Comment.Outcome;
import org.comity.node.forum.study.Passage;
import org.comity.node.forum.study.StudyDraft;
import org.comity.node.forum.study.StudyDraft.Standing;
import org.comity.node.frame.Said;
import org.comity.node.identity.People;
import org.comity.node.identity.Person;
import org.comity.node.identity.Power;
import org.comity.node.kept.Change;
import org.comity.node.kept.Held;
import org.comity.node.kept.Records;
import org.comity.node.notice.Audience;
import org.comity.node.notice.Notice;
import org.comity.node.notice.NoticeKind;
import org.comity.node.notice.Notices;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Preparing drafts of the study, commenting on their paragraphs, and answering the comments. */
@Service
public class KeepingStudyDrafts {

    private final Records<StudyDraft> drafts;
    private final WritingReports reports;
    private final StateNames names;
    private final People people;
    private final Notices notices;
    private final Clock clock;

    KeepingStudyDrafts(
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            WritingReports reports,
            StateNames names,
            People people,
            Notices notices,
            Clock clock) {
        this.drafts = new Records<>(
                "study-draft", StudyDraft.class, StudyDraft::id, List::of, ForumRefused.keeping(jdbc, events, clock));
        this.reports = reports;
        this.names = names;
        this.people = people;
        this.notices = notices;
        this.clock = clock;
    }

    /** Those that a person may read, the latest first. */
    public List<StudyDraft> openTo(Person reader) {
        return drafts.all().reversed().stream()
                .map(Held::it)
                .filter(it -> mayRead(reader, it))
                .toList();
    }

    public Optional<Held<StudyDraft>> find(Person reader, String id) {
        return drafts.find(id).filter(it -> mayRead(reader, it.it()));
    }

    /** While it is prepared, for who writes; from its opening on for who takes part. */
    private static boolean mayRead(Person reader, StudyDraft draft) {
        return draft.opened().isPresent() ? ForumAccess.takesPart(reader) : ForumAccess.maySeeRestricted(reader);
    }

    public List<Change> historyOf(String id) {
        return drafts.history(id);
    }

    public Standing standing(StudyDraft draft) {
        return draft.standing(today());
    }

    /**
     * The comments that a person may read. While comments are taken in, a delegation reads its own; afterwards those of all,
     * besides what others wrote to the secretariat only. What was withdrawn stays with who wrote it and the secretariat.
     */
    public List<Comment> commentsFor(Person reader, StudyDraft draft) {
        if (ForumAccess.maySeeRestricted(reader)) {
            return draft.comments();
        }
        var own = ForumAccess.delegationOf(reader);
        var closed = standing(draft) == Standing.CLOSED;
        return draft.comments().stream()
                .filter(it -> own.filter(it.by()::equals).isPresent() || closed && !it.restricted() && !it.withdrawn())
                .toList();
    }

    /** How a passage reads after the answers that a person may read. */
    public Passage readsFor(Person reader, StudyDraft draft, int place) {
        return draft.withComments(commentsFor(reader, draft)).reads(place);
    }

    /** @param report id of one whose paragraphs it takes; where it is empty, {@code text} holds them, a line each */
    @Transactional
    public StudyDraft begin(Person by, String title, String symbol, String report, String text) {
        ForumAccess.rapporteur(by);
        var blank = new StudyDraft(
                UUID.randomUUID().toString(), "", "", "en", report, "", List.of(), Optional.empty(), List.of());
        var draft = KeepingQuestionnaires.refusing(
                () -> blank.worded(title, symbol, report.isEmpty() ? Passage.read(text) : passagesOf(report)));
        return drafts.add(draft, by.name(), "study-draft-begun").it();
    }

    private List<Passage> passagesOf(String report) {
        return reports.find(report)
                .map(Held::it)
                .map(KeepingStudyDrafts::passages)
                .orElseThrow(() -> new ForumRefused("report", Said.of("forum.refused.absent")));
    }

    private static List<Passage> passages(Report report) {
        return report.numbered().stream()
                .map(it -> it.block().kind().isHeading()
                        ? new Passage(true, "", (it.number() + " " + it.block().text()).strip())
                        : new Passage(false, it.number(), it.block().text()))
                .toList();
    }

    @Transactional
    public void word(Person by, String id, long version, String title, String symbol, String text) {
        ForumAccess.rapporteur(by);
        change(by, id, version, it -> it.worded(title, symbol, Passage.read(text)), "study-draft-worded");
    }

    /** From now on its words stay, and respondents comment on them. */
    @Transactional
    public void open(Person by, String id, long version, LocalDate until) {
        ForumAccess.keeper(by);
        var opened = change(by, id, version, it -> it.opening(now(), today(), until), "study-draft-opened");
        tell(
                Stream.concat(people.with(Power.SPEAK_IN_FORUM).stream(), people.with(Power.KEEP_FORUM).stream()),
                opened,
                "forum.told.draft-opened",
                opened.title(),
                until.toString());
    }

    @Transactional
    public void extend(Person by, String id, long version, LocalDate until) {
        ForumAccess.keeper(by);
        var extended = change(by, id, version, it -> it.extended(today(), until), "study-draft-extended");
        tell(
                people.with(Power.SPEAK_IN_FORUM).stream(),
                extended,
                "forum.told.draft-extended",
                extended.title(),
                until.toString());
    }

    /**
     * By a delegate for their delegation, or noted by the secretariat for one that wrote. Two that comment at once are both
     * heard, so no version is named.
     */
    @Transactional
    public int comment(
            Person by, String id, int passage, String text, String wording, boolean restricted, Optional<Party> noted) {
        var party = ForumAccess.mayKeep(by)
                ? noted.orElseThrow(() -> new ForumRefused("party", Said.of("forum.refused.party", "")))
                : ForumAccess.delegate(by);
        var held = held(by, id);
        var after = KeepingQuestionnaires.refusing(
                () -> held.it().commenting(today(), passage, party, text, wording, restricted, now()));
        drafts.keep(held, after, by.name(), "study-draft-commented");
        return after.comments().getLast().number();
    }

    @Transactional
    public void withdraw(Person by, String id, int number) {
        var party = ForumAccess.delegate(by);
        var held = held(by, id);
        drafts.keep(
                held,
                KeepingQuestionnaires.refusing(() -> held.it().withdrawing(today(), number, party)),
                by.name(),
                "study-draft-withdrawn");
    }

    /** @param reads how the passage reads now; empty where it stays, or is taken as the respondent worded it */
    @Transactional
    public void answer(Person by, String id, long version, int number, Outcome outcome, String why, String reads) {
        ForumAccess.rapporteur(by);
        var after = change(
                by,
                id,
                version,
                it -> it.answering(number, outcome, why, reads, by.name(), now()),
                "study-draft-answered");
        var party = after.comments().get(number - 1).by();
        var allAnswered = after.comments().stream().noneMatch(it -> it.by().equals(party) && it.awaitsAnswer());
        if (allAnswered) {
            tell(
                    people.in(party.toString()).stream(),
                    after,
                    "forum.told.draft-answered",
                    names.of(party, "en"),
                    after.title());
        }
    }

    /** The next draft, to be worded on; it begins as the answers left this one. */
    @Transactional
    public StudyDraft revise(Person by, String id) {
        ForumAccess.rapporteur(by);
        var held = held(by, id);
        var next = KeepingQuestionnaires.refusing(
                () -> held.it().revised(UUID.randomUUID().toString(), today()));
        return drafts.add(next, by.name(), "study-draft-revised").it();
    }

    private Held<StudyDraft> held(Person by, String id) {
        var held = drafts.hold(id);
        if (!mayRead(by, held.it())) {
            throw new ForumRefused("id", Said.of("forum.refused.absent"));
        }
        return held;
    }

    private StudyDraft change(Person by, String id, long version, UnaryOperator<StudyDraft> step, String what) {
        return drafts.change(id, version, it -> KeepingQuestionnaires.refusing(() -> step.apply(it)), by.name(), what)
                .it();
    }

    private void tell(Stream<Person> whom, StudyDraft draft, String key, String... about) {
        var where = "/forum/study/drafts/" + draft.id();
        notices.tell(Audience.of(whom.distinct().toList()), Notice.of(NoticeKind.ASSIGNED, where, key, about));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
