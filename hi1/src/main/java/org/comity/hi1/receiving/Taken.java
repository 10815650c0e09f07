package org.comity.hi1.receiving;

import java.util.List;
import org.comity.hi1.HI1Message;
import org.comity.hi1.HI1Object;

/**
 * What came of a request.
 *
 * @param changes what changed, in the order of the actions; nothing for a repetition or a refusal
 * @param repeated whether the request was answered before, and this is that answer
 */
public record Taken(HI1Message answer, List<Change> changes, boolean repeated) {

    public Taken {
        changes = List.copyOf(changes);
    }

    /** @param object as it stands now */
    public record Change(int action, Verb verb, HI1Object object) {}

    public enum Verb {
        CREATED,
        UPDATED,
        DELIVERED
    }
}
