package org.comity.node.cooperation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.exchange.Envelope;
import org.comity.node.exchange.MessageId;
import org.comity.node.exchange.ReceivedEnvelope;
import org.springframework.stereotype.Component;

/** The node has no channel to the outside: nothing comes in, and what would go out is refused. */
@Component
class NoChannel implements Correspondence {

    @Override
    public MessageId send(Envelope envelope) {
        throw new IllegalStateException("This node has no channel to " + envelope.to() + ", so nothing was done.");
    }

    @Override
    public void retry(MessageId message, String by) {
        throw new IllegalStateException("This node has no channel to the outside, so nothing was done.");
    }

    @Override
    public Optional<ReceivedEnvelope> take(UUID conversation) {
        return Optional.empty();
    }

    @Override
    public List<UUID> waiting() {
        return List.of();
    }
}
