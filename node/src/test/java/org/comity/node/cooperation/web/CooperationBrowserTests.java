package org.comity.node.cooperation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.comity.node.Browser;
import org.comity.node.NodeTest;
import org.comity.node.cooperation.SomeRequests;
import org.comity.node.cooperation.act.DraftStep;
import org.comity.node.cooperation.life.RequestKind;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.request.CaseFile;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.directory.PartyId;
import org.comity.node.directory.Peers;
import org.comity.node.directory.SampleNodes;
import org.comity.node.frame.Noted;
import org.comity.node.identity.Enrolment;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.comity.node.identity.SomePeople;
import org.comity.node.identity.WithSignIn;
import org.comity.node.time.WallClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The desk in a real browser: wide and narrow, by day and by night, from left and from right. */
@NodeTest(properties = "comity.organisation=24/7 contact point, Portugal")
class CooperationBrowserTests {

    private static final PartyId BRAZIL = new PartyId("BR-desk");
    private static final PartyId CHILE = new PartyId("CL-desk");
    private static final PartyId PARAGUAY = new PartyId("PY-registry");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext node;

    @Autowired
    Enrolment enrolment;

    @Autowired
    Peers peers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @WallClock
    Clock wall;

    private Person drafter;
    private Person approver;
    private SomeRequests requests;

    @BeforeEach
    void aDesk() {
        drafter = SomePeople.with(jdbc, Role.DUTY_OFFICER);
        approver = SomePeople.with(jdbc, Role.APPROVER);
        requests = new SomeRequests(node, BRAZIL);
        for (var party : List.of(BRAZIL, CHILE)) {
            if (peers.find(party).isEmpty()) {
                var seed = party.equals(BRAZIL) ? 1 : 2;
                peers.add(SampleNodes.contactPoint(party.value(), seed, wall).card(), "administrator");
            }
        }
    }

    private RequestId going(RequestState state) {
        var id = requests.drafted(drafter, CaseFile.DESK);
        requests.place(id, state, approver);
        return id;
    }

    /** By its provider, without length and digest. */
    private void delivered(RequestId order, String name) {
        jdbc.sql("""
                        insert into cooperation.unfetchable_delivery (request, id, name, address, why, heard_at)
                        values (:order, gen_random_uuid(), :name, 'https://provider.example/deliveries/1', :why, now())
                        """)
                .param("order", order.value())
                .param("name", name)
                .param("why", Noted.of("cooperation.unfetchable.both").stored())
                .update();
    }

