package org.comity.node.forum.report;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Lists of names as a report has them. */
public final class SpeakerList {

    private SpeakerList() {}

    /** Each once, in the order given. */
    public static <T> List<T> once(List<T> all) {
        return List.copyOf(new LinkedHashSet<>(all));
    }

    /** Those that stand more than once, in the order in which they do so again. */
    public static <T> Set<T> repeated(List<T> all) {
        var seen = new LinkedHashSet<T>();
        return all.stream().filter(it -> !seen.add(it)).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Aligned States stand in the English alphabet, whatever articles their names take. */
    public static List<String> alphabetical(List<String> codes, Function<String, String> names) {
        return codes.stream()
                .distinct()
                .sorted(java.util.Comparator.comparing(
                        (String code) -> withoutArticle(names.apply(code)), String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    private static String withoutArticle(String name) {
        return name.startsWith("the ") ? name.substring(4) : name;
    }

    /** “A, B and C”. */
    public static String sentence(List<String> names) {
        return names.size() < 2
                ? String.join("", names)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }
}
