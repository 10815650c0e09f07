package org.comity.node.oversight.web;

import java.time.Clock;
import java.time.Year;
import org.comity.node.Browser.View;
import org.comity.node.InBrowser;
import org.comity.node.InEveryView;
import org.comity.node.cooperation.SomeRequests;
import org.comity.node.directory.PartyId;
import org.comity.node.directory.Peers;
import org.comity.node.directory.SampleNodes;
import org.comity.node.identity.Role;
import org.comity.node.identity.SomePeople;
import org.comity.node.oversight.count.Days;
import org.comity.node.oversight.count.Universe;
import org.comity.node.oversight.review.DrawingSamples;
import org.comity.node.time.WallClock;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Oversight as people see it, with a checker of accessibility. */
class OversightInBrowserTests extends InBrowser {

    private static final PartyId ECUADOR = new PartyId("EC-desk");

    @Autowired
    ApplicationContext node;

    @Autowired
    JdbcClient jdbc;

    private int sample;

    /** Six of last year, and a sample of them. */
    @BeforeEach
    void requests(@Autowired Peers peers, @Autowired @WallClock Clock wall, @Autowired DrawingSamples drawing) {
        if (peers.find(ECUADOR).isEmpty()) {
            peers.add(SampleNodes.contactPoint(ECUADOR.value(), 1, wall).card(), "administrator");
            for (int i = 0; i < 6; i++) {
                jdbc.sql("update cooperation.request set opened_at = timestamptz '2022-05-01 00:00+00' where id = :id")
                        .param("id", new SomeRequests(node, ECUADOR).arrived().value())
                        .update();
            }
        }
        sample = drawing.draw(
                SomePeople.with(jdbc, Role.OVERSEER),
                "Of 2022",
                Universe.RECEIVED_FROM_STATES,
                Days.of(Year.of(2022)),
                2);
    }

    @InEveryView
    void everythingCanBeReadAndDecidedByEverybody(View view) {
        try (var visit = signedIn(view, Role.OVERSEER)) {
            visit.open("/oversight").photograph("oversight-overview").check();
            visit.open("/oversight/statistics?of=received-from-states&from=2022-01-01&until=2022-12-31")
                    .photograph("oversight-statistics")
                    .check();
            visit.open("/oversight/readings?compare=true")
                    .photograph("oversight-readings")
                    .check();
            visit.open("/oversight/samples").photograph("oversight-samples").check();
            visit.open("/oversight/samples/" + sample)
                    .photograph("oversight-sample")
                    .check();
            visit.page().locator("#cases a").first().click();
            visit.photograph("oversight-desk").check();
            visit.open("/oversight/complaints/new")
                    .photograph("oversight-complaint")
                    .check();
            visit.open("/oversight/alerts").photograph("oversight-alerts").check();
            visit.open("/oversight/erasures").photograph("oversight-erasures").check();
            visit.open("/oversight/loop?state=BR").photograph("oversight-loop").check();
            visit.page().locator("#gaps th a").first().click();
            visit.photograph("oversight-gap").check();
            visit.open("/transparency").photograph("oversight-transparency").check();
        }
    }
}
