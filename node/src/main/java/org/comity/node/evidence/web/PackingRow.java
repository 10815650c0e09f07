package org.comity.node.evidence.web;

import java.time.Duration;
import java.util.Locale;
import org.comity.node.evidence.Packing;
import org.comity.node.evidence.Sizes;

/**
 * A package that is not made, as a page shows how far it is.
 *
 * @param state last word of the message key
 * @param rate in a second; empty while nothing is read
 * @param left with the unit's message key; empty where that is not known
 */
record PackingRow(
        String id,
        String recipient,
        String state,
        boolean open,
        int percent,
        String read,
        String size,
        String rate,
        Left left) {

    /** @param unit last word of the message key; empty where it is not known */
    record Left(String unit, long count, long rest) {

        private static final Left UNKNOWN = new Left("", 0, 0);

        static Left of(Duration left) {
            if (left.toSeconds() < 90) {
                return new Left("seconds", left.toSeconds(), 0);
            }
            return left.toMinutes() < 90
                    ? new Left("minutes", Math.ceilDiv(left.toSeconds(), 60), 0)
                    : new Left("hours", left.toHours(), left.toMinutesPart());
        }
    }

    static PackingRow of(Packing asked, Locale locale) {
        return new PackingRow(
                asked.id().toString(),
                asked.recipient(),
                asked.state().token(),
                asked.state().isOpen(),
                asked.percent(),
                Sizes.shown(asked.read(), locale),
                Sizes.shown(asked.size(), locale),
                asked.rate() == 0 ? "" : Sizes.shown(asked.rate(), locale),
                asked.left().map(Left::of).orElse(Left.UNKNOWN));
    }
}
