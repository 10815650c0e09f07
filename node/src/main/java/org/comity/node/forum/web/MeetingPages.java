package org.comity.node.forum.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.comity.node.forum.ForumAccess;
import org.comity.node.forum.ForumRefused;
import org.comity.node.forum.KeepingMeetings;
import org.comity.node.forum.StateNames;
import org.comity.node.forum.mandate.Body;
import org.comity.node.forum.meeting.Meeting;
import org.comity.node.forum.meeting.Party;
import org.comity.node.forum.meeting.Register;
import org.comity.node.forum.meeting.Speaker;
import org.comity.node.forum.meeting.Symbol;
import org.comity.node.frame.FormErrors;
import org.comity.node.frame.Said;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.kept.Held;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** A meeting: what is on record of it, and the registers in which the secretariat records it. */
@Controller
@RequestMapping("/forum/meetings")
class MeetingPages {

    private final KeepingMeetings keeping;
    private final StateNames names;
    private final CurrentPerson current;
    private final Answering answering;
    private final Clock clock;

    MeetingPages(KeepingMeetings keeping, StateNames names, CurrentPerson current, Answering answering, Clock clock) {
        this.keeping = keeping;
        this.names = names;
        this.current = current;
        this.answering = answering;
        this.clock = clock;
    }

    /** What a form says of a meeting; empty where nothing was typed. */
    record Head(
            String body,
            Meeting.Kind kind,
            int session,
            String title,
            String place,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            String mandate,
            Meeting.Method method,
            String note) {

        Head {
            // what a form leaves out
            body = Objects.requireNonNullElse(body, "");
            kind = Objects.requireNonNullElse(kind, Meeting.Kind.EXPERT_MEETING);
            title = Objects.requireNonNullElse(title, "");
            place = Objects.requireNonNullElse(place, "");
            mandate = Objects.requireNonNullElse(mandate, "");
            method = Objects.requireNonNullElse(method, Meeting.Method.CONSENSUS);
            note = Objects.requireNonNullElse(note, "");
        }

        private static LocalDate day(@Nullable LocalDate day, String field) {
            if (day == null) {
                throw new ForumRefused(field, Said.of("forum.refused.day"));
            }
            return day;
        }

        Meeting meeting(Meeting before) {
            return before.with(it -> it.body(before.id().isEmpty() ? body : before.body())
                    .kind(kind)
                    .session(session)
                    .title(title.strip())
                    .place(place.strip())
                    .from(day(from, "from"))
                    .until(day(until, "until"))
                    .mandate(mandate)
                    .method(method)
                    .note(note.strip()));
        }

        static Head of(Meeting meeting) {
            return new Head(
                    meeting.body(),
                    meeting.kind(),
                    meeting.session(),
                    meeting.title(),
                    meeting.place(),
                    meeting.from(),
                    meeting.until(),
                    meeting.mandate(),
                    meeting.method(),
                    meeting.note());
        }
    }

    /** A line of the list of speakers. @param place from 0 */
    record SpeakerRow(int place, Speaker speaker, String name, List<String> aligned, boolean again) {}

    record Count(Party.Kind kind, int number) {}

    record Seats(int members, long here) {}

    @GetMapping("/new")
    String blank(@RequestParam(defaultValue = "cybercrime-eg") String body, Model model) {
        keeper();
        var today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        var head =
                new Head(body, Meeting.Kind.EXPERT_MEETING, 0, "", "", today, today, "", Meeting.Method.CONSENSUS, "");
        return form(head, "", 0, new FormErrors(), model);
    }

    @PostMapping
    String convene(@ModelAttribute Head head, Model model, Locale locale) {
        return answering.with(
                () -> "redirect:/forum/meetings/"
                        + keeping.convene(current.require(), head.meeting(blank()))
                                .id(),
                errors -> form(head, "", 0, errors, model),
                locale);
    }

    @GetMapping("/{id}/head")
    String head(@PathVariable String id, Model model) {
        keeper();
        var held = find(id);
        return form(Head.of(held.it()), id, held.version(), new FormErrors(), model);
    }

