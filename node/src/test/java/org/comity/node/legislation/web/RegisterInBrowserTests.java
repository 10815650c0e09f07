package org.comity.node.legislation.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.time.Clock;
import org.comity.node.Browser.View;
import org.comity.node.InBrowser;
import org.comity.node.InEveryView;
import org.comity.node.directory.NodeCard;
import org.comity.node.directory.PartyId;
import org.comity.node.directory.Peers;
import org.comity.node.directory.SampleNodes;
import org.comity.node.identity.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Law and directory as people see them. */
class RegisterInBrowserTests extends InBrowser {

    private static final PartyId CHILE = new PartyId("CL-contact-point");

    @Autowired
    Peers peers;

    @Autowired
    Clock clock;

    @AfterEach
    void forget() {
        peers.find(CHILE).ifPresent(peer -> peers.remove(CHILE, "test"));
    }

    @InEveryView
    void everybodyCanReadTheLawAndTheDirectory(View view) {
        peers.add(chile(), "test");
        try (var visit = signedIn(view, Role.ADMINISTRATOR, Role.DUTY_OFFICER)) {
            visit.open("/law?q=island").photograph("law-states").check();
            visit.open("/law?q=zzzz").photograph("law-no-state").check();
            visit.open("/law/states/CZ").photograph("law-state").check();
            visit.open("/law/states/BR?on=soon").photograph("law-no-day").check();
            visit.open("/law/states/ZZ").photograph("law-unknown").check();
            visit.open("/law/instruments").photograph("law-instruments").check();
            visit.open("/law/instruments/cets224").photograph("law-instrument").check();
            visit.open("/directory?function=24-7-contact")
                    .photograph("directory")
                    .check();
            visit.open("/directory/peers").photograph("directory-peers").check();
        }
    }

    @Test
    void aReaderMovesFromAStateToAProvisionByKeyboard() {
        try (var visit = signedIn(View.DESK, Role.ADMINISTRATOR, Role.DUTY_OFFICER)) {
            var page = visit.open("/law/states/BR").page();
            page.locator("section[aria-labelledby=law] h3 a").first().focus();
            page.keyboard().press("Enter");
            page.waitForURL("**/law/instruments/ets185**");

            assertThat(page.url()).endsWith("#ets185:2");
        }
    }

    @Test
    void anAdministratorTakesACardAndGivesItUpAgain() {
        NodeCard card = chile();
        try (var visit = signedIn(View.PHONE, Role.ADMINISTRATOR, Role.DUTY_OFFICER)) {
            var page = visit.open("/directory/peers").page();
            page.setInputFiles("#card", new FilePayload("chile.json", "application/json", card.bytes()));
            page.click("form[enctype] button");
            assertThat(page.locator(".fingerprint code").allTextContents())
                    .containsExactly(card.fingerprint().toString().split(" "));
            visit.photograph("directory-card").check();

            page.check("#compared");
            page.click("form[action='/directory/peers'] button");
            assertThat(page.textContent(".said")).contains("CL-contact-point is now trusted");

            page.click("a[href$='CL-contact-point/removal']");
            visit.photograph("directory-removal").check();
            page.click("form[action$='/removal'] button");
            assertThat(page.textContent(".said")).contains("no longer trusted");
            assertThat(peers.find(CHILE)).isEmpty();
        }
    }

    @Test
    void aFileThatIsFarTooLargeIsRefusedInWords() {
        try (var visit = signedIn(View.DESK, Role.ADMINISTRATOR, Role.DUTY_OFFICER)) {
            var page = visit.open("/directory/peers").page();
            page.setInputFiles("#card", new FilePayload("photo.json", "application/json", new byte[3 * 1024 * 1024]));
            page.click("form[enctype] button");

            assertThat(page.textContent(".error-summary")).contains("too large");
            visit.photograph("directory-refused").check();
        }
    }

    private NodeCard chile() {
        return SampleNodes.contactPoint(CHILE.value(), 18081, clock).card();
    }
}
