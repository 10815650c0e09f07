package org.comity.node.cooperation;

import java.time.Instant;
import java.util.Optional;
import org.comity.node.cooperation.clock.ClockRules;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.Particulars;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.cooperation.request.Step;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files a request away on this side, when nothing more is expected from anyone. */
@Service
@Transactional
public class ClosingRequest {

    private final Visibility visibility;
    private final Advancing advancing;
    private final Timeline timeline;

    ClosingRequest(Visibility visibility, Advancing advancing, Timeline timeline) {
        this.visibility = visibility;
        this.advancing = advancing;
        this.timeline = timeline;
    }

    public void close(Person person, RequestId id, String note) {
        var request = visibility.held(person, id);
        if (request.side() == Side.REQUESTED && request.kind().isOrder()) {
            Permissions.answers(person, request);
        } else {
            Permissions.deskOrApprover(person);
        }
        if (request.kind().isEmergency() && timeline.of(id).stream().noneMatch(ClosingRequest::isReview)) {
            throw new ActRefused.NotPermitted(Said.of("cooperation.refused.not-reviewed"));
        }
        objectionOpenUntil(request).filter(end -> advancing.now().isBefore(end)).ifPresent(end -> {
            throw new ActRefused.NotPermitted(Said.of("cooperation.refused.objection-open", request.reference(), end));
        });
        advancing.act(request, RequestEvent.CLOSED, person, Particulars.NONE.remarks(note));
    }

    /** The State that was told may still object to what was handed over, and then it is deleted (EU 2023/1543 art. 10(4)). */
    private Optional<Instant> objectionOpenUntil(Request request) {
        if (request.side() != Side.REQUESTING || request.state() != RequestState.RECEIPT_CONFIRMED) {
            return Optional.empty();
        }
        return timeline.of(request.id()).stream()
                .filter(step -> step.event() == RequestEvent.AUTHORITY_NOTIFIED)
                .flatMap(step -> ClockRules.objectionEnds(request, step).stream())
                .findFirst();
    }

    private static boolean isReview(Step step) {
        return step.event() == RequestEvent.REVIEWED;
    }
}
