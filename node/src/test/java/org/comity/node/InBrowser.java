package org.comity.node;

import org.comity.node.Browser.View;
import org.comity.node.Browser.Visit;
import org.comity.node.identity.Enrolment;
import org.comity.node.identity.Role;
import org.comity.node.identity.WithSignIn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A test of pages as people see them, on a running node; its visitors leave after each test. */
@NodeTest
public abstract class InBrowser {

    @LocalServerPort
    private int port;

    @Autowired
    private Enrolment enrolment;

    private Browser browser;

    @BeforeEach
    void open() {
        browser = Browser.of("http://localhost:" + port);
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    /** Somebody new on the node, who came in through both pages of the door. */
    protected final Visit signedIn(View view, Role... roles) {
        var person = WithSignIn.of(enrolment, roles[0].name().toLowerCase(), roles);
        return browser.visit(view).signIn(person.signInName(), person.password(), person.secret());
    }
}
