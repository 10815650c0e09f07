package org.comity.node.cooperation.api;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.cooperation.life.RequestKind;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.UrgencyLevel;
import org.comity.node.directory.PartyId;
import org.comity.node.frame.OneOf;

/**
 * A request in a list.
 *
 * @param requestedState ISO 3166-1 alpha-2; empty while unknown
 * @param exercise nothing of it is real
 */
record RequestRow(
        UUID id,
        String reference,
        String counterpartReference,
        @OneOf(RequestKind.class) String kind,
        @OneOf(Side.class) String side,
        @OneOf(RequestState.class) String state,
        Optional<String> counterpart,
        String requestedState,
        @OneOf(UrgencyLevel.class) String urgency,
        Instant openedAt,
        int version,
        boolean exercise) {

    static RequestRow of(Request request, boolean exercise) {
        return new RequestRow(
                request.id().value(),
                request.reference(),
                request.counterpartReference(),
                Tokens.of(request.kind()),
                Tokens.of(request.side()),
                Tokens.of(request.state()),
                request.counterpart().map(PartyId::value),
                request.content().requestedState(),
                Tokens.of(request.content().urgency().level()),
                request.openedAt(),
                request.version(),
                exercise);
    }
}
