package org.comity.law.refresh;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.law.refresh.Difference.Kind;

/**
 * Brings the facts of one file together with the incoming ones, and notes each difference.
 *
 * <p>A field that the incoming form does not have stays as it is. One that differs is taken where the incoming fact may replace
 * ours; else ours stays and the difference is remembered. A fact that only the data set has goes, unless it is remembered as
 * our own.
 */
final class Merging {

    private final String file;
    private final Kept kept;
    private final List<Difference> differences;
    private final Set<String> present = new LinkedHashSet<>();

    Merging(String file, Kept kept, List<Difference> differences) {
        this.file = file;
        this.kept = kept;
        this.differences = differences;
    }

    /** Facts in the order of the incoming ones; one of our own stays behind the fact it stood behind. */
    List<Fact> merged(List<Fact> ours, List<Fact> incoming, Set<String> notSaid) {
        Map<String, Fact> ourFacts = new LinkedHashMap<>();
        ours.forEach(fact -> ourFacts.put(fact.key(), fact));
        Map<String, Fact> merged = new LinkedHashMap<>();
        for (Fact fact : incoming) {
            Fact our = ourFacts.get(fact.key());
            if (our == null) {
                note(Kind.ADDED, fact.key(), "", "", fact.inOneLine());
                merged.put(fact.key(), fact);
            } else {
                merged.put(fact.key(), merged(our, fact, notSaid));
            }
        }
        List<Fact> placed = placed(ours, merged);
        placed.forEach(fact -> present.add(fact.key()));
        return placed;
    }

    private List<Fact> placed(List<Fact> ours, Map<String, Fact> merged) {
        List<Fact> placed = new ArrayList<>(merged.values());
        String before = "";
        for (Fact our : ours) {
            if (!merged.containsKey(our.key())) {
                if (!kept.isOurs(file, our.key(), "")) {
                    note(Kind.REMOVED, our.key(), "", our.inOneLine(), "");
                    continue;
                }
                placed.add(indexAfter(placed, before), our);
            }
            before = our.key();
        }
        return inOurOrder(ours, placed);
    }

    private static int indexAfter(List<Fact> facts, String key) {
        for (int i = 0; i < facts.size(); i++) {
            if (facts.get(i).key().equals(key)) {
                return i + 1;
            }
        }
        return 0;
    }

    /** What the data set had keeps its order; what is new stands behind the incoming fact before it. */
    private static List<Fact> inOurOrder(List<Fact> ours, List<Fact> placed) {
        Map<String, Integer> place = new HashMap<>();
        ours.forEach(fact -> place.put(fact.key(), place.size()));
        List<Fact> old = new ArrayList<>(
                placed.stream().filter(f -> place.containsKey(f.key())).toList());
        old.sort(Comparator.comparing(f -> place.getOrDefault(f.key(), 0)));
        String before = "";
        for (Fact fact : placed) {
            if (!place.containsKey(fact.key())) {
                old.add(indexAfter(old, before), fact);
            }
            before = fact.key();
        }
        return old;
    }

    /** @param notSaid fields of which the incoming form says nothing where it leaves them out */
    Fact merged(Fact ours, Fact incoming, Set<String> notSaid) {
        Set<String> fields = new LinkedHashSet<>(ours.fields().keySet());
        fields.addAll(incoming.fields().keySet());
        Map<String, Object> result = new LinkedHashMap<>(ours.fields());
        boolean replaces = incoming.mayReplace(ours);
        for (String field : fields) {
            boolean silent = notSaid.contains(field) && !incoming.fields().containsKey(field);
            if (!silent && differs(ours, incoming, field, replaces)) {
                incoming.field(field).ifPresentOrElse(value -> result.put(field, value), () -> result.remove(field));
            }
        }
        return new Fact(ours.key(), result, ours.asOf(), ours.verified());
    }

    /** Whether the incoming field takes the place of ours. */
    private boolean differs(Fact ours, Fact incoming, String field, boolean replaces) {
        String old = ours.says(field);
        String now = incoming.says(field);
        if (old.equals(now)) {
            kept.forget(file, ours.key(), field);
            return false;
        }
        if (replaces && !kept.isOurs(file, ours.key(), field)) {
            kept.forget(file, ours.key(), field);
            note(Kind.CHANGED, ours.key(), field, old, now);
            return true;
        }
        if (!kept.isKnown(file, ours.key(), field, now)) {
            kept.remember(file, ours.key(), field, now);
            note(Kind.KEPT, ours.key(), field, old, now);
        }
        return false;
    }

    private void note(Kind kind, String fact, String field, String ours, String incoming) {
        differences.add(new Difference(kind, file, fact, field, ours, incoming));
    }

    /** Forgets what was remembered of facts that are gone. */
    void done() {
        kept.retain(file, present);
    }
}
