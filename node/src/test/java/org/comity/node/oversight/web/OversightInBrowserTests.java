package org.comity.node.oversight.web;

import org.comity.node.Browser.View;
import org.comity.node.InBrowser;
import org.comity.node.InEveryView;
import org.comity.node.identity.Role;

/** Oversight as people see it, with a checker of accessibility. */
class OversightInBrowserTests extends InBrowser {

    @InEveryView
    void everythingCanBeReadAndDecidedByEverybody(View view) {
        try (var visit = signedIn(view, Role.OVERSEER)) {
            visit.open("/oversight").photograph("oversight-overview").check();
            visit.open("/oversight/statistics?of=received-from-states&exact=true")
                    .photograph("oversight-statistics")
                    .check();
            visit.open("/oversight/readings?compare=true")
                    .photograph("oversight-readings")
                    .check();
            visit.open("/oversight/samples").photograph("oversight-samples").check();
            visit.open("/oversight/complaints/new")
                    .photograph("oversight-complaint")
                    .check();
            visit.open("/oversight/alerts").photograph("oversight-alerts").check();
            visit.open("/oversight/erasures").photograph("oversight-erasures").check();
            visit.open("/transparency").photograph("oversight-transparency").check();
        }
    }
}
