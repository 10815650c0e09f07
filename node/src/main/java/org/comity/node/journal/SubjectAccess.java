package org.comity.node.journal;

/**
 * Says who may see the entries about one kind of subject. The room that keeps such subjects provides it; without it
 * only overseers see them, and administrators those about the node's own administration.
 */
public interface SubjectAccess {

    /** The part before the colon of {@link Journaled#subject()}, such as {@code request}. */
    String kind();

    /** Whether the person who is signed in may see this subject. */
    boolean maySee(String subject);
}
