package org.comity.node.cooperation;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.comity.node.cooperation.form.Forms;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.RequestKind;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.place.Candidate;
import org.comity.node.cooperation.place.Likelihood;
import org.comity.node.cooperation.place.Source;
import org.comity.node.cooperation.place.Standing;
import org.comity.node.cooperation.request.CaseFile;
import org.comity.node.cooperation.request.Conditions;
import org.comity.node.cooperation.request.Confidentiality;
import org.comity.node.cooperation.request.DataCategory;
import org.comity.node.cooperation.request.DataWanted;
import org.comity.node.cooperation.request.FollowUpIntention;
import org.comity.node.cooperation.request.Identifier;
import org.comity.node.cooperation.request.ItemOutcome;
import org.comity.node.cooperation.request.KeptItem;
import org.comity.node.cooperation.request.Offence;
import org.comity.node.cooperation.request.Particulars;
import org.comity.node.cooperation.request.PeerMessage;
import org.comity.node.cooperation.request.Preservation;
import org.comity.node.cooperation.request.Production;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestContent;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.cooperation.request.Safeguards;
import org.comity.node.cooperation.request.Step;
import org.comity.node.cooperation.request.TimeRange;
import org.comity.node.cooperation.request.Urgency;
import org.comity.node.cooperation.request.UrgencyLevel;
import org.comity.node.directory.Correspondents;
import org.comity.node.directory.NodeFunction;
import org.comity.node.directory.PartyId;
import org.comity.node.exchange.MessageId;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.comity.node.identity.SomePeople;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Requests for tests of pages, put where a page needs them; how they really get there, other tests tell. */
public final class SomeRequests {

    public static final Safeguards SAFEGUARDS =
            new Safeguards("Our own preservation power", "Logs are overwritten in days", "One account, one week");

    private final ApplicationContext node;
    private final PartyId peer;

    public SomeRequests(ApplicationContext node, PartyId peer) {
        this.node = node;
        this.peer = peer;
    }

    public static RequestContent complete(RequestContent draft, Instant now, String state) {
        return draft.withData(new DataWanted(
                        Set.of(DataCategory.SUBSCRIBER, DataCategory.TRAFFIC),
                        List.of(
                                Identifier.read(Identifier.Kind.ACCOUNT, "shadow.market"),
                                Identifier.read(
                                        Identifier.Kind.IP, "2001:db8::7", "2026-11-20T09:30:00-03:00", "51413")),
                        new TimeRange(
                                Optional.of(now.minus(Duration.ofDays(9))), Optional.of(now.minus(Duration.ofDays(2)))),
                        "The account sold the access",
                        "Example Hosting",
                        "hosting",
                        "",
                        Optional.of(now.plus(Duration.ofDays(10)))))
                .withRequestedState(state)
                .withUrgency(new Urgency(UrgencyLevel.URGENT, "Logs live for ten days"))
                .withConfidentiality(Confidentiality.NONE)
                .withFollowUp(new FollowUpIntention(true, Optional.empty(), "Central authority"))
                .withSafeguards(SAFEGUARDS);
    }

    /** Drafted with every answer, and its route chosen. */
    public RequestId drafted(Person officer, Set<Role> openTo) {
        var offence = new Offence(List.of("ets185:2"), "illegal access, article 6", "up to 5 years");
        var file = node.getBean(OpeningCaseFile.class)
                .open(officer, new OpeningCaseFile.Opening("Operation Lantern", offence, "Access was sold.", openTo));
        var drafting = node.getBean(DraftingRequest.class);
        var id = drafting.begin(officer, file.reference(), RequestKind.PRESERVATION);
        var version = drafting.save(
                officer, id, 0, complete(RequestContent.blank(offence, "Access was sold."), now(), peer.state()));
        drafting.chooseRoute(officer, id, version, "ets185:29", peer);
        return id;
    }

    /** An organisation that is reached on paper, confirmed by a second person. */
    public void withoutANode(PartyId party) {
        var jdbc = node.getBean(JdbcClient.class);
        var correspondents = node.getBean(Correspondents.class);
        correspondents.enter(
                new Correspondents.Entry(
                        party,
                        "Registry of requests",
                        Set.of(NodeFunction.CONTACT_24_7),
                        List.of("es", "en"),
                        Optional.empty(),
                        "Main counter"),
                SomePeople.with(jdbc, Role.ADMINISTRATOR));
        correspondents.confirm(party, "called back", SomePeople.with(jdbc, Role.ADMINISTRATOR));
    }

