package org.comity.node.exchange;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Instant;
import java.util.UUID;

/** The timer of something that is tried until it succeeds. */
final class AttemptTimer {

    private static final String ANOTHER = "#";

    private AttemptTimer() {}

    /**
     * Moves the timer that waits to this moment, or makes one. While an attempt goes on its own timer can't be moved, and
     * is taken away when it ends; then another is made, so that what was decided meanwhile is not lost.
     */
    static void at(SchedulerClient timers, TaskDescriptor<Void> kind, String tried, Instant moment) {
        var timer = new TaskInstance<Void>(kind.getTaskName(), tried);
        if (timers.scheduleIfNotExists(timer, moment)) {
            return;
        }
        try {
            timers.reschedule(timer, moment);
        } catch (TaskInstanceCurrentlyExecutingException goesOn) {
            timers.scheduleIfNotExists(
                    new TaskInstance<>(kind.getTaskName(), tried + ANOTHER + UUID.randomUUID()), moment);
        }
    }

    /** What the timer of this id tries. */
    static String tried(String timer) {
        int another = timer.indexOf(ANOTHER);
        return another < 0 ? timer : timer.substring(0, another);
    }
}
