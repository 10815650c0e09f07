package org.comity.law.refresh;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.comity.law.source.CsvRow;
import org.comity.law.source.CsvTable;
import org.comity.law.source.CsvText;
import org.comity.law.source.DataFiles;

/**
 * The memory of a refresh ({@code kept.csv}): where the data set differs from the files it is refreshed from, and what those
 * said when that was last looked at. A difference that stands here is not told again until the incoming fact changes.
 */
final class Kept {

    static final String FILE = "kept.csv";
    static final List<String> HEADER = List.of("file", "fact", "field", "incoming", "why");

    /** The fact is a correction or addition of this project: no refresh replaces it. */
    static final String OURS = "ours";

    /** The incoming fact was neither newer nor better attested. */
    static final String NOT_NEWER = "not-newer";

    private record Place(String file, String fact, String field) implements Comparable<Place> {

        @Override
        public int compareTo(Place other) {
            return List.of(file, fact, field)
                    .toString()
                    .compareTo(List.of(other.file, other.fact, other.field).toString());
        }
    }

    private record Entry(String incoming, String why) {}

    private final Map<Place, Entry> entries = new TreeMap<>();

    static Kept read(DataFiles files) {
        Kept kept = new Kept();
        if (files.has(FILE)) {
            for (CsvRow row : CsvTable.read(files, FILE)) {
                kept.entries.put(
                        new Place(
                                row.need("file").text(),
                                row.need("fact").text(),
                                row.cell("field").text()),
                        new Entry(
                                row.cell("incoming").text(),
                                row.need("why").oneOf(List.of(OURS, NOT_NEWER), "reason")));
            }
        }
        return kept;
    }

    boolean isOurs(String file, String fact, String field) {
        return find(file, fact, field).filter(e -> e.why().equals(OURS)).isPresent();
    }

    /** Whether this difference has been told before. */
    boolean isKnown(String file, String fact, String field, String incoming) {
        return find(file, fact, field)
                .filter(e -> e.incoming().equals(incoming))
                .isPresent();
    }

    private Optional<Entry> find(String file, String fact, String field) {
        return Optional.ofNullable(entries.get(new Place(file, fact, field)));
    }

    void remember(String file, String fact, String field, String incoming) {
        String why = isOurs(file, fact, field) ? OURS : NOT_NEWER;
        entries.put(new Place(file, fact, field), new Entry(incoming, why));
    }

    void forget(String file, String fact, String field) {
        entries.remove(new Place(file, fact, field));
    }

    /** Facts that are gone need no memory. */
    void retain(String file, Set<String> facts) {
        Set<Place> gone = new HashSet<>(entries.keySet());
        gone.removeIf(place -> !place.file().equals(file) || facts.contains(place.fact()));
        gone.forEach(entries::remove);
    }

    String write() {
        return CsvText.write(
                HEADER,
                entries.entrySet().stream()
                        .map(e -> List.of(
                                e.getKey().file(),
                                e.getKey().fact(),
                                e.getKey().field(),
                                e.getValue().incoming(),
                                e.getValue().why()))
                        .toList());
    }
}
