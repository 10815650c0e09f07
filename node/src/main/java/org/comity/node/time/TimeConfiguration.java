package org.comity.node.time;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.boot.autoconfigure.Jackson3Serializer;
import com.github.kagkarlsson.scheduler.boot.config.DbSchedulerCustomizer;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import java.time.Clock;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The clocks, and the scheduler that lives in the domain's time. */
@Configuration(proxyBeanMethods = false)
class TimeConfiguration {

    private final ObjectProvider<Scheduler> scheduler;

    TimeConfiguration(ObjectProvider<Scheduler> scheduler) {
        this.scheduler = scheduler;
    }

    @Bean
    static Clock wallClock() {
        return WallTime.clock();
    }

    @Bean
    @Primary
    @ConditionalOnBooleanProperty(name = "comity.exercise", havingValue = false, matchIfMissing = true)
    static Clock domainClock(@WallClock Clock wall) {
        return wall;
    }

    @Bean
    @Primary
    @ConditionalOnBooleanProperty("comity.exercise")
    static ShiftableClock exerciseClock(@WallClock Clock wall, JdbcClient jdbc, ApplicationEventPublisher events) {
        return new ShiftableClock(wall, jdbc, events);
    }

    @Bean
    static com.github.kagkarlsson.scheduler.Clock schedulerClock(Clock clock) {
        return clock::instant;
    }

    /** What a timer carries is readable in the table, and no class name of ours is frozen into it. */
    @Bean
    static DbSchedulerCustomizer jsonTaskData() {
        return new DbSchedulerCustomizer() {
            @Override
            public Optional<Serializer> serializer() {
                return Optional.of(new Jackson3Serializer());
            }
        };
    }

    @EventListener
    void lookAtTimersAtOnce(ClockAdvanced advanced) {
        scheduler.ifAvailable(Scheduler::triggerCheckForDueExecutions);
    }
}
