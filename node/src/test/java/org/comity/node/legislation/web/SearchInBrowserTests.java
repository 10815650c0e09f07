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

/** Search as people use it: typing, with the keyboard, and without scripts. */
@NodeTest
class SearchInBrowserTests {

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
    void whatIsFoundIsReadByEveryone(View view) {
        try (var visit = signedIn(view)) {
            visit.open("/law/search").photograph("law-search-empty").check();
            visit.open("/law/search?q=preservation").photograph("law-search").check();
            visit.open("/law/search?q=البرازيل").photograph("law-search-arabic").check();
            visit.open("/law/search?q=zzzzzzzz").photograph("law-search-none").check();
        }
    }

    @Test
    void whatIsFoundFollowsTheTypingAndTheAddressFollowsIt() {
        try (var visit = signedIn(View.DESK)) {
            var page = visit.open("/law/search").page();
            page.locator("#q").pressSequentially("budap");
            page.waitForURL("**q=budap*");

            page.locator(
                            "#found .results a",
                            new com.microsoft.playwright.Page.LocatorOptions().setHasText("Budapest Convention"))
                    .first()
                    .waitFor();
            assertThat(page.locator("#q").evaluate("field => field === document.activeElement"))
                    .isEqualTo(true);
            visit.check();
        }
    }

    @Test
    void aPageNumberAndAKindTypedByHandAreTakenKindly() {
        try (var visit = signedIn(View.DESK)) {
            var page = visit.open("/law/search?q=access&kind=nonsense&page=-7").page();
            assertThat(page.locator(".results > li").count()).isEqualTo(SearchPages.PER_PAGE);
        }
    }

    private Visit signedIn(View view) {
        String name = "s" + UUID.randomUUID().toString().substring(0, 8);
        SomePeople.enrolled(enrolment, name, PASSWORD, SECRET, Role.DUTY_OFFICER);
        return browser.visit(view).signIn(name, PASSWORD, SECRET);
    }
}
