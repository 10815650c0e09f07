package org.comity.law.assistance;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How to see how far a State has come: dimensions, each with levels, each with criteria.
 *
 * @param note what the thresholds are, to be shown beside every result
 * @param models others by which it was inspired, with their addresses
 */
public record MaturityModel(
        int version, String note, String rule, Map<String, String> models, List<Dimension> dimensions) {

    /** The level at which everybody stands. */
    public static final int FIRST = 1;

    public static final int LAST = 5;

    public MaturityModel {
        models = Map.copyOf(models);
        dimensions = List.copyOf(dimensions);
    }

    /** @param levels from the first to the last, each there once */
    public record Dimension(String id, String title, List<Level> levels) {

        public Dimension {
            levels = List.copyOf(levels);
        }

        /** Those that decide: the first level needs nothing. */
        public List<Criterion> criteria() {
            return levels.stream()
                    .filter(level -> level.number() > FIRST)
                    .flatMap(level -> level.criteria().stream())
                    .toList();
        }
    }

    public record Level(int number, String name, List<Criterion> criteria) {

        public Level {
            criteria = List.copyOf(criteria);
        }
    }

    /**
     * @param evidence {@code software-data}, {@code questionnaire} or {@code document}
     * @param measure the threshold, as the model's authors wrote it
     * @param provisions that it is about; a range stands as in {@code ets185:2-11}
     */
    public record Criterion(
            String id, int level, String text, String evidence, String measure, List<String> provisions) {

        public Criterion {
            provisions = List.copyOf(provisions);
        }
    }

    public Stream<Criterion> criteria() {
        return dimensions.stream().flatMap(dimension -> dimension.criteria().stream());
    }

    public Optional<Dimension> dimension(String id) {
        return dimensions.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    public Optional<Criterion> criterion(String id) {
        return criteria().filter(it -> it.id().equals(id)).findFirst();
    }
}
