package org.comity.node.cooperation;

import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.Particulars;
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
        advancing.act(request, RequestEvent.CLOSED, person, Particulars.NONE.remarks(note));
    }

    private static boolean isReview(Step step) {
        return step.event() == RequestEvent.REVIEWED;
    }
}
