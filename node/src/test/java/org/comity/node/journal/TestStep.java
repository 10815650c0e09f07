package org.comity.node.journal;

import java.util.LinkedHashMap;
import java.util.Map;

/** A step as any room publishes it. */
record TestStep(String subject, String what, String actor, Map<String, Object> details) implements Journaled {

    static TestStep about(String subject) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("state", "preserved");
        details.put("days", 60);
        return new TestStep(subject, "request-preserved", "duty officer", details);
    }
}
