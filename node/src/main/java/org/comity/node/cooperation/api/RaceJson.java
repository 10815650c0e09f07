package org.comity.node.cooperation.api;

import java.time.Instant;
import java.util.Optional;
import org.comity.node.cooperation.clock.Race;
import org.comity.node.frame.OneOf;

/**
 * The race between the answer and the deletion.
 *
 * @param deletion when the data will be gone; null is unknown, and never safe
 * @param chanceOfLosing from 0 to 1
 * @param lastMomentToSend so that the answer comes in time in four of five cases
 */
record RaceJson(
        @OneOf(Race.Outlook.class) String outlook,
        @OneOf(Race.Advice.class) String advice,
        Instant answerLikely,
        Instant answerLate,
        boolean answerMeasured,
        Optional<Instant> deletion,
        Optional<Instant> keptUntil,
        Optional<Double> chanceOfLosing,
        Optional<Instant> lastMomentToSend) {

    static RaceJson of(Race race) {
        return new RaceJson(
                Tokens.of(race.outlook()),
                Tokens.of(race.advice()),
                race.answerLikely(),
                race.answerLate(),
                race.answer().isMeasured(),
                race.deletion(),
                race.keptUntil(),
                race.chanceOfLosing(),
                race.lastMomentToSend());
    }
}
