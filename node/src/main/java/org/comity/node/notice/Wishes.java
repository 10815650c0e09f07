package org.comity.node.notice;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a person wishes to be told, and how.
 *
 * @param mail where mails go; without it there are none
 * @param shown kinds that appear on the person's pages
 * @param mailed kinds that are announced by mail
 */
public record Wishes(Optional<String> mail, Set<NoticeKind> shown, Set<NoticeKind> mailed, Optional<Quiet> quiet) {

    static final Wishes UNSAID = new Wishes(
            Optional.empty(),
            EnumSet.allOf(NoticeKind.class),
            Arrays.stream(NoticeKind.values())
                    .filter(NoticeKind::isMailedUnlessSaid)
                    .collect(Collectors.toSet()),
            Optional.empty());

    public Wishes {
        shown = Set.copyOf(shown);
        mailed = Set.copyOf(mailed);
    }

    /** Hours in which only emergencies are mailed; may go over midnight. */
    public record Quiet(LocalTime from, LocalTime until, ZoneId zone) {

        /** When the quiet that holds at this moment ends; empty when it is not quiet. */
        Optional<Instant> endOf(Instant now) {
            ZonedDateTime here = now.atZone(zone);
            LocalTime time = here.toLocalTime();
            boolean begun = !time.isBefore(from);
            boolean ended = !time.isBefore(until);
            boolean overMidnight = from.isAfter(until);
            boolean quiet = overMidnight ? begun || !ended : begun && !ended;
            return quiet
                    ? Optional.of(here.toLocalDate()
                            .plusDays(overMidnight && begun ? 1 : 0)
                            .atTime(until)
                            .atZone(zone)
                            .toInstant())
                    : Optional.empty();
        }
    }

    boolean shows(Notice notice) {
        return notice.emergency() || shown.contains(notice.kind());
    }

    /** When a mail is due: never without an address, at once for an emergency, after the quiet hours for the rest. */
    Optional<Instant> mailDue(Notice notice, Instant now) {
        if (mail.isEmpty() || !notice.emergency() && !mailed.contains(notice.kind())) {
            return Optional.empty();
        }
        return Optional.of(
                notice.emergency()
                        ? now
                        : quiet.flatMap(hours -> hours.endOf(now)).orElse(now));
    }
}
