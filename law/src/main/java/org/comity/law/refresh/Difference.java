package org.comity.law.refresh;

/**
 * One fact in which the incoming files and the data set differ, and what came of it.
 *
 * @param file file of the data set, such as {@code status.csv}
 * @param fact its key in that file, such as {@code ets185 BR}
 * @param field column or key; empty where it is about the whole fact
 * @param ours what the data set said; empty if nothing
 * @param incoming what the incoming files say; empty if nothing
 */
public record Difference(Kind kind, String file, String fact, String field, String ours, String incoming) {

    /** What came of it. */
    public enum Kind {
        ADDED,
        CHANGED,
        REMOVED,
        /** The incoming fact is neither newer nor better attested, or ours is one of our own corrections. */
        KEPT
    }
}
