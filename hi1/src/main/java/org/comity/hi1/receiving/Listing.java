package org.comity.hi1.receiving;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.comity.hi1.ActionRequest;
import org.comity.hi1.ActionResponse;
import org.comity.hi1.HI1Object;
import org.comity.hi1.QualifiedDateTime;
import org.comity.hi1.Timespan;

/** The answer to LIST: the least recently changed first, so that a long list can be read on from its last moment. */
final class Listing {

    /** More than a person reads, and an answer of half a mebibyte at most. */
    static final int MOST = 1_000;

    private Listing() {}

    static List<ActionResponse.Listing> of(ActionRequest.List wanted, Draft draft) {
        return draft.all()
                .filter(it -> matches(wanted, it))
                .limit(Math.min(MOST, wanted.maximumObjectCount().orElse(MOST)))
                .map(Listing::line)
                .toList();
    }

    private static boolean matches(ActionRequest.List wanted, HI1Object object) {
        var changed =
                object.base().lastChanged().map(QualifiedDateTime::toInstant).orElse(Instant.MIN);
        return is(wanted.objectType(), Optional.of(object.objectType()))
                && is(wanted.status(), object.status())
                && is(wanted.country(), object.base().country())
                && since(wanted.lastChanged(), changed)
                && since(wanted.lastChangedTimespan().flatMap(Timespan::start), changed)
                && until(wanted.lastChangedTimespan().flatMap(Timespan::end), changed);
    }

    private static <T> boolean is(Optional<T> wanted, Optional<T> found) {
        return wanted.isEmpty() || wanted.equals(found);
    }

    private static boolean since(Optional<QualifiedDateTime> start, Instant changed) {
        return start.map(it -> !changed.isBefore(it.toInstant())).orElse(true);
    }

    private static boolean until(Optional<QualifiedDateTime> end, Instant changed) {
        return end.map(it -> !changed.isAfter(it.toInstant())).orElse(true);
    }

    private static ActionResponse.Listing line(HI1Object object) {
        var base = object.base();
        return new ActionResponse.Listing(
                object.objectType(),
                base.identifier(),
                base.country(),
                base.owner(),
                base.generation().orElse(0),
                base.externalIdentifier(),
                base.lastChanged());
    }
}
