package org.comity.node.gazette;

import java.util.LinkedHashMap;
import java.util.Map;
import org.comity.node.journal.Journaled;

/** This node made something public. */
public record AnnouncementPublished(Published published) implements Journaled {

    @Override
    public String subject() {
        return "gazette:" + published.position();
    }

    @Override
    public String what() {
        return "announcement-published";
    }

    @Override
    public String actor() {
        return published.by();
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("kind", published.announcement().kind());
        details.put("title", published.announcement().title());
        return details;
    }
}
