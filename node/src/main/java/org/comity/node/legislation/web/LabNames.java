package org.comity.node.legislation.web;

import java.util.Optional;
import org.comity.law.LawBase;
import org.comity.law.State;
import org.comity.law.StateCode;
import org.comity.law.matrix.History.Event;
import org.comity.node.legislation.Citation;
import org.comity.node.legislation.lab.OffenceChoice;
import org.comity.node.legislation.lab.Supposition;

/** Names what is supposed and what happened, for the sentences {@code law.lab.suppose.*} and {@code law.lab.event.*}. */
record LabNames(LawBase law, String language) {

    /** The State that acts; empty where an instrument enters into force. */
    public String who(Supposition supposition) {
        return supposition.actor().map(this::name).orElse("");
    }

    public String what(Supposition supposition) {
        return switch (supposition) {
            case Supposition.Accedes accedes -> instrument(accedes.instrument());
            case Supposition.Withdraws withdraws ->
                law.instrument(withdraws.instrument())
                        .map(i -> Citation.of(i, withdraws.article()))
                        .orElse(withdraws.instrument());
            case Supposition.EntersIntoForce enters -> instrument(enters.instrument());
            case Supposition.Enacts enacts -> offence(enacts.offence());
        };
    }

    /** The State whose law it was; empty where an instrument entered into force. */
    public String who(Event event) {
        return event.state().map(this::name).orElse("");
    }

    public String what(Event event) {
        return switch (event.kind()) {
            case IN_FORCE, BOUND, NO_LONGER_BOUND -> instrument(event.what());
            case DECLARED, WITHDRAWN -> {
                String[] place = event.what().split(":", 2);
                yield law.instrument(place[0])
                        .map(i -> Citation.of(i, place[1]))
                        .orElse(event.what());
            }
            case ENACTED, KNOWN, REPEALED -> offence(event.what());
        };
    }

    public String name(StateCode code) {
        return law.state(code).map(state -> state.name(language)).orElse(code.value());
    }

    public State state(StateCode code) {
        return law.state(code).orElseThrow();
    }

    private String offence(String id) {
        OffenceChoice.Named named = OffenceChoice.named(law, id);
        return Optional.of(named.citation() + " " + named.title())
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .orElse(id);
    }

    private String instrument(String id) {
        return law.instrument(id)
                .map(i -> Citation.of(i) + " (" + i.shortTitle() + ")")
                .orElse(id);
    }
}
