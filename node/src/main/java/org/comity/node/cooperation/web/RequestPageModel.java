package org.comity.node.cooperation.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.node.cooperation.AnsweringOrder;
import org.comity.node.cooperation.PlanningRoutes;
import org.comity.node.cooperation.RequestView;
import org.comity.node.cooperation.act.Act;
import org.comity.node.cooperation.act.Answers;
import org.comity.node.cooperation.act.Citations;
import org.comity.node.cooperation.act.Wording;
import org.comity.node.cooperation.clock.LossCause;
import org.comity.node.cooperation.life.RequestKind;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.request.DeliveredFile;
import org.comity.node.cooperation.request.KeptItem;
import org.comity.node.cooperation.request.LegalCheck;
import org.comity.node.cooperation.request.PlannedRoute;
import org.comity.node.cooperation.request.Preservation;
import org.comity.node.cooperation.request.Production;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.Step;
import org.comity.node.directory.Channel;
import org.comity.node.directory.PartyId;
import org.comity.node.documents.FormLanguage;
import org.comity.node.evidence.Exhibit;
import org.comity.node.evidence.SeeingEvidence;
import org.comity.node.exchange.Delivery;
import org.comity.node.frame.FormErrors;
import org.comity.node.identity.Person;
import org.comity.node.identity.Power;
import org.comity.node.journal.Journal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** All that the page of a request shows. */
@Component
class RequestPageModel {

    private final ActForms forms;
    private final RequestSheets sheets;
    private final Readership readership;
    private final TheirAnswers theirs;
    private final Journal journal;
    private final PlanningRoutes planning;
    private final Citations citations;
    private final Lists lists;
    private final Wording wording;
    private final Clock clock;

    private final WorkModel work;

    RequestPageModel(
            ActForms forms,
            RequestSheets sheets,
            Readership readership,
            TheirAnswers theirs,
            Journal journal,
            PlanningRoutes planning,
            Citations citations,
            Lists lists,
            Wording wording,
            Clock clock,
            WorkModel work) {
        this.work = work;
        this.forms = forms;
        this.sheets = sheets;
        this.readership = readership;
        this.theirs = theirs;
        this.journal = journal;
        this.planning = planning;
        this.citations = citations;
        this.lists = lists;
        this.wording = wording;
        this.clock = clock;
    }

    /** What the page says of the request itself. @param keptUntil to the second, for machines; empty when nothing is kept */
    record Head(
            String id,
            String reference,
            String kind,
            String life,
            String counterpartReference,
            String state,
            String side,
            String keptUntil,
            @Nullable String caseReference,
            @Nullable String caseTitle,
            String peerState,
            String peerStateName,
            String peer,
            @Nullable String cite,
            String urgency,
            @Nullable String drafter,
            @Nullable String approver,
            String way,
            boolean over) {}

    /** A message that is on its way by other means than the network. @param link where a person goes on with it */
    record ByHand(String event, String standing, String link) {
        static ByHand of(String event, Delivery delivery) {
            return new ByHand(
                    event,
                    delivery.channel().token() + (delivery.handedOverAt().isPresent() ? ".left" : ""),
                    delivery.channel() == Channel.PACKET ? "/channels/packets" : "/channels/messages/" + delivery.id());
        }
    }

    /** The largest thing on the page. @param ends message key of what ends then */
    record TimeLeft(@Nullable String left, Moment due, String now, String ends, String tone) {}

    record Kept(Moment since, Moment until, String provider, List<ItemKept> items) {

        public long held() {
            return items.stream().filter(ItemKept::held).count();
        }
    }

    /** @param until null where no time of its own runs */
    record ItemKept(
            String value,
            String state,
            boolean held,
            @Nullable Moment until) {
        static ItemKept of(KeptItem item) {
            return new ItemKept(
                    item.identifier().value(),
                    item.state().name(),
                    item.isHeld(),
                    item.runsOut() ? Moment.of(item.keptUntil()) : null);
        }
    }

    record Item(String value, boolean preserved, String remark) {}

    /** @param how message key */
    record Down(Moment at, String how, List<Item> items) {

        public long done() {
            return items.stream().filter(Item::preserved).count();
        }
    }

    record Obtained(Moment at, String provider, String handoverReference, String digest, List<Item> items) {}

