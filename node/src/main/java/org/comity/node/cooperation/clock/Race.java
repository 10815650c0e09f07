package org.comity.node.cooperation.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.law.Retention;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.request.Preservation;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.Step;

/**
 * The race between the answer and the deletion.
 *
 * @param sent when the time to answer began; for a draft it would begin now
 * @param answer how long an answer takes
 * @param loss when the data will be gone
 * @param keptUntil once the data is preserved, for this request or for the one that it follows up
 * @param held it is kept for as long as a request for it is undecided: nothing runs out
 * @param obtained the data itself is there: the race is over
 * @param advice what to do next, as far as the race decides it
 */
public record Race(
        Instant now,
        Instant sent,
        AnswerTime answer,
        ExpectedLoss loss,
        Optional<Instant> keptUntil,
        boolean held,
        boolean obtained,
        Advice advice) {

    private static final Duration WIDE = Duration.ofDays(14);
    private static final Duration NARROW = Duration.ofDays(3);

    /** How it stands; what is unknown is never taken for safe. */
    public enum Outlook {
        OBTAINED,
        KEPT,
        AHEAD,
        CLOSE,
        LOSING,
        UNKNOWN,
        LOST
    }

    /** What to do next. */
    public enum Advice {
        /** Nothing that the race would ask for. */
        NOTHING,
        /** Find out how long this provider keeps such data. */
        ASK_HOW_LONG,
        /** Every day counts: send it. */
        SEND,
        /** Assistance will come too late for data that nobody keeps. */
        PRESERVE_FIRST,
        /** The answer is overdue, or the data will go first: speak to the counterpart. */
        TELEPHONE,
        /** Half of the time for which the data is kept is over: even a short request for it stops the clock. */
        FOLLOW_UP,
        /** The expected deletion has passed: ask whether the data is still there, and record it if it is lost. */
        ASK_WHETHER_LOST
    }

    /**
     * @param followed the request that it follows up, whose data may be kept already
     * @param retentions what law and practice say of such data, what is closest first
     */
    public static Race of(
            Request request,
            Optional<Request> followed,
            List<Step> timeline,
            AnswerTime answer,
            Collection<Retention> retentions,
            Instant now) {
        var kept = Stream.concat(Stream.of(request), followed.stream())
                .filter(it -> it.state().isRunningOut())
                .flatMap(it -> it.preservation().stream())
                .findFirst();
        var race = new Race(
                now,
                sent(timeline).orElse(now),
                answer,
                ExpectedLoss.of(request.content().data(), retentions),
                kept.map(Preservation::keptUntil),
                isHeld(request.state())
                        || followed.map(Request::state).filter(Race::isHeld).isPresent(),
                request.production().isPresent(),
                Advice.NOTHING);
        return request.side() == Side.REQUESTING ? race.advising(request, kept) : race;
    }

    private static Optional<Instant> sent(List<Step> timeline) {
        return timeline.stream()
                .filter(step -> step.to() == RequestState.SENT || step.event() == RequestEvent.APPROVED)
                .map(Step::occurredAt)
                .findFirst();
    }

    private static boolean isHeld(RequestState state) {
        return state == RequestState.FOLLOWUP_RECEIVED || state == RequestState.PRODUCED;
    }

    private Race advising(Request request, Optional<Preservation> kept) {
        return new Race(now, sent, answer, loss, keptUntil, held, obtained, advice(request, kept));
    }

    private Advice advice(Request request, Optional<Preservation> kept) {
        if (request.state().isOver()) {
            return Advice.NOTHING;
        }
        return switch (outlook()) {
            case OBTAINED -> Advice.NOTHING;
            case KEPT ->
                kept.filter(this::isHalfOver).map(_ -> Advice.FOLLOW_UP).orElse(Advice.NOTHING);
            case LOST -> Advice.ASK_WHETHER_LOST;
            case AHEAD, CLOSE, LOSING, UNKNOWN ->
                request.state().isBeforeSending() ? beforeSending(request) : whileWaiting();
        };
    }

    private boolean isHalfOver(Preservation kept) {
        var whole = Duration.between(kept.effectedAt(), kept.keptUntil());
        return now.isAfter(kept.effectedAt().plus(whole.dividedBy(2)));
    }

    private Advice beforeSending(Request request) {
        var outlook = outlook();
        if (request.kind().obtains() && (outlook == Outlook.LOSING || outlook == Outlook.UNKNOWN)) {
            return Advice.PRESERVE_FIRST;
        }
        return switch (outlook) {
            case UNKNOWN -> Advice.ASK_HOW_LONG;
            case CLOSE, LOSING -> Advice.SEND;
            case OBTAINED, KEPT, AHEAD, LOST -> Advice.NOTHING;
        };
    }

    private Advice whileWaiting() {
        return now.isAfter(answerLate()) || outlook() == Outlook.LOSING ? Advice.TELEPHONE : Advice.NOTHING;
    }

    /** By when half of all answers are here. */
    public Instant answerLikely() {
        return sent.plus(answer.likely());
    }

    /** By when four of five are here. */
    public Instant answerLate() {
        return sent.plus(answer.late());
    }

    /** When the provider is expected to delete the data; empty means unknown. */
    public Optional<Instant> deletion() {
        return loss.deletion();
    }

    /** The last instant at which a request sent would be answered in time in four of five cases. */
    public Optional<Instant> lastMomentToSend() {
        return isKept() ? Optional.empty() : deletion().map(at -> at.minus(answer.late()));
    }

    /** How likely the data goes first, between 0 and 1; empty where that is not known or nothing runs out. */
    public Optional<Double> chanceOfLosing() {
        return isKept() ? Optional.empty() : loss.chance(answer, sent, now);
    }

    private boolean isKept() {
        return obtained || held || keptUntil.isPresent();
    }

    public Outlook outlook() {
        if (obtained) {
            return Outlook.OBTAINED;
        }
        if (isKept()) {
            return Outlook.KEPT;
        }
        if (loss.isOver(now)) {
            return Outlook.LOST;
        }
        if (deletion().isEmpty()) {
            return Outlook.UNKNOWN;
        }
        var gone = deletion().get();
        var slack = Duration.between(answerLate().isAfter(now) ? answerLate() : now, gone);
        if (slack.compareTo(WIDE) > 0) {
            return Outlook.AHEAD;
        }
        return slack.compareTo(NARROW) >= 0 ? Outlook.CLOSE : Outlook.LOSING;
    }
}
