package org.comity.node.cooperation;

import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.request.Particulars;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.identity.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the issuer does once content is down: it looks again until it stays so, and takes its order back where it was wrong. */
@Service
@Transactional
public class PursuingTakeDown {

    private final Visibility visibility;
    private final Advancing advancing;

    PursuingTakeDown(Visibility visibility, Advancing advancing) {
        this.visibility = visibility;
        this.advancing = advancing;
    }

    public void recordDown(Person person, RequestId id, String remark) {
        var request = request(person, id);
        Permissions.drafter(person);
        advancing.act(request, RequestEvent.RECHECKED, person, Particulars.NONE.remarks(remark));
    }

    /** @param where it was seen, and when */
    public void reportStillUp(Person person, RequestId id, String where) {
        var request = request(person, id);
        Permissions.drafter(person);
        advancing.act(
                request,
                RequestEvent.STILL_UP,
                person,
                Particulars.because(Permissions.said("where", where, "cooperation.refused.still-up")));
    }

    /** An approver takes back what an approver sent. */
    public void revoke(Person person, RequestId id, String reason) {
        var request = request(person, id);
        Permissions.approver(person);
        advancing.act(
                request,
                RequestEvent.REVOKED,
                person,
                Particulars.because(Permissions.said("reason", reason, "cooperation.refused.reason")));
    }

    private Request request(Person person, RequestId id) {
        var request = visibility.held(person, id);
        Permissions.side(request, Side.REQUESTING);
        return request;
    }
}
