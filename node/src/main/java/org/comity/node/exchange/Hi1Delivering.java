package org.comity.node.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.comity.hi1.ActionResponse;
import org.comity.hi1.ErrorCode;
import org.comity.node.exchange.Hi1Outbox.Waiting;
import org.comity.node.time.WallClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** One attempt to get an answer over HI-1, and what comes of it. */
@Component
class Hi1Delivering {

    private static final Logger log = LoggerFactory.getLogger(Hi1Delivering.class);
    private static final Duration UNTIL_THE_EARLIER_ONE = Duration.ofSeconds(1);

    private final Hi1Outbox outbox;
    private final Hi1Calls calls;
    private final RetryPolicy policy;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Clock wallClock;

    Hi1Delivering(
            Hi1Outbox outbox,
            Hi1Calls calls,
            RetryPolicy policy,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock,
            @WallClock Clock wallClock) {
        this.outbox = outbox;
        this.calls = calls;
        this.policy = policy;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
        this.wallClock = wallClock;
    }

    /** Returns when to try again; nothing when it is answered or given up. */
    Optional<Instant> attempt(UUID id) {
        Optional<Waiting> found = outbox.waiting(id);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        if (outbox.mustWait(id)) {
            return Optional.of(clock.instant().plus(UNTIL_THE_EARLIER_ONE));
        }
        Waiting call = found.get();
        try {
            List<ActionResponse> answers = calls.call(call.to(), call.request());
            if (answers.stream().anyMatch(Hi1Delivering::isTransient)) {
                return postpone(call, call.to() + " can't do it just now. The request is sent again.");
            }
            answered(call, answers);
            return Optional.empty();
        } catch (Hi1CallFailed failure) {
            String words = String.valueOf(failure.getMessage());
            return failure.isWorthAnotherTry() ? postpone(call, words) : giveUp(call, words);
        }
    }

    /** Of all codes only 3003 says that the same request may succeed later. */
    private static boolean isTransient(ActionResponse answer) {
        return answer instanceof ActionResponse.Failed failed
                && failed.error().meaning().filter(ErrorCode.TRANSIENT::equals).isPresent();
    }

    private void answered(Waiting call, List<ActionResponse> answers) {
        transaction.executeWithoutResult(status -> {
            if (outbox.answered(call, answers)) {
                events.publishEvent(new Hi1Answered(call.transaction(), call.conversation(), call.to()));
            }
        });
    }

    private Optional<Instant> postpone(Waiting call, String words) {
        Instant wall = wallClock.instant();
        if (policy.timeToGiveUp(call.tryingSince(), wall)) {
            return giveUp(call, words);
        }
        log.info("HI-1 request {} has no answer yet: {}", call.transaction(), words);
        boolean warn = !call.warned() && policy.timeToWarn(call.tryingSince(), wall);
        transaction.executeWithoutResult(status -> {
            outbox.postpone(call, words, call.warned() || warn);
            if (warn) {
                publish(call, words, false);
            }
        });
        return Optional.of(clock.instant().plus(policy.delayAfter(call.attempts() + 1, RandomGenerator.getDefault())));
    }

    private Optional<Instant> giveUp(Waiting call, String words) {
        log.warn("HI-1 request {} is given up: {}", call.transaction(), words);
        transaction.executeWithoutResult(status -> {
            outbox.giveUp(call, words);
            publish(call, words, true);
        });
        return Optional.empty();
    }

    private void publish(Waiting call, String words, boolean gaveUp) {
        events.publishEvent(ExchangeStep.hi1NotAnswered(call.transaction(), call.to(), words, gaveUp));
        events.publishEvent(new Hi1CallDelayed(call.transaction(), call.conversation(), call.to(), words, gaveUp));
    }
}
