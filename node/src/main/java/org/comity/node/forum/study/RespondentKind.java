package org.comity.node.forum.study;

import java.util.Locale;
import java.util.Optional;
import org.comity.node.forum.meeting.Party;

/** Who is asked. */
public enum RespondentKind {
    STATE,
    PRIVATE_SECTOR,
    ACADEMIA,
    IGO;

    public String token() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Empty for who is not asked: the Secretariat itself and non-governmental organizations. */
    public static Optional<RespondentKind> of(Party party) {
        return switch (party.kind()) {
            case STATE, OBSERVER_STATE -> Optional.of(STATE);
            case UNION, IGO -> Optional.of(IGO);
            case ACADEMIA -> Optional.of(ACADEMIA);
            case PRIVATE_SECTOR -> Optional.of(PRIVATE_SECTOR);
            case SECRETARIAT, NGO -> Optional.empty();
        };
    }
}
