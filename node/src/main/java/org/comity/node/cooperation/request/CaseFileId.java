package org.comity.node.cooperation.request;

import java.util.UUID;

/** Identifies a case file on this node; other nodes never see it. */
public record CaseFileId(UUID value) {

    public static CaseFileId fresh() {
        return new CaseFileId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
