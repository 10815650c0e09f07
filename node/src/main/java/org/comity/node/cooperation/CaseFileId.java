package org.comity.node.cooperation;

import java.util.UUID;

/** Identifies a case file on this node; other nodes never see it. */
public record CaseFileId(UUID value) {

    static CaseFileId fresh() {
        return new CaseFileId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
