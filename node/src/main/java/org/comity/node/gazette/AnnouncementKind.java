package org.comity.node.gazette;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a gazette makes public. */
public enum AnnouncementKind {
    /** Facts of law that were published as an edition of the law base. */
    LAW_CHANGE,
    /** A node's signed card: the publisher's own, or one that it introduces. */
    DIRECTORY_CARD,
    /** How something is done well, for others to learn from. */
    GOOD_PRACTICE,
    /** What help is asked for. */
    NEED,
    /** What help is offered. */
    OFFER,
    /** Takes an earlier announcement of the same gazette back. */
    REVOCATION;

    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Empty for a kind that a later version of the format brought. */
    static Optional<AnnouncementKind> of(String token) {
        return Arrays.stream(values())
                .filter(kind -> kind.token().equals(token))
                .findFirst();
    }

    /** Whether a person writes it as a title and a text. */
    public boolean isText() {
        return this == GOOD_PRACTICE || this == NEED || this == OFFER;
    }
}
