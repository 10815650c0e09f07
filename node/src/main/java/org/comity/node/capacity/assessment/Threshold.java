package org.comity.node.capacity.assessment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.comity.node.kept.KeptJson;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * From when on what the records say counts as met.
 *
 * @param id of a {@link Limit}
 * @param unit {@code percent}, {@code hours}, {@code days} or {@code number}
 * @param criteria of the maturity model that it decides, or of which it decides a part
 * @param asOf day, month or year of the source
 * @param basis {@code proposal} of the model's authors, or {@code entered} here
 */
public record Threshold(
        String id, double value, String unit, List<String> criteria, String source, String asOf, String basis) {

    public Threshold {
        criteria = List.copyOf(criteria);
    }

    public Threshold entered(double anew, String from, String day) {
        return new Threshold(id, anew, unit, criteria, from, day, "entered");
    }

    /** Those that ship with the node. */
    @SuppressWarnings("unchecked")
    public static List<Threshold> shipped() {
        try (var in = Threshold.class.getResourceAsStream("/capacity/thresholds.yaml")) {
            var rows = (List<Map<String, Object>>) Objects.requireNonNull(
                    new Load(LoadSettings.builder().setLabel("thresholds.yaml").build())
                            .loadFromInputStream(Objects.requireNonNull(in)));
            return rows.stream().map(row -> KeptJson.as(Threshold.class, row)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read thresholds.yaml", e);
        }
    }
}
