package org.comity.node.exchange;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When to try again: after one second, then twice as long each time up to five minutes, a fifth more or less so that
 * many messages to one peer don't return together.
 *
 * @param warnAfter when people are told that a peer doesn't answer
 * @param giveUpAfter when only a person may try again
 * @param acknowledgeWithin when people are told that a mail which left was not acknowledged
 */
@ConfigurationProperties("comity.exchange.retry")
record RetryPolicy(
        @DefaultValue("1s") Duration first,
        @DefaultValue("5m") Duration longest,
        @DefaultValue("2m") Duration warnAfter,
        @DefaultValue("24h") Duration giveUpAfter,
        @DefaultValue("48h") Duration acknowledgeWithin) {

    private static final double JITTER = 0.2;
    private static final int MOST_DOUBLINGS = 20;

    /**
     * @param attempts how often it was tried, at least once
     */
    Duration delayAfter(int attempts, RandomGenerator random) {
        long doubled = first.toMillis() << Math.min(attempts - 1, MOST_DOUBLINGS);
        long delay = Math.min(doubled, longest.toMillis());
        return Duration.ofMillis(Math.round(delay * (1 - JITTER + 2 * JITTER * random.nextDouble())));
    }

    boolean timeToWarn(Instant tryingSince, Instant now) {
        return !now.isBefore(tryingSince.plus(warnAfter));
    }

    boolean timeToGiveUp(Instant tryingSince, Instant now) {
        return !now.isBefore(tryingSince.plus(giveUpAfter));
    }
}
