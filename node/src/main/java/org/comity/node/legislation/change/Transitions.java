package org.comity.node.legislation.change;

import static org.comity.node.legislation.change.ProposalState.DRAFT;
import static org.comity.node.legislation.change.ProposalState.NO_LONGER_FITS;
import static org.comity.node.legislation.change.ProposalState.PROPOSED;
import static org.comity.node.legislation.change.ProposalState.PUBLISHED;
import static org.comity.node.legislation.change.ProposalState.REFUSED;
import static org.comity.node.legislation.change.ProposalState.REVERTED;
import static org.comity.node.legislation.change.ProposalState.WITHDRAWN;

import java.util.List;
import java.util.Optional;

/** The life of a proposal in one table. */
public final class Transitions {

    /** Who brings an event about. */
    public enum By {
        PROPOSER,
        REVIEWER,
        NODE
    }

    /** One row. */
    public record Row(ProposalState from, ProposalEvent event, By by, ProposalState to) {}

    private static final List<Row> TABLE = List.of(
            new Row(DRAFT, ProposalEvent.SUBMITTED, By.PROPOSER, PROPOSED),
            new Row(DRAFT, ProposalEvent.WITHDRAWN, By.PROPOSER, WITHDRAWN),
            new Row(PROPOSED, ProposalEvent.WITHDRAWN, By.PROPOSER, WITHDRAWN),
            new Row(PROPOSED, ProposalEvent.SENT_BACK, By.REVIEWER, DRAFT),
            new Row(PROPOSED, ProposalEvent.REFUSED, By.REVIEWER, REFUSED),
            new Row(PROPOSED, ProposalEvent.PUBLISHED, By.REVIEWER, PUBLISHED),
            new Row(PUBLISHED, ProposalEvent.REVERTED, By.REVIEWER, REVERTED),
            new Row(NO_LONGER_FITS, ProposalEvent.REVERTED, By.REVIEWER, REVERTED),
            new Row(PUBLISHED, ProposalEvent.NO_LONGER_FITS, By.NODE, NO_LONGER_FITS),
            new Row(NO_LONGER_FITS, ProposalEvent.FITS_AGAIN, By.NODE, PUBLISHED));

    private Transitions() {}

    public static List<Row> table() {
        return TABLE;
    }

    static Optional<ProposalState> after(ProposalState from, ProposalEvent event) {
        return TABLE.stream()
                .filter(row -> row.from() == from && row.event() == event)
                .map(Row::to)
                .findFirst();
    }

    public static boolean offers(ProposalState from, ProposalEvent event) {
        return after(from, event).isPresent();
    }
}