    @ParameterizedTest
    @MethodSource("org.comity.node.Browser$View#all")
    void everyPageCanBeUsedByEveryone(Browser.View view) {
        try (var browser = Browser.of("http://localhost:" + port);
                var visit = browser.visit(view)) {
            var draft = going(RequestState.DRAFT);
            var waiting = going(RequestState.AWAITING_APPROVAL);
            var preserved = going(RequestState.PRESERVED);
            going(RequestState.FOLLOWUP_RECEIVED);
            going(RequestState.SENT);
            var arrived = requests.arrived();
            signedIn(visit);
            visit.open("/board").check().photograph("board");
            visit.open("/board/hand-over").check().photograph("hand-over");
            visit.open("/incoming").check().photograph("incoming");
            visit.open("/cases").check().photograph("cases");
            visit.open("/cases/new").check().photograph("case-new");
            for (var step : DraftStep.values()) {
                visit.open("/requests/%s/%s".formatted(draft, step.path()))
                        .check()
                        .photograph("step-" + step.number() + "-" + step.path());
            }
            translated(visit, waiting);
            visit.open("/requests/" + waiting).check().photograph("request-approval");
            delivered(preserved, "mailbox of the suspect.mbox");
            visit.open("/requests/" + preserved).check().photograph("request-preserved");
            assertThat(visit.page().locator("#unfetchable").innerText()).contains("mailbox of the suspect.mbox");
            var handedOver = requests.handedOver(drafter, preserved, approver);
            visit.open("/requests/" + handedOver).check().photograph("request-assistance");
            var several = requests.askedOfSeveral(drafter, List.of(BRAZIL, CHILE));
            requests.place(several, RequestState.PRESERVED, approver);
            visit.open("/cases/" + requests.caseFile(several)).check().photograph("case");
            visit.open("/cases/" + requests.caseFile(several) + "/place")
                    .check()
                    .photograph("place");
            var unknown = requests.drafted(drafter, CaseFile.DESK);
            requests.assessed(drafter, unknown, List.of(BRAZIL, CHILE));
            visit.open("/requests/" + unknown + "/candidates").check().photograph("candidates");
            visit.open("/requests/" + arrived);
            visit.page().locator("#acknowledge button[type=submit]").click();
            visit.check().photograph("request-incoming");
            for (var field : new String[] {"legality", "necessity", "proportionality"}) {
                visit.page().locator("#legal-check-" + field).fill("Because of the facts of this case.");
            }
            visit.page().locator("#legal-check button[type=submit]").click();
            visit.page().locator("details:has(#refuse) > summary").click();
            visit.check().photograph("request-decision");
            var onPaper = new SomeRequests(node, PARAGUAY);
            onPaper.withoutANode(PARAGUAY);
            var paper = onPaper.acknowledgedOnPaper(drafter, approver);
            visit.open("/requests/" + paper).check().photograph("request-on-paper");
            visit.open("/requests/" + paper + "/their-answer?event=refused")
                    .check()
                    .photograph("their-answer-refused");
            visit.open("/requests/" + paper + "/their-answer?event=preserved")
                    .check()
                    .photograph("their-answer-preserved");
            visit.open("/exercise").check().photograph("exercise");
            var national = requests.draftedTo("PT", drafter, RequestKind.NATIONAL_PRODUCTION_ORDER);
            visit.open("/requests/" + national + "/route").check().photograph("route-national-order");
            var voluntary = requests.draftedTo("BR", drafter, RequestKind.VOLUNTARY_DISCLOSURE);
            visit.open("/requests/" + voluntary + "/route").check().photograph("route-voluntary");
            var agreement = requests.draftedTo("US", drafter, RequestKind.AGREEMENT_ORDER);
            visit.open("/requests/" + agreement + "/safeguards").check().photograph("safeguards-agreement-order");
        }
    }

    /** Attaches a translation by the page, removes it and puts it back. */
    private static void translated(Browser.Visit visit, RequestId waiting) {
        visit.open("/requests/" + waiting + "/translations/facts");
        visit.page().locator("#translate button[type=submit]").click();
        visit.check().photograph("translate-mistake");
        visit.page().locator("#language").selectOption("ar");
        visit.page().locator("#words").fill("بيع الوصول إلى الحسابات.");
        visit.page().locator("input[name=made][value=sworn]").check();
        visit.page().locator("#by").fill("Translation service of the court");
        visit.page().locator("input[name=reviewed]").check();
        visit.page().locator("#translate button[type=submit]").click();
        visit.page().locator("#facts .button.danger").click();
        visit.page().locator("#facts form[action$=put-back] button").click();
        visit.check().photograph("translations");
        assertThat(visit.page().locator("#facts figure[data-standing=current]").count())
                .isEqualTo(1);
    }

    /** The pages of a provider's team; that a node has them all makes no difference to them. */
    @ParameterizedTest
    @MethodSource("org.comity.node.Browser$View#all")
    void aProvidersTeamWorksThroughItsOrders(Browser.View view) {
        var agent = WithSignIn.of(enrolment, "Provider agent", Role.PROVIDER_AGENT, Role.ADMINISTRATOR);
        var order = requests.ordered();
        requests.ordered();
        try (var browser = Browser.of("http://localhost:" + port);
                var visit = browser.visit(view)) {
            visit.signIn(agent.signInName(), agent.password(), agent.secret());
            visit.open("/").check().photograph("provider-queue");
            assertThat(visit.page().locator("nav a[href='/queue']").count()).isPositive();
            assertThat(visit.page()
                            .locator("nav a[href='/board'], nav a[href='/cases'], nav a[href='/incoming']")
                            .count())
                    .as("pages of a State's desk")
                    .isZero();
            visit.page().locator("input[value='" + order + "']").check();
            visit.page().locator("#answer").selectOption("acknowledge");
            visit.page().locator("#bulk button[type=submit]").click();
            assertThat(requests.state(order)).isEqualTo(RequestState.ACKNOWLEDGED);
            visit.open("/queue/numbers");
            visit.page().locator("#authority").fill(BRAZIL.value());
            visit.page().locator("#number").fill("+55 61 0000 0000");
            visit.page().locator("#answers").fill("24/7 desk");
            visit.page().locator("#register button[type=submit]").click();
            visit.check().photograph("provider-numbers");
            visit.open("/requests/" + order);
            visit.page().locator("#verify button[type=submit]").click();
            visit.check().photograph("provider-order");
            visit.page().locator("#disclose-reference").fill("Sealed medium 7");
            visit.page().locator("#disclose button[type=submit]").click();
            assertThat(requests.state(order)).isEqualTo(RequestState.DISCLOSED);
            var voluntary = requests.askedVoluntarily();
            visit.open("/requests/" + voluntary);
            visit.page().locator("#acknowledge button[type=submit]").click();
            visit.check().photograph("provider-voluntary");
            visit.open("/queue/notices").check().photograph("provider-notices");
            visit.open("/queue/report").check().photograph("provider-report");
            assertThat(visit.page().content()).contains("&lt;5");
        }
    }

