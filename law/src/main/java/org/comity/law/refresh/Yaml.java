package org.comity.law.refresh;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comity.law.source.YamlTree;
import org.jspecify.annotations.Nullable;

/** Maps and lists as they stand in a file; what is empty says nothing and is left out. */
final class Yaml {

    private Yaml() {}

    static Map<String, Object> map(YamlTree tree) {
        return map(tree.plain());
    }

    /** The entries with text keys; an empty map for anything that is no map. */
    static Map<String, Object> map(@Nullable Object value) {
        Map<String, Object> map = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> entries) {
            entries.forEach((key, entry) -> {
                if (key != null && entry != null && !isEmpty(entry)) {
                    map.put(key.toString(), entry);
                }
            });
        }
        return map;
    }

    private static boolean isEmpty(Object value) {
        return value.equals("") || value.equals(List.of()) || value.equals(Map.of());
    }

    static List<Map<String, Object>> maps(@Nullable Object value) {
        List<Map<String, Object>> maps = new ArrayList<>();
        if (value instanceof List<?> list) {
            list.forEach(item -> maps.add(map(item)));
        }
        return maps;
    }

    static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }

    static Map<String, Object> only(Map<String, Object> map, List<String> keys) {
        Map<String, Object> some = new LinkedHashMap<>(map);
        some.keySet().retainAll(keys);
        return some;
    }

    /** The entries in this order of keys; what the order does not name stands behind, as it stood. */
    static Map<String, Object> ordered(Map<String, Object> map, List<String> order) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        order.stream().filter(map::containsKey).forEach(key -> ordered.put(key, map.getOrDefault(key, "")));
        map.forEach(ordered::putIfAbsent);
        return ordered;
    }
}
