package org.comity.hi1;

import java.util.List;

/**
 * What a message carries. Actions are numbered by their place: the first is 0, and an answer stands at the place of its
 * request.
 */
public sealed interface Payload {

    record Requests(List<ActionRequest> actions) implements Payload {
        public Requests {
            actions = Text.atLeastOne("action", actions);
        }
    }

    record Responses(List<ActionResponse> actions) implements Payload {
        public Responses {
            actions = Text.atLeastOne("answer", actions);
        }
    }

    /** The whole request could not be processed. */
    record Refusal(ErrorInformation error) implements Payload {}
}
