package org.comity.node.forum.mandate;

import java.util.List;

/**
 * A paragraph that authorises something.
 *
 * @param act such as {@code General Assembly resolution 65/230}
 * @param paragraph within the act; empty where the whole act is meant
 * @param when day, month or year
 * @param authorises what, in our own words
 * @param bodies whom it authorises, by id
 */
public record Mandate(
        String id,
        String act,
        String paragraph,
        String when,
        String authorises,
        List<String> bodies,
        Provenance provenance) {

    public Mandate {
        bodies = List.copyOf(bodies);
    }

    /** As a report cites it. */
    public String cited() {
        return paragraph.isEmpty() ? act : act + ", paragraph " + paragraph;
    }
}
