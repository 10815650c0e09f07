package org.comity.node.cooperation;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.comity.hi1.DeliveryContent;
import org.comity.hi1.DeliveryObject;
import org.comity.hi1.HI1Object;
import org.comity.hi1.Hi1Writer;
import org.comity.hi1.NotificationObject;
import org.comity.node.cooperation.life.By;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.request.Particulars;
import org.comity.node.cooperation.request.PeerMessage;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.cooperation.wire.OrderMessages;
import org.comity.node.cooperation.wire.WireIdentifiers;
import org.comity.node.directory.PartyId;
import org.comity.node.exchange.MessageId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The issuer's copy of an order moves by what the provider says, each thing once, however often it is read. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class HearingProviders {

    private final Requests requests;
    private final Timeline timeline;
    private final Advancing advancing;
    private final DeliveredFiles files;
    private final KeepingDeliveries keeping;
    private final UnfetchableDeliveries unfetchable;
    private final ApplicationEventPublisher events;

    HearingProviders(
            Requests requests,
            Timeline timeline,
            Advancing advancing,
            DeliveredFiles files,
            KeepingDeliveries keeping,
            UnfetchableDeliveries unfetchable,
            ApplicationEventPublisher events) {
        this.unfetchable = unfetchable;
        this.events = events;
        this.keeping = keeping;
        this.requests = requests;
        this.timeline = timeline;
        this.advancing = advancing;
        this.files = files;
    }

    void hear(PartyId provider, HI1Object object) {
        switch (object) {
            case NotificationObject notification -> hear(provider, notification);
            case DeliveryObject delivery -> take(provider, delivery);
            default -> {}
        }
    }

    /** The order is held before it is looked whether the step is known: two looks at once read the same. */
    private void hear(PartyId provider, NotificationObject notification) {
        var message = OrderMail.message(notification.identifier());
        order(provider, notification)
                .filter(order -> timeline.stepOf(message).isEmpty())
                .ifPresent(order -> OrderMessages.read(order.id(), notification)
                        .ifPresent(step -> hear(order, step, provider, message, notification)));
    }

    private void take(PartyId provider, DeliveryObject delivery) {
        var unnamed = delivery.identifier().toString();
        switch (delivery.content().orElse(null)) {
            case DeliveryContent.BinaryData data ->
                order(provider, delivery)
                        .ifPresent(order -> files.add(
                                order.id(),
                                0,
                                delivery.identifier(),
                                data.originalFilename().orElse(unnamed),
                                data.contentType().orElse("application/octet-stream"),
                                data.data().bytes()));
            case DeliveryContent.Url url ->
                order(provider, delivery).ifPresent(order -> take(order, transfer(provider, delivery), url, unnamed));
            // XML, JSON and whether there is any data are read in what the provider says
            case null, default -> {}
        }
    }

    /** What does not say how long it is and what its digest is can't become evidence: a person asks the provider. */
    private void take(Request order, UUID transfer, DeliveryContent.Url url, String unnamed) {
        try {
            keeping.fetch(order, OrderMessages.fetched(transfer, url, unnamed));
            unfetchable.remove(order.id(), transfer);
        } catch (OrderMessages.Unfetchable lacking) {
            var name = OrderMessages.named(url, unnamed);
            if (unfetchable.add(order.id(), transfer, name, url.url(), lacking.why())) {
                events.publishEvent(new UnfetchableDeliveries.Found(order.id(), transfer));
            }
        }
    }

    /** Names are the provider's own, so two of them may have chosen the same. */
    private static UUID transfer(PartyId provider, DeliveryObject delivery) {
        return UUID.nameUUIDFromBytes((provider + "/" + delivery.identifier()).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Where the provider's own field says that the task stands. A provider that tells its steps has told it better; of one
     * with a system of its own it is all there is.
     */
    void stands(PartyId provider, HI1Object task) {
        requests.hold(new RequestId(task.identifier()))
                .filter(order -> isOf(provider, order) && !tellsSteps(order))
                .ifPresent(order -> OrderMessages.standing(order, task).ifPresent(step -> {
                    var current = order;
                    if (order.state() == RequestState.SENT) {
                        current = advancing.hear(
                                order,
                                RequestEvent.ACKNOWLEDGED,
                                provider,
                                step.occurredAt(),
                                Particulars.NONE,
                                standing(task, RequestEvent.ACKNOWLEDGED),
                                Hi1Writer.write(task));
                    }
                    if (current.life()
                            .offered(current.state(), step.event(), By.REQUESTED)
                            .isPresent()) {
                        hear(current, step, provider, standing(task, step.event()), task);
                    }
                }));
    }

    private static MessageId standing(HI1Object task, RequestEvent event) {
        return new MessageId(
                "%s/%d/%s".formatted(task.identifier(), task.base().generation().orElse(0), event.token()));
    }

    private boolean tellsSteps(Request order) {
        return timeline.of(order.id()).stream()
                .filter(step -> step.by() == By.REQUESTED)
                .flatMap(step -> step.message().stream())
                .anyMatch(message -> !message.value().contains("/"));
    }

    private void hear(Request order, PeerMessage.Tells step, PartyId provider, MessageId message, HI1Object object) {
        var outcomes = step.outcomes().isEmpty()
                ? step.particulars().outcomes()
                : WireIdentifiers.outcomes(
                        step.outcomes(), order.content().data().identifiers());
        advancing.hear(
                order,
                step.event(),
                provider,
                step.occurredAt(),
                step.particulars().outcomes(outcomes),
                message,
                Hi1Writer.write(object));
    }

    private Optional<Request> order(PartyId provider, HI1Object object) {
        return object.base().associatedObjects().stream()
                .flatMap(id -> requests.hold(new RequestId(id)).stream())
                .filter(order -> isOf(provider, order))
                .findFirst();
    }

    private static boolean isOf(PartyId provider, Request order) {
        return order.side() == Side.REQUESTING
                && order.kind().isOrder()
                && order.counterpart().filter(provider::equals).isPresent();
    }
}