    @PostMapping("/{id}/head")
    String describe(
            @PathVariable String id,
            @RequestParam long version,
            @ModelAttribute Head head,
            Model model,
            Locale locale) {
        return answering.with(
                () -> {
                    keeping.describe(current.require(), version, head.meeting(find(id).it()));
                    return "redirect:/forum/meetings/" + id;
                },
                errors -> form(head, id, version, errors, model),
                locale);
    }

    @GetMapping("/{id}")
    String meeting(@PathVariable String id, Model model, Locale locale) {
        return show(find(id), new FormErrors(), model, locale);
    }

    @GetMapping("/{id}/registers/{token}")
    String register(@PathVariable String id, @PathVariable String token, Model model) {
        keeper();
        var held = find(id);
        var register = register(token);
        return registerForm(held, held.version(), register, register.write(held.it()), new FormErrors(), model);
    }

    @PostMapping("/{id}/registers/{token}")
    String enter(
            @PathVariable String id,
            @PathVariable String token,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String text,
            Model model,
            Locale locale) {
        var register = register(token);
        return answering.with(
                () -> {
                    keeping.enter(current.require(), id, version, register, text);
                    return "redirect:/forum/meetings/" + id + "#" + register.token();
                },
                errors -> registerForm(find(id), version, register, text, errors, model),
                locale);
    }

    @PostMapping("/{id}/items")
    String item(
            @PathVariable String id,
            @RequestParam long version,
            @RequestParam String number,
            @RequestParam String act,
            Model model,
            Locale locale) {
        return act(
                id,
                "agenda",
                () -> {
                    if (act.equals("open")) {
                        keeping.openItem(current.require(), id, version, number);
                    } else {
                        keeping.closeItem(current.require(), id, version, number);
                    }
                },
                model,
                locale);
    }

    @PostMapping("/{id}/speakers")
    String speaker(
            @PathVariable String id,
            @RequestParam long version,
            @RequestParam int place,
            @RequestParam String act,
            Model model,
            Locale locale) {
        return act(
                id,
                "speakers",
                () -> {
                    if (act.equals("spoke")) {
                        keeping.giveTheFloor(current.require(), id, version, place);
                    } else {
                        keeping.withdrawSpeaker(current.require(), id, version, place);
                    }
                },
                model,
                locale);
    }

    private String act(String id, String anchor, Runnable step, Model model, Locale locale) {
        return answering.with(
                () -> {
                    step.run();
                    return "redirect:/forum/meetings/" + id + "#" + anchor;
                },
                errors -> show(find(id), errors, model, locale),
                locale);
    }

    private String show(Held<Meeting> held, FormErrors errors, Model model, Locale locale) {
        var meeting = held.it();
        var person = current.require();
        model.addAttribute("meeting", meeting);
        model.addAttribute("version", held.version());
        model.addAttribute("shipped", held.isShipped());
        model.addAttribute("body", keeping.body(meeting.body()).map(Held::it).orElseThrow());
        model.addAttribute("mandate", keeping.mandate(meeting.mandate()).orElseThrow());
        model.addAttribute("counts", counts(meeting));
        model.addAttribute("seatless", new HashSet<>(keeping.seatless(meeting)));
        model.addAttribute("seats", seats(meeting));
        model.addAttribute("speakers", speakers(meeting, locale));
        model.addAttribute("restricted", ForumAccess.maySeeRestricted(person));
        model.addAttribute("statements", ForumAccess.statementsFor(person, meeting));
        model.addAttribute("names", namesOf(meeting, locale));
        model.addAttribute("history", keeping.historyOf(meeting.id()));
        model.addAttribute("errors", errors);
        model.addAttribute("keeper", ForumAccess.mayKeep(person));
        return "forum/meeting";
    }

    /** Members of an elected body on the first day, and those of them who came. */
    private @Nullable Seats seats(Meeting meeting) {
        var members = keeping.body(meeting.body()).map(Held::it).orElseThrow().membersOn(meeting.from());
        var here = members.stream()
                .filter(member -> meeting.participants().stream()
                        .anyMatch(it -> it.attended() && it.party().equals(Party.state(member.state()))))
                .count();
        return members.isEmpty() ? null : new Seats(members.size(), here);
    }

