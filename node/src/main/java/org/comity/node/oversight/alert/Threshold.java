package org.comity.node.oversight.alert;

import java.time.Duration;

/** Times as they stand in figures: the largest unit that says enough, such as {@code 7 d}. */
final class Threshold {

    private Threshold() {}

    static String of(Duration time) {
        if (time.toDays() >= 2) {
            return time.toDays() + " d";
        }
        if (time.toHours() >= 2) {
            return time.toHours() + " h";
        }
        return time.toSeconds() + " s";
    }

    static String percent(double share) {
        return Math.round(share * 100) + " %";
    }
}
