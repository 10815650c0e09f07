package org.comity.node.cooperation.act;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.comity.node.cooperation.AnsweringOrder;
import org.comity.node.cooperation.RegisteredNumbers;
import org.comity.node.cooperation.RequestView;
import org.comity.node.cooperation.clock.Targets;
import org.comity.node.cooperation.life.By;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.request.Identifier;
import org.comity.node.cooperation.request.ItemOutcome;
import org.comity.node.cooperation.request.KeptItem;
import org.comity.node.cooperation.request.Particulars;
import org.comity.node.cooperation.request.PlannedRoute;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.Step;
import org.comity.node.cooperation.request.TakeDown;
import org.comity.node.evidence.Condition;
import org.comity.node.evidence.Exhibit;
import org.springframework.stereotype.Component;

/** What can be done with a request now, with the fields that each act asks for and what is known of them already. */
@Component
public class OpenActs {

    /** As long again as the shortest preservation (ETS 185 art. 29(7)). */
    private static final Duration ANOTHER_TERM = Duration.ofDays(60);

    private final Citations citations;
    private final OwnPowers powers;
    private final RegisteredNumbers numbers;
    private final Wording wording;
    private final Clock clock;

    OpenActs(Citations citations, OwnPowers powers, RegisteredNumbers numbers, Wording wording, Clock clock) {
        this.citations = citations;
        this.powers = powers;
        this.numbers = numbers;
        this.wording = wording;
        this.clock = clock;
    }

    /** In the order in which a page offers them. */
    public List<Act> of(RequestView view) {
        return Arrays.stream(Act.values())
                .filter(act -> view.offered().contains(act.event())
                        && act.isFor(view.request().kind())
                        && !(act == Act.VERIFY && isVerified(view)))
                .toList();
    }

    private static boolean isVerified(RequestView view) {
        return view.timeline().stream().anyMatch(step -> step.event() == RequestEvent.VERIFIED);
    }

    /** The closed list of a field, each value with its words; empty for a field that is written freely. */
    public Map<String, String> options(Act act, Act.Kind kind, RequestView view) {
        var options = new LinkedHashMap<String, String>();
        switch (kind) {
            case GROUND ->
                view.refusalGrounds()
                        .forEach(ground ->
                                options.put(ground.id(), citations.of(ground.id()) + ": " + citations.ground(ground)));
            case ITEMS -> {
                var identifiers = view.request().content().data().identifiers();
                for (int item = 0; item < identifiers.size(); item++) {
                    options.put(Integer.toString(item), identifiers.get(item).value());
                }
            }
            case KEPT_ITEMS -> {
                var identifiers = view.request().content().data().identifiers();
                concerned(act, view.request())
                        .forEach(item -> options.put(
                                item, identifiers.get(Integer.parseInt(item)).value()));
            }
            case OBJECTION ->
                AnsweringOrder.grounds()
                        .forEach(ground -> options.put(ground.id(), wording.of("objection." + ground.token())));
            case NUMBER ->
                view.request()
                        .counterpart()
                        .map(numbers::of)
                        .orElse(List.of())
                        .forEach(entry -> options.put(entry.number(), entry.number() + ", " + entry.answers()));
            case MEANS ->
                options.putAll(wording.choices(
                        "means", Arrays.stream(TakeDown.Means.values()).map(TakeDown.Means::token)));
            case EXHIBITS ->
                view.givable().stream()
                        .filter(exhibit -> exhibit.standing().isReadable())
                        .forEach(exhibit -> options.put(exhibit.id().toString(), shown(exhibit)));
            case LINE, TEXT, MOMENT, FILES -> {}
        }
        return options;
    }

    /** With the conditions of its use, which are read before it is handed on. */
    private String shown(Exhibit exhibit) {
        var named = exhibit.mark() + ", " + exhibit.particulars().name();
        var conditions =
                exhibit.particulars().conditions().stream().map(Condition::text).collect(Collectors.joining("; "));
        return conditions.isEmpty() ? named : wording.of("exhibits.limited", named, conditions);
    }

