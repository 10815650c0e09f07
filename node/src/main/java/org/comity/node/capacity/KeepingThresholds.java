package org.comity.node.capacity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.comity.node.capacity.assessment.Limit;
import org.comity.node.capacity.assessment.Threshold;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.comity.node.kept.Change;
import org.comity.node.kept.Held;
import org.comity.node.kept.Records;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Against what the self-assessment holds this node's records. Thresholds come as proposals; a coordinator changes one with a
 * source, and answers that were given before stay as they were.
 */
@Service
public class KeepingThresholds {

    private final Records<Threshold> thresholds;
    private final Clock clock;

    KeepingThresholds(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        var shipped = Threshold.shipped();
        this.thresholds = new Records<>(
                "threshold",
                Threshold.class,
                Threshold::id,
                () -> shipped,
                CapacityRefused.keeping(jdbc, events, clock));
        this.clock = clock;
    }

    public List<Held<Threshold>> all() {
        return thresholds.all();
    }

    public Optional<Held<Threshold>> find(String id) {
        return thresholds.find(id);
    }

    public List<Change> historyOf(String id) {
        return thresholds.history(id);
    }

    /** As it is set now. */
    double of(Limit limit) {
        return thresholds.find(limit.token()).orElseThrow().it().value();
    }

    /** @param version that the person read */
    @Transactional
    public Held<Threshold> change(Person by, String id, long version, String value, String source) {
        CapacityAccess.keeper(by);
        var before = thresholds.hold(id).it();
        var number = value.strip();
        if (!number.matches("\\d{1,4}([.]\\d{1,2})?")
                || before.unit().equals("percent") && Double.parseDouble(number) > 100) {
            throw new CapacityRefused("value-" + id, Said.of("capacity.refused.threshold"));
        }
        if (source.isBlank()) {
            throw new CapacityRefused("source-" + id, Said.of("capacity.refused.threshold-source"));
        }
        var today = LocalDate.now(clock.withZone(ZoneOffset.UTC)).toString();
        return thresholds.change(
                id,
                version,
                it -> it.entered(Double.parseDouble(number), source.strip(), today),
                by.name(),
                "threshold-set");
    }
}
