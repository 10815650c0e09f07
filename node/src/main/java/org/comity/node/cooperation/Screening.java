package org.comity.node.cooperation;

import org.comity.node.cooperation.wire.IncomingMessages;
import org.comity.node.directory.PartyId;
import org.comity.node.exchange.EnvelopeScreening;
import org.springframework.stereotype.Component;

/** Takes only what this room can act on, from the party whose request it is. */
@Component
class Screening implements EnvelopeScreening {

    private final IncomingMessages messages;
    private final Requests requests;

    Screening(IncomingMessages messages, Requests requests) {
        this.messages = messages;
        this.requests = requests;
    }

    @Override
    public void screen(PartyId from, byte[] content) {
        var message = messages.read(from, content);
        requests.find(message.request())
                .filter(request -> !request.counterpart().filter(from::equals).isPresent())
                .ifPresent(another -> {
                    throw new EnvelopeRefused("The request " + message.request() + " is not one with " + from + ".");
                });
    }
}