    /** What is known before anybody wrote anything. */
    public Answers known(Act act, RequestView view) {
        var request = view.request();
        return switch (act) {
            case ACKNOWLEDGE -> Answers.NONE.and("ownReference", request.reference());
            case LEGAL_CHECK -> Answers.NONE.and("ownLawBasis", powers.toPreserve());
            case ORDER ->
                Answers.NONE
                        .and("provider", request.content().data().provider())
                        .and("legalBasis", request.legalCheck().map(check -> check.ownLaw()));
            case RECORD_PRESERVED ->
                Answers.NONE
                        .andMoment("effectiveAt", Optional.of(clock.instant()))
                        .and(
                                "provider",
                                lastSaid(view, RequestEvent.ORDERED, Particulars::provider)
                                        .orElse(request.content().data().provider()))
                        .and("items", all(request));
            case SERVE -> Answers.NONE.and("provider", request.content().data().provider());
            case RECORD_OBTAINED, DISCLOSE_NOW ->
                Answers.NONE
                        .andMoment("obtainedAt", Optional.of(clock.instant()))
                        .and("provider", request.content().data().provider())
                        .and("items", all(request));
            case DISCLOSE ->
                Answers.NONE
                        .andMoment("producedAt", Optional.of(clock.instant()))
                        .and("items", all(request));
            case KEEP_CONTENT ->
                Answers.NONE.andMoment("keptAt", Optional.of(clock.instant())).and("items", all(request));
            case TAKE_DOWN ->
                Answers.NONE
                        .andMoment("doneAt", Optional.of(clock.instant()))
                        .and(
                                "means",
                                request.content()
                                        .takeDown()
                                        .map(it -> it.means().token()))
                        .and("items", all(request));
            case STATE_REASONS ->
                Answers.NONE
                        .and("reasons", request.content().data().relation())
                        .and("redress", request.content().takeDown().map(TakeDown::redress));
            case ASK_EXTENSION ->
                Answers.NONE
                        .andMoment(
                                "until",
                                request.preservation()
                                        .map(kept -> kept.latestEnd(List.of()))
                                        .map(until -> longer(request, until)))
                        .and("items", concerned(act, request));
            case GRANT_EXTENSION ->
                Answers.NONE
                        .andMoment("until", lastSaid(view, RequestEvent.EXTENSION_ASKED, Particulars::keptUntil))
                        .and("items", asked(view));
            case RELEASE, FOLLOW_UP_RECEIVED, RECORD_PRODUCTION, FOLLOW_UP_REFUSED ->
                Answers.NONE.and("items", concerned(act, request));
            case APPROVE,
                    RETURN,
                    RETRY_DELIVERY,
                    ANSWER,
                    PROCEED,
                    ACCEPT,
                    REFUSE,
                    CLARIFY,
                    WARN,
                    NOT_FOUND,
                    DECLINE_EXTENSION,
                    CONSULT,
                    ANSWER_CONSULTATION,
                    OFFER_CONDITIONS,
                    ACCEPT_CONDITIONS,
                    DECLINE_CONDITIONS,
                    HAND_OVER,
                    CONFIRM_RECEIPT,
                    POSTPONE,
                    RESUME,
                    NOTHING_OBTAINED,
                    RENEW_ORDER,
                    CALL_BACK,
                    REGULARISE,
                    ASK_DELETION,
                    REPORT_DELETION,
                    FIND_JUSTIFIED,
                    FIND_FALSE,
                    FOLLOW_UP,
                    VERIFY,
                    CALL_ISSUER,
                    STATE_COSTS,
                    OBJECT,
                    CLAIM_CONFLICT,
                    BAR,
                    DECLINE,
                    REFER_OBJECTION,
                    RECORD_DISMISSED,
                    UPHOLD,
                    NOTIFY_AUTHORITY,
                    RECORD_LATE_OBJECTION,
                    CONFIRM_PRODUCTION,
                    SEEK_ENFORCEMENT,
                    ACCEPT_OFFER,
                    DECLINE_OFFER,
                    GIVE,
                    SAY_USE,
                    GO_WITHOUT_KEEPING,
                    NOT_NOW,
                    LEAVE_UP,
                    REPORT_SUSPICION,
                    RECORD_COMPLAINT,
                    LEAVE_DOWN,
                    PUT_BACK,
                    FOUND_DOWN,
                    FOUND_UP,
                    REVOKE,
                    WITHDRAW,
                    CLOSE -> Answers.NONE;
        };
    }

    /** The items that the act can be about, as they are numbered in the request. */
    private static List<String> concerned(Act act, Request request) {
        return numbered(
                request,
                request.itemsFor(act.event(), By.of(request.side())).stream()
                        .map(KeptItem::identifier)
                        .toList());
    }

    /** Those for which the other side last asked to have them kept for longer. */
    private static List<String> asked(RequestView view) {
        var named = lastSaid(view, RequestEvent.EXTENSION_ASKED, said -> Optional.of(said.outcomes()))
                .orElse(List.of());
        return named.isEmpty()
                ? concerned(Act.GRANT_EXTENSION, view.request())
                : numbered(
                        view.request(),
                        named.stream().map(ItemOutcome::identifier).toList());
    }

    private static List<String> numbered(Request request, List<Identifier> which) {
        var identifiers = request.content().data().identifiers();
        return IntStream.range(0, identifiers.size())
                .filter(item -> which.contains(identifiers.get(item)))
                .mapToObj(Integer::toString)
                .toList();
    }

    /** By what the law of the route allows, else as long again as the shortest preservation. */
    private static Instant longer(Request request, Instant until) {
        return request.route()
                .flatMap(PlannedRoute::extension)
                .map(extension -> Targets.end(until, extension))
                .orElseGet(() -> until.plus(ANOTHER_TERM));
    }

    private static List<String> all(Request request) {
        return IntStream.range(0, request.content().data().identifiers().size())
                .mapToObj(Integer::toString)
                .toList();
    }

    private static <T> Optional<T> lastSaid(
            RequestView view, RequestEvent event, Function<Particulars, Optional<T>> what) {
        return view.timeline().stream()
                .filter(step -> step.event() == event)
                .map(Step::particulars)
                .flatMap(said -> what.apply(said).stream())
                .reduce((earlier, later) -> later);
    }
}
