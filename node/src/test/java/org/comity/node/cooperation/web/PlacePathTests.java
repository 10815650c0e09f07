package org.comity.node.cooperation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** A place that is not known, from the first guess to the State that has the data, by hand in the pages. */
@NodeTest
class PlacePathTests {

    private static final PartyId BRAZIL = new PartyId("BR-desk");
    private static final PartyId CHILE = new PartyId("CL-desk");

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
    void aDeskAndTwoPeers() {
        officer = SomePeople.with(jdbc, Role.DUTY_OFFICER);
        approver = SomePeople.with(jdbc, Role.APPROVER);
        requests = new SomeRequests(node, BRAZIL);
        for (var party : List.of(BRAZIL, CHILE)) {
            if (peers.find(party).isEmpty()) {
                peers.add(
                        SampleNodes.contactPoint(party.value(), party.equals(BRAZIL) ? 1 : 2, wall)
                                .card(),
                        "administrator");
            }
        }
    }

    @Test
    void severalStatesAreAskedAtOnceAndLetGoOfOnceOneHasTheData() throws Exception {
        var id = requests.drafted(officer, Set.copyOf(CaseFile.DESK));
        var caseFile = "/cases/" + requests.caseFile(id);
        var desk = visitor(officer).opens(caseFile);
        assertThat(desk.text()).contains("Nobody has said yet where the data may be.");

        assessed(desk, caseFile);
        assertThat(desk.page().select("[data-candidate=BR]").text())
                .contains("high", "the provider says so: Hosted in São Paulo", "Own power to preserve");

        desk.opens("/requests/" + id + "/where").submits("ask-where", Map.of("requestedState", "unknown"));
        desk.opens("/requests/" + id + "/check");
        assertThat(desk.page().getElementById("submit-for-approval")).isNull();
        desk.opens("/requests/" + id + "/candidates");
        assertThat(desk.page().select("#ask input[checked]")).hasSize(2);
        desk.submits(
                "several", Map.of("ask", desk.page().selectFirst("#ask input").val()));
        assertThat(desk.status()).isEqualTo(422);
        assertThat(desk.errors()).anyMatch(text -> text.contains("at least two States"));

        desk.opens("/requests/" + id + "/candidates").submits("several", Map.of());
        assertThat(desk.path()).isEqualTo(caseFile);
        desk.submits("several-1-submit", Map.of());
        var second = visitor(approver).opens(caseFile);
        second.submits("several-1-approve", Map.of("said", "Both are needed."));
        assertThat(second.text()).contains("Approved. They are on their way.");

        requests.place(id, RequestState.PRESERVED, approver);
        desk.opens(caseFile);
        desk.submits("several-1-let-go", Map.of("said", "Found in one."));
        assertThat(desk.text()).contains("Choose which of the open requests are let go of.");
        var other =
                desk.page().selectFirst("#several-1-let-go input[name=chosen]").val();
        desk.submits("several-1-let-go", Map.of("chosen", other, "said", "Found in one."));
        assertThat(desk.text()).contains("Let go. The States are told.", "confirmed");
        assertThat(requests.state(RequestId.of(other))).isEqualTo(RequestState.WITHDRAWN);
    }

    @Test
    void thePageSaysWhichStatesMayClaimTheCaseAndWhatTheyAgreedOn() throws Exception {
        var caseFile =
                "/cases/" + requests.caseFile(requests.drafted(officer, Set.copyOf(CaseFile.DESK))) + "/jurisdiction";
        var desk = visitor(officer).opens(caseFile);
        assertThat(desk.text()).contains("Nothing ties this case to a State yet");

        desk.submits("tie", Map.of("state", "PT", "link", "territory", "reason", ""));
        assertThat(desk.status()).isEqualTo(422);
        assertThat(desk.errors()).contains("Say how you know it.");
        for (var state : List.of("PT", "FR")) {
            desk.opens(caseFile)
                    .submits("tie", Map.of("state", state, "link", "territory", "reason", "The servers stand there."));
        }
        assertThat(desk.page().select("[data-claim=FR]").text()).contains("must have jurisdiction", "ETS 185 art. 22");
        assertThat(desk.page().getElementById("together").text()).contains("consult (article 22(5))");

        desk.submits("consultation", Map.of("with", "FR", "on", "2999-01-01", "outcome", "France prosecutes."));
        assertThat(desk.errors()).anyMatch(text -> text.contains("once it was held"));
        desk.submits("consultation", Map.of("with", "FR", "on", "2020-01-01", "outcome", "France prosecutes."));
        assertThat(desk.text()).contains("The consultation is recorded.", "France prosecutes.");
    }

