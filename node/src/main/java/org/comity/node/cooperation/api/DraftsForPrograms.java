package org.comity.node.cooperation.api;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.comity.node.cooperation.DraftingRequest;
import org.comity.node.cooperation.PlanningRoutes;
import org.comity.node.cooperation.ReadingRequests;
import org.comity.node.cooperation.act.Answers;
import org.comity.node.cooperation.act.Citations;
import org.comity.node.cooperation.act.DraftAnswers;
import org.comity.node.cooperation.act.DraftStep;
import org.comity.node.cooperation.act.Recipients;
import org.comity.node.cooperation.act.Wording;
import org.comity.node.cooperation.request.Completeness;
import org.comity.node.cooperation.request.Offence;
import org.comity.node.cooperation.request.PlannedRoute;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestContent;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.directory.Channel;
import org.comity.node.directory.Counterpart;
import org.comity.node.frame.Described;
import org.comity.node.frame.FormErrors;
import org.comity.node.frame.OneOf;
import org.comity.node.identity.CurrentPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** The way to a request: the questions of its draft, its routes, and the hand-over to the second person. */
@RestController
@RequestMapping("/api/v1/requests/{id}")
class DraftsForPrograms {

    private static final String IDENTIFIERS = "identifiers";

    private static final Set<String> TAKE_DOWN =
            Set.of("content", "means", "territories", "redress", "flaggedBy", "announcedAt", "unpreserved");

    private static final Set<String> ISSUANCE = Set.of("reviewedBy", "certifiedBy", "targeting");

    private final ReadingRequests reading;
    private final DraftingRequest drafting;
    private final PlanningRoutes planning;
    private final Recipients recipients;
    private final Citations citations;
    private final Requested requested;
    private final Wording wording;
    private final CurrentPerson current;

    DraftsForPrograms(
            ReadingRequests reading,
            DraftingRequest drafting,
            PlanningRoutes planning,
            Recipients recipients,
            Citations citations,
            Requested requested,
            Wording wording,
            CurrentPerson current) {
        this.reading = reading;
        this.drafting = drafting;
        this.planning = planning;
        this.recipients = recipients;
        this.citations = citations;
        this.requested = requested;
        this.wording = wording;
        this.current = current;
    }

    /** @param questions each with its fields, as they can be sent back */
    record DraftJson(int version, Map<String, Object> questions, Complete completeness) {}

    /** @param provision by whose list it is measured */
    record Complete(String provision, int filled, int asked, List<ElementJson> elements) {
        static Complete of(Completeness it, Wording wording) {
            return new Complete(
                    it.provision(),
                    (int) it.filled(),
                    it.elements().size(),
                    it.elements().stream()
                            .map(element -> new ElementJson(element.id(), wording.of(element.text()), element.filled()))
                            .toList());
        }
    }

    record ElementJson(String provision, String text, boolean filled) {}

    record RoutesJson(List<RouteJson> routes, List<RecipientJson> recipients) {}

    /** @param standing open, conditional, closed or unknown: the closed ones too, since why a way is shut is an answer */
    record RouteJson(
            String provision,
            String citation,
            String channel,
            String standing,
            String dualCriminality,
            boolean usable,
            Optional<String> authority,
            List<FindingJson> findings,
            List<String> refusalGrounds) {
        static RouteJson of(PlannedRoute route, UnaryOperator<String> reasons, Citations citations) {
            return new RouteJson(
                    route.provision(),
                    citations.of(route.provision()),
                    route.channel(),
                    route.standing(),
                    route.dualCriminality(),
                    route.isUsable(),
                    route.authority(),
                    route.findings().stream()
                            .map(it -> new FindingJson(
                                    it.rule(),
                                    it.result(),
                                    reasons.apply(it.reason()),
                                    it.provision(),
                                    it.source(),
                                    it.basis()))
                            .toList(),
                    route.refusalGrounds().stream()
                            .map(PlannedRoute.RefusalGround::id)
                            .toList());
        }
    }

    record FindingJson(String rule, String result, String reason, String provision, String source, String basis) {}

    /** @param channel by which it is reached */
    record RecipientJson(
            String party,
            String organisation,
            @OneOf(Channel.class) String channel) {
        static RecipientJson of(Counterpart counterpart) {
            return new RecipientJson(
                    counterpart.party().value(), counterpart.organisation(), Tokens.of(counterpart.channel()));
        }
    }

    record ChosenRoute(String provision, String party) {}

    @Described("The questions of a draft with what is answered, and how complete it is")
    @GetMapping("/draft")
    ResponseEntity<DraftJson> draft(@PathVariable RequestId id) {
        var request = reading.view(current.require(), id).request();
        var questions = new LinkedHashMap<String, Object>();
        questions()
                .forEach(step -> questions.put(step.path(), Filled.json(DraftAnswers.saved(step, request.content()))));
        return ResponseEntity.ok()
                .eTag(Requested.tag(request).value())
                .body(new DraftJson(request.version(), questions, Complete.of(request.completeness(), wording)));
    }

