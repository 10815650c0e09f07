package org.comity.node.cooperation;

import org.comity.node.exchange.DeliveryConfirmed;
import org.comity.node.exchange.DeliveryFailed;
import org.comity.node.exchange.MessageId;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Hears from the exchange whether a step's message arrived; only the first message's fate moves the request. */
@Component
class DeliveryNews {

    private final Deliveries deliveries;
    private final Requests requests;
    private final Timeline timeline;
    private final Advancing advancing;

    DeliveryNews(Deliveries deliveries, Requests requests, Timeline timeline, Advancing advancing) {
        this.deliveries = deliveries;
        this.requests = requests;
        this.timeline = timeline;
        this.advancing = advancing;
    }

    @ApplicationModuleListener
    void on(DeliveryConfirmed confirmed) {
        deliveries.confirm(confirmed.id(), confirmed.confirmedAt());
        move(confirmed.id(), RequestEvent.DELIVERED, Particulars.NONE);
    }

    @ApplicationModuleListener
    void on(DeliveryFailed failed) {
        deliveries.fail(failed.id(), failed.reason(), failed.attempts(), failed.gaveUp());
        if (failed.gaveUp()) {
            move(failed.id(), RequestEvent.UNDELIVERABLE, Particulars.because(failed.reason()));
        }
    }

    private void move(MessageId message, RequestEvent event, Particulars particulars) {
        deliveries
                .requestOf(message)
                .flatMap(requests::hold)
                .filter(request -> timeline.of(request.id()).stream()
                        .anyMatch(step -> step.event() == RequestEvent.APPROVED
                                && step.message().filter(message::equals).isPresent()))
                .ifPresent(request -> advancing.happen(request, event, By.TRANSPORT, particulars));
    }
}
