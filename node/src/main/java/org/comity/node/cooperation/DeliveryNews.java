package org.comity.node.cooperation;

import org.comity.node.cooperation.life.By;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.request.Particulars;
import org.comity.node.exchange.DeliveryConfirmed;
import org.comity.node.exchange.DeliveryFailed;
import org.comity.node.exchange.MessageId;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Hears from the exchange whether a request itself has arrived. How its later messages fare, the exchange tells by itself;
 * they move nothing here.
 */
@Component
class DeliveryNews {

    private final Requests requests;
    private final Timeline timeline;
    private final Advancing advancing;

    DeliveryNews(Requests requests, Timeline timeline, Advancing advancing) {
        this.requests = requests;
        this.timeline = timeline;
        this.advancing = advancing;
    }

    @ApplicationModuleListener
    void on(DeliveryConfirmed confirmed) {
        move(confirmed.id(), RequestEvent.DELIVERED, Particulars.NONE);
    }

    @ApplicationModuleListener
    void on(DeliveryFailed failed) {
        if (failed.gaveUp()) {
            move(failed.id(), RequestEvent.UNDELIVERABLE, Particulars.because(failed.reason()));
        }
    }

    private void move(MessageId message, RequestEvent event, Particulars particulars) {
        timeline.stepOf(message)
                .filter(step -> step.event() == RequestEvent.APPROVED)
                .flatMap(step -> requests.hold(step.request()))
                .ifPresent(request -> advancing.happen(request, event, By.TRANSPORT, particulars));
    }
}
