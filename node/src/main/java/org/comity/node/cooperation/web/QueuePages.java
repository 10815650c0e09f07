package org.comity.node.cooperation.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comity.node.cooperation.AnsweringMany;
import org.comity.node.cooperation.AnsweringOrder;
import org.comity.node.cooperation.OrderQueue;
import org.comity.node.cooperation.RegisteredNumbers;
import org.comity.node.cooperation.TransparencyReport;
import org.comity.node.cooperation.UserNotices;
import org.comity.node.cooperation.act.Citations;
import org.comity.node.cooperation.act.Wording;
import org.comity.node.cooperation.clock.RequestClock;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.DataWanted;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.cooperation.request.UrgencyLevel;
import org.comity.node.directory.NodeFunction;
import org.comity.node.directory.OwnNode;
import org.comity.node.directory.PartyId;
import org.comity.node.frame.NavigationEntry;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.identity.Power;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A provider's own pages: its queue, the numbers for call-backs, whom to tell, and what it tells the public. */
@Controller
class QueuePages {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final OrderQueue queue;
    private final AnsweringMany answering;
    private final RegisteredNumbers numbers;
    private final UserNotices notices;
    private final TransparencyReport report;
    private final CurrentPerson current;
    private final Lists lists;
    private final Wording wording;
    private final Citations citations;
    private final Clock clock;

    QueuePages(
            OrderQueue queue,
            AnsweringMany answering,
            RegisteredNumbers numbers,
            UserNotices notices,
            TransparencyReport report,
            CurrentPerson current,
            Lists lists,
            Wording wording,
            Citations citations,
            Clock clock) {
        this.queue = queue;
        this.answering = answering;
        this.numbers = numbers;
        this.notices = notices;
        this.report = report;
        this.current = current;
        this.lists = lists;
        this.wording = wording;
        this.citations = citations;
        this.clock = clock;
    }

    /** @param left in large; null where nothing runs, or the time is over */
    record Row(
            String id,
            String reference,
            String kind,
            String issuer,
            String issuerState,
            String issuerStateName,
            @Nullable String cite,
            String state,
            boolean emergency,
            String what,
            String tone,
            @Nullable String left,
            @Nullable Moment due,
            String now,
            @Nullable String ends,
            boolean verified,
            @Nullable String assignee,
            boolean ours) {}

    @GetMapping("/queue")
    String queue(Model model) {
        var rows = queue.rows(current.require()).stream().map(this::row).toList();
        model.addAttribute("rows", rows);
        model.addAttribute(
                "answers",
                Arrays.stream(AnsweringMany.Answer.values())
                        .map(QueuePages::token)
                        .toList());
        model.addAttribute("grounds", AnsweringOrder.grounds());
        return "cooperation/queue";
    }

    private Row row(OrderQueue.Row row) {
        var due = row.nextClock().map(RequestClock::dueAt);
        var left = due.map(at -> Duration.between(row.now(), at));
        return new Row(
                row.id().toString(),
                row.reference(),
                row.kind().token(),
                row.issuer().value(),
                row.issuer().state(),
                lists.stateName(row.issuer().state()),
                row.provision().map(citations::of).orElse(null),
                row.state().name(),
                row.urgency() == UrgencyLevel.EMERGENCY,
                what(row.data()),
                tone(left),
                left.filter(it -> !it.isNegative()).map(Moment::left).orElse(null),
                due.map(Moment::of).orElse(null),
                row.now().toString(),
                row.nextClock().map(it -> it.kind().token()).orElse(null),
                row.verified(),
                row.assignee().orElse(null),
                row.waitsForUs());
    }

    private String what(DataWanted data) {
        var categories = data.categories().stream()
                .sorted()
                .map(category -> wording.of("category-short." + category.token()))
                .collect(Collectors.joining(", "));
        var identifiers = data.identifiers();
        return identifiers.isEmpty()
                ? categories
                : wording.of("board.what", categories, identifiers.getFirst().value(), identifiers.size() - 1);
    }

    private static String tone(Optional<Duration> left) {
        if (left.isEmpty()) {
            return "safe";
        }
        return left.get().compareTo(Duration.ofDays(1)) <= 0
                ? "late"
                : left.get().compareTo(Duration.ofDays(3)) <= 0 ? "soon" : "safe";
    }

    @PostMapping("/queue")
    String answer(
            @RequestParam(defaultValue = "") List<RequestId> orders,
            @RequestParam String answer,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        var meant = Arrays.stream(AnsweringMany.Answer.values())
                .filter(it -> token(it).equals(answer))
                .findFirst();
        if (orders.isEmpty() || meant.isEmpty()) {
            next.addFlashAttribute("said", wording.of("queue.none-chosen"));
            return "redirect:/queue";
        }
        var outcome = answering.answer(current.require(), orders, meant.get(), ground, reason);
        next.addFlashAttribute("said", wording.of("queue.done", outcome.done(), orders.size()));
        next.addFlashAttribute(
                "refused",
                outcome.refused().stream().map(wording::of).distinct().toList());
        return "redirect:/queue";
    }

