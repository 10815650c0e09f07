package org.comity.node.notice;

import java.util.Optional;
import org.comity.node.frame.Noted;

/**
 * Something that a person should know.
 *
 * @param said shown on the node's own pages, to the people to whom it is told, and nowhere else
 * @param link path on this node where it is, such as {@code /requests/…}
 * @param emergency told at any hour, whatever a person wished
 * @param once told to a person only once under this name, however often it is told
 */
public record Notice(NoticeKind kind, Noted said, String link, boolean emergency, Optional<String> once) {

    public Notice {
        if (!link.startsWith("/") || link.startsWith("//")) {
            throw new IllegalArgumentException("A notice leads to a page of this node, not to " + link + ".");
        }
    }

    /** @param key of the sentence; begins with the room's name */
    public static Notice of(NoticeKind kind, String link, String key, String... about) {
        return new Notice(kind, Noted.of(key, about), link, kind == NoticeKind.EMERGENCY, Optional.empty());
    }

    /** The same, at any hour. */
    public Notice asEmergency() {
        return new Notice(kind, said, link, true, once);
    }

    public Notice once(String name) {
        return new Notice(kind, said, link, emergency, Optional.of(name));
    }
}
