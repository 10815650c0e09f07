package org.comity.node.identity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Who is called by name in a text, as in {@code @Duty officer}; a longer name is not taken for a shorter one. */
final class Mentions {

    private Mentions() {}

    static List<Person> of(List<Person> people, String text) {
        var names = people.stream()
                .map(person -> person.name().toLowerCase(Locale.ROOT))
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
        var called = new ArrayList<String>();
        var rest = text.toLowerCase(Locale.ROOT);
        for (var name : names) {
            var call = Pattern.compile("@" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])")
                    .matcher(rest);
            if (call.find()) {
                called.add(name);
                rest = call.replaceAll("");
            }
        }
        return people.stream()
                .filter(person -> called.contains(person.name().toLowerCase(Locale.ROOT)))
                .toList();
    }
}
