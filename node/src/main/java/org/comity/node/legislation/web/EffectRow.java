package org.comity.node.legislation.web;

import java.util.List;
import java.util.Locale;
import org.comity.law.Coded;
import org.comity.node.legislation.change.RouteEffects.Effect;

/** What a change does to one way, as it is shown; {@code none} is a way that is not there at all. */
record EffectRow(
        String requesting,
        String requested,
        String measure,
        String before,
        String after,
        String direction,
        String provision) {

    static List<EffectRow> of(List<Effect> effects, ChangeWords words) {
        return effects.stream()
                .map(effect -> new EffectRow(
                        words.stateName(effect.requesting()),
                        words.stateName(effect.requested()),
                        words.find("measure." + effect.measure().code())
                                .orElse(effect.measure().code()),
                        effect.before().map(Coded::name).orElse("none").toLowerCase(Locale.ROOT),
                        effect.after().map(Coded::name).orElse("none").toLowerCase(Locale.ROOT),
                        effect.better() ? "better" : effect.worse() ? "worse" : "other",
                        effect.provision().isEmpty() ? "" : words.provisionName(effect.provision())))
                .toList();
    }
}
