package org.comity.node.cooperation.web;

import org.comity.node.cooperation.act.Answers;
import org.comity.node.cooperation.request.Request;

/** A draft's page says which version it shows, so that an answer given to an older one overwrites nothing unseen. */
final class Versions {

    static final String FIELD = Answers.VERSION;

    /** Of a form that doesn't say: no version of any draft. */
    private static final int NONE = -1;

    private Versions() {}

    static int seen(Answers answers) {
        return seen(answers.text(FIELD));
    }

    static int seen(String shown) {
        return shown.matches("\\d{1,9}") ? Integer.parseInt(shown) : NONE;
    }

    /** The same answers, on a page that shows the request as it is now. */
    static Answers seenNow(Answers answers, Request request) {
        return answers.and(FIELD, Integer.toString(request.version()));
    }
}
