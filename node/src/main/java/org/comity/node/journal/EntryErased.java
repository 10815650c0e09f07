package org.comity.node.journal;

import java.util.LinkedHashMap;
import java.util.Map;

/** The details of an entry were erased on purpose. */
record EntryErased(long position, String because, String actor) implements Journaled {

    @Override
    public String subject() {
        return "journal:" + position;
    }

    @Override
    public String what() {
        return "details-erased";
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("position", position);
        details.put("because", because);
        return details;
    }
}
