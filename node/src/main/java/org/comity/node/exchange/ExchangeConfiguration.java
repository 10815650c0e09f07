package org.comity.node.exchange;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.comity.node.directory.OwnNode;
import org.comity.node.exchange.as4.Opening;
import org.comity.node.exchange.as4.Sealing;
import org.comity.node.exchange.as4.Signals;
import org.comity.node.exchange.mail.MailKeys;
import org.comity.node.exchange.mail.MailServers;
import org.comity.node.exchange.mail.Mailbox;
import org.comity.node.exchange.mail.OpeningMail;
import org.comity.node.exchange.mail.WritingLetters;
import org.comity.node.journal.PublishedTiles;
import org.comity.node.settings.ComitySettings;
import org.comity.node.settings.MailSettings;
import org.comity.node.time.WallClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

@Configuration(proxyBeanMethods = false)
class ExchangeConfiguration {

    /** Fewer than the scheduler has threads, so that peers that don't answer never hold up the clocks of cases. */
    private static final int DELIVERIES_AT_ONCE = 3;

    private static final Duration NO_THREAD_FREE = Duration.ofMillis(200);

    @Bean
    Post post() {
        return new Post();
    }

    @Bean
    Sealing sealing(OwnNode own, @WallClock Clock wallClock) {
        return new Sealing(own, wallClock);
    }

    @Bean
    Opening opening(OwnNode own, @WallClock Clock wallClock) {
        return new Opening(own, wallClock);
    }

    @Bean
    Signals signals(OwnNode own, @WallClock Clock wallClock) {
        return new Signals(own, wallClock);
    }

    @Bean
    MailServers mailServers(MailSettings settings) {
        return new MailServers(settings);
    }

    /** Only where mail is set up: its key is made the first time. */
    @Bean
    @ConditionalOnProperty({"comity.mail.address", "comity.mail.smtp.host"})
    WritingLetters writingLetters(MailSettings settings, ComitySettings node, OwnNode own, @WallClock Clock wallClock) {
        MailKeys keys = MailKeys.at(node.home(), settings, own.organisation(), wallClock);
        return new WritingLetters(settings, keys, own.organisation(), wallClock);
    }

    @Bean
    OpeningMail openingMail(ObjectProvider<WritingLetters> letters, @WallClock Clock wallClock) {
        return new OpeningMail(Optional.ofNullable(letters.getIfAvailable()).map(WritingLetters::keys), wallClock);
    }

    @Bean
    Mailbox mailbox(MailSettings settings, MailServers servers) {
        return new Mailbox(settings, servers);
    }

    @Bean
    @ConditionalOnProperty("comity.mail.imap.host")
    Task<Void> mailboxTask(WatchingMailbox watching, MailSettings settings) {
        return Tasks.recurring("exchange-mailbox", FixedDelay.of(settings.imap().every()))
                .execute((timer, context) -> watching.look());
    }

    /** Shared by all channels. */
    @Bean
    Semaphore deliveryThreads() {
        return new Semaphore(DELIVERIES_AT_ONCE);
    }

    @Bean
    Task<Void> deliveryTask(Delivering delivering, Semaphore deliveryThreads, Clock clock) {
        return attempts(DeliverySchedule.DELIVER, id -> delivering.attempt(new MessageId(id)), deliveryThreads, clock);
    }

    @Bean
    Task<Void> hi1CallTask(Hi1Delivering delivering, Semaphore deliveryThreads, Clock clock) {
        return attempts(Hi1Outbox.CALL, id -> delivering.attempt(UUID.fromString(id)), deliveryThreads, clock);
    }

    @Bean
    Task<Void> noticeTask(MaintenanceNotices notices, Semaphore deliveryThreads, Clock clock) {
        return attempts(MaintenanceNotices.TELL, notices::attempt, deliveryThreads, clock);
    }

    @Bean
    Task<Void> pingTask(TestingPeers testing, PingSettings settings) {
        return Tasks.recurring("exchange-ping", FixedDelay.of(settings.every()))
                .execute((timer, context) -> testing.testAll());
    }

    @Bean
    Task<Void> askWitnessTask(AskingWitnesses asking, Semaphore deliveryThreads, Clock clock) {
        return attempts(AskingWitnesses.ASK, asking::attempt, deliveryThreads, clock);
    }

    @Bean
    Task<Void> lookAtJournalTask(CosigningOthers cosigning) {
        return Tasks.oneTime(CosigningOthers.LOOK).execute((timer, context) -> cosigning.look(timer.getId()));
    }

    /** As often as peers are tested: what a peer shows to all is held against what it showed to this node. */
    @Bean
    Task<Void> lookAtJournalsTask(CosigningOthers cosigning, PingSettings settings) {
        return Tasks.recurring("exchange-look-at-journals", FixedDelay.of(settings.every()))
                .execute((timer, context) -> cosigning.lookAtAll());
    }

    @Bean
    ServletRegistrationBean<LedgerServlet> ledgerServlet(PublishedTiles published, CosigningOthers cosigning) {
        ServletRegistrationBean<LedgerServlet> registration =
                new ServletRegistrationBean<>(new LedgerServlet(published, cosigning), LedgerServlet.PATH);
        registration.setName("ledger");
        return registration;
    }

    /** @param attempt gives when to try again, if at all */
    private static Task<Void> attempts(
            TaskDescriptor<Void> timers, Function<String, Optional<Instant>> attempt, Semaphore threads, Clock clock) {
        return Tasks.custom(timers).execute((timer, context) -> {
            if (!threads.tryAcquire()) {
                Instant soon = clock.instant().plus(NO_THREAD_FREE);
                return (done, client) -> client.reschedule(done, soon);
            }
            try {
                Optional<Instant> again = attempt.apply(AttemptTimer.tried(timer.getId()));
                return again.<CompletionHandler<Void>>map(next -> (done, client) -> client.reschedule(done, next))
                        .orElseGet(CompletionHandler.OnCompleteRemove::new);
            } finally {
                threads.release();
            }
        });
    }

    @Bean
    ServletRegistrationBean<As4Servlet> as4Servlet(Receiving receiving) {
        ServletRegistrationBean<As4Servlet> registration =
                new ServletRegistrationBean<>(new As4Servlet(receiving), As4Servlet.PATH);
        registration.setName("as4");
        return registration;
    }

    /** Peers sign every message and every checkpoint; they have no session, no password and no cross-site form. */
    @Bean
    @Order(1)
    SecurityFilterChain as4Security(HttpSecurity http) throws Exception {
        return http.securityMatcher(As4Servlet.PATH, LedgerServlet.PATTERN)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }
}
