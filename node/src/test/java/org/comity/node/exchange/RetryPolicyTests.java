package org.comity.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class RetryPolicyTests {

    private static final RetryPolicy POLICY = new RetryPolicy(
            Duration.ofSeconds(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(2),
            Duration.ofHours(24),
            Duration.ofHours(48));

    @Test
    void delaysDoubleUntilFiveMinutes() {
        assertThat(middle(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(middle(2)).isEqualTo(Duration.ofSeconds(2));
        assertThat(middle(3)).isEqualTo(Duration.ofSeconds(4));
        assertThat(middle(9)).isEqualTo(Duration.ofSeconds(256));
        assertThat(middle(10)).isEqualTo(Duration.ofMinutes(5));
    }

    @Property
    void noDelayIsEverNegativeOrMuchOverTheLongest(@ForAll @IntRange(min = 1) int attempts) {
        assertThat(POLICY.delayAfter(attempts, RandomGenerator.getDefault()))
                .isBetween(Duration.ofMillis(800), Duration.ofMinutes(6));
    }

    @Test
    void peopleAreWarnedAfterTwoMinutesAndOnlyTheyTryAgainAfterADay() {
        Instant start = Instant.parse("2026-11-22T12:00:00Z");

        assertThat(POLICY.timeToWarn(start, start.plusSeconds(119))).isFalse();
        assertThat(POLICY.timeToWarn(start, start.plusSeconds(120))).isTrue();
        assertThat(POLICY.timeToGiveUp(start, start.plus(Duration.ofHours(23)))).isFalse();
        assertThat(POLICY.timeToGiveUp(start, start.plus(Duration.ofHours(24)))).isTrue();
    }

    private static Duration middle(int attempts) {
        return POLICY.delayAfter(attempts, new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new UnsupportedOperationException();
            }

            @Override
            public double nextDouble() {
                return 0.5;
            }
        });
    }
}
