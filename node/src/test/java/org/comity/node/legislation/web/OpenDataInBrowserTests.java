package org.comity.node.legislation.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.comity.node.Browser.View;
import org.comity.node.InBrowser;
import org.comity.node.InEveryView;
import org.comity.node.identity.Role;
import org.junit.jupiter.api.Test;

/** The pages that give the law base away, as people see them. */
class OpenDataInBrowserTests extends InBrowser {

    @InEveryView
    void whatIsGivenAwayIsReadByEveryone(View view) {
        try (var visit = signedIn(view, Role.DUTY_OFFICER)) {
            visit.open("/law/download").photograph("law-download").check();
            visit.open("/law/api").photograph("law-api").check();
        }
    }

    @Test
    void aProgramThatHasNotSignedInIsToldSoInAProblemDocument() {
        try (var visit = signedIn(View.DESK, Role.DUTY_OFFICER)) {
            var page = visit.open("/law/api").page();
            page.context().clearCookies();
            var refused = page.request().get(page.url().replace("/law/api", "/api/v1/law/states"));

            assertThat(refused.status()).isEqualTo(401);
            assertThat(refused.headers().get("content-type")).startsWith("application/problem+json");
            assertThat(refused.text()).contains("Sign in first");
        }
    }
}
