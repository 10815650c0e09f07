package org.comity.node.cooperation.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;
import org.comity.node.cooperation.clock.AnswerTime;
import org.comity.node.cooperation.clock.Race;
import org.jspecify.annotations.Nullable;

/**
 * The race as a strip from now to a horizon, in hundredths of its width: hatched where the data is gone or may be, a bar
 * where the answer is expected, a green field while the data is kept.
 *
 * @param gone where the hatching begins, null when nothing is lost within sight
 * @param outlook message key of the judgement in words
 * @param answerIn within which an answer comes in half of all cases, and in four of five
 */
record RaceView(
        @Nullable Integer gone,
        boolean goneUnknown,
        @Nullable Span answer,
        @Nullable Integer kept,
        Race.Outlook outlook,
        @Nullable Moment until,
        Days answerIn) {

    private static final int WHOLE = 100;
    private static final int NARROWEST = 2;

    /** In whole days, at least one. */
    record Days(long likely, long late) {

        static Days of(AnswerTime answer) {
            return new Days(
                    Math.max(answer.likely().toDays(), 1),
                    Math.max(answer.late().toDays(), 1));
        }
    }

    /** A bar from a place on, so wide. */
    record Span(int from, int width) {}

    static RaceView of(Race race) {
        if (race.held() || race.obtained()) {
            return new RaceView(null, false, null, WHOLE, race.outlook(), null, Days.of(race.answer()));
        }
        if (race.keptUntil().isPresent()) {
            return kept(race, race.keptUntil().get());
        }
        var unknown = race.deletion().isEmpty();
        var horizon = Stream.concat(
                        race.deletion().stream(),
                        Stream.of(race.answerLate(), race.now().plus(MINUTE)))
                .max(Instant::compareTo)
                .map(last -> Duration.between(race.now(), last).multipliedBy(10).dividedBy(9))
                .orElseThrow();
        var from = place(race, race.answerLikely(), horizon);
        return new RaceView(
                race.deletion().map(at -> place(race, at, horizon)).orElse(0),
                unknown,
                new Span(from, Math.max(place(race, race.answerLate(), horizon) - from, NARROWEST)),
                null,
                race.outlook(),
                race.deletion().map(Moment::of).orElse(null),
                Days.of(race.answer()));
    }

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** A month beside the time that is kept, so that the field shrinks as its end comes near. */
    private static RaceView kept(Race race, Instant until) {
        var left = Duration.between(race.now(), until);
        var horizon = left.isPositive() ? left.plus(Duration.ofDays(30)) : Duration.ofDays(30);
        var place = place(race, until, horizon);
        return new RaceView(place, false, null, place, Race.Outlook.KEPT, Moment.of(until), Days.of(race.answer()));
    }

    private static int place(Race race, Instant at, Duration horizon) {
        var share = Duration.between(race.now(), at).toSeconds() * WHOLE / Math.max(horizon.toSeconds(), 1);
        return Math.clamp(share, 0, WHOLE);
    }

    public String key() {
        return outlook.name().toLowerCase(Locale.ROOT);
    }

    public @Nullable Integer goneWidth() {
        return gone == null ? null : WHOLE - gone;
    }
}
