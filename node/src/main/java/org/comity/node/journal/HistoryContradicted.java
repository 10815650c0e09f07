package org.comity.node.journal;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Two histories of one journal were found. Published within the transaction that keeps the evidence. */
public record HistoryContradicted(Contradiction contradiction) implements Journaled {

    @Override
    public String subject() {
        return "journal:" + contradiction.origin();
    }

    @Override
    public String what() {
        return switch (contradiction.side()) {
            case THEIRS -> "journal-of-peer-contradicted";
            case OURS -> "own-journal-disputed";
        };
    }

    @Override
    public String actor() {
        return "party " + contradiction.party();
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("nature", contradiction.nature().name().toLowerCase(Locale.ROOT));
        details.put("seen", contradiction.seen());
        details.put("shown", contradiction.shown());
        return details;
    }
}
