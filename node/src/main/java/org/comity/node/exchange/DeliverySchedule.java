package org.comity.node.exchange;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** One timer for each undelivered envelope, stored in the transaction that queues it. */
@Component
class DeliverySchedule {

    static final TaskDescriptor<Void> DELIVER = TaskDescriptor.of("exchange-deliver");

    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;

    DeliverySchedule(ObjectProvider<Scheduler> scheduler, Clock clock) {
        this.scheduler = scheduler;
        this.clock = clock;
    }

    void now(MessageId id) {
        scheduler
                .getObject()
                .scheduleIfNotExists(new TaskInstance<>(DELIVER.getTaskName(), id.value()), clock.instant());
        lookAfterCommit();
    }

    /** Moves a waiting timer to now, or makes a new one. */
    void nowInstead(MessageId id) {
        AttemptTimer.at(scheduler.getObject(), DELIVER, id.value(), clock.instant());
        lookAfterCommit();
    }

    /** The scheduler polls; after a commit there is no need to wait for the next poll. */
    private void lookAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.getObject().triggerCheckForDueExecutions();
            }
        });
    }
}
