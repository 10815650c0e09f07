package org.comity.node.cooperation.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.comity.node.cooperation.Alternatives;
import org.comity.node.cooperation.AskingCandidates;
import org.comity.node.cooperation.FindingPlaces;
import org.comity.node.cooperation.LocatingData;
import org.comity.node.cooperation.ReadingRequests;
import org.comity.node.cooperation.Whereabouts;
import org.comity.node.cooperation.act.PlaceAnswers;
import org.comity.node.cooperation.act.Wording;
import org.comity.node.cooperation.clock.RequestClock;
import org.comity.node.cooperation.place.Assessment;
import org.comity.node.cooperation.place.Candidate;
import org.comity.node.cooperation.place.Likelihood;
import org.comity.node.cooperation.place.Source;
import org.comity.node.cooperation.place.Standing;
import org.comity.node.cooperation.request.PlannedRoute;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.frame.Described;
import org.comity.node.frame.EntityTag;
import org.comity.node.frame.FormErrors;
import org.comity.node.frame.OneOf;
import org.comity.node.identity.CurrentPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where the data of a case may be, and the same asked of several States at once. */
@RestController
@RequestMapping("/api/v1")
class PlacesForPrograms {

    private final ReadingRequests reading;
    private final FindingPlaces finding;
    private final LocatingData locating;
    private final AskingCandidates asking;
    private final Wording wording;
    private final CurrentPerson current;

    PlacesForPrograms(
            ReadingRequests reading,
            FindingPlaces finding,
            LocatingData locating,
            AskingCandidates asking,
            Wording wording,
            CurrentPerson current) {
        this.reading = reading;
        this.finding = finding;
        this.locating = locating;
        this.asking = asking;
        this.wording = wording;
        this.current = current;
    }

    /** @param number of the assessment, 0 before the first; it is the tag too */
    record PlacesJson(
            int number,
            Optional<String> standing,
            String note,
            Optional<String> by,
            Optional<Instant> at,
            List<PlaceJson> candidates,
            List<GroupJson> groups,
            int assessments) {
        static PlacesJson of(Whereabouts it) {
            return new PlacesJson(
                    number(it),
                    it.now().map(now -> Tokens.of(now.standing())),
                    it.now().map(Assessment::note).orElse(""),
                    it.now().map(Assessment::by),
                    it.now().map(Assessment::at),
                    it.places().stream().map(PlaceJson::of).toList(),
                    it.groups().stream().map(GroupJson::of).toList(),
                    it.history().size());
        }

        static int number(Whereabouts it) {
            return it.now().map(Assessment::number).orElse(0);
        }
    }

    /** @param nextDue the first time of the request that ends */
    record PlaceJson(
            String state,
            @OneOf(Likelihood.class) String likelihood,
            boolean foundLater,
            List<GroundJson> grounds,
            Optional<UUID> request,
            Optional<Instant> nextDue,
            Optional<RaceJson> race,
            Optional<NoticeJson> notice) {
        static PlaceJson of(Whereabouts.Place it) {
            return new PlaceJson(
                    it.candidate().state(),
                    Tokens.of(it.candidate().likelihood()),
                    it.foundLater(),
                    it.candidate().grounds().stream().map(GroundJson::of).toList(),
                    it.request().map(request -> request.id().value()),
                    it.next().map(RequestClock::dueAt),
                    it.race().map(RaceJson::of),
                    it.candidate().notice().map(NoticeJson::of));
        }
    }

    record GroundJson(@OneOf(Source.class) String source, String text, LocalDate asOf) {
        static GroundJson of(Candidate.Ground it) {
            return new GroundJson(Tokens.of(it.source()), it.text(), it.asOf());
        }
    }

    record NoticeJson(String under, Optional<LocalDate> made, String reference) {
        static NoticeJson of(Candidate.Notice it) {
            return new NoticeJson(it.under(), it.made(), it.reference());
        }
    }

    /** @param toConsolidate one State keeps the data and others are still asked: a person decides whether they need to be */
    record GroupJson(
            UUID id,
            List<UUID> requests,
            List<UUID> drafts,
            List<UUID> waiting,
            List<UUID> confirmed,
            List<UUID> open,
            boolean toConsolidate) {
        static GroupJson of(Alternatives it) {
            return new GroupJson(
                    it.group(),
                    ids(it.requests()),
                    ids(it.drafts()),
                    ids(it.waiting()),
                    ids(it.confirmed()),
                    ids(it.open()),
                    it.isToBeConsolidated());
        }

        private static List<UUID> ids(List<Request> requests) {
            return requests.stream().map(request -> request.id().value()).toList();
        }
    }

    record WayJson(String state, @OneOf(Likelihood.class) String likelihood, List<Usable> routes) {}

    record Usable(String provision, String standing) {}

    record Owed(String under) {}

    record Made(LocalDate made, String reference) {}

    record Asked(List<AskedOne> ask) {}

    record AskedOne(String provision, String party) {}

    record Chosen(List<UUID> chosen, @Nullable String said) {
        List<RequestId> ids() {
            return chosen.stream().map(RequestId::new).toList();
        }

        String text() {
            return said == null ? "" : said;
        }
    }

    @Described("Where the data of a case may be, and how far it was asked for there")
    @GetMapping("/cases/{reference}/places")
    ResponseEntity<PlacesJson> places(@PathVariable String reference) {
        var places = finding.of(current.require(), reference);
        return ResponseEntity.ok().eTag(tag(places).value()).body(PlacesJson.of(places));
    }

    private static EntityTag tag(Whereabouts places) {
        return EntityTag.of(PlacesJson.number(places));
    }

