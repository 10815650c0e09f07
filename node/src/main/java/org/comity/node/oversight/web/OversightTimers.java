package org.comity.node.oversight.web;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.comity.node.oversight.OversightSettings;
import org.comity.node.oversight.access.CommittingReadings;
import org.comity.node.oversight.alert.LookingForPatterns;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What happens here by itself. */
@Configuration(proxyBeanMethods = false)
class OversightTimers {

    @Bean
    static Task<Void> commitReadingsTask(CommittingReadings committing) {
        return Tasks.recurring("oversight-readings", FixedDelay.of(Duration.ofHours(1)))
                .execute((timer, context) -> committing.commitDays());
    }

    @Bean
    static Task<Void> lookForPatternsTask(LookingForPatterns looking, OversightSettings settings) {
        return Tasks.recurring("oversight-patterns", FixedDelay.of(settings.everyPattern()))
                .execute((timer, context) -> looking.look());
    }
}
