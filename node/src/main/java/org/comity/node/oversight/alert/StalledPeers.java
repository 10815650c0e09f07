package org.comity.node.oversight.alert;

import java.time.Duration;
import java.util.List;
import org.comity.node.oversight.OversightSettings;
import org.springframework.stereotype.Component;

/** A counterpart has said nothing on what was sent to it, for too long. */
@Component
class StalledPeers implements Pattern {

    private final Duration after;

    StalledPeers(OversightSettings settings) {
        this.after = settings.patterns().stalledAfter();
    }

    @Override
    public String rule() {
        return "stalled-peers";
    }

    @Override
    public List<Sighting> in(Conduct conduct) {
        return conduct.waiting().stream()
                .filter(it -> it.since().plus(after).isBefore(conduct.now()))
                .map(it -> new Sighting(
                        rule(),
                        it.counterpart(),
                        it.requests(),
                        Threshold.of(after),
                        List.of(
                                String.valueOf(it.requests()),
                                Threshold.of(Duration.between(it.since(), conduct.now())))))
                .toList();
    }
}
