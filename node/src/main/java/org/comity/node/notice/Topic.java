package org.comity.node.notice;

import java.util.Arrays;
import java.util.Set;

/** Of what a webhook is told: steps of the journal by what they are about, or notices to people. */
public enum Topic {
    /** Case files, requests, orders, their evidence and their messages: whatever is not one of the others. */
    CASES,
    DUTY("duty"),
    LAW("law-change"),
    PEERS("party"),
    PEOPLE("person"),
    NODE("node", "journal"),
    /** That somebody was told something, and whether it is an emergency; not what, and not who. */
    NOTICES;

    private final Set<String> kinds;

    Topic(String... kinds) {
        this.kinds = Set.of(kinds);
    }

    /** @param subject of a step, as {@code kind:id} */
    static Topic of(String subject) {
        var kind = subject.split(":", 2)[0];
        return Arrays.stream(values())
                .filter(topic -> topic.kinds.contains(kind))
                .findFirst()
                .orElse(CASES);
    }
}
