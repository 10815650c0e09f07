package org.comity.node.forum.meeting;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.comity.node.forum.mandate.Provenance;

/**
 * A session of a body and all that is on record of it.
 *
 * @param body id of the body
 * @param session its number in the body's count; 0 where it has none
 * @param until last day
 * @param mandate id of the paragraph that authorises it
 * @param counted how many of each kind came, where no list of them is kept here
 * @param before documents that were before the meeting without a symbol of its own
 */
@RecordBuilder
public record Meeting(
        String id,
        String body,
        Kind kind,
        int session,
        String title,
        String place,
        LocalDate from,
        LocalDate until,
        String mandate,
        Method method,
        List<AgendaItem> agenda,
        List<Sitting> sittings,
        List<MeetingDocument> documents,
        List<Participant> participants,
        List<Speaker> speakers,
        List<Statement> statements,
        List<Panel> panels,
        List<Point> points,
        Map<Party.Kind, Integer> counted,
        String before,
        String note,
        Provenance provenance)
        implements MeetingBuilder.With {

    public Meeting {
        agenda = List.copyOf(agenda);
        sittings = List.copyOf(sittings);
        documents = List.copyOf(documents);
        participants = List.copyOf(participants);
        speakers = List.copyOf(speakers);
        statements = List.copyOf(statements);
        panels = List.copyOf(panels);
        points = List.copyOf(points);
        counted = Map.copyOf(counted);
    }

    /** One of which nothing is known yet but its body and its days. */
    public static Meeting begun(String body, LocalDate from, LocalDate until, LocalDate entered) {
        return new Meeting(
                "",
                body,
                Kind.EXPERT_MEETING,
                0,
                "",
                "",
                from,
                until,
                "",
                Method.CONSENSUS,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                "",
                "",
                Provenance.entered(entered.toString()));
    }

    public enum Kind {
        SESSION,
        EXPERT_MEETING,
        BUREAU,
        WORKSHOP,
        CONGRESS;

        public String token() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** How it decides; consensus is preferred, so it stands first. */
    public enum Method {
        CONSENSUS,
        SILENCE,
        VOTE,
        CHAIR_SUMMARY;

        public String token() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Optional<AgendaItem> item(String number) {
        return agenda.stream().filter(item -> item.number().equals(number)).findFirst();
    }

    /** Sittings at which an item was considered, in their order. */
    public List<Sitting> sittingsOn(String item) {
        return sittings.stream()
                .filter(sitting -> sitting.items().contains(item))
                .toList();
    }

    public List<String> symbols() {
        return documents.stream().map(MeetingDocument::symbol).toList();
    }

    /** How many of each kind came. */
    public Map<Party.Kind, Integer> attendance() {
        var listed = new EnumMap<Party.Kind, Integer>(Party.Kind.class);
        participants.stream()
                .filter(Participant::attended)
                .distinct()
                .forEach(it -> listed.merge(it.party().kind(), 1, Integer::sum));
        counted.forEach(listed::putIfAbsent);
        return listed;
    }

    /** Who made a statement, as often and in the order as it happened. */
    public List<Speaker> statementsMade() {
        return speakers.stream().filter(Speaker::isStatementMade).toList();
    }

    /** Distinct delegations that spoke on an item; a group counts once, by who spoke for it. */
    public Set<Party> whoSpokeOn(String item) {
        var spoke = new LinkedHashSet<Party>();
        statementsMade().stream()
                .filter(speaker -> speaker.item().equals(item))
                .map(Speaker::party)
                .forEach(spoke::add);
        return spoke;
    }

    /** Of a point: distinct holders among those who spoke on its item, or all of them where no list was kept. */
    public int speakersOn(Point point) {
        var spoke = new LinkedHashSet<>(whoSpokeOn(point.item()));
        spoke.addAll(point.holders());
        return spoke.size();
    }

    /** Items, speakers and so on that name an agenda item which is not there. */
    public List<String> unknownItems() {
        Stream<Collection<String>> named = Stream.of(
                sittings.stream().flatMap(it -> it.items().stream()).toList(),
                speakers.stream().map(Speaker::item).toList(),
                statements.stream().map(Statement::item).toList(),
                panels.stream().map(Panel::item).toList(),
                points.stream().map(Point::item).toList());
        return named.flatMap(Collection::stream)
                .filter(number -> !number.isEmpty() && item(number).isEmpty())
                .distinct()
                .toList();
    }

    /** The item is open, and no other is: a meeting discusses one thing at a time. */
    public Meeting opening(String number, Instant at) {
        return withAgenda(each(
                agenda,
                item -> item.number().equals(number) ? item.opened(at) : item.isOpen() ? item.closed(at) : item));
    }

    public Meeting closing(String number, Instant at) {
        return withAgenda(each(agenda, item -> item.number().equals(number) && item.isOpen() ? item.closed(at) : item));
    }

    /** @param place in the list of speakers, from 0 */
    public Meeting speaker(int place, Speaker.Standing standing, Instant at) {
        Objects.checkIndex(place, speakers.size());
        var changed = new ArrayList<>(speakers);
        changed.set(place, speakers.get(place).became(standing, at));
        return withSpeakers(changed);
    }

    private static <T> List<T> each(List<T> all, UnaryOperator<T> change) {
        return all.stream().map(change).toList();
    }
}
