package org.comity.node.cooperation;

import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.Particulars;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.frame.Noted;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** An overseer looks at every use of an emergency, on each side for itself; before that it isn't filed away. */
@Service
@Transactional
public class ReviewingEmergency {

    private final Visibility visibility;
    private final Advancing advancing;

    ReviewingEmergency(Visibility visibility, Advancing advancing) {
        this.visibility = visibility;
        this.advancing = advancing;
    }

    /** What the overseer found. */
    public enum Finding {
        JUSTIFIED("cooperation.cause.emergency-justified"),
        /** It was none, or its claim does not hold: it stands among the false ones. */
        NOT_AN_EMERGENCY("cooperation.cause.emergency-false");

        private final String key;

        Finding(String key) {
            this.key = key;
        }

        /** As the step of the review has it. */
        static Finding of(Noted cause) {
            return cause.key().equals(JUSTIFIED.key) ? JUSTIFIED : NOT_AN_EMERGENCY;
        }
    }

    public void review(Person person, RequestId id, Finding finding, String why) {
        var request = visibility.held(person, id);
        if (!person.is(Role.OVERSEER)) {
            throw new ActRefused.NotPermitted(Said.of("cooperation.refused.overseer"));
        }
        advancing.act(
                request,
                RequestEvent.REVIEWED,
                person,
                Particulars.because(Permissions.said("why", why, "cooperation.refused.review-why"))
                        .withCause(java.util.Optional.of(Noted.of(finding.key))));
    }
}
