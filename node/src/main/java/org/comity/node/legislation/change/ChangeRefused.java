package org.comity.node.legislation.change;

import java.util.List;
import org.comity.law.source.Fault;

/** What the node does not do with a proposal; the words for each reason stand in the room's bundle. */
public final class ChangeRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        ABSENT,
        NOT_AN_EXPERT,
        NOT_A_REVIEWER,
        OWN_PROPOSAL,
        NOT_YOURS,
        WRONG_STATE,
        CHANGED_MEANWHILE,
        FAULTS,
        DOES_NOT_FIT,
        NOTHING_CHANGES,
        NO_REASON_GIVEN,
        NOT_PUBLISHED,
        ALREADY_PROPOSED
    }

    private final Reason reason;
    private final transient List<Fault> faults;
    private final String detail;

    private ChangeRefused(Reason reason, String detail, List<Fault> faults) {
        super(reason + (detail.isEmpty() ? "" : ": " + detail));
        this.reason = reason;
        this.detail = detail;
        this.faults = faults;
    }

    static ChangeRefused because(Reason reason) {
        return new ChangeRefused(reason, "", List.of());
    }

    static ChangeRefused because(Reason reason, String detail) {
        return new ChangeRefused(reason, detail, List.of());
    }

    static ChangeRefused of(List<Fault> faults) {
        return new ChangeRefused(
                Reason.FAULTS,
                String.join("; ", faults.stream().map(Fault::toString).toList()),
                List.copyOf(faults));
    }

    public Reason reason() {
        return reason;
    }

    /** What exactly, in words; empty if the reason says all. */
    public String detail() {
        return detail;
    }

    public List<Fault> faults() {
        return faults;
    }
}
