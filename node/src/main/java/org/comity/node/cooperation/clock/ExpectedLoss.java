package org.comity.node.cooperation.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAmount;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import org.comity.law.Retention;
import org.comity.node.cooperation.request.DataWanted;
import org.comity.node.cooperation.request.Identifier;

/**
 * When the data will be gone, as far as anything says so. What the drafter knows of this provider stands before law and
 * practice; where nothing is known, both instants are empty.
 *
 * @param first before which it is not deleted
 * @param last after which it is deleted
 * @param rule the row of the law base on which the two rest; empty when a person said it, or nothing is known
 */
public record ExpectedLoss(Optional<Instant> first, Optional<Instant> last, Optional<Retention> rule) {

    public static final ExpectedLoss UNKNOWN = new ExpectedLoss(Optional.empty(), Optional.empty(), Optional.empty());

    /** @param rules for each category that is wanted, what is closest first */
    static ExpectedLoss of(DataWanted data, Collection<Retention> rules) {
        if (data.expectedDeletion().isPresent()) {
            return new ExpectedLoss(data.expectedDeletion(), data.expectedDeletion(), Optional.empty());
        }
        return oldest(data)
                .flatMap(made -> rules.stream()
                        .map(rule -> of(made, rule))
                        .filter(ExpectedLoss::isKnown)
                        .min(Comparator.comparing(ExpectedLoss::deletion, Comparator.comparing(Optional::orElseThrow))))
                .orElseGet(() -> rules.stream()
                        .findFirst()
                        .map(rule -> new ExpectedLoss(Optional.empty(), Optional.empty(), Optional.of(rule)))
                        .orElse(UNKNOWN));
    }

    private static ExpectedLoss of(Instant made, Retention rule) {
        return new ExpectedLoss(
                rule.least().map(length -> after(made, length)),
                rule.most().map(length -> after(made, length)),
                Optional.of(rule));
    }

    private static Instant after(Instant made, TemporalAmount length) {
        return made.atZone(ZoneOffset.UTC).plus(length).toInstant();
    }

    /** The oldest of what is wanted goes first. */
    private static Optional<Instant> oldest(DataWanted data) {
        return data.range()
                .from()
                .or(() -> data.identifiers().stream()
                        .filter(Identifier.IpAddress.class::isInstance)
                        .map(address -> ((Identifier.IpAddress) address).at().toInstant())
                        .min(Comparator.naturalOrder()));
    }

    public boolean isKnown() {
        return first.isPresent() || last.isPresent();
    }

    /** The instant to reckon with: the earlier of those that are known. */
    public Optional<Instant> deletion() {
        return first.or(() -> last);
    }

    /**
     * How likely it is that the data goes before the answer comes: each instant between the two ends is as likely as another;
     * where only one end is known, it counts alone.
     *
     * @param sent when the time to answer began, or will begin
     * @return between 0 and 1; empty where nothing is known
     */
    Optional<Double> chance(AnswerTime answer, Instant sent, Instant now) {
        if (!isKnown()) {
            return Optional.empty();
        }
        var from = first.or(() -> last).orElseThrow();
        var to = last.or(() -> first).orElseThrow();
        var out = Duration.between(sent, now);
        var sum = 0.0;
        for (int step = 0; step < STEPS; step++) {
            var gone = from.plus(
                    Duration.between(from, to).multipliedBy(2L * step + 1).dividedBy(2L * STEPS));
            sum += gone.isBefore(now) ? 1 : answer.stillOut(Duration.between(sent, gone), out);
        }
        return Optional.of(sum / STEPS);
    }

    private static final int STEPS = 10;
}
