package org.comity.node.capacity.assessment;

import java.util.List;

/**
 * An answer to a criterion.
 *
 * @param evidence what shows it, in a person's words; empty where the node itself answered
 * @param source document, address or page that it can be looked up in
 * @param by a person's name, or {@code node}
 * @param at instant
 * @param key of the sentence with which the node answered; empty where a person did
 * @param about what that sentence is about
 */
public record Answer(
        Verdict verdict, String evidence, String source, String by, String at, String key, List<String> about) {

    public Answer {
        about = List.copyOf(about);
    }

    public static Answer ofPerson(Verdict verdict, String evidence, String source, String by, String at) {
        return new Answer(verdict, evidence, source, by, at, "", List.of());
    }

    public boolean ofNode() {
        return !key.isEmpty();
    }
}
