package org.comity.node.forum;

import java.util.Map;
import org.comity.node.journal.Journaled;

/**
 * A record of the forum was changed. What it says stays out of the journal; its hash proves it.
 *
 * @param kind of record, such as {@code meeting}
 */
record ForumStep(String kind, String id, long version, String what, String actor, String sha256) implements Journaled {

    @Override
    public String subject() {
        return "forum:" + kind + "/" + id;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("version", version, "sha256", sha256);
    }
}