    private int seen(String reference, @Nullable String ifMatch) {
        var places = finding.of(current.require(), reference);
        tag(places).mustMatch(ifMatch);
        return PlacesJson.number(places);
    }

    @Described(
            value = "Says where the data may be, a row for each reason; what was thought before stays",
            takes = "Places")
    @PutMapping("/cases/{reference}/places")
    ResponseEntity<PlacesJson> assessPlaces(
            @PathVariable String reference,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Map<String, Object> fields) {
        int seen = seen(reference, ifMatch);
        var errors = new FormErrors();
        var answers = Filled.of(Set.of("standing", "note"), Set.of("candidates"), fields);
        var thought = PlaceAnswers.said(answers, wording, errors);
        Refusing.WrongFields.orNothing(errors);
        locating.assess(current.require(), reference, seen, thought);
        return places(reference);
    }

    @Described("Says that a State is owed to be told, and under what")
    @PutMapping("/cases/{reference}/places/{state}/notice/owed")
    ResponseEntity<PlacesJson> oweNotice(
            @PathVariable String reference,
            @PathVariable String state,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Owed said) {
        locating.oweNotice(current.require(), reference, seen(reference, ifMatch), state, said.under());
        return places(reference);
    }

    @Described("Records that a State was told")
    @PutMapping("/cases/{reference}/places/{state}/notice/made")
    ResponseEntity<PlacesJson> makeNotice(
            @PathVariable String reference,
            @PathVariable String state,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Made said) {
        locating.noticeMade(
                current.require(), reference, seen(reference, ifMatch), state, said.made(), said.reference());
        return places(reference);
    }

    @Described("The States that may have the data of a draft, with the routes to each")
    @GetMapping("/requests/{id}/candidates")
    List<WayJson> candidates(@PathVariable RequestId id) {
        return finding.ways(current.require(), id).stream()
                .map(way -> new WayJson(
                        way.candidate().state(),
                        Tokens.of(way.candidate().likelihood()),
                        way.routes().stream()
                                .filter(PlannedRoute::isUsable)
                                .map(route -> new Usable(route.provision(), route.standing()))
                                .toList()))
                .toList();
    }

    @Described("Makes of one draft as many as States are asked; the answer tells their group")
    @PostMapping("/requests/{id}/candidates")
    PlacesJson askSeveral(
            @PathVariable RequestId id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Asked said) {
        var person = current.require();
        var view = reading.view(person, id);
        Requested.tag(view.request()).mustMatch(ifMatch);
        asking.draft(
                person,
                id,
                view.request().version(),
                said.ask().stream().map(PlacesForPrograms::ask).toList());
        return PlacesJson.of(finding.of(person, view.caseFile().orElseThrow().reference()));
    }

    private static AskingCandidates.Ask ask(AskedOne one) {
        return new AskingCandidates.Ask(one.provision(), Parties.named("party", one.party()));
    }

    @Described("Asks one more State the same, as a member of the group")
    @PostMapping("/cases/{reference}/groups/{group}/requests")
    PlacesJson askAlso(@PathVariable String reference, @PathVariable UUID group, @RequestBody AskedOne said) {
        var person = current.require();
        reading.caseFile(person, reference);
        asking.askAlso(person, group, ask(said));
        return PlacesJson.of(finding.of(person, reference));
    }

    @Described("Hands all drafts of a group to the second person")
    @PostMapping("/cases/{reference}/groups/{group}/submission")
    PlacesJson submitGroup(@PathVariable String reference, @PathVariable UUID group) {
        var person = current.require();
        reading.caseFile(person, reference);
        asking.submit(person, group);
        return PlacesJson.of(finding.of(person, reference));
    }

    @Described(value = "Approves and sends those of a group that are chosen", decides = true)
    @PostMapping("/cases/{reference}/groups/{group}/approval")
    PlacesJson approveGroup(@PathVariable String reference, @PathVariable UUID group, @RequestBody Chosen said) {
        var person = current.require();
        reading.caseFile(person, reference);
        asking.approve(person, group, said.ids(), said.text());
        return PlacesJson.of(finding.of(person, reference));
    }

    @Described("Lets go of those of a group that are chosen, since another State keeps the data")
    @PostMapping("/cases/{reference}/groups/{group}/release")
    PlacesJson releaseGroup(@PathVariable String reference, @PathVariable UUID group, @RequestBody Chosen said) {
        var person = current.require();
        reading.caseFile(person, reference);
        asking.standDown(person, group, said.ids(), said.text());
        return PlacesJson.of(finding.of(person, reference));
    }

    /** What {@link #assessPlaces} takes. */
    static Map<String, Object> schema() {
        var row = new LinkedHashMap<String, Object>();
        row.put("state", Map.of("type", "string", "description", "ISO 3166-1 alpha-2"));
        row.put("likelihood", words(Likelihood.class));
        row.put("source", words(Source.class));
        row.put("text", Map.of("type", "string"));
        row.put("asOf", Map.of("type", "string", "format", "date"));
        return Map.of(
                "type",
                "object",
                "additionalProperties",
                false,
                "required",
                List.of("standing"),
                "properties",
                Map.of(
                        "standing", words(Standing.class),
                        "note", Map.of("type", "string"),
                        "candidates",
                                Map.of(
                                        "type",
                                        "array",
                                        "items",
                                        Map.of(
                                                "type",
                                                "object",
                                                "required",
                                                List.copyOf(row.keySet()),
                                                "properties",
                                                row))));
    }

    private static Map<String, Object> words(Class<? extends Enum<?>> list) {
        return Map.of(
                "type",
                "string",
                "enum",
                Arrays.stream(list.getEnumConstants()).map(Tokens::of).toList());
    }
}