    @Described(
            value = "Answers one question of a draft as a whole; a field that is left out is empty",
            takes = "DraftQuestion")
    @PutMapping("/draft/{question}")
    ResponseEntity<DraftJson> answerQuestion(
            @PathVariable RequestId id,
            @PathVariable String question,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Map<String, Object> fields) {
        var person = current.require();
        var request = seen(id, ifMatch);
        var step = questions().stream()
                .filter(it -> it.path().equals(question))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var answers = Filled.of(fieldsOf(step, request), rowsOf(step), fields);
        var errors = new FormErrors();
        var content = DraftAnswers.said(
                step,
                request.content(),
                step == DraftStep.URGENCY && request.kind().isEmergency() ? asClaim(answers) : answers,
                wording,
                errors);
        Refusing.WrongFields.orNothing(errors);
        drafting.save(person, id, request.version(), content);
        return draft(id);
    }

    /** An emergency is claimed in parts, whichever of them were sent. */
    private static Answers asClaim(Answers answers) {
        return answers.has("atRisk") ? answers : answers.and("atRisk", "");
    }

    private static List<DraftStep> questions() {
        return Arrays.stream(DraftStep.values())
                .filter(step -> step != DraftStep.ROUTE && step != DraftStep.CHECK)
                .toList();
    }

    private static Set<String> rowsOf(DraftStep step) {
        return step == DraftStep.DATA ? Set.of(IDENTIFIERS) : Set.of();
    }

    /** Those that the page of the question has for a request of this kind. */
    private static Set<String> fieldsOf(DraftStep step, Request request) {
        var fields = new TreeSet<>(DraftAnswers.saved(step, RequestContent.blank(Offence.NOT_NAMED, ""))
                .fields()
                .keySet());
        if (step == DraftStep.URGENCY) {
            fields.removeAll(
                    request.kind().isEmergency()
                            ? Set.of("urgency", "urgencyReason")
                            : Set.of("risk", "atRisk", "harm", "imminence", "effect"));
        }
        if (!request.kind().takesDown()) {
            fields.removeAll(TAKE_DOWN);
        }
        if (request.content().issuance().isEmpty()) {
            fields.removeAll(ISSUANCE);
        }
        return fields;
    }

    @Described("How complete a request is, by the list of its provision")
    @GetMapping("/completeness")
    Complete completeness(@PathVariable RequestId id) {
        return Complete.of(reading.view(current.require(), id).completeness(), wording);
    }

    @Described("The planned routes of a draft, best first, each with its reasons, and who can take the request there")
    @GetMapping("/routes")
    RoutesJson routesOfDraft(@PathVariable RequestId id) {
        var person = current.require();
        var request = reading.view(person, id).request();
        var routes = planning.routes(person, id);
        var reasons = planning.reasonsIn(LocaleContextHolder.getLocale(), request, routes);
        return new RoutesJson(
                routes.stream()
                        .map(route -> RouteJson.of(route, reasons, citations))
                        .toList(),
                recipients.in(request.content().requestedState(), request.kind()).stream()
                        .map(RecipientJson::of)
                        .toList());
    }

    @Described("Chooses one of the planned routes, and who is asked")
    @PutMapping("/route")
    ResponseEntity<RequestJson> chooseRoute(
            @PathVariable RequestId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ChosenRoute said) {
        var person = current.require();
        var request = seen(id, ifMatch);
        drafting.chooseRoute(person, id, request.version(), said.provision(), Parties.named("party", said.party()));
        return requested.now(person, id);
    }

    @Described("Hands the draft to the second person")
    @PostMapping("/submission")
    ResponseEntity<RequestJson> submit(
            @PathVariable RequestId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        var person = current.require();
        drafting.submit(person, id, seen(id, ifMatch).version());
        return requested.now(person, id);
    }

    /** What comes between this look and the change is found by the version. */
    private Request seen(RequestId id, @Nullable String ifMatch) {
        var request = reading.view(current.require(), id).request();
        Requested.tag(request).mustMatch(ifMatch);
        return request;
    }

    /** The body of each question. */
    static Map<String, Object> schemas() {
        var schemas = new LinkedHashMap<String, Object>();
        questions().forEach(step -> {
            var properties = new LinkedHashMap<String, Object>();
            DraftAnswers.saved(step, RequestContent.blank(Offence.NOT_NAMED, ""))
                    .fields()
                    .keySet()
                    .forEach(field -> properties.put(field, Filled.schema(field)));
            rowsOf(step).forEach(rows -> properties.put(rows, Map.of("type", "array", "items", identifier())));
            schemas.put(
                    "Question." + step.path(),
                    Map.of(
                            "type",
                            "object",
                            "title",
                            step.path(),
                            "additionalProperties",
                            false,
                            "properties",
                            properties));
        });
        return schemas;
    }

    private static Map<String, Object> identifier() {
        return Map.of(
                "type",
                "object",
                "required",
                List.of("kind", "value"),
                "properties",
                Map.of(
                        "kind", Map.of("type", "string"),
                        "value", Map.of("type", "string"),
                        "at", Map.of("type", "string", "description", "of an address: when it was used, with its zone"),
                        "port", Map.of("type", List.of("string", "integer"))));
    }
}
