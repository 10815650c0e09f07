package org.comity.node.exchange;

import java.util.UUID;
import org.comity.node.directory.PartyId;

/**
 * A party made, changed or delivered an object over HI-1; it stands in {@link Hi1Shelf}. Published once, in the transaction
 * that stores the answer.
 *
 * @param action its place in the request, from 0
 * @param object the object's identifier
 * @param kind as in the standard's dictionary of object types, such as {@code LPTask}
 * @param generation of the object after the action
 */
public record Hi1ActionTaken(
        PartyId from, UUID transaction, int action, Verb verb, UUID object, String kind, int generation) {

    /** What was done to the object. */
    public enum Verb {
        CREATED,
        UPDATED,
        DELIVERED
    }
}
