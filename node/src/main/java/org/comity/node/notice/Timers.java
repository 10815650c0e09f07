package org.comity.node.notice;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;
import java.util.UUID;
import org.comity.node.identity.PersonId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Timers, stored in the caller's transaction. One for each notice that goes by mail: the first that fires takes along all that
 * is due for its person, so that after quiet hours there is one mail, and the others find nothing to do.
 */
@Component
class Timers {

    static final TaskDescriptor<Void> MAIL = TaskDescriptor.of("notice-mail");
    static final TaskDescriptor<Void> WEBHOOK = TaskDescriptor.of("notice-webhook");

    private final ObjectProvider<Scheduler> scheduler;

    Timers(ObjectProvider<Scheduler> scheduler) {
        this.scheduler = scheduler;
    }

    void mail(PersonId person, long notice, Instant due) {
        set(MAIL, person + "/" + notice, due);
    }

    static PersonId personOf(String timer) {
        return PersonId.of(timer.substring(0, timer.indexOf('/')));
    }

    void webhook(UUID delivery, Instant due) {
        set(WEBHOOK, delivery.toString(), due);
    }

    private void set(TaskDescriptor<Void> kind, String id, Instant due) {
        scheduler.getObject().scheduleIfNotExists(new TaskInstance<>(kind.getTaskName(), id), due);
        // the scheduler polls; after a commit there is no need to wait for the next poll
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                scheduler.getObject().triggerCheckForDueExecutions();
            }
        });
    }
}