    /** What a provider's delivery names and nobody can fetch, with what to do. */
    record Unfetchable(String name, String address, String why) {}

    /** On what the requested side helps. */
    record Terms(String text, @Nullable String cite, boolean accepted) {}

    /** @param how message key of what joins the two */
    record Related(String how, String id, String reference, String kind, String state) {
        static Related of(String how, Request request) {
            return new Related(
                    how,
                    request.id().toString(),
                    request.reference(),
                    request.kind().token(),
                    request.state().name());
        }
    }

    record Check(String legality, String necessity, String proportionality, String ownLaw, String by, Moment at) {}

    String fill(
            Model model, RequestView view, Person person, Optional<Map.Entry<Act, Answers>> kept, FormErrors errors) {
        var request = view.request();
        var now = clock.instant();
        model.addAttribute("head", head(view));
        model.addAttribute("left", timeLeft(view, now));
        model.addAttribute(
                "race",
                request.state().isOver()
                                || request.production().isPresent()
                                || request.kind().takesDown()
                        ? null
                        : RaceView.of(view.race()));
        model.addAttribute(
                "raceFacts", RaceFacts.of(view.race(), request.state().isBeforeSending(), wording));
        model.addAttribute("lost", view.loss().map(RaceFacts.Lost::of).orElse(null));
        model.addAttribute(
                "causes",
                person.may(Power.DRAFT) || person.may(Power.ANSWER)
                        ? wording.choices(
                                "loss-cause", Arrays.stream(LossCause.values()).map(LossCause::token))
                        : Map.of());
        model.addAttribute("acts", forms.of(view, kept));
        model.addAttribute("errors", errors);
        model.addAttribute("notes", notes(view, person));
        model.addAttribute("sheet", sheets.of(view));
        model.addAttribute("draft", DraftPages.isDraftOfViewer(view));
        model.addAttribute("approval", request.state() == RequestState.AWAITING_APPROVAL);
        model.addAttribute("completeness", CompletenessBar.of(view.completeness(), citations));
        model.addAttribute("translating", TranslatingBar.of(view));
        model.addAttribute("version", request.version());
        model.addAttribute("audience", request.state().isBeforeSending() ? readership.of(view) : List.of());
        model.addAttribute(
                "card",
                request.route()
                        .map(route -> RouteCard.of(1, route, reasons(request, route), citations, wording))
                        .orElse(null));
        model.addAttribute(
                "check", request.legalCheck().map(RequestPageModel::check).orElse(null));
        model.addAttribute(
                "kept", request.preservation().map(RequestPageModel::kept).orElse(null));
        model.addAttribute("down", down(view).orElse(null));
        model.addAttribute(
                "obtained", request.production().map(RequestPageModel::obtained).orElse(null));
        model.addAttribute(
                "conditions",
                request.conditions()
                        .map(it -> new Terms(
                                it.text(),
                                it.provision().isBlank() ? null : citations.of(it.provision()),
                                it.accepted()))
                        .orElse(null));
        model.addAttribute("theirs", theirs.of(view, person));
        model.addAttribute("byHand", byHand(view));
        model.addAttribute("order", request.kind().isOrder());
        model.addAttribute("files", view.files());
        model.addAttribute(
                "unfetchable",
                view.unfetchable().stream()
                        .map(it -> new Unfetchable(it.name(), it.address(), wording.of(it.why())))
                        .toList());
        model.addAttribute("limited", limited(view));
        model.addAttribute("exhibits", view.exhibits());
        model.addAttribute("coming", TransferView.coming(view, wording));
        model.addAttribute("going", TransferView.going(view));
        model.addAttribute("packing", TransferView.packing(view));
        model.addAttribute("handlesEvidence", SeeingEvidence.handles(person));
        model.addAttribute(
                "mayPutIn",
                (request.kind().obtains() || request.kind().takesDown())
                        && !request.state().isBeforeSending()
                        && SeeingEvidence.handles(person));
        model.addAttribute("related", related(view));
        model.addAttribute("furtherKinds", further(view, person));
        model.addAttribute(
                "clocks",
                view.clocks().stream()
                        .map(it -> ClockView.of(it, now, citations))
                        .toList());
        model.addAttribute("form", view.form().orElse(null));
        model.addAttribute("formLanguages", formLanguages());
        model.addAttribute("timeline", timeline(view));
        work.fill(model, view, person);
        return "cooperation/request";
    }