    /** A provider's team cannot take content down before it is kept, and says place by place what is down. */
    @ParameterizedTest
    @MethodSource("org.comity.node.Browser$View#all")
    void aProvidersTeamKeepsContentBeforeItTakesItDown(Browser.View view) {
        var agent = WithSignIn.of(enrolment, "Provider agent", Role.PROVIDER_AGENT);
        var order = requests.toTakeDown();
        try (var browser = Browser.of("http://localhost:" + port);
                var visit = browser.visit(view)) {
            visit.signIn(agent.signInName(), agent.password(), agent.secret());
            visit.open("/requests/" + order);
            visit.page().locator("#acknowledge button[type=submit]").click();
            visit.page().locator("#verify button[type=submit]").click();
            visit.check().photograph("take-down-secure");
            assertThat(visit.page().locator("form#take-down").count()).isZero();
            visit.page().locator("#keep-content button[type=submit]").click();
            assertThat(requests.state(order)).isEqualTo(RequestState.SECURED);
            visit.page().locator("#take-down input[name=items]").last().uncheck();
            visit.page().locator("#take-down-remark").fill("That one is hosted elsewhere");
            visit.page().locator("#take-down button[type=submit]").click();
            assertThat(requests.state(order)).isEqualTo(RequestState.TAKEN_DOWN);
            visit.check().photograph("take-down-done");
            visit.open("/queue").check().photograph("take-down-queue");
        }
        var draft = requests.drafted(drafter, CaseFile.DESK, RequestKind.TAKE_DOWN);
        try (var browser = Browser.of("http://localhost:" + port);
                var visit = browser.visit(view)) {
            signedIn(visit);
            visit.open("/requests/" + draft + "/service").check().photograph("take-down-draft");
        }
    }

    @Test
    void theBoardIsWorkedByKeyboard() {
        going(RequestState.PRESERVED);
        going(RequestState.SENT);
        try (var browser = Browser.of("http://localhost:" + port);
                var visit = browser.visit(Browser.View.DESK)) {
            signedIn(visit).open("/board");
            var page = visit.page();
            page.keyboard().press("j");
            page.keyboard().press("j");
            page.keyboard().press("k");
            assertThat(page.evaluate("[...document.querySelectorAll('a.row')].indexOf(document.activeElement)"))
                    .isEqualTo(0);
            page.keyboard().press("?");
            assertThat(page.locator("#keys").getAttribute("open")).isNotNull();
            page.keyboard().press("Enter");
            page.waitForURL("**/requests/**");
            visit.open("/board");
            page.keyboard().press("n");
            page.waitForURL("**/cases*");
        }
    }

    @Test
    void aMistakeIsFoundFromTheTopOfThePage() {
        var draft = requests.drafted(drafter, Set.copyOf(CaseFile.DESK));
        try (var browser = Browser.of("http://localhost:" + port);
                var visit = browser.visit(Browser.View.PHONE)) {
            signedIn(visit).open("/requests/" + draft + "/data");
            var page = visit.page();
            page.locator("[id='identifiers[1].at']").fill("yesterday");
            page.locator("button.primary").click();
            visit.check().photograph("step-1-mistake");
            assertThat(page.evaluate("document.activeElement.className")).isEqualTo("error-summary");
            page.locator(".error-summary a").first().click();
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("identifiers[1].at");
        }
    }

    private Browser.Visit signedIn(Browser.Visit visit) {
        var person = WithSignIn.of(enrolment, "Duty officer", Role.DUTY_OFFICER, Role.APPROVER);
        return visit.signIn(person.signInName(), person.password(), person.secret());
    }
}
