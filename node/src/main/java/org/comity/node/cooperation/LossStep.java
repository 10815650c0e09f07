package org.comity.node.cooperation;

import java.util.Map;
import org.comity.node.cooperation.clock.RecordedLoss;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.identity.Person;
import org.comity.node.journal.Journaled;

/** Data was recorded as lost, or found to be there after all. */
public record LossStep(String subject, String what, String actor, Map<String, Object> details) implements Journaled {

    static LossStep recorded(RequestId request, RecordedLoss loss) {
        return new LossStep(
                "request:" + request,
                "loss-recorded",
                loss.byName(),
                Map.of("cause", loss.cause().token(), "remark", loss.remark()));
    }

    static LossStep takenBack(RequestId request, Person by) {
        return new LossStep("request:" + request, "loss-taken-back", by.name(), Map.of());
    }
}
