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
 * practice; what is not known is empty.
 *
 * @param first before which nothing of it is deleted; empty where that is not known, which is never taken for safe
 * @param last after which it is deleted
 * @param rule the row of the law base on which the two rest; empty when a person said it, or nothing is known
 */
public record ExpectedLoss(Optional<Instant> first, Optional<Instant> last, Optional<Retention> rule) {

    public static final ExpectedLoss UNKNOWN = new ExpectedLoss(Optional.empty(), Optional.empty(), Optional.empty());

    /**
     * Only as safe as the category of which least is known: where one has no rule, or its rule names no shortest time, nothing
     * is known of when the first of the data goes.
     *
     * @param rules for each category that is wanted, what is closest; none for a category of which nothing is known
     */
    static ExpectedLoss of(DataWanted data, Collection<Retention> rules) {
        if (data.expectedDeletion().isPresent()) {
            return new ExpectedLoss(data.expectedDeletion(), data.expectedDeletion(), Optional.empty());
        }
        var made = oldest(data);
        if (made.isEmpty() || rules.isEmpty()) {
            return new ExpectedLoss(
                    Optional.empty(), Optional.empty(), rules.stream().findFirst());
        }
        var losses = rules.stream().map(rule -> of(made.get(), rule)).toList();
        var soonest = losses.stream()
                .min(Comparator.comparing(loss -> loss.first().orElse(Instant.MIN)))
                .orElseThrow();
        return rules.size() < data.categories().size()
                ? new ExpectedLoss(Optional.empty(), soonest.last(), soonest.rule())
                : soonest;
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

    /** The instant to reckon with: before it nothing is deleted. */
    public Optional<Instant> deletion() {
        return first;
    }

    /** The last of the data must be expected to be gone. */
    boolean isOver(Instant now) {
        return last.or(() -> first).filter(now::isAfter).isPresent();
    }

    /**
     * How likely it is that the data goes before the answer comes: each instant between the two ends is as likely as another;
     * where only the first is known, it counts alone.
     *
     * @param sent when the time to answer began, or will begin
     * @return between 0 and 1; empty where it is not known when the first of the data goes
     */
    Optional<Double> chance(AnswerTime answer, Instant sent, Instant now) {
        return first.map(from -> chance(answer, sent, now, from, last.orElse(from)));
    }

    private static double chance(AnswerTime answer, Instant sent, Instant now, Instant from, Instant to) {
        var out = Duration.between(sent, now);
        var sum = 0.0;
        for (int step = 0; step < STEPS; step++) {
            var gone = from.plus(
                    Duration.between(from, to).multipliedBy(2L * step + 1).dividedBy(2L * STEPS));
            sum += gone.isBefore(now) ? 1 : answer.stillOut(Duration.between(sent, gone), out);
        }
        return sum / STEPS;
    }

    private static final int STEPS = 10;
}
