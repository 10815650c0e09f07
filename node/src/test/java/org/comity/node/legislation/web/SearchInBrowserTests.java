package org.comity.node.legislation.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.comity.node.Browser.View;
import org.comity.node.InBrowser;
import org.comity.node.InEveryView;
import org.comity.node.identity.Role;
import org.junit.jupiter.api.Test;

/** Search as people use it: typing, with the keyboard, and without scripts. */
class SearchInBrowserTests extends InBrowser {

    @InEveryView
    void whatIsFoundIsReadByEveryone(View view) {
        try (var visit = signedIn(view, Role.DUTY_OFFICER)) {
            visit.open("/law/search").photograph("law-search-empty").check();
            visit.open("/law/search?q=preservation").photograph("law-search").check();
            visit.open("/law/search?q=البرازيل").photograph("law-search-arabic").check();
            visit.open("/law/search?q=zzzzzzzz").photograph("law-search-none").check();
        }
    }

    @Test
    void whatIsFoundFollowsTheTypingAndTheAddressFollowsIt() {
        try (var visit = signedIn(View.DESK, Role.DUTY_OFFICER)) {
            var page = visit.open("/law/search").page();
            page.locator("#q").pressSequentially("budap");
            page.waitForURL("**q=budap*");

            page.locator("#found .results a", new Page.LocatorOptions().setHasText("Budapest Convention"))
                    .first()
                    .waitFor();
            assertThat(page.locator("#q").evaluate("field => field === document.activeElement"))
                    .isEqualTo(true);
            visit.check();
        }
    }

    @Test
    void aPageNumberAndAKindTypedByHandAreTakenKindly() {
        try (var visit = signedIn(View.DESK, Role.DUTY_OFFICER)) {
            var page = visit.open("/law/search?q=access&kind=nonsense&page=-7").page();
            assertThat(page.locator(".results > li").count()).isEqualTo(SearchPages.PER_PAGE);
        }
    }
}