    /** Sent on paper, and acknowledged by a letter. */
    public RequestId acknowledgedOnPaper(Person officer, Person approver) {
        var id = drafted(officer, CaseFile.DESK);
        node.getBean(DraftingRequest.class).submit(officer, id, request(id).version());
        node.getBean(ApprovingRequest.class).approve(approver, id, "");
        node.getBean(RecordingAnswers.class)
                .record(
                        officer,
                        id,
                        new TheirAnswer(
                                RequestEvent.ACKNOWLEDGED,
                                now(),
                                "PY 77/26",
                                "",
                                "",
                                Optional.empty(),
                                Optional.empty(),
                                "",
                                "",
                                List.of(),
                                "",
                                new TheirAnswer.Source.Brought("We have it, under PY 77/26.", List.of())));
        return id;
    }

    /** The States of these parties may have the data of its case. */
    public void assessed(Person officer, RequestId id, List<PartyId> parties) {
        var likelihoods = new ArrayDeque<>(List.of(Likelihood.HIGH, Likelihood.LOW));
        node.getBean(LocatingData.class)
                .assess(
                        officer,
                        caseFile(id),
                        0,
                        new LocatingData.Thought(
                                Standing.CANDIDATES,
                                parties.stream()
                                        .map(party -> Candidate.of(
                                                party.state(),
                                                likelihoods.remove(),
                                                new Candidate.Ground(
                                                        Source.NETWORK_DATA,
                                                        "Address block registered there",
                                                        LocalDate.parse("2026-01-02"))))
                                        .toList(),
                                ""));
    }

    /** The first of a group of drafts, one to each of these parties. */
    public RequestId askedOfSeveral(Person officer, List<PartyId> parties) {
        var id = drafted(officer, CaseFile.DESK);
        assessed(officer, id, parties);
        node.getBean(AskingCandidates.class)
                .draft(
                        officer,
                        id,
                        request(id).version(),
                        parties.stream()
                                .map(party -> new AskingCandidates.Ask("ets185:29", party))
                                .toList());
        return id;
    }

    /** Handed over by the peer on conditions that bind, as it follows up a preservation; half of it was not there. */
    public RequestId handedOver(Person officer, RequestId preserved, Person approver) {
        var id = node.getBean(DraftingRequest.class).followUp(officer, preserved, RequestKind.MUTUAL_ASSISTANCE);
        node.getBean(DraftingRequest.class).chooseRoute(officer, id, request(id).version(), "ets185:31", peer);
        place(id, RequestState.DELIVERED, approver);
        var outcomes = request(id).content().data().identifiers().stream()
                .map(it -> new ItemOutcome(it, it instanceof Identifier.Account, ""))
                .toList();
        node.getBean(JdbcClient.class)
                .sql(
                        "update cooperation.request set production = :production::jsonb, conditions = :conditions::jsonb where id = :id")
                .param(
                        "production",
                        StoredJson.write(new Production(
                                now(), "Example Hosting", outcomes, "Sealed medium 1", "sha256:" + "0f".repeat(32))))
                .param(
                        "conditions",
                        StoredJson.write(new Conditions("Use for this investigation only.", "ets185:28(2)(b)", true)))
                .param("id", id.value())
                .update();
        return id;
    }

    /** A peer asked for the data of an account on this side. */
    public RequestId arrived() {
        return arrived(RequestKind.PRESERVATION, "ets185:29");
    }

    /** An authority ordered a provider that runs this node to hand the data over. */
    public RequestId ordered() {
        return arrived(RequestKind.PRODUCTION_ORDER, "eu2023-1543:5");
    }

    /** An authority wants a provider that runs this node to take content down. */
    public RequestId toTakeDown() {
        return arrived(RequestKind.TAKE_DOWN, "eu-dsa:9");
    }

    /** A draft of a kind without any route yet. */
    public RequestId drafted(Person officer, Set<org.comity.node.identity.Role> openTo, RequestKind kind) {
        var offence = new Offence(List.of("ets185:2"), "illegal access, article 6", "up to 5 years");
        var file = node.getBean(OpeningCaseFile.class)
                .open(officer, new OpeningCaseFile.Opening("Operation Lantern", offence, "Access was sold.", openTo));
        return node.getBean(DraftingRequest.class).begin(officer, file.reference(), kind);
    }

