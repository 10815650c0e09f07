package org.comity.node.capacity.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.comity.node.kept.KeptJson;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * A play on nodes in exercise mode.
 *
 * @param criteria of the maturity model that it puts to the test
 * @param steps each with the page on which it is done
 * @param success how one sees that it went well
 */
public record Exercise(
        String id,
        String title,
        String aim,
        int minutes,
        List<String> roles,
        List<String> themes,
        List<String> criteria,
        List<Step> steps,
        List<String> success) {

    public Exercise {
        roles = List.copyOf(roles);
        themes = List.copyOf(themes);
        criteria = List.copyOf(criteria);
        steps = List.copyOf(steps);
        success = List.copyOf(success);
    }

    /** @param page of the node; empty where it is done elsewhere */
    public record Step(String what, String page) {}

    /** Those that ship with the node. */
    @SuppressWarnings("unchecked")
    public static List<Exercise> library() {
        try (var in = Exercise.class.getResourceAsStream("/capacity/exercises.yaml")) {
            var rows = (List<Map<String, Object>>) Objects.requireNonNull(
                    new Load(LoadSettings.builder().setLabel("exercises.yaml").build())
                            .loadFromInputStream(Objects.requireNonNull(in)));
            return rows.stream().map(row -> KeptJson.as(Exercise.class, row)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read exercises.yaml", e);
        }
    }
}
