package org.comity.node.forum.silence;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.comity.node.frame.Said;

/** The end of a period as people write it: by the clocks of a place. */
public final class LocalEnd {

    private LocalEnd() {}

    /**
     * The one instant that it means.
     *
     * @param local date and time as ISO 8601 writes them without an offset, such as {@code 2027-03-28T17:00}
     * @param zone IANA name
     * @throws SilenceRefused for a local time that clocks there show twice or never, for nobody could tell which it is
     */
    public static Instant of(String local, String zone) {
        var rules = zone(zone).getRules();
        try {
            var time = LocalDateTime.parse(local);
            var offsets = rules.getValidOffsets(time);
            if (offsets.size() != 1) {
                throw new SilenceRefused("end", Said.of("forum.refused.two-o-clocks", zone));
            }
            return time.toInstant(offsets.getFirst());
        } catch (DateTimeException e) {
            throw new SilenceRefused("end", Said.of("forum.refused.moment"));
        }
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new SilenceRefused("zone", Said.of("forum.refused.zone"));
        }
    }
}
