package org.comity.node.cooperation;

import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.Particulars;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.exchange.Delivery;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tries again to deliver every message about a request that the exchange gave up, on either side. */
@Service
@Transactional
public class RetryingDelivery {

    private final Visibility visibility;
    private final Advancing advancing;
    private final Correspondence correspondence;
    private final ProviderLine line;

    RetryingDelivery(Visibility visibility, Advancing advancing, Correspondence correspondence, ProviderLine line) {
        this.visibility = visibility;
        this.advancing = advancing;
        this.correspondence = correspondence;
        this.line = line;
    }

    public void retry(Person person, RequestId id) {
        Permissions.desk(person);
        var request = visibility.held(person, id);
        var sent = request.kind().isOrder() ? line.deliveries(id.value()) : correspondence.deliveries(id.value());
        var givenUp = sent.stream()
                .filter(delivery -> delivery.state() == Delivery.State.FAILED)
                .toList();
        if (givenUp.isEmpty()) {
            throw new ActRefused.NotPermitted(Said.of("cooperation.refused.nothing-given-up", request.reference()));
        }
        if (request.state() == RequestState.UNDELIVERED) {
            advancing.act(request, RequestEvent.SENT_AGAIN, person, Particulars.NONE);
        }
        for (var delivery : givenUp) {
            if (request.kind().isOrder()) {
                line.retry(delivery.id());
            } else {
                correspondence.retry(delivery.id(), person.name());
            }
        }
    }
}
