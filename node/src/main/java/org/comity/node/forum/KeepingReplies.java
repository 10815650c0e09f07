package org.comity.node.forum;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.comity.node.forum.meeting.Party;
import org.comity.node.forum.study.Answer;
import org.comity.node.forum.study.CarriedQuestionnaire;
import org.comity.node.forum.study.Clarification;
import org.comity.node.forum.study.Figures;
import org.comity.node.forum.study.Handover;
import org.comity.node.forum.study.Level;
import org.comity.node.forum.study.Question;
import org.comity.node.forum.study.Questionnaire;
import org.comity.node.forum.study.Reply;
import org.comity.node.forum.study.ReplyLife.Event;
import org.comity.node.forum.study.ReplyLife.State;
import org.comity.node.forum.study.RespondentKind;
import org.comity.node.frame.Said;
import org.comity.node.identity.People;
import org.comity.node.identity.Person;
import org.comity.node.identity.PersonId;
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

/** Inviting respondents of the study, answering, handing sections on, clarifying, and setting the answers side by side. */
@Service
public class KeepingReplies {

    private static final int FIRST_YEAR = 2010;

    private final Records<Reply> replies;
    private final KeepingQuestionnaires questionnaires;
    private final PrefillingReplies prefilling;
    private final StateNames names;
    private final People people;
    private final Notices notices;
    private final Clock clock;

    KeepingReplies(
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            KeepingQuestionnaires questionnaires,
            PrefillingReplies prefilling,
            StateNames names,
            People people,
            Notices notices,
            Clock clock) {
        this.replies =
                new Records<>("reply", Reply.class, Reply::id, List::of, ForumRefused.keeping(jdbc, events, clock));
        this.questionnaires = questionnaires;
        this.prefilling = prefilling;
        this.names = names;
        this.people = people;
        this.notices = notices;
        this.clock = clock;
    }

    /** A reply as one reader may see it. @param theirs themes of the sections that they may answer */
    public record Desk(Held<Reply> held, Questionnaire questionnaire, List<String> theirs, boolean whole) {

        public Reply reply() {
            return held.it();
        }
    }

    /** Those that concern the reader: all for the secretariat, else their own and what was handed to them; due first on top. */
    public List<Reply> openTo(Person reader) {
        return replies.all().stream()
                .map(Held::it)
                .filter(it -> mayRead(reader, it))
                .sorted(Comparator.comparing(Reply::state)
                        .thenComparing(Reply::due)
                        .thenComparing(it -> it.respondent().toString()))
                .toList();
    }

    /** Empty for who has nothing to do with it. */
    public Optional<Desk> find(Person reader, String id) {
        return replies.find(id).filter(it -> mayRead(reader, it.it())).map(held -> desk(reader, held));
    }

    private Desk desk(Person reader, Held<Reply> held) {
        var questionnaire = questionnaire(held.it());
        var kind = RespondentKind.of(held.it().respondent()).orElseThrow();
        var themes = List.copyOf(questionnaire.sections(kind).keySet());
        return new Desk(
                held,
                questionnaire,
                themes.stream().filter(it -> mayAnswer(reader, held.it(), it)).toList(),
                answersFor(reader, held.it()));
    }

    public List<Change> historyOf(String id) {
        return replies.history(id);
    }

    public Questionnaire questionnaire(Reply reply) {
        return questionnaires.find(reply.questionnaire()).orElseThrow().it();
    }

    private boolean mayRead(Person reader, Reply reply) {
        return answersFor(reader, reply)
                || reader.may(Power.READ_EVERYTHING)
                || reply.handovers().stream()
                        .anyMatch(it -> it.isOpen() && hands(reader).contains(it.to()));
    }

    /** For the whole of it: the respondent's own delegates, and the secretariat, which enters what came on paper. */
    private static boolean answersFor(Person person, Reply reply) {
        return ForumAccess.mayKeep(person)
                || ForumAccess.delegationOf(person)
                        .filter(reply.respondent()::equals)
                        .isPresent();
    }

