package org.comity.node.oversight.alert;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comity.node.oversight.OversightSettings;
import org.springframework.stereotype.Component;

/** What somebody drafts is nearly always approved by the same other person: four eyes, but always the same. */
@Component
class AlwaysTheSamePair implements Pattern {

    private final int least;
    private final double share;

    AlwaysTheSamePair(OversightSettings settings) {
        this.least = settings.patterns().leastPairs();
        this.share = settings.patterns().samePair();
    }

    @Override
    public String rule() {
        return "same-pair";
    }

    @Override
    public List<Sighting> in(Conduct conduct) {
        return conduct.approvals().stream()
                .collect(Collectors.groupingBy(Conduct.Approval::drafter, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .filter(it -> it.getValue().size() >= least)
                .flatMap(it -> byApprover(it.getValue()).entrySet().stream()
                        .filter(pair -> pair.getValue() >= share * it.getValue().size())
                        .map(pair -> new Sighting(
                                rule(),
                                it.getKey() + " – " + pair.getKey(),
                                pair.getValue(),
                                Threshold.percent(share),
                                List.of(
                                        String.valueOf(pair.getValue()),
                                        String.valueOf(it.getValue().size())))))
                .toList();
    }

    private static Map<String, Long> byApprover(List<Conduct.Approval> of) {
        return of.stream()
                .map(Conduct.Approval::approver)
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
    }
}