    private static String token(AnsweringMany.Answer answer) {
        return answer.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    record Number(String authority, String number, String answers, String by, Moment at) {}

    @GetMapping("/queue/numbers")
    String numbers(Model model) {
        model.addAttribute(
                "numbers",
                numbers.all().stream()
                        .map(it -> new Number(
                                it.authority().value(),
                                it.number(),
                                it.answers(),
                                it.registeredBy(),
                                Moment.of(it.registeredAt())))
                        .toList());
        model.addAttribute("keeper", current.require().may(Power.MANAGE_PEERS));
        return "cooperation/numbers";
    }

    @PostMapping("/queue/numbers")
    String register(
            @RequestParam String authority,
            @RequestParam String number,
            @RequestParam String answers,
            RedirectAttributes next) {
        try {
            numbers.register(current.require(), new PartyId(authority.strip()), number, answers);
            next.addFlashAttribute("said", wording.of("numbers.done"));
        } catch (ActRefused refused) {
            next.addFlashAttribute("refused", List.of(wording.of(refused.said())));
        } catch (IllegalArgumentException noParty) {
            next.addFlashAttribute("refused", List.of(wording.of("wrong.party")));
        }
        return "redirect:/queue/numbers";
    }

    record Owed(
            String id,
            String reference,
            String issuer,
            @Nullable Moment due,
            boolean now) {}

    @GetMapping("/queue/notices")
    String notices(Model model) {
        var now = clock.instant();
        model.addAttribute(
                "owed",
                notices.open(current.require()).stream()
                        .map(it -> new Owed(
                                it.order().toString(),
                                it.reference(),
                                it.issuer().value(),
                                it.dueAt().map(Moment::of).orElse(null),
                                it.dueAt().filter(due -> !due.isAfter(now)).isPresent()))
                        .toList());
        return "cooperation/notices";
    }

    @PostMapping("/queue/notices")
    String told(@RequestParam RequestId order, @RequestParam(defaultValue = "") String how, RedirectAttributes next) {
        try {
            notices.told(current.require(), order, how);
            next.addFlashAttribute("said", wording.of("notices.done"));
        } catch (ActRefused refused) {
            next.addFlashAttribute("refused", List.of(wording.of(refused.said())));
        }
        return "redirect:/queue/notices";
    }

    /** This year so far unless asked otherwise. */
    private record Days(LocalDate from, LocalDate until) {}

    private Days days(String from, String until) {
        var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        try {
            return new Days(
                    from.isBlank() ? today.withDayOfYear(1) : LocalDate.parse(from),
                    until.isBlank() ? today : LocalDate.parse(until));
        } catch (DateTimeException unreadable) {
            return new Days(today.withDayOfYear(1), today);
        }
    }

    @GetMapping("/queue/report")
    String report(
            @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String until, Model model) {
        current.require();
        var days = days(from, until);
        model.addAttribute("from", days.from());
        model.addAttribute("until", days.until());
        model.addAttribute("lines", report.lines(days.from(), days.until()));
        model.addAttribute("smallest", TransparencyReport.SMALLEST_TOLD);
        return "cooperation/transparency";
    }

    @GetMapping("/queue/report.csv")
    ResponseEntity<String> csv(
            @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String until) {
        current.require();
        var days = days(from, until);
        var file = ContentDisposition.attachment()
                .filename("transparency-%s-%s.csv".formatted(days.from(), days.until()), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(report.csv(days.from(), days.until()));
    }

    /** The rail's places of a provider's team. */
    @Configuration(proxyBeanMethods = false)
    static class Places {

        private static final String[] TEAM = {"PROVIDER_AGENT"};
        private static final String[] WITH_ADMINISTRATOR = {"PROVIDER_AGENT", "ADMINISTRATOR"};

        @Bean
        NavigationEntry orderQueueEntry(OrderQueue queue, CurrentPerson current) {
            return NavigationEntry.of(10, "cooperation.queue", "/queue")
                    .onlyFor(TEAM)
                    .counting(() -> current.find().map(queue::waiting).orElse(0));
        }

        @Bean
        NavigationEntry userNoticesEntry() {
            return NavigationEntry.of(12, "cooperation.notices", "/queue/notices")
                    .onlyFor(TEAM);
        }

        /** Only a provider calls issuers back: at a State's node nobody keeps their numbers. */
        @Bean
        NavigationEntry callBackNumbersEntry(OwnNode own) {
            return NavigationEntry.of(14, "cooperation.numbers", "/queue/numbers")
                    .onlyFor(own.card().functions().contains(NodeFunction.PROVIDER) ? WITH_ADMINISTRATOR : TEAM)
                    .asMinor();
        }

        @Bean
        NavigationEntry transparencyEntry() {
            return NavigationEntry.of(16, "cooperation.transparency", "/queue/report")
                    .onlyFor(TEAM)
                    .asMinor();
        }
    }
}
