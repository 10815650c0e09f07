package org.comity.law.refresh;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A row or entry by the names of its columns or keys.
 *
 * @param key what names it in its file, such as {@code ets185 BR}
 * @param asOf the date it stands for: its own, that of its file, or that of the refresh
 * @param verified whether it was read in a source
 */
record Fact(String key, Map<String, Object> fields, String asOf, boolean verified) {

    Fact {
        fields = new LinkedHashMap<>(fields);
    }

    /** What a field says, in one line; empty if nothing. */
    String says(String field) {
        return said(fields.get(field));
    }

    static String said(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(e -> e.getKey() + ": " + said(e.getValue()))
                        .sorted()
                        .collect(Collectors.joining(", ", "{", "}"));
            case Collection<?> list -> list.stream().map(Fact::said).collect(Collectors.joining("; "));
            default -> value.toString();
        };
    }

    /** Whether this fact may take the place of the older one: a newer date that is attested no worse, or a better basis. */
    boolean mayReplace(Fact older) {
        boolean better = verified && !older.verified;
        boolean worse = !verified && older.verified;
        return better || (!worse && asOf.compareTo(older.asOf) > 0);
    }

    /** All that it says in one line, for a fact that is added or removed. */
    String inOneLine() {
        return fields.entrySet().stream()
                .filter(e -> !Fact.said(e.getValue()).isEmpty())
                .map(e -> e.getKey() + ": " + said(e.getValue()))
                .collect(Collectors.joining(", "));
    }

    Optional<Object> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }
}
