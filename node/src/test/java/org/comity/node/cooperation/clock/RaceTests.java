package org.comity.node.cooperation.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.comity.law.Basis;
import org.comity.law.Retention;
import org.comity.node.cooperation.life.RequestKind;
import org.comity.node.cooperation.request.DataCategory;
import org.comity.node.cooperation.request.DataWanted;
import org.comity.node.cooperation.request.TimeRange;
import org.junit.jupiter.api.Test;

class RaceTests {

    private static final Instant MADE = Instant.parse("2026-10-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-11-22T00:00:00Z");
    private static final AnswerTime ANSWER = AnswerTime.usual(RequestKind.PRESERVATION);

    @Test
    void whatTheDrafterSaysStandsBeforeTheLaw() {
        var said = Instant.parse("2026-12-01T00:00:00Z");
        var loss = ExpectedLoss.of(data().withExpectedDeletion(Optional.of(said)), List.of(kept("P1Y", "")));
        assertThat(loss.deletion()).contains(said);
        assertThat(loss.rule()).isEmpty();
    }

    @Test
    void aRetentionCountsFromTheOldestDataWanted() {
        var loss = ExpectedLoss.of(data(), List.of(kept("P6M", "P1Y")));
        assertThat(loss.first()).contains(Instant.parse("2027-04-01T00:00:00Z"));
        assertThat(loss.last()).contains(Instant.parse("2027-10-01T00:00:00Z"));
    }

    @Test
    void ofTwoCategoriesTheOneThatGoesFirstCounts() {
        var loss = ExpectedLoss.of(
                data().withCategories(Set.of(DataCategory.TRAFFIC, DataCategory.SUBSCRIBER)),
                List.of(kept("P1Y", ""), kept("P6M", "")));
        assertThat(loss.deletion()).contains(Instant.parse("2027-04-01T00:00:00Z"));
    }

    @Test
    void whatIsUnknownIsNeverTakenForSafe() {
        assertThat(ExpectedLoss.of(data(), List.of()).deletion()).isEmpty();
        assertThat(ExpectedLoss.of(data(), List.of(kept("", ""))).deletion()).isEmpty();
        assertThat(ExpectedLoss.of(data().withRange(TimeRange.OPEN), List.of(kept("P1Y", "")))
                        .deletion())
                .as("data without a date")
                .isEmpty();
        assertThat(ExpectedLoss.of(data(), List.of(kept("", "P1Y"))))
                .as("a longest time alone")
                .satisfies(loss -> assertThat(loss.deletion()).isEmpty())
                .satisfies(loss -> assertThat(loss.last()).isPresent())
                .satisfies(loss -> assertThat(loss.chance(ANSWER, NOW, NOW)).isEmpty());
        assertThat(ExpectedLoss.of(
                                data().withCategories(Set.of(DataCategory.TRAFFIC, DataCategory.SUBSCRIBER)),
                                List.of(kept("P1Y", "")))
                        .deletion())
                .as("a second category without a rule")
                .isEmpty();
        assertThat(ExpectedLoss.UNKNOWN.chance(ANSWER, NOW, NOW)).isEmpty();
    }

    @Test
    void halfOfTheAnswersComeWithinTheLikelyTimeAndFourOfFiveWithinTheLateOne() {
        assertThat(chance(ANSWER.likely())).isEqualTo(0.5, within(0.01));
        assertThat(chance(ANSWER.late())).isEqualTo(0.2, within(0.01));
    }

    @Test
    void dataThatIsGoneIsLostForCertain() {
        assertThat(new ExpectedLoss(Optional.of(MADE), Optional.of(MADE), Optional.empty()).chance(ANSWER, NOW, NOW))
                .contains(1.0);
    }

    @Property(tries = 200)
    void theLaterTheDeletionTheSmallerTheChanceOfLosing(
            @ForAll @IntRange(min = 1, max = 900) int days, @ForAll @IntRange(min = 1, max = 900) int more) {
        assertThat(chance(Duration.ofDays(days + more))).isLessThanOrEqualTo(chance(Duration.ofDays(days)));
    }

    @Property(tries = 200)
    void theLongerAnAnswerIsOutTheGreaterTheChanceOfLosing(
            @ForAll @IntRange(min = 0, max = 60) int out, @ForAll @IntRange(min = 61, max = 90) int gone) {
        var loss = certain(NOW.plus(Duration.ofDays(gone)));
        var justSent = loss.chance(ANSWER, NOW, NOW).orElseThrow();
        var longOut = loss.chance(ANSWER, NOW, NOW.plus(Duration.ofDays(out))).orElseThrow();
        assertThat(longOut).isGreaterThanOrEqualTo(justSent).isBetween(0.0, 1.0);
    }

    private static double chance(Duration untilGone) {
        return certain(NOW.plus(untilGone)).chance(ANSWER, NOW, NOW).orElseThrow();
    }

    private static ExpectedLoss certain(Instant at) {
        return new ExpectedLoss(Optional.of(at), Optional.of(at), Optional.empty());
    }

    private static DataWanted data() {
        return DataWanted.NOTHING_YET
                .withCategories(Set.of(DataCategory.TRAFFIC))
                .withRange(new TimeRange(Optional.of(MADE), Optional.of(MADE.plus(Duration.ofDays(7)))));
    }

    private static Retention kept(String least, String most) {
        return new Retention(
                Optional.empty(),
                "access",
                org.comity.law.DataCategory.TRAFFIC,
                Retention.Ground.PRACTICE,
                Optional.of(least).filter(it -> !it.isEmpty()).map(Period::parse),
                Optional.of(most).filter(it -> !it.isEmpty()).map(Period::parse),
                Optional.empty(),
                Optional.empty(),
                "source",
                LocalDate.parse("2026-11-22"),
                Basis.RECALLED,
                "");
    }
}
