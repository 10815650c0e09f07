package org.comity.node.legislation.change;

import java.util.Locale;

/** What happens to a proposal. */
public enum ProposalEvent {
    SUBMITTED,
    WITHDRAWN,
    SENT_BACK,
    REFUSED,
    PUBLISHED,
    REVERTED,
    NO_LONGER_FITS,
    FITS_AGAIN;

    String token() {
        return "law-change-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
