package org.comity.node.cooperation;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.comity.node.cooperation.form.Forms;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.request.Particulars;
import org.comity.node.cooperation.request.PeerMessage;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.wire.IncomingMessages;
import org.comity.node.cooperation.wire.WireIdentifiers;
import org.comity.node.exchange.EnvelopeReceived;
import org.comity.node.exchange.EnvelopeScreening.EnvelopeRefused;
import org.comity.node.exchange.ReceivedEnvelope;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Applies what came in, each envelope in one transaction with its removal from the inbox: once, in its order, and again after
 * a crash. The listener is quick but may be missed; the sweep at start and every half minute is what counts.
 */
@Component
class TakingIn {

    private static final Logger log = LoggerFactory.getLogger(TakingIn.class);

    private final Correspondence correspondence;
    private final IncomingMessages messages;
    private final Requests requests;
    private final References references;
    private final PlanningRoutes planning;
    private final Forms forms;
    private final Advancing advancing;
    private final FollowingUp followingUp;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    TakingIn(
            Correspondence correspondence,
            IncomingMessages messages,
            Requests requests,
            References references,
            PlanningRoutes planning,
            Forms forms,
            Advancing advancing,
            FollowingUp followingUp,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.correspondence = correspondence;
        this.messages = messages;
        this.requests = requests;
        this.references = references;
        this.planning = planning;
        this.forms = forms;
        this.advancing = advancing;
        this.followingUp = followingUp;
        this.events = events;
        this.transaction = transaction;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(EnvelopeReceived received) {
        Thread.ofVirtual().name("taking-in").start(() -> takeAll(received.conversation()));
    }

    @EventListener(ApplicationReadyEvent.class)
    void sweep() {
        correspondence.waiting().forEach(this::takeAll);
    }

    /** Everything that waits in one conversation; what can't be applied now stays for the next sweep. */
    void takeAll(UUID conversation) {
        try {
            while (Boolean.TRUE.equals(transaction.execute(status -> takeOne(conversation)))) {
                continue;
            }
        } catch (RuntimeException e) {
            log.warn("What came in for request {} waits for the next attempt: {}", conversation, e.getMessage(), e);
        }
    }

    private boolean takeOne(UUID conversation) {
        var envelope = correspondence.take(conversation);
        envelope.ifPresent(this::apply);
        return envelope.isPresent();
    }

    private void apply(ReceivedEnvelope envelope) {
        try {
            var message = messages.read(envelope.from(), envelope.content());
            if (!message.request().value().equals(envelope.conversation())) {
                throw new EnvelopeRefused("It is about the request " + message.request()
                        + " but came in the conversation " + envelope.conversation() + ".");
            }
            switch (message) {
                case PeerMessage.Asks asks -> arrive(asks, envelope);
                case PeerMessage.Tells tells -> hear(tells, envelope);
            }
        } catch (EnvelopeRefused e) {
            events.publishEvent(EnvelopeSetAside.because(envelope, String.valueOf(e.getMessage())));
        }
    }

    private void arrive(PeerMessage.Asks asks, ReceivedEnvelope envelope) {
        var known = requests.hold(asks.request());
        if (known.isPresent()) {
            hear(
                    new PeerMessage.Tells(
                            asks.request(), RequestEvent.APPROVED, envelope.receivedAt(), Particulars.NONE, List.of()),
                    envelope);
            return;
        }
        var route = planning.incoming(asks.kind(), envelope.from().state(), asks.provision(), asks.content());
        var arrived = Request.arrived(
                asks,
                envelope.from(),
                references.forIncoming(),
                asks.content().withRequestedState(planning.ownState()),
                route,
                envelope.receivedAt().truncatedTo(ChronoUnit.SECONDS));
        advancing.arrive(arrived, envelope.from(), envelope.id(), envelope.content());
        forms.keepForeign(arrived.id(), asks.formLanguage(), asks.formHtml());
        followingUp.arrived(arrived);
    }

    private void hear(PeerMessage.Tells tells, ReceivedEnvelope envelope) {
        var request = requests.hold(tells.request())
                .orElseThrow(() -> new EnvelopeRefused("There is no request " + tells.request() + " here."));
        if (!request.requireCounterpart().equals(envelope.from())) {
            throw new EnvelopeRefused("The request " + tells.request() + " is not one with " + envelope.from() + ".");
        }
        var outcomes = WireIdentifiers.outcomes(
                tells.outcomes(), request.content().data().identifiers());
        if (tells.event().isAboutItems() && outcomes.size() < tells.outcomes().size()) {
            throw new EnvelopeRefused("The step \"%s\" names an item that the request %s doesn't have."
                    .formatted(tells.event().token(), tells.request()));
        }
        advancing.hear(
                request,
                tells.event(),
                envelope.from(),
                tells.occurredAt(),
                tells.particulars().outcomes(outcomes),
                envelope.id(),
                envelope.content());
    }
}
