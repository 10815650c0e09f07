package org.comity.node.cooperation;

import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.request.Particulars;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.identity.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Files a request away on this side, when nothing more is expected from anyone. */
@Service
@Transactional
public class ClosingRequest {

    private final Visibility visibility;
    private final Advancing advancing;

    ClosingRequest(Visibility visibility, Advancing advancing) {
        this.visibility = visibility;
        this.advancing = advancing;
    }

    public void close(Person person, RequestId id, String note) {
        var request = visibility.held(person, id);
        Permissions.deskOrApprover(person);
        advancing.act(request, RequestEvent.CLOSED, person, Particulars.NONE.remarks(note));
    }
}
