package org.comity.node.forum.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comity.node.forum.ForumAccess;
import org.comity.node.forum.KeepingMeetings;
import org.comity.node.forum.StateNames;
import org.comity.node.forum.mandate.Body;
import org.comity.node.forum.mandate.Membership;
import org.comity.node.forum.mandate.MembershipLines;
import org.comity.node.forum.mandate.Office;
import org.comity.node.forum.mandate.OfficeLines;
import org.comity.node.forum.meeting.Meeting;
import org.comity.node.frame.FormErrors;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.kept.Held;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The forum at a glance, its bodies, and the paragraphs on which they act. */
@Controller
class ForumPages {

    private static final int PAGE = 20;

    private final KeepingMeetings keeping;
    private final StateNames names;
    private final CurrentPerson current;
    private final Answering answering;
    private final Clock clock;

    ForumPages(KeepingMeetings keeping, StateNames names, CurrentPerson current, Answering answering, Clock clock) {
        this.keeping = keeping;
        this.names = names;
        this.current = current;
        this.answering = answering;
        this.clock = clock;
    }

    /** As the page reads it. */
    record OfficeRow(Office office, String holder, boolean now) {}

    /** A term, and whose. */
    record MemberRow(Membership term, String name) {}

    @GetMapping("/forum")
    String meetings(
            @RequestParam(defaultValue = "") String body, @RequestParam(defaultValue = "1") int page, Model model) {
        var all = keeping.meetings().stream()
                .map(Held::it)
                .filter(meeting -> body.isEmpty() || meeting.body().equals(body))
                .toList();
        var pages = Math.max(1, (all.size() + PAGE - 1) / PAGE);
        var shown = Math.clamp(page, 1, pages);
        model.addAttribute("bodies", keeping.bodies());
        model.addAttribute("body", body);
        model.addAttribute("meetings", all.subList((shown - 1) * PAGE, Math.min(shown * PAGE, all.size())));
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        model.addAttribute("today", LocalDate.now(clock.withZone(ZoneOffset.UTC)));
        model.addAttribute("keeper", ForumAccess.mayKeep(current.require()));
        return "forum/meetings";
    }

    @GetMapping("/forum/mandates")
    String mandates(Model model) {
        model.addAttribute("mandates", keeping.mandates());
        model.addAttribute(
                "activities",
                keeping.meetings().stream().map(Held::it).collect(Collectors.groupingBy(Meeting::mandate)));
        model.addAttribute("bodies", keeping.bodies());
        return "forum/mandates";
    }

    @GetMapping("/forum/bodies/{id}")
    String body(
            @PathVariable String id,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> on,
            Model model,
            Locale locale) {
        var held = find(id);
        return show(
                held,
                OfficeLines.write(held.it().offices()),
                MembershipLines.write(held.it().members()),
                on,
                new FormErrors(),
                model,
                locale);
    }

    @PostMapping("/forum/bodies/{id}")
    String seat(
            @PathVariable String id,
            @RequestParam long version,
            @RequestParam(defaultValue = "") String offices,
            @RequestParam(defaultValue = "") String members,
            Model model,
            Locale locale) {
        var held = find(id);
        return answering.with(
                () -> {
                    keeping.seat(current.require(), id, version, Optional.of(offices), Optional.of(members));
                    return "redirect:/forum/bodies/" + id;
                },
                errors -> show(held, offices, members, Optional.empty(), errors, model, locale),
                locale);
    }

    private String show(
            Held<Body> held,
            String offices,
            String members,
            Optional<LocalDate> on,
            FormErrors errors,
            Model model,
            Locale locale) {
        var body = held.it();
        var today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        var day = on.orElse(today);
        var then = body.membersOn(day);
        model.addAttribute("body", body);
        model.addAttribute("version", held.version());
        model.addAttribute("parent", keeping.body(body.parent()).map(Held::it).orElse(null));
        model.addAttribute(
                "offices",
                body.offices().stream()
                        .map(office -> new OfficeRow(
                                office,
                                office.state().isEmpty() ? "" : names.today(office.state(), locale.getLanguage()),
                                office.isHeldOn(today)))
                        .toList());
        model.addAttribute("day", day);
        model.addAttribute("members", members(then, locale));
        model.addAttribute(
                "otherMembers",
                members(body.members().stream().filter(it -> !then.contains(it)).toList(), locale));
        model.addAttribute(
                "mandates",
                keeping.mandates().stream()
                        .filter(mandate -> mandate.bodies().contains(body.id()))
                        .toList());
        model.addAttribute(
                "meetings",
                keeping.meetings().stream()
                        .map(Held::it)
                        .filter(meeting -> meeting.body().equals(body.id()))
                        .toList());
        model.addAttribute("history", keeping.historyOfBody(body.id()));
        model.addAttribute("officeLines", offices);
        model.addAttribute("memberLine", members);
        model.addAttribute("errors", errors);
        model.addAttribute("keeper", ForumAccess.mayKeep(current.require()));
        return "forum/body";
    }

    private List<MemberRow> members(List<Membership> terms, Locale locale) {
        return terms.stream()
                .map(it -> new MemberRow(it, names.today(it.state(), locale.getLanguage())))
                .sorted(Comparator.comparing(MemberRow::name)
                        .thenComparing(it -> it.term().from().orElse(LocalDate.MIN)))
                .toList();
    }

    private Held<Body> find(String id) {
        return keeping.body(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
