package org.comity.node.gazette;

import java.util.LinkedHashMap;
import java.util.Map;
import org.comity.node.directory.PartyId;
import org.comity.node.journal.Journaled;

/** Something was decided about the gazette of another node, or about what stands in it. */
record GazetteStep(PartyId party, String what, String actor, Map<String, Object> details) implements Journaled {

    static GazetteStep following(Followed followed, String what, String actor) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("address", followed.address().toString());
        details.put(
                "applied",
                followed.applied().stream()
                        .map(AnnouncementKind::token)
                        .sorted()
                        .toList());
        return new GazetteStep(followed.party(), what, actor, details);
    }

    static GazetteStep deciding(Received received, String what, String actor, String because) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("announcement", received.announcement().id().toString());
        details.put("kind", received.announcement().kind());
        details.put("position", received.position());
        if (!because.isEmpty()) {
            details.put("because", because);
        }
        return new GazetteStep(received.party(), what, actor, details);
    }

    @Override
    public String subject() {
        return "gazette:" + party;
    }
}
