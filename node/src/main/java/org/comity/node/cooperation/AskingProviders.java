package org.comity.node.cooperation;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.comity.hi1.ActionRequest;
import org.comity.hi1.ActionResponse;
import org.comity.hi1.DeliveryObject;
import org.comity.hi1.HI1Object;
import org.comity.hi1.NotificationObject;
import org.comity.hi1.ObjectType;
import org.comity.hi1.QualifiedDateTime;
import org.comity.hi1.TreatyStep;
import org.comity.node.cooperation.life.By;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.Particulars;
import org.comity.node.directory.PartyId;
import org.comity.node.exchange.EnvelopeScreening.EnvelopeRefused;
import org.comity.node.exchange.Hi1Answered;
import org.comity.node.exchange.Hi1CallDelayed;
import org.comity.node.exchange.Hi1CallFailed;
import org.comity.node.exchange.Hi1Calls;
import org.comity.node.exchange.Hi1Outbox;
import org.comity.node.frame.Noted;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks providers where orders stand, while an answer is awaited: HI-1 lets every system be asked, and not every one calls
 * back. What has changed since the last look is read in the order in which it changed.
 */
@Component
class AskingProviders {

    private static final Logger log = LoggerFactory.getLogger(AskingProviders.class);

    /** Moments in HI-1 are whole seconds: what changed in the second of the last look is read again. */
    private static final Duration OVERLAP = Duration.ofSeconds(2);

    /** The standard's dictionary has no word of its own for this type of object. */
    private static final String TAKE_DOWN = "TDTask";

    private final Requests requests;
    private final ProviderLooks looks;
    private final Hi1Calls calls;
    private final Hi1Outbox outbox;
    private final HearingProviders hearing;
    private final Timeline timeline;
    private final Advancing advancing;
    private final TransactionTemplate transaction;

    AskingProviders(
            Requests requests,
            ProviderLooks looks,
            Hi1Calls calls,
            Hi1Outbox outbox,
            HearingProviders hearing,
            Timeline timeline,
            Advancing advancing,
            TransactionTemplate transaction) {
        this.requests = requests;
        this.looks = looks;
        this.calls = calls;
        this.outbox = outbox;
        this.hearing = hearing;
        this.timeline = timeline;
        this.advancing = advancing;
        this.transaction = transaction;
    }

    /** The provider's system took the order in, or refused it; what it makes of later steps changes nothing here. */
    @ApplicationModuleListener
    void on(Hi1Answered answered) {
        var refusal = outbox.answers(answered.transaction()).orElse(List.of()).stream()
                .filter(ActionResponse.Failed.class::isInstance)
                .map(answer -> ((ActionResponse.Failed) answer).error().description())
                .findFirst();
        move(
                answered.transaction(),
                refusal.isPresent() ? RequestEvent.UNDELIVERABLE : RequestEvent.DELIVERED,
                refusal);
    }

    @ApplicationModuleListener
    void on(Hi1CallDelayed delayed) {
        if (delayed.gaveUp()) {
            move(delayed.transaction(), RequestEvent.UNDELIVERABLE, Optional.of(delayed.reason()));
        }
    }

    private void move(UUID call, RequestEvent event, Optional<String> why) {
        var particulars = why.map(words -> Particulars.because(Noted.of("exchange.trouble.hi1", words)))
                .orElse(Particulars.NONE);
        timeline.stepOf(OrderMail.message(call))
                .filter(step -> step.event() == RequestEvent.APPROVED)
                .flatMap(step -> requests.hold(step.request()))
                .ifPresent(order -> advancing.happen(order, event, By.TRANSPORT, particulars));
    }

    void askAll() {
        requests.awaitedProviders().forEach(this::ask);
    }

    void ask(PartyId provider) {
        try {
            var listed = listed(provider);
            if (listed.isEmpty()) {
                return;
            }
            var objects = calls
                    .call(
                            provider,
                            listed.stream()
                                    .map(it -> ActionRequest.get(it.identifier()))
                                    .map(ActionRequest.class::cast)
                                    .toList())
                    .stream()
                    .filter(ActionResponse.Got.class::isInstance)
                    .map(it -> ((ActionResponse.Got) it).object())
                    .sorted(Comparator.comparingInt(AskingProviders::place))
                    .toList();
            objects.forEach(object -> read(provider, object, hearing::hear));
            objects.forEach(object -> read(provider, object, hearing::stands));
            listed.stream()
                    .flatMap(it -> it.lastChanged().stream())
                    .map(QualifiedDateTime::toInstant)
                    .max(Comparator.naturalOrder())
                    .ifPresent(until -> looks.lookedUntil(provider, until));
        } catch (Hi1CallFailed unanswered) {
            log.info("{} could not be asked where its orders stand: {}", provider, unanswered.getMessage());
        } catch (RuntimeException e) {
            log.warn("What {} says waits for the next look: {}", provider, e.getMessage(), e);
        }
    }

    /** What can't be read holds nothing else up; it stays where it is, at the provider. */
    private void read(PartyId provider, HI1Object object, BiConsumer<PartyId, HI1Object> reading) {
        try {
            transaction.executeWithoutResult(status -> reading.accept(provider, object));
        } catch (EnvelopeRefused | IllegalArgumentException | ActRefused unreadable) {
            log.warn("{} of {} can't be read: {}", object.identifier(), provider, unreadable.getMessage());
        }
    }

    /** Files before the step that speaks of them, and steps as the provider numbered them. */
    private static int place(HI1Object object) {
        return switch (object) {
            case DeliveryObject _ -> -1;
            case NotificationObject notification
            when notification.national().orElse(null) instanceof TreatyStep step -> step.sequence();
            default -> Integer.MAX_VALUE;
        };
    }

    private List<ActionResponse.Listing> listed(PartyId provider) {
        var since = looks.until(provider).map(AskingProviders::overlapping);
        var list = new ActionRequest.List(
                Optional.empty(), since, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        return calls.call(provider, List.of(list)).stream()
                .filter(ActionResponse.Listed.class::isInstance)
                .flatMap(it -> ((ActionResponse.Listed) it).records().stream())
                .filter(AskingProviders::isTheirs)
                .toList();
    }

    private static QualifiedDateTime overlapping(Instant until) {
        return QualifiedDateTime.of(until.minus(OVERLAP));
    }

    /** Where a task stands, and what they made themselves. */
    private static boolean isTheirs(ActionResponse.Listing listed) {
        return listed.objectType()
                .as(ObjectType.class)
                .map(type -> switch (type) {
                    case LD_TASK, LP_TASK, NOTIFICATION, DELIVERY -> true;
                    case AUTHORISATION, DOCUMENT, TASK -> false;
                })
                .orElseGet(() -> listed.objectType().value().equals(TAKE_DOWN));
    }

    @Configuration(proxyBeanMethods = false)
    static class Recurring {

        @Bean
        RecurringTask<Void> cooperationProviders(AskingProviders asking) {
            return Tasks.recurring("cooperation-providers", FixedDelay.of(Duration.ofSeconds(10)))
                    .execute((instance, context) -> asking.askAll());
        }
    }
}
