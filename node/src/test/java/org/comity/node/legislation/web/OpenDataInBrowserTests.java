package org.comity.node.legislation.web;

import java.util.List;
import java.util.UUID;
import org.comity.node.Browser;
import org.comity.node.Browser.View;
import org.comity.node.NodeTest;
import org.comity.node.identity.Enrolment;
import org.comity.node.identity.Role;
import org.comity.node.identity.SomePeople;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages that give the law base away, as people see them. */
@NodeTest
class OpenDataInBrowserTests {

    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private static final String PASSWORD = "three calm horses";

    @LocalServerPort
    int port;

    @Autowired
    Enrolment enrolment;

    static List<View> views() {
        return View.all();
    }

    @ParameterizedTest
    @MethodSource("views")
    void whatIsGivenAwayIsReadByEveryone(View view) {
        String name = "d" + UUID.randomUUID().toString().substring(0, 8);
        SomePeople.enrolled(enrolment, name, PASSWORD, SECRET, Role.DUTY_OFFICER);
        try (var browser = Browser.of("http://localhost:" + port);
                var visit = browser.visit(view).signIn(name, PASSWORD, SECRET)) {
            visit.open("/law/download").photograph("law-download").check();
            visit.open("/law/api").photograph("law-api").check();
        }
    }
}
