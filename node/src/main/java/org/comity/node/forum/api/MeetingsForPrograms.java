package org.comity.node.forum.api;

import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.node.forum.ForumAccess;
import org.comity.node.forum.ForumRefused;
import org.comity.node.forum.KeepingMeetings;
import org.comity.node.forum.mandate.Body;
import org.comity.node.forum.mandate.Mandate;
import org.comity.node.forum.mandate.Membership;
import org.comity.node.forum.mandate.OfficeLines;
import org.comity.node.forum.meeting.Meeting;
import org.comity.node.forum.meeting.Register;
import org.comity.node.frame.Described;
import org.comity.node.frame.EntityTag;
import org.comity.node.frame.Listed;
import org.comity.node.frame.OneOf;
import org.comity.node.frame.Said;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.kept.Held;
import org.comity.node.settings.ComitySettings;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Bodies, mandates and meetings with their registers. */
@RestController
@RequestMapping("/api/v1/forum")
class MeetingsForPrograms {

    private final KeepingMeetings keeping;
    private final CurrentPerson current;
    private final Clock clock;
    private final boolean exercise;

    MeetingsForPrograms(KeepingMeetings keeping, CurrentPerson current, Clock clock, ComitySettings settings) {
        this.keeping = keeping;
        this.current = current;
        this.clock = clock;
        this.exercise = settings.exercise();
    }

    /** A term. @param ended how it ended before its time */
    record ForumMember(
            String state,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            String basis,
            String ended) {

        static ForumMember of(Membership it) {
            return new ForumMember(
                    it.state(), it.from().orElse(null), it.until().orElse(null), it.basis(), it.ended());
        }
    }

    /** @param offices a line each: kind | seat | State | first day | last day | decision */
    record ForumBody(
            String id, String name, String parent, boolean openEnded, List<ForumMember> members, String offices) {

        static ForumBody of(Body it, List<Membership> members) {
            return new ForumBody(
                    it.id(),
                    it.name(),
                    it.parent(),
                    it.openEnded(),
                    members.stream().map(ForumMember::of).toList(),
                    OfficeLines.write(it.offices()));
        }
    }

    /** @param members a line a term: State | first day | last day | decision | how it ended before its time */
    record Seated(@Nullable String offices, @Nullable String members) {}

    record ForumMandate(String id, String cited, List<String> bodies) {
        static ForumMandate of(Mandate it) {
            return new ForumMandate(it.id(), it.cited(), it.bodies());
        }
    }

    record MeetingRow(String id, String body, String title, LocalDate from, LocalDate until) {
        static MeetingRow of(Meeting it) {
            return new MeetingRow(it.id(), it.body(), it.title(), it.from(), it.until());
        }
    }

    /** @param registers as the secretariat types them; of statements those that the caller may read, and views only for who may see who held them */
    record ForumMeeting(
            String id,
            String body,
            @OneOf(Meeting.Kind.class) String kind,
            int session,
            String title,
            String place,
            LocalDate from,
            LocalDate until,
            String mandate,
            @OneOf(Meeting.Method.class) String method,
            String note,
            Map<String, String> registers) {}

    record MeetingHead(
            @Nullable String body,
            @Nullable @OneOf(Meeting.Kind.class) String kind,
            @Nullable Integer session,
            String title,
            @Nullable String place,
            LocalDate from,
            LocalDate until,
            String mandate,
            @Nullable @OneOf(Meeting.Method.class) String method,
            @Nullable String note) {}

    /** @param text a line an entry, as GET shows it */
    record RegisterText(String text) {}

    @Described("Bodies with their members and offices, of all times or on a day")
    @GetMapping("/bodies")
    List<ForumBody> forumBodies(@RequestParam(required = false) Optional<LocalDate> on) {
        return keeping.bodies().stream().map(it -> json(it, on)).toList();
    }

    @Described("A body with its members of all times, or on a day")
    @GetMapping("/bodies/{id}")
    ResponseEntity<ForumBody> forumBody(
            @PathVariable String id, @RequestParam(required = false) Optional<LocalDate> on) {
        var held = body(id);
        return ResponseEntity.ok().eTag(tag(held)).body(json(held.it(), on));
    }

    private static ForumBody json(Body it, Optional<LocalDate> on) {
        return ForumBody.of(it, on.map(it::membersOn).orElse(it.members()));
    }

    @Described("Records offices and elected members of a body; what is left out stays")
    @PutMapping("/bodies/{id}/seats")
    ResponseEntity<ForumBody> seatForumBody(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Seated said) {
        var held = body(id);
        matched(held, ifMatch);
        keeping.seat(
                current.require(),
                id,
                held.version(),
                Optional.ofNullable(said.offices()),
                Optional.ofNullable(said.members()));
        return forumBody(id, Optional.empty());
    }

    @Described("Paragraphs that authorise activities, and whose")
    @GetMapping("/mandates")
    List<ForumMandate> forumMandates() {
        return keeping.mandates().stream().map(ForumMandate::of).toList();
    }

    @Described("Meetings on record, the latest first, 50 a page")
    @GetMapping("/meetings")
    ResponseEntity<Listed<MeetingRow>> forumMeetings(
            @RequestParam(defaultValue = "") String body, @RequestParam(defaultValue = "1") int page) {
        return Listed.of(
                keeping.meetings().stream()
                        .map(Held::it)
                        .filter(it -> body.isEmpty() || it.body().equals(body))
                        .map(MeetingRow::of)
                        .toList(),
                page,
                exercise);
    }

    @Described("A meeting with its registers")
    @GetMapping("/meetings/{id}")
    ResponseEntity<ForumMeeting> forumMeeting(@PathVariable String id) {
        var held = meeting(id);
        return ResponseEntity.ok().eTag(tag(held)).body(json(held.it()));
    }

