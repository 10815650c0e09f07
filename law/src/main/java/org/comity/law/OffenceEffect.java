package org.comity.law;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.law.source.Located;
import org.comity.law.source.YamlTree;

/**
 * What a declaration of a certain effect changes in the offences of a State.
 *
 * @param offences the offences it concerns
 * @param asks elements that the State asks in addition
 * @param narrows whether a part of the offence is left out
 * @param limitsAttempt whether the attempt is not, or not always, an offence
 */
record OffenceEffect(List<String> offences, Elements asks, boolean narrows, boolean limitsAttempt) {

    /** By effect code, from {@code vocabulary.yaml}. */
    static Map<String, OffenceEffect> read(YamlTree tree, Collection<String> codes, Collection<String> offences) {
        Map<String, OffenceEffect> effects = new LinkedHashMap<>();
        tree.entries().forEach((code, entry) -> {
            if (!codes.contains(code)) {
                throw entry.fault("unknown effect code “" + code + "”");
            }
            entry.entries(Set.of("offences", "asks", "narrows", "limits_attempt"));
            effects.put(
                    code,
                    new OffenceEffect(
                            entry.words("offences").stream()
                                    .map(word -> word.in(offences, "offence"))
                                    .toList(),
                            OffenceElements.elements(entry, "asks"),
                            entry.word("narrows").map(Located::truth).orElse(false),
                            entry.word("limits_attempt").map(Located::truth).orElse(false)));
        });
        return effects;
    }
}
