package org.comity.law.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was typed after a command.
 *
 * @param words the words that belong to no option, in their order
 * @param values the values of each option that takes one; an option may stand more than once
 * @param flags the options that take none
 */
record Typed(List<String> words, Map<String, List<String>> values, Set<String> flags) {

    Typed {
        words = List.copyOf(words);
        values = Map.copyOf(values);
        flags = Set.copyOf(flags);
    }

    static boolean asksForHelp(List<String> arguments) {
        return arguments.contains("--help") || arguments.contains("-h");
    }

    /**
     * @param withValue options that need a value, as {@code --on 2026-01-01} or {@code --on=2026-01-01}
     * @param withoutValue options that stand alone
     */
    static Typed of(List<String> arguments, List<String> withValue, List<String> withoutValue) {
        List<String> words = new ArrayList<>();
        Map<String, List<String>> values = new LinkedHashMap<>();
        Set<String> flags = new LinkedHashSet<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            int equals = argument.indexOf('=');
            if (!argument.startsWith("--")) {
                words.add(argument);
            } else if (withoutValue.contains(argument)) {
                flags.add(argument);
            } else if (equals > 0 && withValue.contains(argument.substring(0, equals))) {
                add(values, argument.substring(0, equals), argument.substring(equals + 1));
            } else if (!withValue.contains(argument)) {
                throw new NotUnderstoodException(
                        "Unknown option “" + argument + "”; valid are " + listed(withValue, withoutValue) + ".");
            } else if (i + 1 == arguments.size() || arguments.get(i + 1).startsWith("--")) {
                throw new NotUnderstoodException("The option " + argument + " needs a value.");
            } else {
                add(values, argument, arguments.get(++i));
            }
        }
        return new Typed(words, values, flags);
    }

    private static void add(Map<String, List<String>> values, String option, String value) {
        values.computeIfAbsent(option, _ -> new ArrayList<>()).add(value);
    }

    private static String listed(List<String> withValue, List<String> withoutValue) {
        List<String> all = new ArrayList<>(withValue);
        all.addAll(withoutValue);
        return all.size() == 1
                ? all.getFirst()
                : String.join(", ", all.subList(0, all.size() - 1)) + " and " + all.getLast();
    }

    boolean has(String flag) {
        return flags.contains(flag);
    }

    /** The value of an option, the last one where it stands more than once. */
    Optional<String> value(String option) {
        return Optional.ofNullable(values.get(option)).map(List::getLast);
    }

    /** Every value of an option that may stand more than once. */
    List<String> all(String option) {
        return values.getOrDefault(option, List.of());
    }

    String need(String option) {
        return value(option).orElseThrow(() -> new NotUnderstoodException("The option " + option + " is missing."));
    }

    /** Refuses words that no option takes. */
    Typed withoutWords() {
        if (!words.isEmpty()) {
            throw new NotUnderstoodException("“" + words.getFirst() + "” belongs to no option.");
        }
        return this;
    }
}
