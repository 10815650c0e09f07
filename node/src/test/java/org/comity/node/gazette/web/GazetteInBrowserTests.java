package org.comity.node.gazette.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.node.Browser.View;
import org.comity.node.InBrowser;
import org.comity.node.InEveryView;
import org.comity.node.NodeTest;
import org.comity.node.gazette.FollowedByTest;
import org.comity.node.identity.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** Public knowledge as people read, follow and publish it. */
@NodeTest(properties = "comity.test.room=changes")
class GazetteInBrowserTests extends InBrowser {

    @Autowired
    ApplicationContext node;

    @Test
    void aGazetteIsFollowedAndWhatItSaysOfLawIsProposedHere() throws Exception {
        var guinea =
                FollowedByTest.publisher("GH-" + UUID.randomUUID().toString().substring(0, 8), node);
        try (var visit = signedIn(View.DESK, Role.ADMINISTRATOR)) {
            Page page = visit.open("/gazette/followed").page();
            page.click("form:has(#party) button");
            assertThat(page.textContent(".error-summary")).contains("Choose one");
            page.selectOption("#party", guinea.party().value());
            page.click("form:has(#party) button");
            assertThat(page.textContent(".said")).contains("followed");
            visit.photograph("gazette-followed").check();
        }
        guinea.says(
                "law-change",
                "GH: status · ets30",
                Map.of(
                        "why",
                        "Deposited in Strasbourg.",
                        "rows",
                        List.of(Map.of(
                                "kind",
                                "STATUS",
                                "cells",
                                Map.of(
                                        "instrument", "ets30",
                                        "state", "GH",
                                        "method", "accession",
                                        "entry_into_force", "2027-03-01",
                                        "source", "https://example.org/treaty",
                                        "as_of", "2026-11-20",
                                        "basis", "verified")))));
        guinea.says("good-practice", "One desk for all requests", Map.of("text", "A number, a mailbox and a rota."));
        guinea.read();
        for (View view : List.of(View.DESK, View.PHONE.inTheDark(), View.PHONE.in("ar"))) {
            try (var visit = signedIn(view, Role.LAW_EXPERT)) {
                visit.open("/gazette?party=" + guinea.party())
                        .photograph("gazette-received")
                        .check();
                visit.page().click("a:has-text('GH: status')");
                visit.photograph("gazette-waiting").check();
            }
        }
        try (var visit = signedIn(View.DESK, Role.LAW_EXPERT)) {
            Page page = visit.open("/gazette?open=true&party=" + guinea.party()).page();
            page.click("a:has-text('GH: status')");
            page.click("#take");
            assertThat(page.textContent(".said")).contains("taken over");
            visit.photograph("gazette-taken").check();
            page.click(".said a");
            assertThat(page.textContent("main")).contains("the gazette of another node");
            visit.check();
        }
    }

    @InEveryView
    void whatThisNodeSaysIsPublishedAndTakenBack(View view) {
        try (var visit = signedIn(view, Role.LAWYER)) {
            Page page = visit.open("/gazette/own").page();
            page.selectOption("#kind", "offer");
            page.fill("#title", "A course on electronic evidence");
            page.click("form:has(#text) button");
            assertThat(page.textContent(".error-summary")).contains("Write a text");
            assertThat(page.inputValue("#title")).as("nothing is lost").isEqualTo("A course on electronic evidence");
            visit.photograph("gazette-own").check();
            page.fill("#text", "Five days, for prosecutors and judges, in Portuguese.");
            page.click("form:has(#text) button");
            assertThat(page.textContent(".said")).contains("public now");
            page.click("summary:has-text('Take it back')");
            page.fill("#why", "The dates changed.");
            page.click("form:has(#why) button");
            assertThat(page.textContent(".said")).contains("taken back");
            visit.photograph("gazette-published").check();
        }
    }
}
