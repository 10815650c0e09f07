package org.comity.node.oversight.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What the rules look at: how requests were handled within the time that is looked back on. */
record Conduct(
        Instant now,
        List<Waiting> waiting,
        List<Emergencies> emergencies,
        List<Refusal> refusals,
        List<Approval> approvals) {

    Conduct {
        waiting = List.copyOf(waiting);
        emergencies = List.copyOf(emergencies);
        refusals = List.copyOf(refusals);
        approvals = List.copyOf(approvals);
    }

    /** Requests to a counterpart that has said nothing on them. @param since the oldest of them */
    record Waiting(String counterpart, long requests, Instant since) {}

    /** @param side {@code sent} or {@code received} @param none of them found to be no emergency */
    record Emergencies(String counterpart, String side, long number, long none) {}

    /**
     * @param ground empty where none was named
     * @param dualCriminality what the law said of it for this route
     * @param closedList the provision's grounds
     */
    record Refusal(String reference, String provision, String ground, String dualCriminality, List<Ground> closedList) {

        Refusal {
            closedList = List.copyOf(closedList);
        }

        record Ground(String id, String text) {}
    }

    /** @param took from submission */
    record Approval(String drafter, String approver, Duration took) {}

    /** In these the State may not, or need not, ask whether the act is an offence in its own law too. */
    static final Set<String> NOT_ASKED = Set.of("not-required", "met");
}
