package org.comity.node.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.EnumSet;
import org.comity.node.Browser;
import org.comity.node.Browser.View;
import org.comity.node.FreshDatabase;
import org.comity.node.settings.ComitySettings;
import org.comity.node.settings.FreePort;
import org.comity.node.time.WallClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The doors as people see them, from a node on which nobody can sign in yet. */
@FreshDatabase
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DoorsInBrowserTests {

    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private static final String PASSWORD = "three calm horses";

    /** A passkey belongs to an address, so the node must know its own. */
    @DynamicPropertySource
    static void address(DynamicPropertyRegistry settings) {
        int port = FreePort.any();
        settings.add("comity.port", () -> port);
    }

    @Autowired
    ComitySettings node;

    @Autowired
    @WallClock
    Clock clock;

    private Browser browser;

    @BeforeAll
    void open() {
        browser = Browser.of(node.publicUrl().toString());
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    @Order(1)
    void theFirstAdministratorComesInByTheOneTimeLinkAndInvitesTheNext() throws IOException {
        String link = Files.readString(node.home().resolve("first-sign-in.txt")).strip();
        try (var visit = browser.visit(View.DESK)) {
            Page page = visit.page();
            page.navigate(link);
            visit.photograph("welcome").check();
            page.locator("#name").fill("Administrator");
            page.locator("#signInName").fill("administrator.one");
            page.locator("#password").fill("password password");
            page.locator("#repeated").fill("password password");
            page.locator("#code").fill(currentCode(page));
            page.locator("#welcome button[type=submit]").click();
            assertThat(page.locator(".error-summary").textContent()).contains("first that anybody tries");
            visit.photograph("welcome-refused").check();

            page.locator("#password").fill(PASSWORD);
            page.locator("#repeated").fill(PASSWORD);
            page.locator("#code").fill(currentCode(page));
            page.locator("#welcome button[type=submit]").click();
            assertThat(page.locator("#recovery-codes code").count()).isEqualTo(8);
            visit.photograph("welcome-done").check();

            visit.open("/people");
            page.locator("#name").fill("Duty officer");
            page.locator("#signInName").fill("duty");
            page.getByText("Duty officer:").click();
            page.locator("#invite button[type=submit]").click();
            String next = page.locator("#link").textContent();
            visit.photograph("people-invited").check();

            try (var phone = browser.visit(View.PHONE)) {
                phone.page().navigate(next);
                assertThat(phone.page().locator("h1").textContent()).isEqualTo("Welcome, Duty officer");
                phone.photograph("welcome").check();
            }
            page.locator("#people .button", new Page.LocatorOptions().setHasText("Disable"))
                    .last()
                    .click();
            visit.photograph("person-disable").check();
        }
        try (var second = browser.visit(View.DESK)) {
            second.page().navigate(link);
            assertThat(second.page().locator("h1").textContent()).isEqualTo("There is nothing here for you");
        }
    }

    @Test
    @Order(2)
    void aPasskeyIsAddedAndThenOpensTheDoorAlone(@Autowired Enrolment enrolment) {
        enrolment.addForExercise("Lawyer", "lawyer", PASSWORD, SECRET, EnumSet.of(Role.LAWYER));
        try (var visit = browser.visit(View.DESK)) {
            Page page = visit.page();
            addAuthenticator(page);
            visit.signIn("lawyer", PASSWORD, SECRET);
            visit.open("/account").photograph("account-without-passkey").check();
            page.locator("#label").fill("Desk computer");
            page.locator("#add-passkey button[type=submit]").click();
            page.locator("#passkeys dt").waitFor();
            assertThat(page.locator("#passkeys dt").textContent()).isEqualTo("Desk computer");
            assertThat(page.locator(".empty").count()).isZero();
            visit.photograph("account").check();

            page.locator("#sign-out button").click();
            page.locator("#passkey-sign-in button").click();
            page.waitForURL("**/board");
            visit.open("/account");
            assertThat(page.locator(".answers dd").first().textContent()).isEqualTo("Lawyer");

            page.locator("#passkeys button").click();
            page.locator("#sign-out button").click();
            page.locator("#passkey-sign-in button").click();
            page.locator("#passkey-sign-in .error").waitFor();
            assertThat(page.url()).contains("/sign-in");
        }
    }

    @ParameterizedTest
    @MethodSource("org.comity.node.Browser$View#all")
    @Order(3)
    void everyoneCanUseThePagesOfThisRoom(View view, @Autowired Enrolment enrolment) {
        String name = "seen-" + view;
        enrolment.addForExercise("Administrator", name, PASSWORD, SECRET, EnumSet.allOf(Role.class));
        try (var visit = browser.visit(view)) {
            visit.open("/sign-in").photograph("sign-in").check();
            visit.page().locator("#name").fill(name);
            visit.page().locator("#password").fill("not the password");
            visit.page().locator("#sign-in button[type=submit]").click();
            visit.photograph("sign-in-refused").check();
            visit.signIn(name, PASSWORD, SECRET);
            visit.open("/people").photograph("people").check();
            visit.open("/account").photograph("account-empty").check();
            visit.open("/no-such-page").photograph("not-found").check();
        }
    }

    private String currentCode(Page page) {
        return TimeCode.now(page.locator("#secret").textContent(), clock.instant());
    }

    /** An authenticator inside the machine that knows its person, as the DevTools protocol offers for tests. */
    private static void addAuthenticator(Page page) {
        CDPSession devTools = page.context().newCDPSession(page);
        devTools.send("WebAuthn.enable");
        var kind = new JsonObject();
        kind.addProperty("protocol", "ctap2");
        kind.addProperty("transport", "internal");
        kind.addProperty("hasResidentKey", true);
        kind.addProperty("hasUserVerification", true);
        kind.addProperty("isUserVerified", true);
        kind.addProperty("automaticPresenceSimulation", true);
        var authenticator = new JsonObject();
        authenticator.add("options", kind);
        devTools.send("WebAuthn.addVirtualAuthenticator", authenticator);
    }
}
