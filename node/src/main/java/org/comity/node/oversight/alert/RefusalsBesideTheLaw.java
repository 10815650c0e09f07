package org.comity.node.oversight.alert;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * A refusal contradicts the law that its route rests on: its ground is not of the closed list, or it asks for dual criminality
 * where no reservation lets the State ask for it (ETS 185 art. 29(3)-(4)), or where it is met.
 */
@Component
class RefusalsBesideTheLaw implements Pattern {

    @Override
    public String rule() {
        return "refusals-beside-the-law";
    }

    @Override
    public List<Sighting> in(Conduct conduct) {
        return conduct.refusals().stream()
                .flatMap(it -> why(it).stream()
                        .map(why -> new Sighting(
                                rule(),
                                it.reference(),
                                1,
                                it.provision(),
                                List.of(why, it.ground().isEmpty() ? "–" : it.ground()))))
                .toList();
    }

    private static Optional<String> why(Conduct.Refusal it) {
        var ground = it.closedList().stream()
                .filter(listed -> listed.id().equals(it.ground()))
                .findFirst();
        if (it.closedList().isEmpty()) {
            return Optional.empty();
        }
        if (ground.isEmpty()) {
            return Optional.of(it.ground().isEmpty() ? "no-ground" : "not-listed");
        }
        return ground.filter(listed -> listed.text().contains("dual criminality"))
                .filter(_ -> Conduct.NOT_ASKED.contains(it.dualCriminality()))
                .map(_ -> it.dualCriminality().equals("met") ? "dual-met" : "no-reservation");
    }
}
