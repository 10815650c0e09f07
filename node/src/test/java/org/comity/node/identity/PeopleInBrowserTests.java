package org.comity.node.identity;

import java.util.List;
import org.comity.node.Browser.View;
import org.comity.node.InBrowser;
import org.comity.node.InEveryView;

/** The pages of people and machines, as people see them. */
class PeopleInBrowserTests extends InBrowser {

    @InEveryView
    void everyoneCanUseThePagesOfPeopleAndMachines(View view) {
        try (var visit = signedIn(view, Role.DUTY_OFFICER, Role.ADMINISTRATOR)) {
            for (var path : List.of(
                    "/help/roles",
                    "/people",
                    "/account/stand-ins",
                    "/account/tokens",
                    "/machines",
                    "/notices/wishes",
                    "/webhooks")) {
                visit.open(path).photograph("people" + path.replace('/', '-')).check();
            }
            visit.open("/duty");
            visit.page().locator("#begin-shift button").first().click();
            visit.page().locator("#text").fill("Brazil calls back at noon. @Nobody");
            visit.page().locator("#points").fill("Call back\nRead the order");
            visit.page().locator("#note button").click();
            visit.photograph("people-duty").check();
            visit.page().locator("#end-shift button").click();
            visit.open("/notices").photograph("people-notices").check();
        }
    }
}