    @Test
    void approversReadHowMuchWorkLiesWithWhomAndOthersDoNot() throws Exception {
        var page = visitor(approver).opens("/board/workload");
        var before = openRequests(page);
        requests.drafted(officer, Set.copyOf(CaseFile.DESK));

        page.opens("/board/workload");
        assertThat(openRequests(page)).isEqualTo(before + 1);
        assertThat(page.text()).contains("given to nobody", "In the last 30 days");
        assertThat(visitor(officer).opens("/board/workload").status()).isEqualTo(403);
    }

    @Test
    void noRequestIsBegunFromACaseThatWasReferredElsewhere() throws Exception {
        var caseFile = "/cases/" + requests.caseFile(requests.drafted(officer, Set.copyOf(CaseFile.DESK)));
        var desk = visitor(officer).opens(caseFile);

        desk.submits("refer", Map.of("matter", "incident", "institution", "national CSIRT", "reason", "No offence."));
        assertThat(desk.text()).contains("Referred: an incident of network security", "national CSIRT");
        desk.submits("new-request", Map.of("kind", "preservation"));
        assertThat(desk.path()).isEqualTo(caseFile);
        assertThat(desk.text()).contains("This case file is with national CSIRT.");
    }

    @Test
    void aStateIsNotForgottenAndOneThatIsOwedItIsTold() throws Exception {
        var id = requests.drafted(officer, Set.copyOf(CaseFile.DESK));
        var caseFile = "/cases/" + requests.caseFile(id);
        var desk = visitor(officer).opens(caseFile);
        assessed(desk, caseFile);
        desk.opens(caseFile + "/place");
        desk.submits("place", Map.of("candidates[1].likelihood", "ruled-out", "standing", "known"));
        assertThat(desk.status()).isEqualTo(422);
        assertThat(desk.errors()).containsExactly("Say why it is no longer thought of: CL.");
        desk.submits("place", Map.of("note", "The provider closed its site there."));
        assertThat(desk.page().select("#place").text()).contains("known", "Earlier assessments (1)");

        desk.submits("notice-BR", Map.of("under", ""));
        assertThat(desk.text()).contains("Name the provision under which the notification is owed.");
        desk.submits("notice-BR", Map.of("under", "Own law, article 9"));
        desk.submits("notice-BR", Map.of("made", "2026-01-05", "reference", "Note 4"));
        assertThat(desk.page().select("[data-candidate=BR]").text()).contains("made on 2026-01-05 (Note 4)");
    }

    @Test
    void whatIsMissingInAnAssessmentIsSaidAtItsField() throws Exception {
        var id = requests.drafted(officer, Set.copyOf(CaseFile.DESK));
        var desk = visitor(officer).opens("/cases/" + requests.caseFile(id) + "/place");
        desk.submits("place", Map.of("candidates[0].state", "BR", "candidates[0].asOf", "yesterday"));
        assertThat(desk.status()).isEqualTo(422);
        assertThat(desk.page().select(".error-summary a").eachAttr("href"))
                .contains("#candidates[0].likelihood", "#candidates[0].source", "#candidates[0].asOf", "#standing");
    }

    private static void assessed(Visitor desk, String caseFile) throws Exception {
        desk.opens(caseFile + "/place")
                .submits(
                        "place",
                        Map.of(
                                "standing", "candidates",
                                "candidates[0].state", "BR",
                                "candidates[0].likelihood", "high",
                                "candidates[0].source", "provider-statement",
                                "candidates[0].text", "Hosted in São Paulo",
                                "candidates[0].asOf", "2026-01-02",
                                "add", "candidate"));
        desk.submits(
                "place",
                Map.of(
                        "candidates[1].state", "CL",
                        "candidates[1].likelihood", "low",
                        "candidates[1].source", "network-data",
                        "candidates[1].text", "Address block registered there",
                        "candidates[1].asOf", "2026-01-02"));
        assertThat(desk.path()).isEqualTo(caseFile);
    }

    private Visitor visitor(Person person) {
        return new Visitor(pages, person);
    }

    private static int openRequests(Visitor page) {
        return Integer.parseInt(
                page.page().getElementById("backlog").text().replaceAll("^Open requests: ([0-9]+)\\..*$", "$1"));
    }
}