    /** A draft of a kind that lacks only its route to a provider in this State. */
    public RequestId draftedTo(String state, Person officer, RequestKind kind) {
        var id = drafted(officer, CaseFile.DESK, kind);
        var draft = request(id);
        node.getBean(DraftingRequest.class).save(officer, id, draft.version(), complete(draft.content(), now(), state));
        return id;
    }

    /** A provider that runs this node is asked for what nothing binds it to do. */
    public RequestId askedVoluntarily() {
        return arrived(RequestKind.VOLUNTARY_DISCLOSURE, "voluntary:disclosure");
    }

    private RequestId arrived(RequestKind kind, String provision) {
        var planning = node.getBean(PlanningRoutes.class);
        var content = complete(
                RequestContent.blank(new Offence(List.of("ets185:2"), "illegal access", ""), "Access was sold."),
                now(),
                planning.ownState());
        var id = RequestId.fresh();
        node.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            var references = node.getBean(References.class);
            var request = Request.arrived(
                    new PeerMessage.Asks(
                            id, kind, Optional.empty(), provision, "BR-2026-0007-1", content, "en", "", List.of()),
                    peer,
                    references.forIncoming(),
                    content,
                    planning.incoming(kind, peer.state(), provision, content),
                    now());
            node.getBean(Advancing.class)
                    .arrive(
                            request,
                            peer,
                            new MessageId(UUID.randomUUID() + "@test"),
                            "<HI1Message/>".getBytes(StandardCharsets.UTF_8));
            node.getBean(Forms.class).keepForeign(id, "en", "<h1>Request for expedited preservation</h1>");
        });
        return id;
    }

    private static RequestState standing(RequestState whole, Identifier item) {
        if (whole != RequestState.PARTIAL) {
            return whole;
        }
        return item instanceof Identifier.Account ? RequestState.PRESERVED : RequestState.NOT_FOUND;
    }

    /** Puts it into a state as if its steps had been taken; kept data comes with the states that have it. */
    public void place(RequestId id, RequestState state, Person approver) {
        var request = node.getBean(Requests.class).find(id).orElseThrow();
        var kept = state.isRunningOut() || state == RequestState.FOLLOWUP_RECEIVED || state == RequestState.PRODUCED
                ? new Preservation(
                        now().minus(Duration.ofDays(3)),
                        now().plus(Duration.ofDays(5)),
                        "Example Hosting",
                        request.content().data().identifiers().stream()
                                .map(it -> new KeptItem(it, standing(state, it), now().plus(Duration.ofDays(5)), ""))
                                .toList())
                : null;
        node.getBean(JdbcClient.class)
                .sql("""
                        update cooperation.request
                        set state = :state, preservation = :kept::jsonb,
                            approver = case when side = 'REQUESTING' then :approver end,
                            approver_name = case when side = 'REQUESTING' then :name end
                        where id = :id
                        """)
                .param("state", state.name())
                .param("kept", kept == null ? null : StoredJson.write(kept))
                .param("approver", approver.id().value())
                .param("name", approver.name())
                .param("id", id.value())
                .update();
        if (kept != null && state.isRunningOut()) {
            var step = node.getBean(Timeline.class).of(id).getFirst();
            var placed = new Step(
                    id,
                    step.number(),
                    RequestEvent.PRESERVED,
                    state,
                    state,
                    step.by(),
                    step.actor(),
                    kept.effectedAt(),
                    now(),
                    Particulars.NONE.preservation(kept),
                    Optional.empty(),
                    true);
            node.getBean(Clocks.class).follow(placed, request(id));
        }
    }

    /** The reference of its case file. */
    public String caseFile(RequestId id) {
        return node.getBean(CaseFiles.class)
                .find(request(id).caseFile().orElseThrow())
                .orElseThrow()
                .reference();
    }

    public RequestState state(RequestId id) {
        return node.getBean(Requests.class).find(id).orElseThrow().state();
    }

    public Request request(RequestId id) {
        return node.getBean(Requests.class).find(id).orElseThrow();
    }

    private Instant now() {
        return node.getBean(Clock.class).instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
