package org.comity.node.directory;

import java.util.LinkedHashMap;
import java.util.Map;
import org.comity.node.journal.Journaled;

/** The circle of trusted nodes changed. */
public record PeerChanged(PartyId party, Change change, Fingerprint fingerprint, String endpoint, String by)
        implements Journaled {

    /** What was done to the peer's entry. */
    public enum Change {
        ADDED("peer-added"),
        RENEWED("peer-card-renewed"),
        REPLACED("peer-root-replaced"),
        BY_PACKET("peer-reached-by-packet"),
        BY_NETWORK("peer-reached-by-network"),
        REMOVED("peer-removed");

        private final String token;

        Change(String token) {
            this.token = token;
        }
    }

    @Override
    public String subject() {
        return "party:" + party;
    }

    @Override
    public String what() {
        return change.token;
    }

    @Override
    public String actor() {
        return by;
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("fingerprint", fingerprint.hex());
        details.put("endpoint", endpoint);
        return details;
    }
}
