package org.comity.node.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import org.comity.node.Browser;
import org.comity.node.NodeTest;
import org.comity.node.settings.ComitySettings;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A node on which nobody is yet. */
@NodeTest(properties = "comity.organisation=Contact point of Portugal (empty)")
class FirstSignInTests {

    @LocalServerPort
    int port;

    @Autowired
    ComitySettings settings;

    @Autowired
    People people;

    @Test
    void theFirstAdministratorEntersByTheLinkThatTheNodeWroteAndInvitesAnOfficer() throws Exception {
        try (var browser = Browser.visit(port)) {
            var link = URI.create(Files.readString(settings.home().resolve("first-sign-in.txt"))
                    .strip());
            var page = browser.open(link.getPath());
            browser.everyLook("welcome-first", link.getPath());

            page.fill("#name", "administrator");
            page.fill("#signInName", "keeper");
            page.fill("#password", "three calm horses");
            page.fill("#repeated", "three calm horses");
            String secret = page.textContent("#secret");
            page.fill("#code", TimeCode.now(secret, Clock.systemUTC().instant()));
            page.click("#welcome [type=submit]");
            assertThat(page.locator("#recovery-codes li").count()).isEqualTo(8);
            browser.assertFit("welcome-done");

            var person = people.door("keeper").orElseThrow().person();
            browser.openAs(new SomePeople.Enrolled(person, "keeper", "three calm horses", secret), "/people");
            browser.everyLook("people", "/people");

            page.fill("#name", "duty officer");
            page.fill("#signInName", "duty");
            page.check("input[value=DUTY_OFFICER]");
            page.click("#invite [type=submit]");
            assertThat(page.textContent("#link")).contains("/welcome/");
            assertThat(page.textContent("#people")).contains("duty officer", "invited, not yet enrolled");
            browser.assertFit("people-invited");
        }
    }
}
