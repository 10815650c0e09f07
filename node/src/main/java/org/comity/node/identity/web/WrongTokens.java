package org.comity.node.identity.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.comity.node.time.WallClock;
import org.springframework.stereotype.Component;

/**
 * How many tokens that are none an address showed lately. A token has 256 bits and can't be guessed; this keeps who tries from
 * keeping the database busy. Each replica counts for itself.
 */
@Component
class WrongTokens {

    static final Duration WINDOW = Duration.ofMinutes(1);
    static final int MOST = 20;
    private static final int ADDRESSES_REMEMBERED = 10_000;

    private record Tries(Instant since, int count) {}

    private final Clock clock;

    /** Guarded by itself: a look and a note are far shorter than a call. */
    private final Map<String, Tries> tries = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
            return size() > ADDRESSES_REMEMBERED;
        }
    };

    WrongTokens(@WallClock Clock clock) {
        this.clock = clock;
    }

    boolean areTooManyFrom(String address) {
        synchronized (tries) {
            var lately = tries.get(address);
            return lately != null && isInWindow(lately) && lately.count() >= MOST;
        }
    }

    void seenFrom(String address) {
        synchronized (tries) {
            tries.merge(
                    address,
                    new Tries(clock.instant(), 1),
                    (before, one) -> isInWindow(before) ? new Tries(before.since(), before.count() + 1) : one);
        }
    }

    private boolean isInWindow(Tries lately) {
        return lately.since().plus(WINDOW).isAfter(clock.instant());
    }
}
