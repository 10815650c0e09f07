package org.comity.node.cooperation;

import java.util.Optional;
import org.comity.hi1.AuthorisationObject;
import org.comity.hi1.DeliveryObject;
import org.comity.hi1.DocumentObject;
import org.comity.hi1.ErrorCode;
import org.comity.hi1.ErrorInformation;
import org.comity.hi1.ForeignObject;
import org.comity.hi1.HI1Object;
import org.comity.hi1.LDTaskObject;
import org.comity.hi1.LPTaskObject;
import org.comity.hi1.NotificationObject;
import org.comity.hi1.TDTaskObject;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.cooperation.wire.OrderMessages;
import org.comity.node.cooperation.wire.ReadOrders;
import org.comity.node.directory.PartyId;
import org.comity.node.exchange.EnvelopeScreening.EnvelopeRefused;
import org.comity.node.exchange.Hi1Screening;
import org.springframework.stereotype.Component;

/** Takes only orders, and steps of orders, that can be read, from the authority whose order it is. */
@Component
class ScreeningOrders implements Hi1Screening {

    private final Requests requests;

    ScreeningOrders(Requests requests) {
        this.requests = requests;
    }

    @Override
    public Optional<ErrorInformation> objection(PartyId from, HI1Object object) {
        try {
            screen(from, object);
            return Optional.empty();
        } catch (EnvelopeRefused | IllegalArgumentException | ActRefused.Malformed e) {
            return Optional.of(ErrorInformation.of(ErrorCode.IMPROPER_VALUE, String.valueOf(e.getMessage())));
        }
    }

    private void screen(PartyId from, HI1Object object) {
        switch (object) {
            case LDTaskObject task -> screenTask(from, task);
            case LPTaskObject task -> screenTask(from, task);
            case TDTaskObject task -> screenTask(from, task);
            case AuthorisationObject authorisation -> ReadOrders.requireReadable(authorisation);
            case DocumentObject document -> OrderMessages.read(document).ifPresent(step -> mine(from, step.request()));
            case ForeignObject _, NotificationObject _, DeliveryObject _ -> {}
        }
    }

    private void screenTask(PartyId from, HI1Object task) {
        ReadOrders.requireReadable(task);
        requests.find(new RequestId(task.identifier())).ifPresent(known -> mine(from, known.id()));
    }

    private void mine(PartyId from, RequestId id) {
        var order = requests.find(id).orElseThrow(() -> new EnvelopeRefused("There is no order " + id + " here."));
        if (order.counterpart().filter(from::equals).isEmpty()) {
            throw new EnvelopeRefused("The order " + id + " is not one of " + from + ".");
        }
    }
}
