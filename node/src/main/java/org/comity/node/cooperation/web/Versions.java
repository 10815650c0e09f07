package org.comity.node.cooperation.web;

import org.comity.node.cooperation.Request;

/** A draft's page says which version it shows, so that an answer given to an older one overwrites nothing unseen. */
final class Versions {

    static final String FIELD = "version";

    private Versions() {}

    static boolean differ(Request request, Answers answers) {
        var shown = answers.text(FIELD);
        return !shown.isEmpty() && !shown.equals(Integer.toString(request.version()));
    }
}