    private UnaryOperator<String> reasons(Request request, PlannedRoute route) {
        return planning.reasonsIn(LocaleContextHolder.getLocale(), request, List.of(route));
    }

    /** By code, each under its own name. */
    private static Map<String, String> formLanguages() {
        return Arrays.stream(FormLanguage.values())
                .collect(Collectors.toMap(
                        FormLanguage::code,
                        it -> it.locale().getDisplayLanguage(it.locale()),
                        (one, _) -> one,
                        LinkedHashMap::new));
    }

    private Head head(RequestView view) {
        var request = view.request();
        var content = request.content();
        var peerState = request.counterpart().map(PartyId::state).orElse(content.requestedState());
        return new Head(
                request.id().toString(),
                request.reference(),
                request.kind().token(),
                request.life().name(),
                request.counterpartReference(),
                request.state().name(),
                request.side().name().toLowerCase(Locale.ROOT),
                request.preservation()
                        .map(it ->
                                it.keptUntil().truncatedTo(ChronoUnit.SECONDS).toString())
                        .orElse(""),
                view.caseFile().map(it -> it.reference()).orElse(null),
                view.caseFile().map(it -> it.title()).orElse(null),
                peerState.isBlank() ? "?" : peerState,
                peerState.isBlank() ? wording.of("state-unknown") : lists.stateName(peerState),
                request.counterpart().map(sheets::named).orElse(""),
                request.route().map(PlannedRoute::provision).map(citations::of).orElse(null),
                content.urgency().level().name(),
                request.drafter().map(it -> it.name()).orElse(null),
                request.approver().map(it -> it.name()).orElse(null),
                way(view),
                request.state().isOver());
    }

    /** By which channel its last message went; AS4 before there is one. */
    private static String way(RequestView view) {
        return view.deliveries().stream()
                .reduce((_, last) -> last)
                .map(Delivery::channel)
                .orElse(Channel.AS4)
                .token();
    }

    /** What a person must carry, or see acknowledged: no machine does it. */
    private static List<ByHand> byHand(RequestView view) {
        return view.timeline().stream()
                .flatMap(step -> view
                        .delivery(step)
                        .filter(it -> it.state() != Delivery.State.CONFIRMED
                                && it.channel() != Channel.AS4
                                && it.channel() != Channel.HI1)
                        .map(it -> ByHand.of(step.event().token(), it))
                        .stream())
                .toList();
    }

    /** The next end: a clock's, or the data's own while nobody keeps it. */
    private static @Nullable TimeLeft timeLeft(RequestView view, Instant now) {
        if (view.request().state().isOver()) {
            return null;
        }
        var ending =
                view.runningClocks().stream().filter(it -> !it.kind().isAlarm()).findFirst();
        var race = view.race();
        var deletion = view.request().kind().takesDown()
                        || race.held()
                        || race.obtained()
                        || race.keptUntil().isPresent()
                ? Optional.<Instant>empty()
                : view.race().deletion();
        var byDeletion = deletion.isPresent()
                && ending.map(it -> deletion.get().isBefore(it.dueAt())).orElse(true);
        if (byDeletion) {
            return timeLeft(deletion.get(), now, "deletion");
        }
        return ending.map(it -> timeLeft(
                        it.dueAt(),
                        now,
                        it.kind().name().toLowerCase(Locale.ROOT).replace('_', '-')))
                .orElse(null);
    }

    private static TimeLeft timeLeft(Instant due, Instant now, String ends) {
        var left = Duration.between(now, due);
        var tone = left.compareTo(Duration.ofDays(1)) <= 0
                ? "late"
                : left.compareTo(Duration.ofDays(7)) <= 0 ? "soon" : "";
        return new TimeLeft(left.isNegative() ? null : Moment.left(left), Moment.of(due), now.toString(), ends, tone);
    }

