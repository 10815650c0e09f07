package org.comity.node.cooperation;

import java.util.List;
import java.util.Optional;
import org.comity.node.cooperation.life.By;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.request.ItemOutcome;
import org.comity.node.cooperation.request.KeptItem;
import org.comity.node.cooperation.request.Particulars;
import org.comity.node.cooperation.request.Request;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A preservation follows the request for its data: once that request has arrived the data is kept until it is decided (ETS
 * 185 art. 29(7)), and once the data is handed over the preservation has served its purpose. A refusal does not end it by
 * itself: a person looks at it, since the refusal may not be the last word.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class FollowingUp {

    private final Requests requests;
    private final Advancing advancing;

    FollowingUp(Requests requests, Advancing advancing) {
        this.requests = requests;
        this.advancing = advancing;
    }

    /** A request came in; what it follows up is kept from now on. */
    void arrived(Request request) {
        if (request.kind().obtains()) {
            kept(request, RequestEvent.FOLLOWUP_RECEIVED)
                    .ifPresent(earlier -> advancing.follow(
                            earlier,
                            RequestEvent.FOLLOWUP_RECEIVED,
                            Particulars.NONE
                                    .reference(request.counterpartReference())
                                    .outcomes(askedFor(request, earlier, RequestEvent.FOLLOWUP_RECEIVED))));
        }
    }

    /** Data is kept for which a further request is here already. */
    void preserved(Request preserved) {
        requests.following(preserved.id()).stream()
                .filter(request -> !request.state().isOver())
                .findFirst()
                .ifPresent(this::arrived);
    }

    /** What was obtained is out of the requested State's hands. */
    void handedOver(Request request, String reference) {
        kept(request, RequestEvent.PRODUCED)
                .ifPresent(earlier -> advancing.follow(
                        earlier,
                        RequestEvent.PRODUCED,
                        Particulars.NONE
                                .reference(reference)
                                .outcomes(askedFor(request, earlier, RequestEvent.PRODUCED))));
    }

    /** The kept items that it asks for; where it names them in other words, it asks for all. */
    static List<ItemOutcome> askedFor(Request request, Request earlier, RequestEvent event) {
        return earlier.itemsFor(event, By.REQUESTED).stream()
                .map(KeptItem::identifier)
                .filter(request.content().data().identifiers()::contains)
                .map(identifier -> new ItemOutcome(identifier, true, ""))
                .toList();
    }

    private Optional<Request> kept(Request request, RequestEvent event) {
        return request.follows()
                .flatMap(requests::hold)
                .filter(earlier -> earlier.side() == Side.REQUESTED
                        && earlier.counterpart().equals(request.counterpart())
                        && earlier.offers(event, By.REQUESTED));
    }
}
