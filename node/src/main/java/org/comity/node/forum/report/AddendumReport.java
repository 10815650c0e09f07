package org.comity.node.forum.report;

import java.util.List;
import org.comity.node.forum.meeting.AgendaItem;
import org.comity.node.forum.meeting.Distribution;
import org.comity.node.forum.meeting.Meeting;
import org.comity.node.forum.meeting.Panel;
import org.comity.node.forum.meeting.Party;
import org.comity.node.forum.meeting.Speaker;
import org.comity.node.forum.report.Block.Kind;

/**
 * An addendum to the draft report of a commission on one item, as that of 15 May 2018 is made: how it was considered, who
 * spoke, the Chair's summary by sub-theme, and the workshop.
 */
final class AddendumReport extends ReportDraft {

    AddendumReport(ReportSources sources) {
        super(sources);
    }

    @Override
    void write() {
        var item = item();
        say("addendum.considered", sittings(meeting.sittingsOn(item.number())), theBody(), item.number(), item.title());
        panels(item).forEach(panel -> item(panel.theme() + ";"));
        documents(item);
        say("addendum.theme", sources.mandate(meeting.mandate()).cited(), theBody());
        presided(item);
        var secretariat = meeting.statementsMade();
        var firstState = firstState(secretariat);
        var introducing = secretariat.subList(0, firstState).stream()
                .filter(it -> it.party().kind() == Party.Kind.SECRETARIAT)
                .map(it -> it.party().name())
                .distinct()
                .toList();
        say("addendum.introduced", introducing.isEmpty() ? OPEN : SpeakerList.sentence(introducing));
        members();
        say(listed("addendum.observers", Party.Kind.OBSERVER_STATE));
        secretariat.stream()
                .skip(firstState)
                .filter(it -> it.party().kind() == Party.Kind.SECRETARIAT)
                .map(Speaker::party)
                .distinct()
                .forEach(it -> say("addendum.also", it.name()));
        spoke(Party.Kind.IGO).forEach(it -> say("addendum.observer", it.name()));
        summary(item);
        sources.others().stream()
                .filter(it -> it.kind() == Meeting.Kind.WORKSHOP
                        && !it.from().isBefore(meeting.from())
                        && !it.until().isAfter(meeting.until()))
                .forEach(this::workshop);
    }

    private AgendaItem item() {
        return meeting.agenda().stream()
                .filter(it -> !meeting.sittingsOn(it.number()).isEmpty())
                .findFirst()
                .orElseGet(() -> AgendaItem.of(OPEN, OPEN));
    }

    private List<Panel> panels(AgendaItem item) {
        return meeting.panels().stream()
                .filter(it -> it.item().equals(item.number()))
                .toList();
    }

    private static int firstState(List<Speaker> speakers) {
        for (int at = 0; at < speakers.size(); at++) {
            if (speakers.get(at).party().kind().isState()) {
                return at;
            }
        }
        return speakers.size();
    }

    private void documents(AgendaItem item) {
        var before = meeting.documents().stream()
                .filter(it -> it.distribution() == Distribution.GENERAL)
                .map(it -> it.title() + " (" + it.symbol() + ")")
                .toList();
        say("addendum.documents", item.number(), theBody(), before.isEmpty() ? OPEN : SpeakerList.sentence(before));
    }

    private void presided(AgendaItem item) {
        var text = new StringBuilder();
        var themes = panels(item);
        for (int at = 0; at < themes.size(); at++) {
            text.append(text.isEmpty() ? "" : " ")
                    .append(phrase(
                            "addendum.panel",
                            "(" + (char) ('a' + at) + ")",
                            themes.get(at).moderator().isEmpty()
                                    ? OPEN
                                    : themes.get(at).moderator(),
                            panellists(themes.get(at).panellists())));
        }
        say(Block.of(Kind.PARAGRAPH, text.isEmpty() ? OPEN : text.toString()));
    }

    /** Groups first, then members in the order of the floor. */
    private void members() {
        var text = new StringBuilder();
        for (var speaker : forGroups()) {
            var aligned = SpeakerList.alphabetical(speaker.aligned(), sources::name).stream()
                    .map(sources::name)
                    .toList();
            text.append(phrase(
                            speaker.party().kind() == Party.Kind.OBSERVER_STATE
                                    ? "addendum.group-observer"
                                    : "addendum.group-member",
                            named(speaker.party()),
                            speaker.group() + (aligned.isEmpty() ? "" : " and " + SpeakerList.sentence(aligned))))
                    .append(' ');
        }
        var list = listed("addendum.members", Party.Kind.STATE);
        say(new Block(Kind.PARAGRAPH, "", text + list.text(), List.of(), list.remark()));
    }

    private void summary(AgendaItem item) {
        headed(Kind.SECTION, "addendum.summary");
        say("addendum.not-negotiated");
        for (var panel : panels(item)) {
            titled(Kind.HEADING, panel.theme());
            pointsOn(item.number()).stream()
                    .filter(point -> point.heading().equalsIgnoreCase(panel.theme()))
                    .forEach(point -> say(summed(point)));
        }
    }

    private void workshop(Meeting workshop) {
        titled(Kind.SECTION, workshop.title());
        var panel = workshop.panels().stream().findFirst();
        say(
                "addendum.workshop",
                day(workshop.from()),
                panel.map(Panel::theme).orElse(OPEN),
                workshop.note().isEmpty() ? OPEN : sentence(workshop.note()),
                workshop.sittings().stream()
                        .findFirst()
                        .map(it -> it.presided())
                        .orElse(OPEN),
                panel.map(Panel::moderator).orElse(OPEN));
        say("addendum.presentations", panellists(panel.map(Panel::panellists).orElse(List.of())));
    }
}
