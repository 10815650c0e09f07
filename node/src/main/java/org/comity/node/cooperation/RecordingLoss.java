package org.comity.node.cooperation;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.comity.node.cooperation.clock.LossCause;
import org.comity.node.cooperation.clock.RecordedLoss;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records that data is lost, and why: what was learnt too late for one case shortens the way of the next. */
@Service
@Transactional
public class RecordingLoss {

    private final Visibility visibility;
    private final Losses losses;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RecordingLoss(Visibility visibility, Losses losses, ApplicationEventPublisher events, Clock clock) {
        this.visibility = visibility;
        this.losses = losses;
        this.events = events;
        this.clock = clock;
    }

    /** @param cause the token of a {@link LossCause} */
    public void record(Person person, RequestId id, String cause, String remark) {
        Permissions.desk(person);
        var request = visibility.held(person, id);
        var known = LossCause.ofToken(cause)
                .orElseThrow(() -> new ActRefused.Malformed("cause", Said.of("cooperation.refused.loss-cause")));
        var loss = new RecordedLoss(
                known,
                remark.strip(),
                person.id(),
                person.name(),
                clock.instant().truncatedTo(ChronoUnit.SECONDS));
        losses.put(request.id(), loss);
        events.publishEvent(LossStep.recorded(request.id(), loss));
    }

    /** It was found to be there after all. */
    public void takeBack(Person person, RequestId id) {
        Permissions.desk(person);
        var request = visibility.held(person, id);
        if (losses.remove(request.id())) {
            events.publishEvent(LossStep.takenBack(request.id(), person));
        }
    }
}
