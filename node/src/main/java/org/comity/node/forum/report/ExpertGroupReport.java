package org.comity.node.forum.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.comity.node.forum.mandate.Mandate;
import org.comity.node.forum.meeting.AgendaItem;
import org.comity.node.forum.meeting.Distribution;
import org.comity.node.forum.meeting.Meeting;
import org.comity.node.forum.meeting.Party;
import org.comity.node.forum.report.Block.Kind;

/**
 * The draft report of a group of experts as that of 3 April 2018 is made: introduction, recommendations, summary of
 * deliberations, organization of the meeting, adoption of the report.
 */
final class ExpertGroupReport extends ReportDraft {

    private static final List<String> DAILY = List.of("(a)", "(b)");

    ExpertGroupReport(ReportSources sources) {
        super(sources);
    }

    @Override
    void write() {
        introduction();
        recommendations();
        deliberations();
        organization();
        headed(Kind.CHAPTER, "adoption");
        var last = meeting.agenda().isEmpty() ? "" : meeting.agenda().getLast().number();
        say("adopted", sittings(meeting.sittingsOn(last)), theBody(), symbol().orElse(OPEN));
    }

    /** Mandates under which the body met, and its earlier meetings, one paragraph each, in the order of time. */
    private void introduction() {
        headed(Kind.CHAPTER, "introduction");
        record Told(String when, int rank, String text) {}
        var told = new ArrayList<Told>();
        var met = new ArrayList<>(sources.others().stream()
                .filter(it -> it.kind() == meeting.kind() && it.from().isBefore(meeting.from()))
                .toList());
        met.forEach(it -> told.add(new Told(it.from().toString(), 1, met(it))));
        met.add(meeting);
        met.stream()
                .map(Meeting::mandate)
                .distinct()
                .map(sources::mandate)
                .forEach(it -> told.add(new Told(it.when(), 0, mandate(it))));
        told.stream()
                .sorted(Comparator.comparing(Told::when).thenComparing(Told::rank))
                .forEach(it -> say(Block.of(Kind.PARAGRAPH, it.text())));
        sources.dates()
                .ifPresentOrElse(
                        it -> say(
                                "dates",
                                it.text().title(),
                                day(LocalDate.ofInstant(it.end(), java.time.ZoneId.of(it.zone()))),
                                sources.confirmedOn().map(ReportDraft::day).orElse(OPEN)),
                        () -> say("dates-open", OPEN));
    }

    private static String mandate(Mandate mandate) {
        return phrase("mandate", mandate.cited(), mandate.when(), sentence(mandate.authorises()));
    }

    private String met(Meeting earlier) {
        return phrase(
                "met",
                earlier.title().substring(0, 1).toLowerCase(Locale.ROOT)
                        + earlier.title().substring(1),
                earlier.place(),
                span(earlier.from(), earlier.until()),
                theBody(),
                earlier.note().isEmpty() ? OPEN : sentence(earlier.note()));
    }

    private void recommendations() {
        headed(Kind.CHAPTER, "recommendations");
        if (sources.compilation().parts().isEmpty()) {
            say("recommendations-open", theBody(), OPEN);
            return;
        }
        say("recommendations-listed", theBody(), sources.compilation().size());
        for (var part : sources.compilation().parts()) {
            line(sources.themes().apply(part.theme()) + ":");
            part.entries()
                    .forEach(entry -> line(entry.letter() + " "
                            + sentence(entry.recommendation().text())));
        }
    }

    /** The one-time items of the organizational matters, then each theme that was considered. */
    private void deliberations() {
        headed(Kind.CHAPTER, "deliberations");
        for (var item : meeting.agenda()) {
            if (isOneTime(item)) {
                titled(Kind.SECTION, item.title());
                say("considered", sittings(meeting.sittingsOn(item.number())), theBody(), item.number(), item.title());
                if (!item.outcome().isEmpty()) {
                    say(Block.of(Kind.LINE, phrase("outcome", item.title(), item.outcome())));
                }
            } else if (isTheme(item)) {
                titled(Kind.SECTION, item.title());
                say("considered", sittings(meeting.sittingsOn(item.number())), theBody(), item.number(), item.title());
                meeting.panels().stream()
                        .filter(panel -> panel.item().equals(item.number()))
                        .forEach(panel -> say("panel", panellists(panel.panellists())));
                pointsOn(item.number()).forEach(point -> say(summed(point)));
            }
        }
    }

