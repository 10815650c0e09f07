package org.comity.node.cooperation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.comity.node.NodeTest;
import org.comity.node.cooperation.SomeRequests;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.request.CaseFile;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.directory.PartyId;
import org.comity.node.directory.Peers;
import org.comity.node.directory.SampleNodes;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.comity.node.identity.SomePeople;
import org.comity.node.time.WallClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@NodeTest
class RequestPathTests {

    private static final PartyId BRAZIL = new PartyId("BR-desk");
    private static final PartyId PARAGUAY = new PartyId("PY-registry");

    @Autowired
    MockMvc pages;

    @Autowired
    ApplicationContext node;

    @Autowired
    Peers peers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @WallClock
    Clock wall;

    private Person officer;
    private Person approver;
    private SomeRequests requests;

    @BeforeEach
    void aDeskAndAPeer() {
        officer = SomePeople.with(jdbc, Role.DUTY_OFFICER, Role.APPROVER);
        approver = SomePeople.with(jdbc, Role.APPROVER);
        requests = new SomeRequests(node, BRAZIL);
        if (peers.find(BRAZIL).isEmpty()) {
            peers.add(SampleNodes.contactPoint(BRAZIL.value(), 1, wall).card(), "administrator");
        }
    }

    @Test
    void aDraftSaysWhatItsPagesAskedAndShow() throws Exception {
        var desk = visitor(officer).opens("/cases/new");
        desk.submits(
                "open-case",
                Map.of(
                        "title",
                        "Operation Lantern",
                        "offence",
                        "ets185:2",
                        "facts",
                        "Access to a mail server was sold."));
        assertThat(desk.path()).startsWith("/cases/PT-");

        desk.submits("new-request", Map.of());
        assertThat(desk.path()).endsWith("/data");
        assertThat(desk.text()).contains("step 1 of 8");
        var id = RequestId.of(desk.path().split("/")[2]);

        desk.submits(
                "ask-data",
                Map.of(
                        "categories", "subscriber",
                        "identifiers[0].kind", "account",
                        "identifiers[0].value", "shadow.market",
                        "add", "identifier"));
        assertThat(desk.page().select(".identifier"))
                .as("add another works without JavaScript")
                .hasSize(2);
        desk.submits(
                "ask-data",
                Map.of(
                        "identifiers[1].kind", "ip",
                        "identifiers[1].value", "2001:db8::7",
                        "identifiers[1].at", "2026-11-20T09:30:00-03:00",
                        "identifiers[1].port", "51413",
                        "from", "2026-11-13T00:00",
                        "to", "2026-11-20T00:00",
                        "expectedDeletion", "2099-12-02T00:00"));
        assertThat(desk.path()).endsWith("/service");
        desk.submits("ask-service", Map.of("provider", "Example Hosting", "relation", "The account sold the access."));
        desk.submits("ask-offence", Map.of("offenceText", "illegal access, article 6", "penalty", "up to 5 years"));
        desk.submits("ask-where", Map.of("requestedState", "BR"));
        desk.submits(
                "ask-urgency",
                Map.of(
                        "urgency", "urgent",
                        "urgencyReason", "Logs live for ten days.",
                        "confidential", "no",
                        "mlaIntended", "yes",
                        "mlaAuthority", "Central authority"));
        assertThat(desk.path()).endsWith("/route");

        var card = desk.page().selectFirst("[data-route=ets185:29 open]");
        assertThat(card.selectFirst(".tag").text()).contains("open");
        assertThat(card.select(".findings li"))
                .isNotEmpty()
                .allMatch(li -> !li.select(".cite").isEmpty());
        assertThat(card.select("details").text()).contains("Grounds for refusal");
        assertThat(desk.page().select("[data-route$=closed] form")).isEmpty();
        desk.submits(card.selectFirst("form").id(), Map.of("party", BRAZIL.value()));
        assertThat(desk.path()).endsWith("/safeguards");
        desk.submits(
                "ask-safeguards",
                Map.of("legality", "Article 29.", "necessity", "Logs go soon.", "proportionality", "One account."));

        assertThat(desk.path()).endsWith("/check");
        assertThat(desk.page().select("#answers").text())
                .contains(
                        "Subscriber data",
                        "shadow.market",
                        "2001:0db8:0000:0000:0000:0000:0000:0007 port 51413",
                        "Brazil",
                        "ETS 185 art. 29")
                .contains("Access to a mail server was sold.");
        assertThat(desk.text()).contains("6 of 6 elements", "Who will see this?", BRAZIL.value());
        desk.submits("submit-for-approval", Map.of());
        assertThat(desk.path()).isEqualTo("/requests/" + id);
        assertThat(desk.page().getElementById("request").attr("data-state")).isEqualTo("AWAITING_APPROVAL");

        var saved = requests.request(id).content();
        assertThat(saved.data().identifiers()).hasSize(2);
        assertThat(saved.data().provider()).isEqualTo("Example Hosting");
        assertThat(saved.followUp().intended()).isTrue();

        assertThat(desk.text()).contains("You drafted this request, so another person must approve");
        assertThat(desk.page().getElementById("approve")).isNull();
        var second = visitor(approver).opens("/requests/" + id);
        second.submits("approve", Map.of("comment", "Agreed."));
        assertThat(second.text()).contains("Approved. It is on its way.");
        assertThat(requests.state(id)).isIn(RequestState.APPROVED, RequestState.UNDELIVERED);
        assertThat(paper(id)).as("an approved form bears the node's seal").contains("ETSI.CAdES.detached");
        assertThat(second.page().select("#timeline a.proof[href^=/journal/]")).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void thePageOfAPreservationLeadsToTheRequestForItsData() throws Exception {
        var preserved = requests.drafted(officer, CaseFile.DESK);
        requests.place(preserved, RequestState.PRESERVED, approver);
        var desk = visitor(officer).opens("/requests/" + preserved);
        desk.submits("further", Map.of("kind", "mutual-assistance"));
        assertThat(desk.path()).endsWith("/data");
        assertThat(desk.page().getElementById("identifiers[0].value").val())
                .as("what was said is carried over")
                .isEqualTo("shadow.market");
        var id = RequestId.of(desk.path().split("/")[2]);

        desk.submits("ask-data", Map.of());
        desk.submits("ask-service", Map.of("procedures", "A certificate of the custodian"));
        desk.submits("ask-offence", Map.of("proceeding", "Public prosecution, 12/26"));
        desk.submits("ask-where", Map.of());
        assertThat(desk.page().select("[name=mlaIntended]"))
                .as("it is the request that a preservation announces")
                .isEmpty();
        desk.submits("ask-urgency", Map.of());
        desk.submits(desk.page().selectFirst("[data-route=ets185:31 open] form").id(), Map.of("party", BRAZIL.value()));
        desk.submits("ask-safeguards", Map.of());
        assertThat(desk.page().select("#answers").text())
                .contains("A certificate of the custodian", "Public prosecution, 12/26", "ETS 185 art. 31");
        desk.submits("submit-for-approval", Map.of());

        assertThat(desk.page().select("#related").text())
                .contains("Follows up", requests.request(preserved).reference());
        assertThat(desk.opens("/requests/" + preserved)
                        .page()
                        .select("#related")
                        .text())
                .contains("Followed up by", requests.request(id).reference());
        assertThat(desk.opens("/board")
                        .page()
                        .select("[data-conversation=" + id + "]")
                        .text())
                .contains("Hand data over");
    }

    /** A page is enough to know that it is the right document; what stands in it, the room of documents tests. */
    @ParameterizedTest
    @CsvSource({"pdf, fr, %PDF-", "pdf, ar, %PDF-", "docx, zh, PK", "docx, en, PK"})
    void theFormIsHadOnPaperInEachLanguage(String format, String language, String begins) throws Exception {
        var id = requests.drafted(officer, CaseFile.DESK);
        var answer = pages.perform(get("/requests/%s/form.%s".formatted(id, format))
                        .param("in", language)
                        .with(SomePeople.signedIn(officer)))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString(StandardCharsets.ISO_8859_1))
                .startsWith(begins)
                .as("a draft is nobody's word yet")
                .doesNotContain("ETSI.CAdES.detached");
        assertThat(answer.getHeader("Content-Disposition"))
                .contains(requests.request(id).reference() + "-" + language + "." + format);
    }