    private static List<Count> counts(Meeting meeting) {
        return meeting.attendance().entrySet().stream()
                .map(entry -> new Count(entry.getKey(), entry.getValue()))
                .toList();
    }

    private List<SpeakerRow> speakers(Meeting meeting, Locale locale) {
        var rows = new ArrayList<SpeakerRow>();
        var seen = new HashSet<String>();
        for (int place = 0; place < meeting.speakers().size(); place++) {
            var speaker = meeting.speakers().get(place);
            var twice = speaker.isStatementMade()
                    && !speaker.spokeForAGroup()
                    && !seen.add(speaker.item() + " " + speaker.party());
            rows.add(new SpeakerRow(
                    place,
                    speaker,
                    name(speaker.party(), meeting, locale),
                    speaker.aligned().stream()
                            .map(code -> names.on(code, meeting.from(), locale.getLanguage()))
                            .sorted()
                            .toList(),
                    twice));
        }
        return rows;
    }

    private Map<String, String> namesOf(Meeting meeting, Locale locale) {
        var all = new LinkedHashMap<String, String>();
        meeting.participants().forEach(it -> all.put(it.party().toString(), name(it.party(), meeting, locale)));
        meeting.statements().forEach(it -> all.put(it.party().toString(), name(it.party(), meeting, locale)));
        meeting.points()
                .forEach(point -> point.holders().forEach(it -> all.put(it.toString(), name(it, meeting, locale))));
        meeting.panels()
                .forEach(panel -> panel.panellists()
                        .forEach(it -> all.put(it, names.on(it, meeting.from(), locale.getLanguage()))));
        meeting.sittings()
                .forEach(it -> all.put(it.presided(), names.on(it.presided(), meeting.from(), locale.getLanguage())));
        return all;
    }

    private String name(Party party, Meeting meeting, Locale locale) {
        return party.kind().isState()
                ? names.on(party.name(), meeting.from(), locale.getLanguage())
                : names.of(party, locale.getLanguage());
    }

    private String form(Head head, String id, long version, FormErrors errors, Model model) {
        model.addAttribute("head", head);
        model.addAttribute("id", id);
        model.addAttribute("version", version);
        model.addAttribute("errors", errors);
        model.addAttribute("bodies", options(keeping.bodies(), Body::id, Body::name));
        model.addAttribute(
                "mandates",
                options(
                        keeping.mandates().stream()
                                .filter(it -> id.isEmpty() || it.bodies().contains(head.body()))
                                .toList(),
                        org.comity.node.forum.mandate.Mandate::id,
                        org.comity.node.forum.mandate.Mandate::cited));
        model.addAttribute("kinds", Meeting.Kind.values());
        model.addAttribute("methods", Meeting.Method.values());
        return "forum/meeting-form";
    }

    private static <T> Map<String, String> options(
            List<T> all, java.util.function.Function<T, String> key, java.util.function.Function<T, String> word) {
        var options = new LinkedHashMap<String, String>();
        all.forEach(it -> options.put(key.apply(it), word.apply(it)));
        return options;
    }

    private String registerForm(
            Held<Meeting> held, long version, Register register, String text, FormErrors errors, Model model) {
        var meeting = held.it();
        var body = keeping.body(meeting.body()).map(Held::it).orElseThrow();
        model.addAttribute("meeting", meeting);
        model.addAttribute("register", register.token());
        model.addAttribute("text", text);
        model.addAttribute("rows", Math.clamp(text.lines().count() + 3, 8, 30));
        model.addAttribute("version", version);
        model.addAttribute("errors", errors);
        model.addAttribute(
                "symbols",
                List.of("", "CRP.", "INF/", "L.").stream()
                        .map(part -> Symbol.next(body.series(), meeting.from().getYear(), part, meeting.symbols())
                                .toString())
                        .toList());
        return "forum/register";
    }

    private static Register register(String token) {
        return Register.of(token).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Held<Meeting> find(String id) {
        return keeping.meeting(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private void keeper() {
        if (!ForumAccess.mayKeep(current.require())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private Meeting blank() {
        var today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        return Meeting.begun("", today, today, today);
    }
}
