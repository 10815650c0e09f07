package org.comity.node.journal;

import java.util.Map;

/** A person accepted that another node's journal begins anew, after asking that node. */
record HistoryAccepted(Contradiction contradiction, String because, String actor) implements Journaled {

    @Override
    public String subject() {
        return "journal:" + contradiction.origin();
    }

    @Override
    public String what() {
        return "new-history-accepted";
    }

    @Override
    public Map<String, Object> details() {
        return Map.of("because", because);
    }
}
