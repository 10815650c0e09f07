package org.comity.node.oversight.alert;

import java.util.List;
import org.comity.node.oversight.OversightSettings;
import org.springframework.stereotype.Component;

/** One counterpart claims, or is told, an emergency again and again; one that was found to be none is enough. */
@Component
class RepeatedEmergencies implements Pattern {

    private final int from;

    RepeatedEmergencies(OversightSettings settings) {
        this.from = settings.patterns().emergencies();
    }

    @Override
    public String rule() {
        return "repeated-emergencies";
    }

    @Override
    public List<Sighting> in(Conduct conduct) {
        return conduct.emergencies().stream()
                .filter(it -> it.number() >= from || it.none() > 0)
                .map(it -> new Sighting(
                        rule(),
                        it.side() + " " + it.counterpart(),
                        it.number() + it.none(),
                        String.valueOf(from),
                        List.of(String.valueOf(it.number()), String.valueOf(it.none()))))
                .toList();
    }
}
