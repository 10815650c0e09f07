package org.comity.node.cooperation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.comity.node.cooperation.clock.RequestClock;
import org.comity.node.cooperation.life.By;
import org.comity.node.cooperation.life.ClockKind;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.request.ItemOutcome;
import org.comity.node.cooperation.request.Particulars;
import org.comity.node.cooperation.request.Request;
import org.comity.node.frame.Noted;
import org.comity.node.time.ClockAdvanced;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Fires what is due: each clock in one transaction with its step, once, whichever replica comes first. A node that was down
 * catches up in the order in which the clocks were due.
 */
@Component
class LookingAtClocks {

    private static final Logger log = LoggerFactory.getLogger(LookingAtClocks.class);

    private final Clocks clocks;
    private final Requests requests;
    private final Advancing advancing;
    private final Clock clock;
    private final TransactionTemplate transaction;

    LookingAtClocks(
            Clocks clocks, Requests requests, Advancing advancing, Clock clock, TransactionTemplate transaction) {
        this.clocks = clocks;
        this.requests = requests;
        this.advancing = advancing;
        this.clock = clock;
        this.transaction = transaction;
    }

    @EventListener
    void on(ClockAdvanced advanced) {
        fireDue();
    }

    void fireDue() {
        try {
            var now = clock.instant();
            while (Boolean.TRUE.equals(transaction.execute(status -> fireOne(now)))) {
                continue;
            }
            while (Boolean.TRUE.equals(transaction.execute(status -> escalateOne(now)))) {
                continue;
            }
        } catch (RuntimeException e) {
            log.warn("Clocks that are due wait for the next look: {}", e.getMessage(), e);
        }
    }

    private boolean fireOne(Instant now) {
        var due = clocks.takeDue(now);
        due.ifPresent(it -> fire(it, now));
        return due.isPresent();
    }

    /** Any time within a quarter of its end is said, once. */
    private boolean escalateOne(Instant now) {
        var nearing = clocks.takeNearing(now);
        nearing.ifPresent(it -> {
            clocks.escalated(it, now);
            advancing.happen(
                    requests.hold(it.request()).orElseThrow(),
                    RequestEvent.ESCALATED,
                    By.CLOCK,
                    Particulars.because(Noted.of(
                            "cooperation.cause.escalated",
                            it.length(),
                            it.dueAt().toString(),
                            it.provision())));
        });
        return nearing.isPresent();
    }

    private void fire(RequestClock due, Instant now) {
        clocks.fired(due, now);
        var request = requests.hold(due.request()).orElseThrow();
        advancing.happen(
                request,
                due.kind().fires(),
                By.CLOCK,
                Particulars.because(Noted.of(
                                "cooperation.cause." + due.kind().token(),
                                due.length(),
                                due.startedAt().toString(),
                                due.provision()))
                        .outcomes(ending(due, request)));
    }

    /** Where several items are kept, only those lapse whose own time is over. */
    private static List<ItemOutcome> ending(RequestClock due, Request request) {
        return request.preservation()
                .filter(_ -> due.kind() == ClockKind.PRESERVATION && request.isKeptItemByItem())
                .map(kept -> kept.endingBy(due.dueAt()))
                .orElse(List.of());
    }

    @Configuration(proxyBeanMethods = false)
    static class Recurring {

        @Bean
        RecurringTask<Void> cooperationClocks(LookingAtClocks looking) {
            return Tasks.recurring("cooperation-clocks", FixedDelay.of(Duration.ofSeconds(5)))
                    .execute((instance, context) -> looking.fireDue());
        }

        @Bean
        RecurringTask<Void> cooperationInbox(TakingIn takingIn) {
            return Tasks.recurring("cooperation-inbox", FixedDelay.of(Duration.ofSeconds(30)))
                    .execute((instance, context) -> takingIn.sweep());
        }
    }
}
