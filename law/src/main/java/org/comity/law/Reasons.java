package org.comity.law;

import java.util.ArrayList;
import java.util.List;

/** The findings of one route, and the standing that follows from those that decide. */
final class Reasons {

    private final List<Finding> findings = new ArrayList<>();
    private Standing standing = Standing.OPEN;

    /** A finding on which the standing depends. */
    void decide(Finding finding) {
        note(finding);
        worsen(
                switch (finding.result()) {
                    case MET -> Standing.OPEN;
                    case DISCRETIONARY, UNKNOWN -> Standing.CONDITIONAL;
                    case NOT_MET -> Standing.CLOSED;
                });
    }

    /** A finding without which nothing can be said: unknown leaves the whole route unknown. */
    void decideOrLeaveUnknown(Finding finding) {
        decide(finding);
        if (finding.result() == Finding.Result.UNKNOWN) {
            worsen(Standing.UNKNOWN);
        }
    }

    /** A finding worth knowing that leaves the standing as it is. */
    void note(Finding finding) {
        findings.add(finding);
    }

    private void worsen(Standing found) {
        if (found.compareTo(standing) > 0) {
            standing = found;
        }
    }

    Standing standing() {
        return standing;
    }

    boolean closed() {
        return standing == Standing.CLOSED;
    }

    List<Finding> findings() {
        return List.copyOf(findings);
    }
}
