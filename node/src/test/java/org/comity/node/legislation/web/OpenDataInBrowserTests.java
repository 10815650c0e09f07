package org.comity.node.legislation.web;

import org.comity.node.Browser.View;
import org.comity.node.InBrowser;
import org.comity.node.InEveryView;
import org.comity.node.identity.Role;

/** The pages that give the law base away, as people see them. */
class OpenDataInBrowserTests extends InBrowser {

    @InEveryView
    void whatIsGivenAwayIsReadByEveryone(View view) {
        try (var visit = signedIn(view, Role.DUTY_OFFICER)) {
            visit.open("/law/download").photograph("law-download").check();
            visit.open("/law/api").photograph("law-api").check();
        }
    }
}
