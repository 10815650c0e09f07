package org.comity.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.List;
import org.comity.node.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class AttemptTimerTests {

    private static final TaskDescriptor<Void> KIND = TaskDescriptor.of("try");
    private static final Instant LATER = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    private final HikariDataSource database = TestPostgres.migrated();
    private final SchedulerClient timers = SchedulerClient.Builder.create(
                    database, Tasks.oneTime(KIND).execute((timer, context) -> {}))
            .tableName("comity.scheduled_tasks")
            .build();

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void aTimerThatWaitsIsMoved() {
        AttemptTimer.at(timers, KIND, "letter-1", LATER);
        AttemptTimer.at(timers, KIND, "letter-1", NOW);

        assertThat(waiting())
                .singleElement()
                .satisfies(it -> assertThat(it.getExecutionTime()).isEqualTo(NOW));
    }

    @Test
    void whatIsDecidedWhileAnAttemptGoesOnGetsATimerOfItsOwnForTheSame() {
        AttemptTimer.at(timers, KIND, "letter-1", NOW);
        JdbcClient.create(database)
                .sql("update comity.scheduled_tasks set picked = true, picked_by = 'this node'")
                .update();

        AttemptTimer.at(timers, KIND, "letter-1", NOW);

        assertThat(waiting())
                .singleElement()
                .extracting(it -> it.getTaskInstance().getId())
                .satisfies(id -> assertThat(id).isNotEqualTo("letter-1"))
                .satisfies(id -> assertThat(AttemptTimer.tried(id)).isEqualTo("letter-1"));
    }

    @Test
    void aTimersIdNamesWhatItTries() {
        assertThat(AttemptTimer.tried("letter-1")).isEqualTo("letter-1");
    }

    private List<ScheduledExecution<Void>> waiting() {
        return timers.getScheduledExecutionsForTask(KIND.getTaskName(), Void.class);
    }
}
