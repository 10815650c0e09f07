package org.comity.node.legislation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.comity.node.Browser;
import org.comity.node.Browser.View;
import org.comity.node.Browser.Visit;
import org.comity.node.NodeTest;
import org.comity.node.identity.Enrolment;
import org.comity.node.identity.Role;
import org.comity.node.identity.SomePeople;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Map, provisions and comparison as people see them, point at them and walk on them. */
@NodeTest
class BrowsingInBrowserTests {

    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private static final String PASSWORD = "three calm horses";

    @LocalServerPort
    int port;

    @Autowired
    Enrolment enrolment;

    private Browser browser;

    static List<View> views() {
        return View.all();
    }

    @BeforeEach
    void open() {
        browser = Browser.of("http://localhost:" + port);
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @ParameterizedTest
    @MethodSource("views")
    void theWorldAndItsPartsAreReadByEveryone(View view) {
        try (var visit = signedIn(view)) {
            visit.open("/law/map?tie=signed").photograph("law-map").check();
            visit.open("/law/map?view=europe&year=2008&tie=bound&group=WEOG")
                    .photograph("law-map-europe")
                    .check();
            visit.open("/law/map?view=caribbean&instrument=uncc&tie=consented")
                    .photograph("law-map-caribbean")
                    .check();
        }
    }

    @ParameterizedTest
    @MethodSource("views")
    void drafterAndDelegateReadTheOtherPages(View view) {
        try (var visit = signedIn(view)) {
            visit.open("/law/provisions").photograph("law-provisions").check();
            visit.open("/law/provisions/ets185:17").photograph("law-provision").check();
            visit.open("/law/compare?state=BR&state=PT&state=ZA")
                    .photograph("law-compare")
                    .check();
            visit.open("/law/compare").photograph("law-compare-empty").check();
            visit.open("/law/about").photograph("law-about").check();
        }
    }

    @Test
    void threeStatesAreChosenByKeyboard() {
        try (var visit = signedIn(View.DESK)) {
            var page = visit.open("/law/compare").page();
            page.locator("#state-0").focus();
            page.keyboard().type("Braz");
            page.keyboard().press("Tab");
            page.keyboard().type("Portu");
            page.keyboard().press("Tab");
            page.keyboard().type("South A");
            page.locator("main form button").press("Enter");
            page.waitForURL("**state=BR&state=PT&state=ZA**");

            assertThat(page.locator(".compare thead th a").allTextContents())
                    .containsExactly("Brazil", "Portugal", "South Africa");
        }
    }

    @Test
    void theSliderShowsTheYearWhileItMovesAndTheAddressFollows() {
        try (var visit = signedIn(View.DESK)) {
            var page = visit.open("/law/map").page();
            page.locator("#year").fill("2003");
            page.waitForURL("**year=2003**");

            assertThat(page.inputValue("#on")).isEqualTo("2003-12-31");
            assertThat(page.locator("[data-map] .bound").count()).isZero();
            assertThat(page.locator("[data-map] .signed").count()).isPositive();
            visit.check();
        }
    }

    @Test
    void arrowsWalkFromStateToStateAndEnterOpensOne() {
        try (var visit = signedIn(View.DESK)) {
            var page = visit.open("/law/map").page();
            page.locator("[data-map] a[data-state=BR]").focus();
            page.keyboard().press("ArrowUp");
            String reached =
                    page.evaluate("document.activeElement.dataset.state").toString();
            assertThat(reached).isNotEqualTo("BR");
            assertThat(page.textContent("[data-map-reads]")).contains(":");
            assertThat(page.locator("[data-map] a[tabindex='0']").count()).isEqualTo(2);

            page.keyboard().press("Enter");
            page.waitForURL("**/law/states/" + reached);
        }
    }

    private Visit signedIn(View view) {
        String name = "m" + UUID.randomUUID().toString().substring(0, 8);
        SomePeople.enrolled(enrolment, name, PASSWORD, SECRET, Role.DUTY_OFFICER);
        return browser.visit(view).signIn(name, PASSWORD, SECRET);
    }
}
