package org.comity.node.notice;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.comity.node.identity.People;
import org.comity.node.settings.ComitySettings;
import org.comity.node.settings.MailSettings;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/** The timers of this room, and what they set going. */
@Configuration(proxyBeanMethods = false)
class NoticeConfiguration {

    @Bean
    Task<Void> mailTask(
            NoticeBoard board,
            WishesOfPeople wishes,
            People people,
            MailSettings mail,
            ComitySettings node,
            MessageSource words,
            TransactionTemplate transaction,
            Clock clock) {
        var mailing = new MailingNotices(board, wishes, people, new Postman(mail), node, words, transaction, clock);
        return attempts(Timers.MAIL, timer -> mailing.attempt(Timers.personOf(timer)));
    }

    @Bean
    Task<Void> webhookTask(CallingWebhooks calling) {
        return attempts(Timers.WEBHOOK, timer -> calling.attempt(UUID.fromString(timer)));
    }

    /** @param attempt gives when to try again, if at all */
    private static Task<Void> attempts(TaskDescriptor<Void> timers, Function<String, Optional<Instant>> attempt) {
        return Tasks.custom(timers).execute((timer, context) -> {
            Optional<Instant> again = attempt.apply(timer.getId());
            return again.<CompletionHandler<Void>>map(next -> (done, client) -> client.reschedule(done, next))
                    .orElseGet(CompletionHandler.OnCompleteRemove::new);
        });
    }
}