    private static boolean mayAnswer(Person person, Reply reply, String theme) {
        return answersFor(person, reply)
                || reply.openHandovers(theme).stream()
                        .anyMatch(it -> hands(person).contains(it.to()));
    }

    /** Under which a handover finds a person. */
    private static List<String> hands(Person person) {
        return Stream.concat(
                        Stream.of("person:" + person.id()),
                        person.units().stream().sorted().map(it -> "unit:" + it))
                .toList();
    }

    /** To whom a section can be handed: colleagues and institutions of this node. */
    public Map<String, String> handsOn() {
        var all = new LinkedHashMap<String, String>();
        people.units().forEach(it -> all.put("unit:" + it, it));
        people.working().stream().filter(it -> !it.machine()).forEach(it -> all.put("person:" + it.id(), it.name()));
        return all;
    }

    /** The secretariat asks a respondent, or a delegation begins of its own accord. */
    @Transactional
    public Reply invite(Person by, String questionnaire, int year, Party respondent, LocalDate due) {
        if (!ForumAccess.delegationOf(by).filter(respondent::equals).isPresent()) {
            ForumAccess.keeper(by);
        }
        var asked = questionnaires
                .find(questionnaire)
                .map(Held::it)
                .filter(it -> it.frozen().isPresent())
                .orElseThrow(() -> new ForumRefused("questionnaire", Said.of("forum.refused.study-not-frozen")));
        if (RespondentKind.of(respondent).isEmpty() || respondent.kind().isState() && !names.knows(respondent.name())) {
            throw new ForumRefused("respondent", Said.of("forum.refused.respondent", respondent.toString()));
        }
        var today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        if (year < FIRST_YEAR || year > today.getYear() + 1) {
            throw new ForumRefused("year", Said.of("forum.refused.year", FIRST_YEAR, today.getYear() + 1));
        }
        if (due.isBefore(today)) {
            throw new ForumRefused("due", Said.of("forum.refused.due"));
        }
        once(asked.id(), year, respondent);
        var reply = replies.add(
                        Reply.begun(UUID.randomUUID().toString(), asked.id(), year, respondent, due),
                        by.name(),
                        "reply-invited")
                .it();
        tell(
                Stream.concat(people.in(respondent.toString()).stream(), people.with(Power.KEEP_FORUM).stream())
                        .toList(),
                reply,
                "forum.told.invited",
                names.of(respondent, "en"),
                due.toString());
        return reply;
    }

    private void once(String questionnaire, int year, Party respondent) {
        var there = replies.all().stream()
                .map(Held::it)
                .anyMatch(it -> it.questionnaire().equals(questionnaire)
                        && it.year() == year
                        && it.respondent().equals(respondent));
        if (there) {
            throw new ForumRefused("respondent", Said.of("forum.refused.invited-already", respondent.toString(), year));
        }
    }

    /** Answers of one section; what the person may not answer is refused as a whole. */
    @Transactional
    public void answer(Person by, String id, long version, Map<String, Answer> given) {
        change(by, id, version, "reply-answered", (reply, now) -> {
            var asked = questionnaire(reply);
            var stamped = new LinkedHashMap<String, Answer>();
            given.forEach((key, answer) -> {
                mustAnswer(by, reply, asked, key);
                stamped.put(key, answer.with(it -> it.by(by.name()).at(now)));
            });
            return reply.answering(stamped);
        });
    }

    private static Question mustAnswer(Person by, Reply reply, Questionnaire asked, String key) {
        var kind = RespondentKind.of(reply.respondent()).orElseThrow();
        var question = asked.questionAt(key)
                .filter(it -> it.asks(kind))
                .orElseThrow(() -> new ForumRefused(key, Said.of("forum.refused.no-question", key)));
        if (!mayAnswer(by, reply, question.theme())) {
            throw new ForumRefused("role", Said.of("forum.refused.section"));
        }
        return question;
    }

    @Transactional
    public void prefill(Person by, String id, long version) {
        change(by, id, version, "reply-prefilled", (reply, now) -> {
            whole(by, reply);
            return reply.prefilled(prefilling.known(questionnaire(reply), reply, now));
        });
    }

