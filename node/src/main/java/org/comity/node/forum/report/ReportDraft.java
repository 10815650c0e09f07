package org.comity.node.forum.report;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comity.node.forum.meeting.Meeting;
import org.comity.node.forum.meeting.Party;
import org.comity.node.forum.meeting.Point;
import org.comity.node.forum.meeting.Sitting;
import org.comity.node.forum.meeting.Speaker;
import org.comity.node.forum.report.Block.Kind;

/** What both models of a report share: phrases, days, lists, and the blocks as they are written down. */
abstract class ReportDraft {

    static final String OPEN = "[…]";

    final ReportSources sources;
    final Meeting meeting;
    private final List<Block> blocks = new ArrayList<>();

    ReportDraft(ReportSources sources) {
        this.sources = sources;
        this.meeting = sources.meeting();
    }

    abstract void write();

    List<Block> blocks() {
        write();
        return List.copyOf(blocks);
    }

    static String phrase(String key, Object... about) {
        return ReportPhrases.text("en", key, about);
    }

    void headed(Kind kind, String key) {
        blocks.add(Block.keyed(kind, key, phrase(key)));
    }

    void titled(Kind kind, String title) {
        blocks.add(Block.of(kind, title));
    }

    void say(String key, Object... about) {
        blocks.add(Block.of(Kind.PARAGRAPH, phrase(key, about)));
    }

    void say(Block block) {
        blocks.add(block);
    }

    void item(String text) {
        blocks.add(Block.of(Kind.ITEM, text));
    }

    void line(String text) {
        blocks.add(Block.of(Kind.LINE, text));
    }

    String theBody() {
        return "the " + sources.body().shortName();
    }

    /** “At its 2nd, 3rd and 4th meetings, on 3 and 4 April 2018”; what is not certain stands in brackets. */
    String sittings(List<Sitting> sittings) {
        if (sittings.isEmpty()) {
            return phrase("at-meetings", OPEN, OPEN);
        }
        var numbers = SpeakerList.sentence(
                sittings.stream().map(it -> ordinal(it.number())).toList());
        var days = days(sittings.stream().map(Sitting::day).distinct().toList());
        var certain = sittings.stream().allMatch(Sitting::confirmed);
        return phrase(
                sittings.size() == 1 ? "at-meeting" : "at-meetings",
                certain ? numbers : "[" + numbers + "]",
                certain ? days : "[" + days + "]");
    }

    static String ordinal(int number) {
        var teen = number % 100 / 10 == 1;
        return number
                + switch (teen ? 0 : number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
    }

    static String day(LocalDate day) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).format(day);
    }

    /** “3 and 4 April 2018”. */
    static String days(List<LocalDate> days) {
        var last = days.getLast();
        var sameMonth =
                days.stream().allMatch(it -> it.getMonth() == last.getMonth() && it.getYear() == last.getYear());
        if (!sameMonth) {
            return SpeakerList.sentence(days.stream().map(ReportDraft::day).toList());
        }
        var before = days.subList(0, days.size() - 1).stream()
                .map(it -> String.valueOf(it.getDayOfMonth()))
                .toList();
        return before.isEmpty() ? day(last) : String.join(", ", before) + " and " + day(last);
    }

    /** “3 to 5 April 2018”. */
    static String span(LocalDate from, LocalDate until) {
        if (from.equals(until)) {
            return day(from);
        }
        var sameMonth = from.getMonth() == until.getMonth() && from.getYear() == until.getYear();
        return (sameMonth ? String.valueOf(from.getDayOfMonth()) : day(from)) + " to " + day(until);
    }

    String named(Party party) {
        return party.kind().isState() || party.kind() == Party.Kind.UNION ? sources.name(party.name()) : party.name();
    }

    /** Statements for nobody but the party itself, of a kind, each party once, in the order of the floor. */
    List<Party> spoke(Party.Kind kind) {
        return SpeakerList.once(allWhoSpoke(kind));
    }

    private List<Party> allWhoSpoke(Party.Kind kind) {
        return meeting.statementsMade().stream()
                .filter(speaker -> !speaker.spokeForAGroup())
                .map(Speaker::party)
                .filter(party -> party.kind() == kind)
                .toList();
    }

    /** A list of names, with a remark that says who stood in it twice. */
    Block listed(String key, Party.Kind kind) {
        var parties = spoke(kind);
        var names = parties.isEmpty()
                ? OPEN
                : SpeakerList.sentence(parties.stream().map(this::named).toList());
        var twice = SpeakerList.repeated(allWhoSpoke(kind));
        var block = Block.of(Kind.PARAGRAPH, phrase(key, names));
        return twice.isEmpty()
                ? block
                : block.remarked(
                        phrase("remark.twice", twice.stream().map(this::named).collect(Collectors.joining("; "))));
    }

    List<Speaker> forGroups() {
        return meeting.statementsMade().stream().filter(Speaker::spokeForAGroup).toList();
    }

    /** “Many speakers stressed …”, with the count behind it as a remark. */
    Block summed(Point point) {
        var held = (int) point.holders().stream().distinct().count();
        var spoke = meeting.speakersOn(point);
        var words = sources.quantifiers().wordsFor(held, spoke);
        return Block.of(Kind.PARAGRAPH, words.orElse(OPEN) + " " + sentence(point.text()))
                .remarked(phrase("remark.count", held, spoke));
    }

    static String sentence(String text) {
        var whole = text.strip();
        return whole.endsWith(".") ? whole : whole + ".";
    }

    List<Point> pointsOn(String item) {
        return meeting.points().stream()
                .filter(point -> point.item().equals(item))
                .toList();
    }

    String panellists(List<String> codes) {
        return codes.isEmpty()
                ? OPEN
                : SpeakerList.sentence(codes.stream().map(sources::name).toList());
    }

    /** The symbol of this report: the first limited document that is none of an earlier part; else open. */
    Optional<String> symbol() {
        return meeting.documents().stream()
                .filter(it -> it.distribution() == org.comity.node.forum.meeting.Distribution.LIMITED)
                .map(org.comity.node.forum.meeting.MeetingDocument::symbol)
                .findFirst();
    }
}
