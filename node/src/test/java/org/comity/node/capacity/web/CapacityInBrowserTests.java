package org.comity.node.capacity.web;

import org.comity.node.Browser.View;
import org.comity.node.InBrowser;
import org.comity.node.InEveryView;
import org.comity.node.identity.Role;

/** Capacity as people see it, with a checker of accessibility. */
class CapacityInBrowserTests extends InBrowser {

    @InEveryView
    void helpCanBeFoundAndPlannedByEverybody(View view) {
        try (var visit = signedIn(view, Role.COORDINATOR)) {
            visit.open("/capacity").photograph("capacity-desk").check();
            visit.open("/capacity/projects").photograph("capacity-projects").check();
            visit.open("/capacity/projects/COE-IPA")
                    .photograph("capacity-project")
                    .check();
            visit.open("/capacity/map").photograph("capacity-map").check();
            visit.open("/capacity/plans").photograph("capacity-plans").check();
            visit.open("/capacity/plans/national").photograph("capacity-plan").check();
            visit.open("/capacity/thresholds").photograph("capacity-thresholds").check();
            visit.open("/capacity/exercises").photograph("capacity-exercises").check();
            visit.open("/report-cybercrime").photograph("capacity-report").check();
            var page = visit.open("/capacity/needs/new")
                    .photograph("capacity-need-new")
                    .check()
                    .page();
            page.fill("#title", "A law on preservation");
            page.fill("#institution", "Ministry of Justice");
            page.fill("#state", "GH");
            page.check("input[name=themes][value=legislation]");
            page.check("input[name=themes][value=judiciary]");
            page.fill("#text", "A bill that lets us preserve data.");
            page.click("#entry button.primary");
            visit.photograph("capacity-need").check();
            page = visit.open("/capacity/assessments").page();
            if (page.locator("tbody a").count() == 0) {
                page.click("#begin button");
            } else {
                page.locator("tbody a").first().click();
            }
            visit.photograph("capacity-assessment").check();
        }
    }
}
