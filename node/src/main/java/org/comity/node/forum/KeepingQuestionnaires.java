package org.comity.node.forum;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.comity.node.forum.study.Question;
import org.comity.node.forum.study.Questionnaire;
import org.comity.node.forum.study.StudyRefused;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.comity.node.kept.Change;
import org.comity.node.kept.Held;
import org.comity.node.kept.Records;
import org.comity.node.lawbook.CurrentLaw;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Drafting, editing and freezing versions of the study's questionnaire. */
@Service
public class KeepingQuestionnaires {

    private final Records<Questionnaire> questionnaires;
    private final CurrentLaw law;
    private final Clock clock;

    KeepingQuestionnaires(JdbcClient jdbc, ApplicationEventPublisher events, CurrentLaw law, Clock clock) {
        var shipped = Library.read("study.yaml", Questionnaire.class);
        this.questionnaires = new Records<>(
                "questionnaire",
                Questionnaire.class,
                Questionnaire::id,
                () -> shipped,
                ForumRefused.keeping(jdbc, events, clock));
        this.law = law;
        this.clock = clock;
    }

    /** The latest version first. */
    public List<Questionnaire> all() {
        return questionnaires.all().stream()
                .map(Held::it)
                .sorted(Comparator.comparing(Questionnaire::version).reversed())
                .toList();
    }

    public List<Questionnaire> frozen() {
        return all().stream().filter(it -> it.frozen().isPresent()).toList();
    }

    public Optional<Held<Questionnaire>> find(String id) {
        return questionnaires.find(id);
    }

    public List<Change> historyOf(String id) {
        return questionnaires.history(id);
    }

    /** One draft at a time; it starts from the latest frozen version. */
    @Transactional
    public Questionnaire revise(Person by) {
        ForumAccess.keeper(by);
        var latest = all().getFirst();
        var today = LocalDate.now(clock.withZone(ZoneOffset.UTC)).toString();
        return questionnaires
                .add(
                        refusing(() -> latest.revised("study-" + (latest.version() + 1), today)),
                        by.name(),
                        "study-revised")
                .it();
    }

    /** Adds a question to a draft, or changes the one of this identifier. */
    @Transactional
    public void ask(Person by, String id, long version, Question question) {
        ForumAccess.keeper(by);
        var base = law.now();
        question.provisions().stream()
                .filter(it -> base.provision(it).isEmpty())
                .findFirst()
                .ifPresent(it -> {
                    throw new ForumRefused("provisions", Said.of("forum.refused.provision", it));
                });
        questionnaires.change(
                id,
                version,
                it -> refusing(() -> it.asking(question, find(it.revises()).map(Held::it))),
                by.name(),
                "study-asked");
    }

    @Transactional
    public void drop(Person by, String id, long version, String question) {
        ForumAccess.keeper(by);
        questionnaires.change(id, version, it -> refusing(() -> it.without(question)), by.name(), "study-dropped");
    }

    /** From now on it can be sent out, and not be changed any more. */
    @Transactional
    public void freeze(Person by, String id, long version) {
        ForumAccess.keeper(by);
        var now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        questionnaires.change(id, version, it -> refusing(() -> it.frozenAt(now)), by.name(), "study-frozen");
    }

    /** One that came from another node with a reply. */
    void take(Person by, Questionnaire carried) {
        questionnaires.add(carried, by.name(), "study-taken");
    }

    static <T> T refusing(Supplier<T> step) {
        try {
            return step.get();
        } catch (StudyRefused refused) {
            throw new ForumRefused(refused.field(), refused.said());
        }
    }
}
