package org.comity.node.forum;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.forum.mandate.Body;
import org.comity.node.forum.mandate.Mandate;
import org.comity.node.forum.mandate.Office;
import org.comity.node.forum.meeting.Meeting;
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
    private final Clock clock;

    KeepingMeetings(Library library, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        var shared = ForumRefused.keeping(jdbc, events, clock);
        this.library = library;
        this.meetings = new Records<>("meeting", Meeting.class, Meeting::id, library::meetings, shared);
        this.bodies = new Records<>("body", Body.class, Body::id, library::bodies, shared);
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

    /** Offices and elected members of a body, a line each. */
    @Transactional
    public void seat(Person by, String body, long version, List<Office> offices, List<String> members) {
        ForumAccess.keeper(by);
        bodies.change(body, version, before -> before.withOffices(offices).withMembers(members), by.name(), "seated");
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
