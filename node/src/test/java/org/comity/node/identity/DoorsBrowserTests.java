package org.comity.node.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.comity.node.Browser;
import org.comity.node.NodeTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The doors as people see them: signing in, being refused, leaving. */
@NodeTest
class DoorsBrowserTests {

    @LocalServerPort
    int port;

    @Autowired
    Enrolment enrolment;

    private Browser browser;

    @BeforeEach
    void begin() {
        browser = Browser.visit(port);
    }

    @AfterEach
    void end() {
        browser.close();
    }

    @Test
    void everybodyCanReadTheSignInAndItsRefusals() {
        var person = SomePeople.enrolled(enrolment, Role.DUTY_OFFICER);
        browser.everyLook("sign-in", "/sign-in");
        browser.everyLook(page -> {
            browser.open("/sign-in");
            page.fill("#name", "nobody");
            page.fill("#password", "wrong");
            page.click("#sign-in [type=submit]");
            assertThat(page.textContent(".error-summary")).contains("do not fit together");
            browser.assertFit("sign-in-wrong");

            page.fill("#name", person.signInName());
            page.fill("#password", person.password());
            page.click("#sign-in [type=submit]");
            browser.assertFit("code");
        });
    }

    @Test
    void anOfficerArrivesWhereTheyWantedToGoAndLeavesAgain() {
        var page = browser.openAs(SomePeople.enrolled(enrolment, Role.DUTY_OFFICER), "/people");
        assertThat(page.url()).endsWith("/people?continue");
        assertThat(page.textContent("h1")).isEqualTo("There is nothing here for you");
        browser.assertFit("not-yours");

        page.click("#sign-out [type=submit]");
        assertThat(page.textContent("[role=status]")).isEqualTo("You are signed out.");
    }
}
