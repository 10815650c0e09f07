package org.comity.node.cooperation.web;

import org.comity.node.cooperation.ReadingRequests;
import org.comity.node.cooperation.request.NotFound;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.journal.SubjectAccess;
import org.springframework.stereotype.Component;

/** Who sees a request sees its journal entries. */
@Component
class RequestAccess implements SubjectAccess {

    private final ReadingRequests reading;
    private final CurrentPerson current;

    RequestAccess(ReadingRequests reading, CurrentPerson current) {
        this.reading = reading;
        this.current = current;
    }

    @Override
    public String kind() {
        return "request";
    }

    @Override
    public boolean maySee(String subject) {
        return current.find()
                .filter(person -> {
                    try {
                        reading.view(person, RequestId.of(subject.substring(subject.indexOf(':') + 1)));
                        return true;
                    } catch (NotFound absent) {
                        return false;
                    }
                })
                .isPresent();
    }
}
