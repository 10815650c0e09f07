package org.comity.node.cooperation.api;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.cooperation.AnsweringMany;
import org.comity.node.cooperation.OrderQueue;
import org.comity.node.cooperation.RegisteredNumbers;
import org.comity.node.cooperation.TransparencyReport;
import org.comity.node.cooperation.UserNotices;
import org.comity.node.cooperation.act.Answers;
import org.comity.node.cooperation.act.Wording;
import org.comity.node.cooperation.clock.RequestClock;
import org.comity.node.cooperation.life.ClockKind;
import org.comity.node.cooperation.life.RequestKind;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.cooperation.request.UrgencyLevel;
import org.comity.node.frame.Described;
import org.comity.node.frame.OneOf;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.settings.ComitySettings;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A provider's queue: what ends first on top, answered one by one under requests, or many at once here. */
@RestController
@RequestMapping("/api/v1/queue")
class QueueForPrograms {

    private final OrderQueue queue;
    private final AnsweringMany answering;
    private final RegisteredNumbers numbers;
    private final UserNotices notices;
    private final TransparencyReport report;
    private final Wording wording;
    private final CurrentPerson current;
    private final Clock clock;
    private final boolean exercise;

    QueueForPrograms(
            OrderQueue queue,
            AnsweringMany answering,
            RegisteredNumbers numbers,
            UserNotices notices,
            TransparencyReport report,
            Wording wording,
            CurrentPerson current,
            ComitySettings settings,
            Clock clock) {
        this.queue = queue;
        this.answering = answering;
        this.numbers = numbers;
        this.notices = notices;
        this.report = report;
        this.wording = wording;
        this.current = current;
        this.clock = clock;
        this.exercise = settings.exercise();
    }

    /** @param verified found genuine and in form */
    record OrderJson(
            UUID id,
            String reference,
            @OneOf(RequestKind.class) String kind,
            String issuer,
            Optional<String> provision,
            @OneOf(RequestState.class) String state,
            @OneOf(UrgencyLevel.class) String urgency,
            boolean verified,
            boolean waitsForUs,
            Optional<String> clock,
            Optional<Instant> due,
            Optional<String> assignee,
            Instant openedAt,
            boolean exercise) {
        static OrderJson of(OrderQueue.Row row, boolean exercise) {
            return new OrderJson(
                    row.id().value(),
                    row.reference(),
                    Tokens.of(row.kind()),
                    row.issuer().value(),
                    row.provision(),
                    Tokens.of(row.state()),
                    Tokens.of(row.urgency()),
                    row.verified(),
                    row.waitsForUs(),
                    row.nextClock().map(RequestClock::kind).map(ClockKind::token),
                    row.nextClock().map(RequestClock::dueAt),
                    row.assignee(),
                    row.openedAt(),
                    exercise);
        }
    }

    /** @param ground of an objection, and of no other answer */
    record Many(
            List<UUID> orders,
            @OneOf(AnsweringMany.Answer.class) String answer,
            @Nullable String ground,
            @Nullable String reason) {}

    /** @param refused why, for each that could not be answered so */
    record Outcome(int done, List<String> refused) {}

    record NumberJson(String authority, String number, String answers, String registeredBy, Instant registeredAt) {
        static NumberJson of(RegisteredNumbers.Entry it) {
            return new NumberJson(
                    it.authority().value(), it.number(), it.answers(), it.registeredBy(), it.registeredAt());
        }
    }

    record NewNumber(String authority, String number, String answers) {}

    record OwedJson(UUID order, String reference, String issuer, Optional<Instant> due) {
        static OwedJson of(UserNotices.Owed it) {
            return new OwedJson(it.order().value(), it.reference(), it.issuer().value(), it.dueAt());
        }
    }

    record Told(String how) {}

    /** @param orders counts below five are not told, since they could point at a person */
    record ReportLine(
            String state, @OneOf(RequestKind.class) String kind, boolean emergency, String outcome, String orders) {}

    @Described("Orders that are not over, what waits for the team and ends first on top")
    @GetMapping
    List<OrderJson> queue() {
        return queue.rows(current.require()).stream()
                .map(row -> OrderJson.of(row, exercise))
                .toList();
    }

    @Described("Gives the same answer to many orders; one that can't be taken stops no other")
    @PostMapping("/answers")
    Outcome answerMany(@RequestBody Many said) {
        var outcome = answering.answer(
                current.require(),
                said.orders().stream().map(RequestId::new).toList(),
                Tokens.read(AnsweringMany.Answer.class, "answer", said.answer()),
                said.ground() == null ? "" : said.ground(),
                said.reason() == null ? "" : said.reason());
        return new Outcome(
                outcome.done(), outcome.refused().stream().map(wording::of).toList());
    }

    @Described("At which numbers authorities are called back")
    @GetMapping("/numbers")
    List<NumberJson> numbers() {
        return numbers.all().stream().map(NumberJson::of).toList();
    }

    @Described("Registers a number for call-backs, from a source other than the authority's own messages")
    @PostMapping("/numbers")
    List<NumberJson> registerNumber(@RequestBody NewNumber said) {
        numbers.register(
                current.require(), Parties.named("authority", said.authority()), said.number(), said.answers());
        return numbers();
    }

    @Described("Which users are to be told that their data was handed over, and when")
    @GetMapping("/notices")
    List<OwedJson> userNotices() {
        return notices.open(current.require()).stream().map(OwedJson::of).toList();
    }

    @Described("Records that the user was told")
    @PutMapping("/notices/{order}")
    List<OwedJson> tellUser(@PathVariable RequestId order, @RequestBody Told said) {
        notices.told(current.require(), order, said.how());
        return userNotices();
    }

    @Described("What may be told to the public; this year so far unless asked otherwise")
    @GetMapping("/report")
    List<ReportLine> report(
            @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String until) {
        current.require();
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        var asked = Answers.NONE.and("from", from).and("until", until);
        return report
                .lines(
                        asked.date("from").orElse(today.withDayOfYear(1)),
                        asked.date("until").orElse(today))
                .stream()
                .map(line -> new ReportLine(
                        line.state(), Tokens.of(line.kind()), line.emergency(), line.outcome(), line.told()))
                .toList();
    }
}
