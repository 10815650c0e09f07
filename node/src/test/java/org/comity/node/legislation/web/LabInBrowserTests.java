package org.comity.node.legislation.web;

import com.microsoft.playwright.Locator;
import org.comity.node.Browser.View;
import org.comity.node.Browser.Visit;
import org.comity.node.InBrowser;
import org.comity.node.InEveryView;
import org.comity.node.identity.Role;

/** The explorer of dual criminality and the policy lab as people see them. */
class LabInBrowserTests extends InBrowser {

    @InEveryView
    void twoLawsAreReadBesideEachOtherByEveryone(View view) {
        try (var visit = signedIn(view, Role.DUTY_OFFICER)) {
            visit.open("/law/dual-criminality").photograph("law-conduct-none").check();
            visit.open("/law/dual-criminality?from=PT&to=DE&offence=ets185:2&intent=yes")
                    .photograph("law-conduct-open")
                    .check();
            visit.open("/law/dual-criminality?from=US&to=BR&offence=ets185:8&on=2026-01-01")
                    .photograph("law-conduct")
                    .check();
            visit.open("/law/dual-criminality?from=XX&to=BR")
                    .photograph("law-conduct-refused")
                    .check();
        }
    }

    @InEveryView
    void theLabIsReadByEveryone(View view) {
        try (var visit = signedIn(view, Role.DUTY_OFFICER)) {
            worked(visit, "/law/lab?on=2026-11-01").photograph("law-lab").check();
            worked(visit, "/law/lab?on=2026-11-01&state=KE")
                    .photograph("law-lab-state")
                    .check();
            visit.open("/law/lab/what-if").photograph("law-what-if-empty").check();
            worked(visit, "/law/lab/what-if?on=2026-11-01&suppose=accede:KE:ets185&suppose=in-force:cets224")
                    .photograph("law-what-if")
                    .check();
            worked(visit, "/law/lab/pairs?on=2026-11-01&suppose=accede:KE:ets185&turn=opened")
                    .photograph("law-lab-pairs")
                    .check();
            worked(visit, "/law/lab/pair?on=2026-11-01&suppose=accede:KE:ets185&from=PT&to=KE")
                    .photograph("law-lab-pair")
                    .check();
            worked(visit, "/law/lab/ranking?on=2026-11-01&suppose=accede:KE:ets185")
                    .photograph("law-lab-ranking")
                    .check();
            worked(visit, "/law/lab/history?on=2026-11-01")
                    .photograph("law-lab-history")
                    .check();
            worked(visit, "/law/lab/history/month?data=content&offence=ets185:2&on=2023-03-01")
                    .photograph("law-lab-month")
                    .check();
            visit.open("/law/lab?measure=tickle").photograph("law-lab-refused").check();
        }
    }

    /** Waits while the page asks again by itself. */
    private static Visit worked(Visit visit, String address) {
        visit.open(address);
        visit.page().locator("main:not(:has([role=status]))").waitFor(new Locator.WaitForOptions().setTimeout(180_000));
        return visit;
    }
}
