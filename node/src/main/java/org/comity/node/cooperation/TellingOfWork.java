package org.comity.node.cooperation;

import java.util.List;
import org.comity.node.identity.People;
import org.comity.node.identity.Person;
import org.comity.node.notice.Audience;
import org.comity.node.notice.Notice;
import org.comity.node.notice.NoticeKind;
import org.comity.node.notice.Notices;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells a colleague what was given to them, and where they were called by name; nobody is told what they did themselves. */
@Component
class TellingOfWork {

    private final Notices notices;
    private final People people;

    TellingOfWork(Notices notices, People people) {
        this.notices = notices;
        this.people = people;
    }

    @EventListener
    void assigned(AssigningWork.CaseFileAssigned step) {
        notices.tell(
                Audience.of(step.colleague().id()).but(step.by().id()),
                Notice.of(
                        NoticeKind.ASSIGNED,
                        "/cases/" + step.caseFile().reference(),
                        "cooperation.told.case-assigned",
                        step.by().name(),
                        step.caseFile().reference()));
    }

    @EventListener
    void assigned(AssigningWork.RequestAssigned step) {
        var notice = Notice.of(
                NoticeKind.ASSIGNED,
                "/requests/" + step.request().id(),
                "cooperation.told.request-assigned",
                step.by().name(),
                step.request().reference());
        notices.tell(
                Audience.of(step.colleague().id()).but(step.by().id()),
                step.request().content().urgency().isEmergency() ? notice.asEmergency() : notice);
    }

    @EventListener
    void written(NotingCaseFile.Written step) {
        List<Person> called = people.mentionedIn(step.note().text()).stream()
                .filter(step.caseFile()::isVisibleTo)
                .toList();
        notices.tell(
                Audience.of(called).but(step.note().author()),
                Notice.of(
                                NoticeKind.MENTION,
                                "/cases/" + step.caseFile().reference() + "#notes",
                                "cooperation.told.called",
                                step.note().authorName(),
                                step.caseFile().reference())
                        .once("case-note:" + step.note().id()));
    }
}
