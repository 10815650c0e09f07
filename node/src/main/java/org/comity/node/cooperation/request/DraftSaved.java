package org.comity.node.cooperation.request;

import java.time.Instant;
import java.util.List;

/** Someone saved a draft. @param parts what changed */
public record DraftSaved(String by, Instant at, List<DraftPart> parts) {

    public DraftSaved {
        parts = List.copyOf(parts);
    }
}
