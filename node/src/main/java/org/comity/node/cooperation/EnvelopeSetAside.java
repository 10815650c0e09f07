package org.comity.node.cooperation;

import java.util.LinkedHashMap;
import java.util.Map;
import org.comity.node.exchange.ReceivedEnvelope;
import org.comity.node.journal.Journaled;

/** An authenticated envelope could not be applied to any request; it is kept by the exchange and said here. */
public record EnvelopeSetAside(String subject, String actor, Map<String, Object> details) implements Journaled {

    static EnvelopeSetAside because(ReceivedEnvelope envelope, String reason) {
        var details = new LinkedHashMap<String, Object>();
        details.put("message", envelope.id().value());
        details.put("reason", reason);
        return new EnvelopeSetAside("request:" + envelope.conversation(), "party " + envelope.from(), details);
    }

    @Override
    public String what() {
        return "envelope-set-aside";
    }
}