    /** Why something that the state would allow is not for this person. */
    private List<String> notes(RequestView view, Person person) {
        var request = view.request();
        var drafter = request.drafter().map(it -> it.id());
        if (request.state() == RequestState.AWAITING_APPROVAL && drafter.isPresent()) {
            if (drafter.get().equals(person.id())) {
                return List.of(wording.of("note.drafter"));
            }
            if (person.may(Power.APPROVE) && !person.mayAsSecond(Power.APPROVE, drafter.get())) {
                return List.of(wording.of("note.stand-in"));
            }
        }
        if (request.state() == RequestState.AWAITING_APPROVAL && !person.may(Power.APPROVE)) {
            return List.of(wording.of("note.approver"));
        }
        if (request.side() == Side.REQUESTED
                && !request.kind().isOrder()
                && request.state() == RequestState.ACKNOWLEDGED) {
            return deciding(view, person);
        }
        if (view.extensionPending()) {
            return List.of(
                    wording.of(request.side() == Side.REQUESTING ? "note.extension-asked" : "note.extension-waits"));
        }
        return List.of();
    }

    private List<String> deciding(RequestView view, Person person) {
        var check = view.request().legalCheck();
        if (check.isEmpty()) {
            return List.of(wording.of("note.check-first"));
        }
        if (!view.secondPersonDecides()) {
            return List.of();
        }
        return List.of(wording.of(check.get().by().equals(person.id()) ? "note.checker" : "note.second-person"));
    }

    private static Check check(LegalCheck check) {
        return new Check(
                check.safeguards().legality(),
                check.safeguards().necessity(),
                check.safeguards().proportionality(),
                check.ownLaw(),
                check.byName(),
                Moment.of(check.at()));
    }

    /** The request that it follows up, and those that follow it up, with where each stands. */
    private static List<Related> related(RequestView view) {
        return Stream.concat(
                        view.followed().stream().map(earlier -> Related.of("follows", earlier)),
                        view.following().stream().map(later -> Related.of("followed-by", later)))
                .toList();
    }

    /** What the desk can ask next, once this request is out. */
    private static List<String> further(RequestView view, Person person) {
        var request = view.request();
        var desk = person.may(Power.DRAFT);
        if (request.side() != Side.REQUESTING || request.state().isBeforeSending() || !desk) {
            return List.of();
        }
        return Arrays.stream(RequestKind.values())
                .filter(kind -> kind != request.kind())
                .map(RequestKind::token)
                .toList();
    }

    private static Obtained obtained(Production production) {
        return new Obtained(
                Moment.of(production.obtainedAt()),
                production.provider(),
                production.handoverReference(),
                production.digest(),
                production.outcomes().stream()
                        .map(it -> new Item(it.identifier().value(), it.preserved(), it.remark()))
                        .toList());
    }

    /** What was last said to be down, place by place. */
    private static Optional<Down> down(RequestView view) {
        return view.timeline().stream()
                .filter(Step::effective)
                .filter(step -> switch (step.event()) {
                    case CONTENT_REMOVED, ACCESS_DISABLED, PARTLY_TAKEN_DOWN -> true;
                    default -> false;
                })
                .reduce((earlier, later) -> later)
                .map(step -> new Down(
                        step.particulars().effectedAt().map(Moment::of).orElseGet(() -> Moment.of(step.occurredAt())),
                        step.event().token(),
                        step.particulars().outcomes().stream()
                                .map(it -> new Item(it.identifier().value(), it.preserved(), it.remark()))
                                .toList()));
    }

    private static Kept kept(Preservation kept) {
        return new Kept(
                Moment.of(kept.effectedAt()),
                Moment.of(kept.keptUntil()),
                kept.provider(),
                kept.items().stream().map(ItemKept::of).toList());
    }

    /** Files whose conditions of use are to be read first, and those that are too large to be given out from here. */
    private static Set<UUID> limited(RequestView view) {
        var limited = view.exhibits().stream()
                .filter(it -> !it.particulars().conditions().isEmpty())
                .map(Exhibit::id)
                .toList();
        return view.files().stream()
                .filter(file -> file.exhibit()
                        .filter(exhibit -> limited.contains(exhibit) || file.size() > AnsweringOrder.LARGEST_FILE)
                        .isPresent())
                .map(DeliveredFile::id)
                .collect(Collectors.toSet());
    }

    private List<TimelineEntry> timeline(RequestView view) {
        var request = view.request();
        var positions = TimelineEntry.positions(journal.entriesAbout("request:" + request.id()));
        return view.timeline().stream()
                .map(step -> TimelineEntry.of(step, request.side(), positions, view.delivery(step), citations, wording))
                .toList();
    }
}
