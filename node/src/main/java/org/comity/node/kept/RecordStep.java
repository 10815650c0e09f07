package org.comity.node.kept;

import java.util.Map;
import org.comity.node.journal.Journaled;

/**
 * A record was changed. What it says stays out of the journal; its hash proves it.
 *
 * @param room that keeps it, such as {@code forum}
 * @param kind of record, such as {@code meeting}
 */
public record RecordStep(String room, String kind, String id, long version, String what, String actor, String sha256)
        implements Journaled {

    @Override
    public String subject() {
        return room + ":" + kind + "/" + id;
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("version", version, "sha256", sha256);
    }
}
