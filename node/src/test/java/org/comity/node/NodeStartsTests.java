package org.comity.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.OneTimeTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.comity.node.time.ShiftableClock;
import org.comity.node.time.WallClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.web.servlet.MockMvc;

@NodeTest
class NodeStartsTests {

    static final CountDownLatch WENT_OFF = new CountDownLatch(1);
    static final OneTimeTask<Void> IN_A_MONTH =
            Tasks.oneTime("in-a-month").execute((instance, context) -> WENT_OFF.countDown());

    @Autowired
    Clock clock;

    @Autowired
    @WallClock
    Clock wall;

    @Autowired
    ShiftableClock exercise;

    @Autowired
    Scheduler scheduler;

    @Test
    void saysThatItIsHealthy(@Autowired MockMvc pages) throws Exception {
        pages.perform(get("/actuator/health")).andExpect(status().isOk());
    }

    @Test
    void anExerciseMovesTheDomainsTimeAndNotTheWalls() {
        var before = clock.instant();

        exercise.advance(Duration.ofDays(60));

        assertThat(clock).isSameAs(exercise);
        assertThat(clock.instant()).isAfterOrEqualTo(before.plus(Duration.ofDays(60)));
        assertThat(wall.instant()).isBefore(before.plus(Duration.ofDays(1)));
    }

    @Test
    void aTimerGoesOffWhenAnExerciseReachesItsMoment() throws Exception {
        scheduler.schedule(IN_A_MONTH.instance("1"), clock.instant().plus(Duration.ofDays(30)));

        exercise.advance(Duration.ofDays(31));

        assertThat(WENT_OFF.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @TestConfiguration
    static class Timer {
        @Bean
        Task<Void> inAMonth() {
            return IN_A_MONTH;
        }
    }
}
