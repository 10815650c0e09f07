package org.comity.node.evidence;

import java.util.LinkedHashMap;
import java.util.Map;
import org.comity.node.journal.Journaled;

/** The journal commits to the chain of custody, so that a chain that was cut short is noticed there. */
record CustodyStepTaken(ExhibitId exhibit, String mark, CustodyStep step) implements Journaled {

    @Override
    public String subject() {
        return exhibit.subject();
    }

    @Override
    public String what() {
        return "exhibit-" + step.said().what();
    }

    @Override
    public String actor() {
        return step.said().by();
    }

    @Override
    public Map<String, Object> details() {
        var details = new LinkedHashMap<String, Object>();
        details.put("mark", mark);
        details.put("step", step.said().number());
        details.put("statement", step.digest());
        return details;
    }
}
