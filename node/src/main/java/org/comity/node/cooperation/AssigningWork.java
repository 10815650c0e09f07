package org.comity.node.cooperation;

import java.time.Clock;
import java.util.Map;
import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.CaseFile;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.comity.node.identity.PersonId;
import org.comity.node.identity.Power;
import org.comity.node.journal.Journaled;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives a case file or a request to a colleague, who may see it from then on whatever their role, and takes it back. What they
 * may do with it stays with their role.
 */
@Service
@Transactional
public class AssigningWork {

    private final CaseFiles caseFiles;
    private final Visibility visibility;
    private final Assignments assignments;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AssigningWork(
            CaseFiles caseFiles,
            Visibility visibility,
            Assignments assignments,
            ApplicationEventPublisher events,
            Clock clock) {
        this.caseFiles = caseFiles;
        this.visibility = visibility;
        this.assignments = assignments;
        this.events = events;
        this.clock = clock;
    }

    /** Somebody was given a case file. */
    record CaseFileAssigned(CaseFile caseFile, Person by, Person colleague) implements Journaled {
        @Override
        public String subject() {
            return "case-file:" + caseFile.id();
        }

        @Override
        public String what() {
            return "case-file-assigned";
        }

        @Override
        public String actor() {
            return by.name();
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("person", colleague.id().toString());
        }
    }

    /** Somebody was given a request. */
    record RequestAssigned(Request request, Person by, Person colleague) implements Journaled {
        @Override
        public String subject() {
            return "request:" + request.id();
        }

        @Override
        public String what() {
            return "request-assigned";
        }

        @Override
        public String actor() {
            return by.name();
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("person", colleague.id().toString());
        }
    }

    /** A case file or a request was taken back. */
    record TakenBack(String subject, String what, String actor, PersonId colleague) implements Journaled {
        @Override
        public Map<String, Object> details() {
            return Map.of("person", colleague.toString());
        }
    }

    public CaseFile assign(Person person, String reference, Person colleague) {
        Permissions.drafter(person);
        requireReader(colleague);
        var caseFile = visibility.caseFile(person, reference).assign(colleague.id());
        caseFiles.reassign(caseFile);
        events.publishEvent(new CaseFileAssigned(caseFile, person, colleague));
        return caseFile;
    }

    /** Somebody stays: a case file that nobody sees helps nobody. */
    public CaseFile takeBack(Person person, String reference, PersonId colleague) {
        Permissions.drafter(person);
        var before = visibility.caseFile(person, reference);
        var caseFile = before.takeBack(colleague);
        if (caseFile.assigned().isEmpty()) {
            throw new ActRefused.NotPermitted(Said.of("cooperation.refused.last-assigned", reference));
        }
        if (!caseFile.equals(before)) {
            caseFiles.reassign(caseFile);
            events.publishEvent(
                    new TakenBack("case-file:" + caseFile.id(), "case-file-taken-back", person.name(), colleague));
        }
        return caseFile;
    }

    /** In the place of whoever worked on it before. */
    public void assign(Person person, RequestId id, Person colleague) {
        var request = held(person, id);
        requireReader(colleague);
        assignments.put(id, colleague, clock.instant());
        events.publishEvent(new RequestAssigned(request, person, colleague));
    }

    public void takeBack(Person person, RequestId id) {
        held(person, id);
        assignments.of(id).ifPresent(assigned -> {
            assignments.remove(id);
            events.publishEvent(new TakenBack("request:" + id, "request-taken-back", person.name(), assigned.person()));
        });
    }

    private Request held(Person person, RequestId id) {
        var request = visibility.held(person, id);
        if (request.side() == Side.REQUESTING) {
            Permissions.deskOrApprover(person);
        } else {
            Permissions.answers(person, request);
        }
        return request;
    }

    /** Who reads no case gets none by the back door, and a program is told what to do by its own people. */
    private static void requireReader(Person colleague) {
        if (!colleague.may(Power.READ_CASES)) {
            throw new ActRefused.Malformed("colleague", Said.of("cooperation.refused.no-reader", colleague.name()));
        }
    }
}
