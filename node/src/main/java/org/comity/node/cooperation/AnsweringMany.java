package org.comity.node.cooperation;

import java.util.ArrayList;
import java.util.List;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.NotFound;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.springframework.stereotype.Service;

/** The same answer to many orders: each is a step of its own, and one that can't be taken stops no other. */
@Service
public class AnsweringMany {

    private final DecidingRequest deciding;
    private final ExecutingPreservation executing;
    private final AnsweringOrder answering;
    private final AssigningWork assigning;

    AnsweringMany(
            DecidingRequest deciding,
            ExecutingPreservation executing,
            AnsweringOrder answering,
            AssigningWork assigning) {
        this.deciding = deciding;
        this.executing = executing;
        this.answering = answering;
        this.assigning = assigning;
    }

    /** What can be said of many at once. */
    public enum Answer {
        ASSIGN,
        ACKNOWLEDGE,
        VERIFY,
        NOT_HELD,
        OBJECT
    }

    /** @param refused why, for each that could not be answered so */
    public record Outcome(int done, List<Said> refused) {}

    /** @param ground of an objection; empty for other answers */
    public Outcome answer(Person person, List<RequestId> orders, Answer answer, String ground, String reason) {
        var done = 0;
        var refused = new ArrayList<Said>();
        for (var order : orders) {
            try {
                answer(person, order, answer, ground, reason);
                done++;
            } catch (ActRefused notNow) {
                refused.add(notNow.said());
            } catch (NotFound gone) {
                refused.add(Said.of("cooperation.refused.order-gone"));
            }
        }
        return new Outcome(done, refused);
    }

    private void answer(Person person, RequestId order, Answer answer, String ground, String reason) {
        switch (answer) {
            case ASSIGN -> assigning.assign(person, order, person);
            case ACKNOWLEDGE -> deciding.acknowledge(person, order, "");
            case VERIFY -> answering.recordVerified(person, order, reason);
            case NOT_HELD -> executing.reportNotFound(person, order, reason);
            case OBJECT -> answering.object(person, order, ground, reason);
        }
    }
}