    private String paper(RequestId id) throws Exception {
        return pages.perform(
                        get("/requests/" + id + "/form.pdf").param("in", "en").with(SomePeople.signedIn(officer)))
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.ISO_8859_1);
    }

    @Test
    void aFormInALanguageThatIsNotThereIsNotFound() throws Exception {
        var id = requests.drafted(officer, CaseFile.DESK);
        assertThat(pages.perform(get("/requests/" + id + "/form.pdf")
                                .param("in", "tlh")
                                .with(SomePeople.signedIn(officer)))
                        .andReturn()
                        .getResponse()
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void anIdentifierThatCannotBeUsedIsSaidAtItsField() throws Exception {
        var id = requests.drafted(officer, CaseFile.DESK);
        var desk = visitor(officer).opens("/requests/" + id + "/data");
        desk.submits("ask-data", Map.of("identifiers[1].at", "2026-11-20 09:30", "to", "yesterday"));

        assertThat(desk.status()).isEqualTo(422);
        assertThat(desk.page().select(".error-summary a").eachAttr("href"))
                .containsExactly("#identifiers[1].at", "#to");
        assertThat(desk.page().getElementById("identifiers[1].value").val())
                .isEqualTo("2001:0db8:0000:0000:0000:0000:0000:0007");
        assertThat(desk.page().getElementById("identifiers[1].at").attr("aria-invalid"))
                .isEqualTo("true");
    }

    @Test
    void whatSomeoneElseChangedMeanwhileIsNotOverwrittenAndTheTextStandsInTheFormAgain() throws Exception {
        var colleague = SomePeople.with(jdbc, Role.LAWYER);
        var id = requests.drafted(officer, CaseFile.DESK);
        var one = visitor(officer).opens("/requests/" + id + "/service");
        visitor(colleague)
                .opens("/requests/" + id + "/service")
                .submits("ask-service", Map.of("provider", "Other Hosting"));

        one.submits("ask-service", Map.of("provider", "My long text about the provider"));

        assertThat(one.status()).isEqualTo(409);
        assertThat(one.page().getElementById("provider").val()).isEqualTo("My long text about the provider");
        assertThat(one.page().select("#meanwhile").text())
                .contains("Changed meanwhile", "Your answers are not lost", "Other Hosting")
                .contains(colleague.name() + " changed at ", ": Whose service.");
        assertThat(requests.request(id).content().data().provider()).isEqualTo("Other Hosting");

        one.submits("ask-service", Map.of());
        assertThat(one.status()).isEqualTo(200);
        assertThat(requests.request(id).content().data().provider())
                .as("saved once more, knowing it")
                .isEqualTo("My long text about the provider");
    }

    @Test
    void addingARowOrAMistakeDoesNotHideWhatSomeoneElseChanged() throws Exception {
        var id = requests.drafted(officer, CaseFile.DESK);
        var one = visitor(officer).opens("/requests/" + id + "/data");
        visitor(officer).opens("/requests/" + id + "/where").submits("ask-where", Map.of("requestedState", "JP"));

        one.submits("ask-data", Map.of("add", "identifier"));
        one.submits("ask-data", Map.of("to", "yesterday"));
        assertThat(one.status()).isEqualTo(422);
        one.submits("ask-data", Map.of("to", ""));

        assertThat(one.status()).isEqualTo(409);
        assertThat(one.page().select("#meanwhile").text()).contains(": Where, Route.");
    }

    @Test
    void aRouteIsTakenAndADraftHandedOverOnlyAsShown() throws Exception {
        var id = requests.drafted(officer, CaseFile.DESK);
        var routes = visitor(officer).opens("/requests/" + id + "/route");
        var check = visitor(officer).opens("/requests/" + id + "/check");
        visitor(officer)
                .opens("/requests/" + id + "/offence")
                .submits("ask-offence", Map.of("facts", "Another story."));

        routes.submits(routes.page().selectFirst("form.choose").id(), Map.of("party", BRAZIL.value()));
        check.submits("submit-for-approval", Map.of());

        for (var page : new Visitor[] {routes, check}) {
            assertThat(page.status()).isEqualTo(409);
            assertThat(page.page().select("#meanwhile").text()).contains("Nothing was done", ": Which offence.");
        }
        assertThat(check.page().select("#answers").text()).contains("Another story.");
        assertThat(requests.state(id)).isEqualTo(RequestState.DRAFT);
        check.submits("submit-for-approval", Map.of());
        assertThat(requests.state(id)).isEqualTo(RequestState.AWAITING_APPROVAL);
    }

    @Test
    void whereNoNodeServesTheStateTheRoutesAreReadAndNotTaken() throws Exception {
        var id = requests.drafted(officer, CaseFile.DESK);
        var desk = visitor(officer).opens("/requests/" + id + "/where");
        desk.submits("ask-where", Map.of("requestedState", "JP"));
        desk.opens("/requests/" + id + "/route");
        assertThat(desk.text()).contains("Nobody in the directory acts for Japan.");
        assertThat(desk.page().select("article.route")).isNotEmpty();
        assertThat(desk.page().select("form[id^=choose-]")).isEmpty();

        desk.opens("/requests/" + id + "/where").submits("ask-where", Map.of("requestedState", "unknown"));
        desk.opens("/requests/" + id + "/route");
        assertThat(desk.text()).contains("The place of the data is not known", "draft a request for each");
    }

    @Test
    void anEmergencyIsSaidInItsParts() throws Exception {
        var other = requests.drafted(officer, CaseFile.DESK);
        var desk = visitor(officer).opens("/cases/" + requests.caseFile(other));
        desk.submits("new-request", Map.of("kind", "emergency-disclosure"));
        var id = RequestId.of(desk.path().split("/")[2]);
        desk.opens("/requests/" + id + "/urgency").submits("ask-urgency", Map.of("atRisk", "A child of nine"));
        assertThat(desk.status()).isEqualTo(422);
        assertThat(desk.page().select(".error-summary a").eachAttr("href"))
                .containsExactly("#risk", "#harm", "#imminence", "#effect");
        desk.submits(
                "ask-urgency",
                Map.of(
                        "risk", "life-or-safety",
                        "harm", "Abduction",
                        "imminence", "Last seen an hour ago",
                        "effect", "It shows where the phone is"));
        var content = requests.request(id).content();
        assertThat(content.emergency().orElseThrow().isWhole()).isTrue();
        assertThat(content.urgency().isEmergency()).isTrue();
    }

    @Test
    void anIncompleteDraftIsNotSubmittedAndSaysWhatIsOpen() throws Exception {
        var id = requests.drafted(officer, CaseFile.DESK);
        var desk = visitor(officer).opens("/requests/" + id + "/safeguards");
        desk.submits("ask-safeguards", Map.of("necessity", ""));
        desk.submits("submit-for-approval", Map.of());
        assertThat(desk.status()).isEqualTo(422);
        assertThat(desk.errors()).anyMatch(text -> text.contains("necessity"));
        assertThat(requests.state(id)).isEqualTo(RequestState.DRAFT);
    }

    @Test
    void whoHasNoNodeIsChosenAndItsLetterIsWrittenDown() throws Exception {
        requests.withoutANode(PARAGUAY);
        var id = requests.drafted(officer, CaseFile.DESK);
        var desk = visitor(officer).opens("/requests/" + id + "/where");
        desk.submits("ask-where", Map.of("requestedState", "PY"));
        desk.opens("/requests/" + id + "/route");
        var card = desk.page().selectFirst("[data-route=ets185:29 open]");
        assertThat(card.select("option").text()).contains("PY-registry", "paper, carried by hand");
        desk.submits(card.selectFirst("form").id(), Map.of("party", PARAGUAY.value()));
        desk.opens("/requests/" + id + "/check");
        assertThat(desk.page().select(".audience").text())
                .contains("Main counter", "Whoever prints and carries the papers");
        desk.submits("submit-for-approval", Map.of());
        visitor(approver).opens("/requests/" + id).submits("approve", Map.of());

        desk.opens("/requests/" + id);
        assertThat(desk.page().select("#by-hand").text()).contains("waits to be printed and handed in");
        assertThat(desk.page().select("#their-event option").eachAttr("value"))
                .contains("acknowledged", "clarification-asked", "refused", "preserved", "not-found")
                .doesNotContain("executed", "extension-granted", "partly-preserved");
        desk.opens("/requests/" + id + "/their-answer?event=preserved");
        assertThat(desk.page().select("#since, #until")).hasSize(2);
        assertThat(desk.page().select("#ground, #reason, #reviewAt"))
                .as("what such an answer does not say is not asked")
                .isEmpty();
        desk.submits("record", Map.of("text", "", "theirReference", "PY 77/26"));
        assertThat(desk.status()).isEqualTo(422);
        assertThat(desk.page().select(".error-summary a").eachAttr("href")).containsExactly("#text");
        assertThat(desk.page().getElementById("theirReference").val()).isEqualTo("PY 77/26");
        desk.submits("record", Map.of("text", "Kept, under PY 77/26.", "until", "2099-12-02T00:00"));

        assertThat(requests.state(id)).isEqualTo(RequestState.PRESERVED);
        assertThat(requests.request(id).preservation().orElseThrow().keptUntil())
                .isEqualTo("2099-12-02T00:00:00Z");
        assertThat(requests.request(id).counterpartReference()).isEqualTo("PY 77/26");
        assertThat(desk.page().select("#timeline").text())
                .contains("from the other side, written down by " + officer.name(), "Delivered, as a person recorded");
        assertThat(desk.page().select("#their-answer .letter").text())
                .contains("Kept, under PY 77/26.")
                .doesNotContain("not written down yet");
        assertThat(visitor(SomePeople.with(jdbc, Role.OVERSEER))
                        .opens("/requests/" + id)
                        .page()
                        .select("#write-down"))
                .as("who only reads writes nothing down")
                .isEmpty();
    }

    @Test
    void aNodeThatWillNotAnswerIsSaidOnTheBoardAndWhereItIsChosen() throws Exception {
        jdbc.sql("""
                        insert into exchange.notice (id, party, from_at, until_at, text, said_at, withdrawn)
                        values (:id, :party, now() - interval '1 hour', now() + interval '400 days',
                                'The database is moved.', now(), false)
                        """)
                .param("id", UUID.randomUUID())
                .param("party", BRAZIL.value())
                .update();
        var id = requests.drafted(officer, CaseFile.DESK);
        try {
            for (var path : new String[] {"/board", "/requests/" + id + "/route"}) {
                assertThat(visitor(officer)
                                .opens(path)
                                .page()
                                .select(".silence")
                                .text())
                        .as(path)
                        .contains("BR-desk", "does not answer until", "The database is moved.");
            }
        } finally {
            jdbc.sql("delete from exchange.notice where party = :party")
                    .param("party", BRAZIL.value())
                    .update();
        }
    }

    @Test
    void whoMayNotSeeIsToldThatThereIsNothing() throws Exception {
        var id = requests.drafted(officer, Set.of());
        var reference = requests.request(id).reference();
        var caseReference = reference.substring(0, reference.lastIndexOf('-'));
        for (var outsider : new Person[] {
            approver, SomePeople.with(jdbc, Role.ADMINISTRATOR), SomePeople.with(jdbc, Role.DUTY_OFFICER)
        }) {
            for (var path : new String[] {
                "/requests/" + id,
                "/requests/" + id + "/data",
                "/requests/" + id + "/route",
                "/requests/" + id + "/check",
                "/requests/" + id + "/messages/1",
                "/cases/" + caseReference,
                "/requests/" + UUID.randomUUID(),
                "/requests/no-such-thing"
            }) {
                assertThat(visitor(outsider).opens(path).status()).as(path).isEqualTo(404);
            }
            assertThat(visitor(outsider).opens("/board").text()).doesNotContain(reference);
            assertThat(visitor(outsider).opens("/cases?q=" + reference).page().select("td"))
                    .isEmpty();
        }
        assertThat(visitor(officer).opens("/cases/" + caseReference).text()).contains(reference);
    }

    @Test
    void aColleagueWhoIsAssignedSeesARestrictedCaseFile() throws Exception {
        var id = requests.drafted(officer, Set.of());
        var reference = requests.request(id).reference();
        var caseFile = "/cases/" + reference.substring(0, reference.lastIndexOf('-'));
        assertThat(visitor(approver).opens(caseFile).status()).isEqualTo(404);

        visitor(officer)
                .opens(caseFile)
                .submits("assign", Map.of("colleague", approver.id().toString()));

        assertThat(visitor(approver).opens(caseFile).text()).contains(reference, approver.name());
    }

    @Test
    void aRequestIsRefusedOnlyOnAGroundOfTheList() throws Exception {
        var id = requests.arrived();
        var desk = visitor(officer).opens("/incoming");
        assertThat(desk.page().select("a.row[href=/requests/" + id + "]")).hasSize(1);
        desk.opens("/requests/" + id).submits("acknowledge", Map.of());
        assertThat(desk.page().getElementById("refuse")).isNull();
        assertThat(desk.text()).contains("records its own legal check");
        desk.submits(
                "legal-check",
                Map.of(
                        "legality", "Own power.",
                        "necessity", "Logs go.",
                        "proportionality", "One account.",
                        "ownLawBasis", "Article 12"));
        assertThat(desk.page().select("#check").text()).contains("Article 12");

        desk.submits("refuse", Map.of("ground", "too-busy", "reason", "No time."));
        assertThat(desk.status()).isEqualTo(422);
        assertThat(desk.errors()).anyMatch(text -> text.contains("is not a ground on which a request"));
        assertThat(desk.page().getElementById("refuse-reason").text()).isEqualTo("No time.");
        assertThat(requests.state(id)).isEqualTo(RequestState.ACKNOWLEDGED);
    }

    @Test
    void anActThatIsNotPossibleNowIsSaidAndChangesNothing() throws Exception {
        var id = requests.arrived();
        var desk = visitor(officer).opens("/requests/" + id);
        var late = visitor(officer).opens("/requests/" + id);
        desk.submits("acknowledge", Map.of());
        late.submits("acknowledge", Map.of());
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.errors()).anyMatch(text -> text.contains("can’t be taken: Acknowledged"));
    }

    @ParameterizedTest
    @EnumSource(RequestState.class)
    void everyStateHasItsPageOnBothSides(RequestState state) throws Exception {
        var going = requests.drafted(officer, CaseFile.DESK);
        requests.place(going, state, approver);
        for (var person : new Person[] {officer, approver, SomePeople.with(jdbc, Role.OVERSEER)}) {
            assertPage(visitor(person).opens("/requests/" + going), state, "requesting");
        }
        if (!state.isBeforeSending()) {
            var coming = requests.arrived();
            requests.place(coming, state, approver);
            for (var person : new Person[] {officer, approver, SomePeople.with(jdbc, Role.OVERSEER)}) {
                assertPage(visitor(person).opens("/requests/" + coming), state, "requested");
            }
        }
        for (var list : new String[] {"/board", "/board/hand-over", "/incoming", "/cases"}) {
            assertThat(visitor(officer).opens(list).status()).as(list).isEqualTo(200);
        }
    }

    private static void assertPage(Visitor visitor, RequestState state, String side) {
        assertThat(visitor.status()).isEqualTo(200);
        var request = visitor.page().getElementById("request");
        assertThat(request.attr("data-state")).isEqualTo(state.name());
        assertThat(request.attr("data-side")).isEqualTo(side);
        assertThat(visitor.page().select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(visitor.page().select("[style]"))
                .as("the content policy forbids style attributes")
                .isEmpty();
    }

    private Visitor visitor(Person person) {
        return new Visitor(pages, person);
    }
}
