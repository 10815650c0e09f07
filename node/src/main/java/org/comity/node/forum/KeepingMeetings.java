package org.comity.node.forum;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.forum.mandate.Body;
import org.comity.node.forum.mandate.Mandate;
import org.comity.node.forum.mandate.MembershipLines;
import org.comity.node.forum.mandate.OfficeLines;
import org.comity.node.forum.mandate.SeatsRefused;
import org.comity.node.forum.meeting.Meeting;
import org.comity.node.forum.meeting.Participant.Credentials;
import org.comity.node.forum.meeting.Party;
import org.comity.node.forum.meeting.Register;
import org.comity.node.forum.meeting.Speaker;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.comity.node.kept.Change;
import org.comity.node.kept.Held;
import org.comity.node.kept.Records;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the secretariat does with bodies and meetings. */
@Service
public class KeepingMeetings {

    private final Library library;
    private final Records<Meeting> meetings;
    private final Records<Body> bodies;
    private final StateNames names;
    private final Clock clock;

    KeepingMeetings(Library library, StateNames names, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        var shared = ForumRefused.keeping(jdbc, events, clock);
        this.library = library;
        this.meetings = new Records<>("meeting", Meeting.class, Meeting::id, library::meetings, shared);
        this.bodies = new Records<>("body", Body.class, Body::id, library::bodies, shared);
        this.names = names;
        this.clock = clock;
    }

    public List<Mandate> mandates() {
        return library.mandates();
    }

    public Optional<Mandate> mandate(String id) {
        return library.mandates().stream().filter(it -> it.id().equals(id)).findFirst();
    }

    public List<Body> bodies() {
        return bodies.all().stream().map(Held::it).toList();
    }

    public Optional<Held<Body>> body(String id) {
        return bodies.find(id);
    }

    /** The latest first. */
    public List<Held<Meeting>> meetings() {
        return meetings.all().stream()
                .sorted(Comparator.comparing((Held<Meeting> held) -> held.it().from())
                        .reversed())
                .toList();
    }

    public Optional<Held<Meeting>> meeting(String id) {
        return meetings.find(id);
    }

    public List<Change> historyOf(String meeting) {
        return meetings.history(meeting);
    }

    public List<Change> historyOfBody(String body) {
        return bodies.history(body);
    }

    /** @return the meeting with an id of its own */
    @Transactional
    public Meeting convene(Person by, Meeting meeting) {
        ForumAccess.keeper(by);
        check(meeting);
        return meetings.add(meeting.withId(UUID.randomUUID().toString()), by.name(), "convened")
                .it();
    }

    /** Head of a meeting only; its registers stay. */
    @Transactional
    public void describe(Person by, long version, Meeting meeting) {
        ForumAccess.keeper(by);
        check(meeting);
        meetings.change(
                meeting.id(),
                version,
                before -> before.with(it -> it.kind(meeting.kind())
                        .session(meeting.session())
                        .title(meeting.title())
                        .place(meeting.place())
                        .from(meeting.from())
                        .until(meeting.until())
                        .mandate(meeting.mandate())
                        .method(meeting.method())
                        .note(meeting.note())),
                by.name(),
                "described");
    }

    /** @throws ForumRefused that names the first line that can't be read */
    @Transactional
    public void enter(Person by, String id, long version, Register register, String text) {
        ForumAccess.keeper(by);
        meetings.change(
                id,
                version,
                before -> {
                    var read = register.read(before, text);
                    var after = read.meeting().orElseThrow(() -> unreadable(read));
                    if (!after.unknownItems().isEmpty()) {
                        throw new ForumRefused(
                                "text", Said.of("forum.refused.items-in-use", String.join(", ", after.unknownItems())));
                    }
                    if (register == Register.PARTICIPANTS && !seatless(after).isEmpty()) {
                        throw new ForumRefused(
                                "text",
                                Said.of("forum.refused.no-member", String.join(", ", seatless(after)), after.from()));
                    }
                    return after;
                },
                by.name(),
                register.token());
    }

    private static ForumRefused unreadable(Register.Outcome read) {
        return new ForumRefused(
                "text",
                Said.all(read.faults().stream()
                        .limit(5)
                        .map(fault -> Said.of("forum.line", fault.line(), Said.of(fault.key(), fault.found())))
                        .toList()));
    }

    @Transactional
    public void openItem(Person by, String id, long version, String item) {
        ForumAccess.keeper(by);
        meetings.change(id, version, it -> it.opening(item, now()), by.name(), "item-opened");
    }

    @Transactional
    public void closeItem(Person by, String id, long version, String item) {
        ForumAccess.keeper(by);
        meetings.change(id, version, it -> it.closing(item, now()), by.name(), "item-closed");
    }

    @Transactional
    public void giveTheFloor(Person by, String id, long version, int place) {
        became(by, id, version, place, Speaker.Standing.SPOKE);
    }

    @Transactional
    public void withdrawSpeaker(Person by, String id, long version, int place) {
        became(by, id, version, place, Speaker.Standing.WITHDRAWN);
    }

    private void became(Person by, String id, long version, int place, Speaker.Standing standing) {
        ForumAccess.keeper(by);
        meetings.change(
                id,
                version,
                it -> {
                    if (place < 0 || place >= it.speakers().size()) {
                        throw new ForumRefused("speakers", Said.of("forum.refused.absent"));
                    }
                    return it.speaker(place, standing, now());
                },
                by.name(),
                "speaker-" + standing.token());
    }

    /** Offices and elected members of a body, as their lines say; what is not given stays. */
    @Transactional
    public void seat(Person by, String body, long version, Optional<String> offices, Optional<String> members) {
        ForumAccess.keeper(by);
        var today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        bodies.change(
                body,
                version,
                before -> {
                    try {
                        return before.withOffices(
                                        offices.map(it -> OfficeLines.read(it, before.offices(), today.toString()))
                                                .orElse(before.offices()))
                                .withMembers(members.map(
                                                it -> MembershipLines.read(it, before.members(), today, names::knows))
                                        .orElse(before.members()));
                    } catch (SeatsRefused refused) {
                        throw new ForumRefused(refused.field(), refused.said());
                    }
                },
                by.name(),
                "seated");
    }

    /** States that are recorded as members of a meeting whose body did not have them as such on its first day. */
    public List<String> seatless(Meeting meeting) {
        return body(meeting.body())
                .map(Held::it)
                .map(body -> meeting.participants().stream()
                        .filter(it -> it.party().kind() == Party.Kind.STATE)
                        .filter(it -> it.credentials() == Credentials.IN_ORDER)
                        .map(it -> it.party().name())
                        .filter(state -> !body.seats(state, meeting.from()))
                        .distinct()
                        .toList())
                .orElse(List.of());
    }

    private void check(Meeting meeting) {
        if (meeting.title().isBlank()) {
            throw new ForumRefused("title", Said.of("forum.refused.title"));
        }
        if (meeting.until().isBefore(meeting.from())) {
            throw new ForumRefused("until", Said.of("forum.refused.until"));
        }
        if (bodies.find(meeting.body()).isEmpty()) {
            throw new ForumRefused("body", Said.of("forum.refused.body"));
        }
        var authorised = mandate(meeting.mandate())
                .filter(it -> it.bodies().contains(meeting.body()))
                .isPresent();
        if (!authorised) {
            throw new ForumRefused("mandate", Said.of("forum.refused.mandate"));
        }
    }

    private java.time.Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
