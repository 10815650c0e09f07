package org.comity.node.identity;

import java.util.Arrays;
import java.util.List;
import org.comity.node.identity.Scope.Verb;

/**
 * Addresses under {@code /api/} that a token can be made for. A room adds its own by declaring a bean; an address that belongs
 * to no area is closed to tokens.
 *
 * @param name as it stands in a scope, such as {@code cases}
 * @param label message key of the words that tell a person what these addresses are
 * @param patterns as a request mapping has them
 * @param deciding those among them on which anything but reading is a decision
 * @param readOnly where a scope to write would mean nothing
 */
public record ApiArea(String name, String label, List<String> patterns, List<String> deciding, boolean readOnly) {

    public ApiArea {
        patterns = List.copyOf(patterns);
        deciding = List.copyOf(deciding);
    }

    public static ApiArea of(String name, String label, String... patterns) {
        return new ApiArea(name, label, List.of(patterns), List.of(), false);
    }

    /** Where nothing can be changed. */
    public static ApiArea toRead(String name, String label, String... patterns) {
        return new ApiArea(name, label, List.of(patterns), List.of(), true);
    }

    public ApiArea deciding(String... patternsOfDecisions) {
        return new ApiArea(name, label, patterns, List.of(patternsOfDecisions), readOnly);
    }

    /** The scopes that make sense here. */
    public List<Scope> scopes() {
        return Arrays.stream(Verb.values())
                .filter(verb -> switch (verb) {
                    case READ -> true;
                    case WRITE -> !readOnly;
                    case DECIDE -> !deciding.isEmpty();
                })
                .map(verb -> new Scope(name, verb))
                .toList();
    }
}
