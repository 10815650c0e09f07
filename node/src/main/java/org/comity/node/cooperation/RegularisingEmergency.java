package org.comity.node.cooperation;

import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.request.Particulars;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.identity.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The requesting side after an emergency: its papers follow, or what it got is deleted and that is reported. */
@Service
@Transactional
public class RegularisingEmergency {

    private final Visibility visibility;
    private final Advancing advancing;

    RegularisingEmergency(Visibility visibility, Advancing advancing) {
        this.visibility = visibility;
        this.advancing = advancing;
    }

    /** @param paper what came after, such as the judge's decision @param reference under which it can be found */
    public void regularise(Person person, RequestId id, String paper, String reference) {
        advancing.act(
                request(person, id),
                RequestEvent.REGULARISED,
                person,
                Particulars.because(Permissions.said("paper", paper, "cooperation.refused.paper"))
                        .reference(reference));
    }

    /** @param report what was deleted or is no longer used, where and by whom */
    public void reportDeletion(Person person, RequestId id, String report) {
        advancing.act(
                request(person, id),
                RequestEvent.DATA_DELETED,
                person,
                Particulars.because(Permissions.said("report", report, "cooperation.refused.deletion-report")));
    }

    private Request request(Person person, RequestId id) {
        var request = visibility.held(person, id);
        Permissions.side(request, Side.REQUESTING);
        Permissions.desk(person);
        return request;
    }
}
