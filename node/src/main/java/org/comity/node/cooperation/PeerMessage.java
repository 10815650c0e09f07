package org.comity.node.cooperation;

import java.time.Instant;
import java.util.List;
import org.comity.hi1.TreatyStep;

/** What a counterpart's message says, in our words. */
sealed interface PeerMessage {

    RequestId request();

    /** A request arrives. */
    record Asks(
            RequestId request,
            String provision,
            String reference,
            PreservationRequest content,
            String formLanguage,
            String formHtml)
            implements PeerMessage {}

    /** A step was taken on the other side. @param outcomes as told; they mean something only beside the request */
    record Tells(
            RequestId request,
            RequestEvent event,
            Instant occurredAt,
            Particulars particulars,
            List<TreatyStep.Outcome> outcomes)
            implements PeerMessage {}
}
