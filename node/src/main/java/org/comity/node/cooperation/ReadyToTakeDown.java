package org.comity.node.cooperation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.Identifier;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.TakeDown;
import org.comity.node.frame.Said;
import org.springframework.stereotype.Component;

/**
 * What must be true before content is asked to be taken down: it is preserved, or somebody answers for why it is not; and a
 * provider that was never addressed before was told how such orders come (EU 2021/784 art. 3(2)).
 */
@Component
class ReadyToTakeDown {

    private final Requests requests;
    private final Advancing advancing;

    ReadyToTakeDown(Requests requests, Advancing advancing) {
        this.requests = requests;
        this.advancing = advancing;
    }

    void check(Request request) {
        request.content().takeDown().ifPresent(wanted -> check(request, wanted));
    }

    private void check(Request request, TakeDown wanted) {
        var open = new ArrayList<Said>();
        if (wanted.unpreserved().isBlank() && !isPreserved(request)) {
            open.add(Said.of("cooperation.to-do.preserve-first"));
        }
        if (request.content().data().identifiers().stream().anyMatch(Identifier.IpAddress.class::isInstance)) {
            open.add(Said.of("cooperation.to-do.exact-location"));
        }
        if (!request.content().urgency().isEmergency()) {
            request.route().stream()
                    .filter(route ->
                            !requests.orderedBefore(request.requireCounterpart(), route.provision(), request.id()))
                    .flatMap(route -> route.deadlines().stream())
                    .filter(deadline -> deadline.what().startsWith("advance information"))
                    .flatMap(deadline -> deadline.hours().stream())
                    .filter(hours -> !wasAnnounced(wanted, hours))
                    .forEach(hours -> open.add(Said.of("cooperation.to-do.announce", hours.toHours())));
        }
        if (!open.isEmpty()) {
            throw new ActRefused.Incomplete(Said.of("cooperation.refused.incomplete", Said.all(open)), open, List.of());
        }
    }

    private boolean wasAnnounced(TakeDown wanted, Duration before) {
        return wanted.announcedAt()
                .filter(at -> !at.plus(before).isAfter(advancing.now()))
                .isPresent();
    }

    /** The request that it follows up keeps the content, or has brought it. */
    private boolean isPreserved(Request request) {
        return request.follows()
                .flatMap(requests::find)
                .filter(earlier -> earlier.state().isRunningOut()
                        || earlier.state() == RequestState.FOLLOWUP_RECEIVED
                        || earlier.state() == RequestState.PRODUCED
                        || earlier.production().isPresent())
                .isPresent();
    }
}
