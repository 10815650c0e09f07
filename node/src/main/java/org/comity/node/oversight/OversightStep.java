package org.comity.node.oversight;

import java.util.Map;
import org.comity.node.identity.Person;
import org.comity.node.journal.Journaled;

/**
 * Oversight did something; who was concerned stays out of the journal.
 *
 * @param about as {@code kind/id}, such as {@code sample/7}
 */
public record OversightStep(String about, String what, String actor, Map<String, Object> details) implements Journaled {

    public OversightStep {
        details = Map.copyOf(details);
    }

    public static OversightStep of(String about, String what, Person by, Map<String, Object> details) {
        return new OversightStep(about, what, by.name(), details);
    }

    @Override
    public String subject() {
        return "oversight:" + about;
    }
}