    /** That what the law base knew is right, as far as the person may answer. */
    @Transactional
    public void confirm(Person by, String id, long version, String theme) {
        change(by, id, version, "reply-confirmed", (reply, now) -> {
            if (!mayAnswer(by, reply, theme)) {
                throw new ForumRefused("role", Said.of("forum.refused.section"));
            }
            var keys = questionnaire(reply).questions().stream()
                    .filter(it -> it.theme().equals(theme))
                    .flatMap(it -> it.places().stream())
                    .map(Question.Place::key)
                    .toList();
            return reply.confirming(keys, by.name(), now);
        });
    }

    @Transactional
    public void handOver(Person by, String id, long version, String theme, String to, LocalDate due, String note) {
        var name = Optional.ofNullable(handsOn().get(to))
                .orElseThrow(() -> new ForumRefused("to", Said.of("forum.refused.hand")));
        var after = change(by, id, version, "reply-handed", (reply, now) -> {
            whole(by, reply);
            if (!questionnaire(reply)
                    .sections(RespondentKind.of(reply.respondent()).orElseThrow())
                    .containsKey(theme)) {
                throw new ForumRefused("theme", Said.of("forum.refused.theme"));
            }
            if (due.isBefore(LocalDate.ofInstant(now, ZoneOffset.UTC)) || due.isAfter(reply.due())) {
                throw new ForumRefused(
                        "day", Said.of("forum.refused.hand-due", reply.due().toString()));
            }
            return reply.handing(new Handover(theme, to, name, due, note.strip(), by.name(), now, Optional.empty()));
        });
        tell(handed(to), after, "forum.told.handed", names.of(after.respondent(), "en"), due.toString());
    }

    private List<Person> handed(String to) {
        return to.startsWith("unit:")
                ? people.in(to.substring("unit:".length()))
                : people.find(PersonId.of(to.substring("person:".length()))).stream()
                        .toList();
    }

    /** By who had it; or the respondent takes the section back. */
    @Transactional
    public void giveBack(Person by, String id, long version, String theme) {
        change(
                by,
                id,
                version,
                "reply-returned",
                (reply, now) -> reply.returning(
                        theme,
                        answersFor(by, reply)
                                ? reply.openHandovers(theme).stream()
                                        .map(Handover::to)
                                        .toList()
                                : hands(by),
                        now));
    }

    @Transactional
    public void happen(Person by, String id, long version, Event event) {
        var after = change(by, id, version, "reply-" + event.token(), (reply, now) -> {
            whole(by, reply);
            if (event == Event.ACCEPT || event == Event.REOPEN && reply.state() == State.ACCEPTED) {
                ForumAccess.keeper(by);
            }
            return reply.happening(event);
        });
        var key = switch (event) {
            case SUBMIT -> "forum.told.reply-submitted";
            case ACCEPT -> "forum.told.reply-accepted";
            case REOPEN -> "forum.told.reply-reopened";
        };
        tell(both(after), after, key, names.of(after.respondent(), "en"));
    }

    @Transactional
    public void askBack(Person by, String id, long version, String key, String text) {
        ForumAccess.keeper(by);
        var after = change(by, id, version, "reply-asked", (reply, now) -> {
            mustAnswer(by, reply, questionnaire(reply), key);
            return reply.asking(key, text, by.name(), now);
        });
        tell(both(after), after, "forum.told.asked-back", names.of(after.respondent(), "en"), key);
    }

    /** @param instead the answer as it should read; empty if it stands */
    @Transactional
    public void clarify(Person by, String id, long version, int number, String text, Optional<List<String>> instead) {
        var after = change(by, id, version, "reply-clarified", (reply, now) -> {
            whole(by, reply);
            var key = reply.clarifications().stream()
                    .filter(it -> it.number() == number)
                    .map(Clarification::key)
                    .findFirst()
                    .orElseThrow(() -> new ForumRefused("act", Said.of("forum.refused.absent")));
            var question = mustAnswer(by, reply, questionnaire(reply), key);
            var answer = instead.map(it -> Answer.read(question, it))
                    .map(values -> reply.answer(key)
                            .orElse(new Answer(values, "", "", "en", Level.MEMBERS, false, "", now))
                            .with(it -> it.values(values).by(by.name()).at(now)));
            return reply.clarifying(number, text, answer, by.name(), now);
        });
        tell(both(after), after, "forum.told.clarified", names.of(after.respondent(), "en"), String.valueOf(number));
    }

