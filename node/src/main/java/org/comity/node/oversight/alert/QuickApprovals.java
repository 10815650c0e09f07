package org.comity.node.oversight.alert;

import java.time.Duration;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.comity.node.oversight.OversightSettings;
import org.springframework.stereotype.Component;

/** Somebody approves so soon, half of the time, that they can't have read what they approve. */
@Component
class QuickApprovals implements Pattern {

    private final Duration below;
    private final int least;

    QuickApprovals(OversightSettings settings) {
        this.below = settings.patterns().quickApproval();
        this.least = settings.patterns().leastApprovals();
    }

    @Override
    public String rule() {
        return "quick-approvals";
    }

    @Override
    public List<Sighting> in(Conduct conduct) {
        return conduct.approvals().stream()
                .collect(Collectors.groupingBy(Conduct.Approval::approver, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .filter(it -> it.getValue().size() >= least)
                .filter(it -> median(it.getValue()).compareTo(below) < 0)
                .map(it -> new Sighting(
                        rule(),
                        it.getKey(),
                        it.getValue().size(),
                        Threshold.of(below),
                        List.of(String.valueOf(it.getValue().size()), Threshold.of(median(it.getValue())))))
                .toList();
    }

    /** Of an even number the later of the two in the middle: nobody is told of for less. */
    private static Duration median(List<Conduct.Approval> approvals) {
        return approvals.stream()
                .map(Conduct.Approval::took)
                .sorted()
                .skip(approvals.size() / 2)
                .findFirst()
                .orElse(Duration.ZERO);
    }
}