    private boolean isOneTime(AgendaItem item) {
        return item.isSubItem() && DAILY.stream().noneMatch(item.number()::endsWith);
    }

    private boolean isTheme(AgendaItem item) {
        var top = meeting.agenda().stream().filter(it -> !it.isSubItem()).toList();
        return !item.isSubItem()
                && !item.equals(top.getFirst())
                && !item.equals(top.getLast())
                && !meeting.sittingsOn(item.number()).isEmpty();
    }

    private void organization() {
        headed(Kind.CHAPTER, "organization");
        headed(Kind.SECTION, "opening");
        var opened = meeting.sittings().stream()
                .findFirst()
                .map(it -> it.presided())
                .filter(it -> !it.isEmpty())
                .map(sources::name)
                .orElse(OPEN);
        var opening = meeting.statementsMade().stream()
                .filter(it -> it.item().isEmpty() || it.item().endsWith("(a)"))
                .map(it -> named(it.party()))
                .distinct()
                .toList();
        say("opened", opened, opening.isEmpty() ? OPEN : SpeakerList.sentence(opening));
        headed(Kind.SECTION, "statements");
        say(listed("statements-states", Party.Kind.STATE));
        var groups = forGroups();
        if (groups.isEmpty()) {
            say("statements-group", OPEN, OPEN);
        }
        groups.forEach(it -> say(
                "statements-group",
                it.party().kind() == Party.Kind.UNION ? OPEN : named(it.party()),
                it.group() + aligned(it.aligned())));
        say(listed("statements-igo", Party.Kind.IGO));
        say(listed("statements-academia", Party.Kind.ACADEMIA));
        say(listed("statements-ngo", Party.Kind.NGO));
        say(listed("statements-private", Party.Kind.PRIVATE_SECTOR));
        headed(Kind.SECTION, "agenda");
        say("agenda-adopted", sittings(meeting.sittings().stream().limit(1).toList()), theBody());
        meeting.agenda()
                .forEach(it -> line(
                        it.isSubItem()
                                ? it.number().substring(it.number().indexOf('(')) + " " + it.title() + ";"
                                : it.number() + ". " + it.title() + (hasSubItems(it) ? ":" : ".")));
        attendance();
        documentation();
    }

    private String aligned(List<String> codes) {
        return codes.isEmpty()
                ? ""
                : " and "
                        + SpeakerList.sentence(SpeakerList.alphabetical(codes, sources::name).stream()
                                .map(sources::name)
                                .toList());
    }

    private boolean hasSubItems(AgendaItem item) {
        return meeting.agenda().stream()
                .anyMatch(it -> it.isSubItem() && it.number().startsWith(item.number() + "("));
    }

    private void attendance() {
        headed(Kind.SECTION, "attendance");
        var count = meeting.attendance();
        var parts = new ArrayList<String>();
        count(parts, "attended.state", count.getOrDefault(Party.Kind.STATE, 0));
        count(parts, "attended.observer", count.getOrDefault(Party.Kind.OBSERVER_STATE, 0));
        count(parts, "attended.secretariat", count.getOrDefault(Party.Kind.SECRETARIAT, 0));
        count(parts, "attended.igo", count.getOrDefault(Party.Kind.IGO, 0) + count.getOrDefault(Party.Kind.UNION, 0));
        count(
                parts,
                "attended.others",
                count.getOrDefault(Party.Kind.ACADEMIA, 0) + count.getOrDefault(Party.Kind.PRIVATE_SECTOR, 0));
        count(parts, "attended.ngo", count.getOrDefault(Party.Kind.NGO, 0));
        say("attended", parts.isEmpty() ? OPEN : SpeakerList.sentence(parts));
        say(
                "participants",
                meeting.documents().stream()
                        .map(it -> it.symbol())
                        .filter(it -> it.contains("/INF/"))
                        .findFirst()
                        .orElse(OPEN));
    }

    private static void count(List<String> parts, String key, int number) {
        if (number == 1) {
            parts.add(phrase(key + ".one"));
        } else if (number > 1) {
            parts.add(phrase(key, number));
        }
    }

    private void documentation() {
        headed(Kind.SECTION, "documentation");
        say(meeting.before().isEmpty() ? "documents" : "documents-besides", theBody(), meeting.before());
        meeting.documents().stream()
                .filter(it -> it.distribution() == Distribution.GENERAL
                        && !it.symbol().contains("/INF/"))
                .forEach(it -> item(it.title() + " (" + it.symbol() + ");"));
    }
}
