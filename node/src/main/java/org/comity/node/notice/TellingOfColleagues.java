package org.comity.node.notice;

import org.comity.node.duty.DutyStep;
import org.comity.node.duty.KeepingWatch;
import org.comity.node.identity.LendingRoles;
import org.comity.node.identity.People;
import org.comity.node.identity.Power;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What the rooms beside this one have to tell: lent roles, and notes from shift to shift. */
@Component
class TellingOfColleagues {

    private static final String STAND_INS = "/account/stand-ins";

    private final Notices notices;
    private final People people;

    TellingOfColleagues(Notices notices, People people) {
        this.notices = notices;
        this.people = people;
    }

    @EventListener
    void lent(LendingRoles.RolesLent step) {
        notices.tell(
                Audience.of(step.lent().takenBy()),
                Notice.of(
                        NoticeKind.STAND_IN,
                        STAND_INS,
                        "notice.lent",
                        step.lent().giver()));
    }

    @EventListener
    void ended(LendingRoles.LendingEnded step) {
        var lent = step.lent();
        notices.tell(
                Audience.of(lent.takenBy()),
                Notice.of(NoticeKind.STAND_IN, STAND_INS, "notice.lending-ended", lent.giver()));
        notices.tell(
                Audience.of(lent.givenBy()),
                Notice.of(NoticeKind.STAND_IN, STAND_INS, "notice.lending-ended", lent.taker()));
    }

    /** Only who keeps the watch at that desk can open the note, so nobody else is told of it, called by name or not. */
    @EventListener
    void written(DutyStep.NoteWritten step) {
        var note = step.note();
        var keepers = people.with(Power.KEEP_WATCH).stream()
                .filter(person -> KeepingWatch.desksOf(person).contains(note.desk()))
                .toList();
        var called = people.mentionedIn(note.text() + "\n" + String.join("\n", note.points()));
        notices.tell(
                Audience.of(keepers.stream().filter(called::contains).toList()).but(note.author()),
                Notice.of(NoticeKind.MENTION, "/duty", "notice.called", note.authorName())
                        .once("note:" + note.id()));
        notices.tell(
                Audience.of(keepers).but(note.author()),
                Notice.of(NoticeKind.HAND_OVER, "/duty", "notice.hand-over", note.authorName())
                        .once("note:" + note.id()));
    }
}
