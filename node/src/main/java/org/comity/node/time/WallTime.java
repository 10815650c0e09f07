package org.comity.node.time;

import java.time.Clock;

/** Real time for what runs without the application: command-line tools. Inside it, ask for {@link WallClock}. */
public final class WallTime {

    private WallTime() {}

    public static Clock clock() {
        return Clock.systemUTC();
    }
}
