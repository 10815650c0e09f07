package org.comity.node.cooperation.web;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.comity.law.Basis;
import org.comity.law.Retention;
import org.comity.node.cooperation.act.Wording;
import org.comity.node.cooperation.clock.AnswerTime;
import org.comity.node.cooperation.clock.ExpectedLoss;
import org.comity.node.cooperation.clock.Race;
import org.comity.node.cooperation.clock.RecordedLoss;
import org.jspecify.annotations.Nullable;

/**
 * The race in words, each with where it comes from.
 *
 * @param source of the retention rule; null where no rule was used
 * @param chance of losing the data, null where it cannot be told
 * @param lastMoment to send, so that the answer comes in time in four of five cases
 * @param advice message key, null where there is none
 */
record RaceFacts(
        String answer,
        String loss,
        @Nullable Source source,
        @Nullable String chance,
        @Nullable Moment lastMoment,
        @Nullable String advice) {

    /** @param recalled it was not looked up */
    record Source(String text, String note, boolean recalled, String asOf) {}

    /** Data recorded as lost. */
    record Lost(String cause, String remark, String by, Moment at) {
        static Lost of(RecordedLoss loss) {
            return new Lost(loss.cause().token(), loss.remark(), loss.byName(), Moment.of(loss.at()));
        }
    }

    static RaceFacts of(Race race, boolean draft, Wording wording) {
        var advice = race.advice();
        return new RaceFacts(
                answer(race.answer(), wording),
                loss(race.loss(), wording),
                race.loss().rule().map(RaceFacts::source).orElse(null),
                race.chanceOfLosing().map(chance -> chance(chance, wording)).orElse(null),
                Optional.of(draft)
                        .filter(it -> it)
                        .flatMap(_ -> race.lastMomentToSend())
                        .map(Moment::of)
                        .orElse(null),
                advice == Race.Advice.NOTHING
                        ? null
                        : advice.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    private static String answer(AnswerTime time, Wording wording) {
        return time.cases().isPresent()
                ? wording.of(
                        "race.answer.measured",
                        time.cases().getAsInt(),
                        span(time.likely(), wording),
                        span(time.late(), wording))
                : wording.of("race.answer.usual", span(time.likely(), wording), span(time.late(), wording));
    }

    private static String span(Duration time, Wording wording) {
        return time.toDays() >= 2
                ? wording.of("span.days", time.toDays())
                : wording.of("span.hours", Math.max(time.toHours(), 1));
    }

    private static String loss(ExpectedLoss loss, Wording wording) {
        if (loss.rule().isEmpty()) {
            return loss.deletion()
                    .map(at -> wording.of("race.loss.said", Moment.of(at).text()))
                    .orElseGet(() -> wording.of("race.loss.unknown"));
        }
        var first = loss.first().map(at -> Moment.of(at).text());
        var last = loss.last().map(at -> Moment.of(at).text());
        if (first.isPresent() && last.isPresent()) {
            return wording.of("race.loss.between", first.get(), last.get());
        }
        return first.map(at -> wording.of("race.loss.not-before", at))
                .or(() -> last.map(at -> wording.of("race.loss.at-the-latest", at)))
                .orElseGet(() -> wording.of("race.loss.undated"));
    }

    private static Source source(Retention rule) {
        return new Source(
                rule.source(),
                rule.note(),
                rule.basis() == Basis.RECALLED,
                rule.asOf().toString());
    }

    /** In tenths: the figures it rests on allow no more. */
    private static String chance(double chance, Wording wording) {
        var tenths = Math.round(chance * 10);
        if (tenths < 1) {
            return wording.of("race.chance.small");
        }
        return tenths > 9 ? wording.of("race.chance.great") : wording.of("race.chance", tenths);
    }
}
