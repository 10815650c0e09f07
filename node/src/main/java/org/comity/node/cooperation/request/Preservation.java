package org.comity.node.cooperation.request;

import java.time.Instant;
import java.util.List;

/** Data is kept: since when, until when, by whom and how much of what was asked. */
public record Preservation(Instant effectedAt, Instant keptUntil, String provider, List<ItemOutcome> outcomes) {

    public Preservation {
        outcomes = List.copyOf(outcomes);
    }

    Preservation until(Instant keptUntil) {
        return new Preservation(effectedAt, keptUntil, provider, outcomes);
    }
}
