package org.comity.hi1;

import java.time.Instant;
import java.util.List;

/** One message of TS 103 120: a request or the answer to one. */
public record HI1Message(Header header, Payload payload) {

    public static HI1Message request(Header header, ActionRequest... actions) {
        return new HI1Message(header, new Payload.Requests(List.of(actions)));
    }

    public HI1Message answer(Instant at, List<ActionResponse> actions) {
        return new HI1Message(header.answeredAt(at), new Payload.Responses(actions));
    }

    /** The answer to a request that could not be processed as a whole. */
    public static HI1Message refusal(Header request, Instant at, ErrorInformation error) {
        return new HI1Message(request.answeredAt(at), new Payload.Refusal(error));
    }
}
