package org.comity.node.forum.meeting;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An entry of the list of speakers.
 *
 * @param item number of the agenda item; empty for the opening
 * @param group on whose behalf; empty for nobody but the party itself
 * @param aligned codes of the States that align themselves with what is said for the group
 * @param remote whether they speak from elsewhere
 */
public record Speaker(
        String item,
        Party party,
        Kind kind,
        String group,
        List<String> aligned,
        boolean remote,
        Standing standing,
        Optional<Instant> at) {

    public Speaker {
        aligned = List.copyOf(aligned);
    }

    /** A right of reply and a point of order stand apart from the list. */
    public enum Kind {
        STATEMENT,
        PANELLIST,
        RIGHT_OF_REPLY,
        POINT_OF_ORDER;

        public String token() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public enum Standing {
        INSCRIBED,
        SPOKE,
        WITHDRAWN;

        public String token() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public boolean spokeForAGroup() {
        return !group.isEmpty();
    }

    public boolean isStatementMade() {
        return standing == Standing.SPOKE && kind == Kind.STATEMENT;
    }

    public Speaker became(Standing standing, Instant at) {
        return new Speaker(item, party, kind, group, aligned, remote, standing, Optional.of(at));
    }
}
