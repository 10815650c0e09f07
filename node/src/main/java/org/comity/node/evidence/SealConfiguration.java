package org.comity.node.evidence;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import org.comity.node.directory.OwnNode;
import org.comity.node.evidence.seal.Sealer;
import org.comity.node.settings.ComitySettings;
import org.comity.node.time.WallClock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

@Configuration(proxyBeanMethods = false)
class SealConfiguration {

    /** Made when something is first sealed: a node starts without the library that does it. */
    @Bean
    @Lazy
    Sealer sealer(ComitySettings settings, SealSettings seal, OwnNode own, @WallClock Clock wallClock) {
        return Sealer.of(
                settings.home().resolve("keys"),
                own.keys().rootCertificate(),
                own.keys()::signAsRoot,
                seal.timestampAuthority(),
                wallClock);
    }

    @Bean
    RecurringTask<Void> evidencePackages(MakingPackages making) {
        return Tasks.recurring("evidence-packages", FixedDelay.of(Duration.ofSeconds(2)))
                .execute((instance, context) -> making.makeDue());
    }

    @Bean
    RecurringTask<Void> evidenceStamps(StampingPackages stamping) {
        return Tasks.recurring("evidence-stamps", FixedDelay.of(Duration.ofSeconds(5)))
                .execute((instance, context) -> stamping.stampWaiting());
    }

    @Bean
    RecurringTask<Void> evidenceRenewals(StampingPackages stamping) {
        return Tasks.recurring("evidence-renewals", FixedDelay.of(Duration.ofHours(12)))
                .execute((instance, context) -> stamping.renewOld());
    }
}