    private static void whole(Person by, Reply reply) {
        if (!answersFor(by, reply)) {
            throw new ForumRefused("role", Said.of("forum.refused.respondents-own"));
        }
    }

    private Reply change(Person by, String id, long version, String what, BiFunction<Reply, Instant, Reply> step) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return replies.change(
                        id,
                        version,
                        reply -> {
                            if (!mayRead(by, reply)) {
                                throw new ForumRefused("id", Said.of("forum.refused.absent"));
                            }
                            return KeepingQuestionnaires.refusing(() -> step.apply(reply, now));
                        },
                        by.name(),
                        what)
                .it();
    }

    // ---- brought back from elsewhere

    void add(Person by, Reply reply) {
        once(reply.questionnaire(), reply.year(), reply.respondent());
        replies.add(reply, by.name(), "reply-carried");
    }

    void keep(Person by, Held<Reply> before, Reply after) {
        replies.keep(before, after, by.name(), "reply-carried");
    }

    Optional<Held<Reply>> held(String id) {
        return replies.find(id).isPresent() ? Optional.of(replies.hold(id)) : Optional.empty();
    }

    static void mustBring(Person by, Reply reply) {
        whole(by, reply);
    }

    /** To take along. */
    public CarriedQuestionnaire carried(Person by, String id) {
        var desk = find(by, id).orElseThrow(() -> new ForumRefused("id", Said.of("forum.refused.absent")));
        whole(by, desk.reply());
        return CarriedQuestionnaire.of(desk.questionnaire(), desk.reply(), clock.instant());
    }

    // ---- side by side

    /** What of the study a person may read. */
    public static Level readsAs(Person person) {
        return ForumAccess.maySeeRestricted(person)
                ? Level.SECRETARIAT
                : ForumAccess.delegationOf(person).isPresent() ? Level.MEMBERS : Level.PUBLIC;
    }

    /** One answer that was accepted into the study, as anyone of this level may read it. */
    public record Published(
            Questionnaire questionnaire, Reply reply, Question question, Question.Place place, Answer answer) {}

    /** By question, then in the order of their coming. */
    public List<Published> published(Level reader) {
        var all = new ArrayList<Published>();
        for (var reply : accepted()) {
            var asked = questionnaire(reply);
            for (var question : asked.questions()) {
                for (var place : question.places()) {
                    reply.answer(place.key())
                            .filter(it -> it.isGiven() && it.level().isOpenTo(reader))
                            .ifPresent(it -> all.add(new Published(asked, reply, question, place, it)));
                }
            }
        }
        return all;
    }

    private List<Reply> accepted() {
        return replies.all().stream()
                .map(Held::it)
                .filter(it -> it.state() == State.ACCEPTED)
                .toList();
    }

    /** How many replies are in, whoever may read what of them. */
    public int taken() {
        return accepted().size();
    }

    public Figures figures(Level reader, Question question, String key, Optional<RespondentKind> kind) {
        return Figures.of(
                question,
                published(reader).stream()
                        .filter(it -> it.place().key().equals(key))
                        .filter(it -> kind.isEmpty()
                                || RespondentKind.of(it.reply().respondent()).equals(kind))
                        .map(it -> new Figures.Point(
                                it.reply().respondent(), it.reply().year(), it.answer()))
                        .toList(),
                party -> names.of(party, "en"));
    }

    private List<Person> both(Reply reply) {
        return Stream.concat(people.in(reply.respondent().toString()).stream(), people.with(Power.KEEP_FORUM).stream())
                .toList();
    }

    private void tell(List<Person> whom, Reply reply, String key, String... about) {
        var where = "/forum/study/replies/" + reply.id();
        notices.tell(Audience.of(whom.stream().distinct().toList()), Notice.of(NoticeKind.ASSIGNED, where, key, about));
    }
}