    @Described(value = "Convenes a meeting under a mandate", answer = 201)
    @PostMapping("/meetings")
    ResponseEntity<ForumMeeting> conveneForumMeeting(@RequestBody MeetingHead said) {
        var begun = Meeting.begun(
                text(said.body()),
                day(said.from(), "from"),
                day(said.until(), "until"),
                LocalDate.now(clock.withZone(ZoneOffset.UTC)));
        var convened = keeping.convene(current.require(), filled(begun, said));
        return ResponseEntity.created(URI.create("/api/v1/forum/meetings/" + convened.id()))
                .eTag(EntityTag.of(1).value())
                .body(json(convened));
    }

    @Described("Changes the head of a meeting; what is left out stays")
    @PutMapping("/meetings/{id}/head")
    ResponseEntity<ForumMeeting> describeForumMeeting(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody MeetingHead said) {
        var held = meeting(id);
        matched(held, ifMatch);
        keeping.describe(current.require(), held.version(), filled(held.it(), said));
        return forumMeeting(id);
    }

    @Described("Replaces a register of a meeting")
    @PutMapping("/meetings/{id}/registers/{register}")
    ResponseEntity<ForumMeeting> enterForumRegister(
            @PathVariable String id,
            @PathVariable @OneOf(Register.class) String register,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody RegisterText said) {
        var held = meeting(id);
        matched(held, ifMatch);
        keeping.enter(current.require(), id, held.version(), register(register), text(said.text()));
        return forumMeeting(id);
    }

    @Described("Opens an item of the agenda")
    @PostMapping("/meetings/{id}/items/{item}/opening")
    ResponseEntity<ForumMeeting> openForumItem(
            @PathVariable String id,
            @PathVariable String item,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        var held = meeting(id);
        matched(held, ifMatch);
        keeping.openItem(current.require(), id, held.version(), item);
        return forumMeeting(id);
    }

    @Described("Closes an item of the agenda")
    @PostMapping("/meetings/{id}/items/{item}/closing")
    ResponseEntity<ForumMeeting> closeForumItem(
            @PathVariable String id,
            @PathVariable String item,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        var held = meeting(id);
        matched(held, ifMatch);
        keeping.closeItem(current.require(), id, held.version(), item);
        return forumMeeting(id);
    }

    @Described("Records that a speaker on the list, counted from 0, took the floor")
    @PostMapping("/meetings/{id}/speakers/{place}/floor")
    ResponseEntity<ForumMeeting> giveForumFloor(
            @PathVariable String id,
            @PathVariable int place,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        var held = meeting(id);
        matched(held, ifMatch);
        keeping.giveTheFloor(current.require(), id, held.version(), place);
        return forumMeeting(id);
    }

    @Described("Records that a speaker on the list, counted from 0, withdrew")
    @PostMapping("/meetings/{id}/speakers/{place}/withdrawal")
    ResponseEntity<ForumMeeting> withdrawForumSpeaker(
            @PathVariable String id,
            @PathVariable int place,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        var held = meeting(id);
        matched(held, ifMatch);
        keeping.withdrawSpeaker(current.require(), id, held.version(), place);
        return forumMeeting(id);
    }

    private ForumMeeting json(Meeting it) {
        var reader = current.require();
        var seen = it.withStatements(ForumAccess.statementsFor(reader, it));
        var registers = new LinkedHashMap<String, String>();
        for (var register : Register.values()) {
            if (register != Register.POINTS || ForumAccess.maySeeRestricted(reader)) {
                registers.put(register.token(), register.write(seen));
            }
        }
        return new ForumMeeting(
                it.id(),
                it.body(),
                it.kind().token(),
                it.session(),
                it.title(),
                it.place(),
                it.from(),
                it.until(),
                it.mandate(),
                it.method().token(),
                it.note(),
                registers);
    }

    private static Meeting filled(Meeting before, MeetingHead said) {
        return before.with(it -> it.kind(
                        word(Meeting.Kind.class, said.kind(), "kind").orElse(before.kind()))
                .session(said.session() == null ? before.session() : said.session())
                .title(said.title() == null ? before.title() : said.title().strip())
                .place(said.place() == null ? before.place() : said.place().strip())
                .from(said.from() == null ? before.from() : said.from())
                .until(said.until() == null ? before.until() : said.until())
                .mandate(said.mandate() == null ? before.mandate() : said.mandate())
                .method(word(Meeting.Method.class, said.method(), "method").orElse(before.method()))
                .note(said.note() == null ? before.note() : said.note().strip()));
    }

    /** @throws ForumRefused where the word is none of the list's */
    static <E extends Enum<E>> Optional<E> word(Class<E> list, @Nullable String word, String field) {
        if (word == null || word.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(list.getEnumConstants())
                .filter(it -> it.name().replace('_', '-').equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new ForumRefused(field, Said.of("forum.refused.answer-choice", word))));
    }

    private static Register register(String token) {
        return Arrays.stream(Register.values())
                .filter(it -> it.token().equals(token))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    static String text(@Nullable String said) {
        return said == null ? "" : said;
    }

    static LocalDate day(@Nullable LocalDate day, String field) {
        if (day == null) {
            throw new ForumRefused(field, Said.of("forum.refused.day"));
        }
        return day;
    }

    static String tag(Held<?> held) {
        return EntityTag.of(held.version()).value();
    }

    static void matched(Held<?> held, @Nullable String ifMatch) {
        EntityTag.of(held.version()).mustMatch(ifMatch);
    }

    private Held<Body> body(String id) {
        return keeping.body(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Held<Meeting> meeting(String id) {
        return keeping.meeting(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
