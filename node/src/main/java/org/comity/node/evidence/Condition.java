package org.comity.node.evidence;

/**
 * A limit on the use of an exhibit that goes wherever it goes, such as "only for the offences named in the request".
 *
 * @param provision that allows it, such as {@code ets185:28}; empty if none was named
 */
public record Condition(String text, String provision) {

    public static Condition of(String text) {
        return new Condition(text, "");
    }
}
