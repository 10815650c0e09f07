package org.comity.node.exchange;

import java.time.Duration;

/** Waits for what happens in its own time. */
public final class Patience {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private Patience() {}

    public static void eventually(Runnable assertion) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (true) {
            try {
                assertion.run();
                return;
            } catch (AssertionError notYet) {
                if (System.nanoTime() > end) {
                    throw notYet;
                }
                pause(Duration.ofMillis(20));
            }
        }
    }

    static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
