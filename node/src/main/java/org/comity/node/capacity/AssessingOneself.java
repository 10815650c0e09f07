package org.comity.node.capacity;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.comity.law.assistance.MaturityModel;
import org.comity.node.capacity.assessment.Answer;
import org.comity.node.capacity.assessment.Assessment;
import org.comity.node.capacity.assessment.Profile;
import org.comity.node.capacity.assessment.Review;
import org.comity.node.capacity.assessment.Verdict;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
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

/** A State assesses itself: the node answers what its records can, people answer the rest, peers review. */
@Service
public class AssessingOneself {

    private final Records<Assessment> assessments;
    private final KeepingRegister register;
    private final AnsweringFromRecords records;
    private final CountedHere counted;
    private final Notices notices;
    private final Clock clock;

    AssessingOneself(
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            KeepingRegister register,
            AnsweringFromRecords records,
            CountedHere counted,
            Notices notices,
            Clock clock) {
        this.assessments = new Records<>(
                "assessment", Assessment.class, Assessment::id, List::of, CapacityRefused.keeping(jdbc, events, clock));
        this.register = register;
        this.records = records;
        this.counted = counted;
        this.notices = notices;
        this.clock = clock;
    }

    /** What the records say of a criterion. @param decided whether they decide it, or a person must */
    public record Told(Said said, String source, boolean decided) {}

    public MaturityModel model() {
        return register.data().maturity();
    }

    /** The latest first; a partner sees those that are open to peers. */
    public List<Profile> seenBy(Person person) {
        return assessments.all().stream()
                .map(Held::it)
                .filter(it -> maySee(person, it))
                .sorted(Comparator.comparing(Assessment::on).reversed())
                .map(this::profile)
                .toList();
    }

    public Optional<Held<Assessment>> find(Person person, String id) {
        return assessments.find(id).filter(held -> maySee(person, held.it()));
    }

    private static boolean maySee(Person person, Assessment assessment) {
        return CapacityAccess.maySee(person) || assessment.toPeers() && CapacityAccess.mayReview(person);
    }

    public Profile profile(Assessment assessment) {
        return Profile.of(model(), assessment, clock.instant());
    }

    /** The last one that was concluded. */
    public Optional<Profile> latest() {
        return assessments.all().stream()
                .map(Held::it)
                .filter(it -> !it.goesOn())
                .max(Comparator.comparing(Assessment::on))
                .map(this::profile);
    }

    public List<Change> historyOf(String id) {
        return assessments.history(id);
    }

    /** What the records say today, by criterion. */
    public Map<String, Told> told(Assessment assessment) {
        var told = new java.util.TreeMap<String, Told>();
        records.of(assessment.state(), LocalDate.parse(assessment.on()))
                .forEach((id, found) -> told.put(
                        id,
                        new Told(found.said(), found.source(), found.verdict().isPresent())));
        return told;
    }

    /** For this node's State, as of today, with what the records answer. */
    @Transactional
    public Assessment begin(Person by) {
        CapacityAccess.keeper(by);
        var on = counted.today();
        if (assessments.all().stream().anyMatch(held -> held.it().goesOn())) {
            throw CapacityRefused.of("act", "capacity.refused.goes-on");
        }
        var begun = Assessment.begun(UUID.randomUUID().toString(), counted.state(), on.toString(), model().version());
        return assessments.add(filled(begun), by.name(), "begun").it();
    }

    /** Looks the records up again; what people answered stays. */
    @Transactional
    public void fillAgain(Person by, String id) {
        CapacityAccess.keeper(by);
        change(by, id, "filled", this::filled);
    }

    private Assessment filled(Assessment assessment) {
        var now = clock.instant().toString();
        var filled = assessment;
        for (var found :
                records.of(assessment.state(), LocalDate.parse(assessment.on())).entrySet()) {
            var verdict = found.getValue().verdict();
            var before = filled.answer(found.getKey());
            if (verdict.isPresent() && before.filter(it -> !it.ofNode()).isEmpty()) {
                var said = found.getValue().said();
                filled = filled.with(
                        found.getKey(),
                        new Answer(
                                verdict.get(),
                                "",
                                found.getValue().source(),
                                "node",
                                now,
                                said.key(),
                                said.about().stream().map(String::valueOf).toList()));
            }
        }
        return filled;
    }

    /** A person's answer stands before the node's. */
    @Transactional
    public void answer(Person by, String id, String criterion, Verdict verdict, String evidence, String source) {
        CapacityAccess.keeper(by);
        if (model().criterion(criterion).isEmpty()) {
            throw CapacityRefused.of("id", "kept.refused.absent");
        }
        if (verdict != Verdict.UNKNOWN && evidence.isBlank()) {
            throw CapacityRefused.of("evidence-" + criterion, "capacity.refused.evidence");
        }
        var answer = Answer.ofPerson(
                verdict,
                evidence.strip(),
                source.strip(),
                by.name(),
                clock.instant().toString());
        change(by, id, "answered", it -> it.with(criterion, answer));
    }

    @Transactional
    public void openToPeers(Person by, String id) {
        CapacityAccess.keeper(by);
        var opened = assessments.keep(
                assessments.hold(id), assessments.hold(id).it().openedToPeers(), by.name(), "opened-to-peers");
        notices.tell(
                Audience.with(Role.PARTNER),
                Notice.of(
                        NoticeKind.ARRIVED,
                        "/capacity/assessments/" + id,
                        "capacity.notice.to-peers",
                        opened.it().state()));
    }

    @Transactional
    public void conclude(Person by, String id) {
        CapacityAccess.keeper(by);
        change(by, id, "concluded", it -> it.concludedAt(clock.instant().toString()));
    }

    /** Another institution's, never one's own: a peer. */
    @Transactional
    public void review(Person by, String id, String dimension, int level, String text) {
        var held = assessments.hold(id);
        CapacityAccess.need(
                held.it().toPeers() && CapacityAccess.mayReview(by) && !CapacityAccess.mayKeep(by),
                "capacity.refused.peer");
        if (model().dimension(dimension).isEmpty()) {
            throw CapacityRefused.of("id", "kept.refused.absent");
        }
        if (level < 0 || level > MaturityModel.LAST || text.isBlank()) {
            throw CapacityRefused.of("text", "capacity.refused.review");
        }
        var institution = by.units().stream().sorted().findFirst().orElse("");
        var review = new Review(
                dimension,
                level,
                text.strip(),
                by.name(),
                institution,
                clock.instant().toString(),
                false);
        assessments.keep(held, held.it().with(review), by.name(), "reviewed");
        notices.tell(
                Audience.with(Role.COORDINATOR),
                Notice.of(
                        NoticeKind.ARRIVED,
                        "/capacity/assessments/" + id,
                        "capacity.notice.reviewed",
                        institution.isEmpty() ? by.name() : institution));
    }

    @Transactional
    public void agree(Person by, String id, int review) {
        CapacityAccess.keeper(by);
        var held = assessments.hold(id);
        var after = held.it()
                .agreeing(review)
                .orElseThrow(() -> CapacityRefused.of("review", "capacity.refused.state-of-it"));
        assessments.keep(held, after, by.name(), "agreed");
    }

    private void change(Person by, String id, String what, UnaryOperator<Assessment> change) {
        var held = assessments.hold(id);
        if (!held.it().goesOn()) {
            throw CapacityRefused.of("act", "capacity.refused.concluded");
        }
        assessments.keep(held, change.apply(held.it()), by.name(), what);
    }
}
