package org.comity.node.journal;

import java.util.Map;

/**
 * An event that the journal records before the publisher's transaction commits: no entry, no step.
 *
 * <p>Details are what a later reader must be able to prove. They never hold the content of evidence.
 */
public interface Journaled {

    /** What the entry is about, as {@code kind:id}, for example {@code request:7f0c…}. */
    String subject();

    /** What happened, as a token in the past tense, for example {@code request-approved}. */
    String what();

    /** Who did it: a person's name as shown, {@code clock}, or {@code party XX-…}. */
    String actor();

    /** Facts of the step, in values that JSON can carry; keys in the order in which they are read. */
    Map<String, Object> details();
}
