package org.comity.node.cooperation;

import java.util.function.Consumer;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.identity.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets nobody else act on a request between a look at it and the act that rests on that look. */
@Service
@Transactional
public class HoldingRequest {

    private final Visibility visibility;

    HoldingRequest(Visibility visibility) {
        this.visibility = visibility;
    }

    /** @param act given the request as it stays until the act is done; what it throws undoes it */
    public void whileHeld(Person person, RequestId id, Consumer<Request> act) {
        act.accept(visibility.held(person, id));
    }
}
