package org.comity.node.forum.web;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comity.law.Instrument;
import org.comity.node.forum.Cell;
import org.comity.node.forum.ForumAccess;
import org.comity.node.forum.ForumRefused;
import org.comity.node.forum.KeepingMeetings;
import org.comity.node.forum.KeepingRecommendations;
import org.comity.node.forum.StateNames;
import org.comity.node.forum.meeting.Party;
import org.comity.node.forum.recommendation.Compilation;
import org.comity.node.forum.recommendation.DrawnFigure;
import org.comity.node.forum.recommendation.Recommendation;
import org.comity.node.forum.recommendation.RecommendationLife;
import org.comity.node.frame.FormErrors;
import org.comity.node.frame.Said;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.kept.Held;
import org.comity.node.lawbook.CurrentLaw;
import org.comity.node.measured.Gauge;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Recommendations: who wants what, and the compilation that goes into the report. */
@Controller
@RequestMapping("/forum/recommendations")
class RecommendationPages {

    private static final int PAGE = 25;

    private final KeepingRecommendations keeping;
    private final KeepingMeetings meetings;
    private final StateNames names;
    private final CurrentPerson current;
    private final CurrentLaw law;
    private final Clock clock;
    private final Answering answering;

    RecommendationPages(
            KeepingRecommendations keeping,
            KeepingMeetings meetings,
            StateNames names,
            CurrentPerson current,
            CurrentLaw law,
            Clock clock,
            Answering answering) {
        this.keeping = keeping;
        this.meetings = meetings;
        this.names = names;
        this.current = current;
        this.law = law;
        this.clock = clock;
        this.answering = answering;
    }

    /** What a form says of a new one. */
    record Draft(String meeting, String theme, String text, String addressees, String proposer) {}

    @GetMapping
    String list(
            @RequestParam(defaultValue = "") String theme,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String meeting,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        var found = keeping.all().stream()
                .filter(it -> theme.isEmpty() || it.theme().equals(theme))
                .filter(it -> state.isEmpty()
                        || (state.equals("disputed")
                                ? it.isDisputed()
                                : it.state().token().equals(state)))
                .filter(it -> meeting.isEmpty() || it.meeting().equals(meeting))
                .filter(it ->
                        it.text().toLowerCase(Locale.ROOT).contains(text.strip().toLowerCase(Locale.ROOT)))
                .toList();
        var pages = Math.max(1, (found.size() + PAGE - 1) / PAGE);
        var shown = Math.clamp(page, 1, pages);
        model.addAttribute("rows", found.subList((shown - 1) * PAGE, Math.min(shown * PAGE, found.size())));
        model.addAttribute("total", found.size());
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        model.addAttribute("theme", theme);
        model.addAttribute("state", state);
        model.addAttribute("meeting", meeting);
        model.addAttribute("text", text);
        model.addAttribute("themes", KeepingRecommendations.THEMES);
        model.addAttribute("states", Recommendation.State.values());
        model.addAttribute("meetings", meetingNames());
        model.addAttribute("mayPropose", mayPropose());
        return "forum/recommendations";
    }

    @GetMapping("/new")
    String blank(@RequestParam(defaultValue = "eg-4") String meeting, Model model) {
        if (!mayPropose()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return form(new Draft(meeting, "", "", "States", ""), new FormErrors(), model);
    }

    @PostMapping
    String propose(
            @RequestParam(defaultValue = "") String meeting,
            @RequestParam(defaultValue = "") String theme,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String addressees,
            @RequestParam(defaultValue = "") String proposer,
            Model model,
            Locale locale) {
        return answering.with(
                () -> "redirect:/forum/recommendations/"
                        + keeping.propose(
                                        current.require(),
                                        meeting,
                                        theme,
                                        text,
                                        several(addressees),
                                        proposer.isBlank() ? Optional.empty() : Optional.of(party(proposer)))
                                .id(),
                errors -> form(new Draft(meeting, theme, text, addressees, proposer), errors, model),
                locale);
    }

    @GetMapping("/compilation")
    String compilation(@RequestParam(defaultValue = "") String meeting, Model model, Locale locale) {
        model.addAttribute("compilation", keeping.compilation(meeting));
        model.addAttribute("meeting", meeting);
        model.addAttribute("meetings", meetingNames());
        model.addAttribute("restricted", ForumAccess.maySeeRestricted(current.require()));
        model.addAttribute("names", partyNames(locale));
        return "forum/compilation";
    }

    /** Open data: who proposed is counted, not named. */
    @GetMapping("/compilation.csv")
    ResponseEntity<byte[]> csv(@RequestParam(defaultValue = "") String meeting) {
        var lines = keeping.compilation(meeting).parts().stream()
                .flatMap(part -> part.entries().stream().map(entry -> line(part, entry)))
                .collect(Collectors.joining("\r\n"));
        var head =
                "id,meeting,theme,letter,text,state,proposed_by,supported_by,disputed_by,provisions,figures,basis,source\r\n";
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "text/csv;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"compilation.csv\"")
                .body((head + lines + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String line(Compilation.Part part, Compilation.Entry entry) {
        var it = entry.recommendation();
        return List.of(
                        it.id(),
                        it.meeting(),
                        part.theme(),
                        entry.letter(),
                        it.text(),
                        it.state().token(),
                        String.valueOf(entry.proposers().size()),
                        String.valueOf(entry.supporters().size()),
                        String.valueOf(entry.disputers().size()),
                        String.join(" ", it.provisions()),
                        it.figures().stream().map(DrawnFigure::inALine).collect(Collectors.joining("\n")),
                        it.provenance().basis(),
                        it.provenance().source())
                .stream()
                .map(Cell::quoted)
                .collect(Collectors.joining(","));
    }

    @GetMapping("/{id}")
    String recommendation(@PathVariable String id, Model model, Locale locale) {
        return show(id, new FormErrors(), model, locale);
    }

    @PostMapping("/{id}")
    String act(
            @PathVariable String id,
            @RequestParam String act,
            @RequestParam(defaultValue = "") String wording,
            @RequestParam(defaultValue = "") String with,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String provisions,
            @RequestParam(defaultValue = "") String gaps,
            @RequestParam(defaultValue = "") String statistics,
            @RequestParam(defaultValue = "") String gauge,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> until,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String instrument,
            @RequestParam(defaultValue = "-1") int figure,
            Model model,
            Locale locale) {
        return answering.with(
                () -> {
                    var by = current.require();
                    var next = id;
                    switch (act) {
                        case "support" -> keeping.take(by, id, true, wording);
                        case "dispute" -> keeping.take(by, id, false, wording);
                        case "leave" -> keeping.leavePosition(by, id);
                        case "link" ->
                            keeping.link(
                                    by,
                                    id,
                                    several(provisions),
                                    several(gaps),
                                    statistics
                                            .lines()
                                            .map(String::strip)
                                            .filter(it -> !it.isEmpty())
                                            .toList());
                        case "draw-measured" ->
                            keeping.drawMeasured(by, id, gauge, day(from, "from"), day(until, "until"));
                        case "draw-gaps" ->
                            keeping.drawGaps(by, id, state.strip().toUpperCase(Locale.ROOT), instrument);
                        case "drop-figure" -> keeping.dropFigure(by, id, figure);
                        case "merge" -> {
                            var all = new java.util.ArrayList<String>(List.of(id));
                            all.addAll(several(with));
                            next = keeping.merge(by, all, text).id();
                        }
                        default ->
                            keeping.happen(
                                    by,
                                    id,
                                    RecommendationLife.Event.of(act)
                                            .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST)));
                    }
                    return "redirect:/forum/recommendations/" + next;
                },
                errors -> show(id, errors, model, locale),
                locale);
    }

    private static LocalDate day(Optional<LocalDate> day, String field) {
        return day.orElseThrow(() -> new ForumRefused(field, Said.of("forum.refused.day")));
    }

    private String show(String id, FormErrors errors, Model model, Locale locale) {
        Held<Recommendation> held =
                keeping.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var it = held.it();
        var person = current.require();
        var delegation = ForumAccess.delegationOf(person);
        model.addAttribute("it", it);
        model.addAttribute(
                "meeting", meetings.meeting(it.meeting()).map(Held::it).orElse(null));
        model.addAttribute("restricted", ForumAccess.maySeeRestricted(person));
        model.addAttribute("reporter", ForumAccess.mayReport(person));
        model.addAttribute("delegate", delegation.isPresent());
        model.addAttribute(
                "own",
                delegation
                        .flatMap(party -> it.positions().stream()
                                .filter(position -> position.party().equals(party))
                                .findFirst())
                        .orElse(null));
        model.addAttribute(
                "open",
                java.util.Set.of("proposed", "compiled").contains(it.state().token()));
        model.addAttribute("events", RecommendationLife.eventsFrom(it.state()));
        model.addAttribute(
                "mayMerge",
                RecommendationLife.next(it.state(), RecommendationLife.Event.MERGE)
                        .isPresent());
        var today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        model.addAttribute("today", today);
        model.addAttribute("yearAgo", today.minusYears(1).plusDays(1));
        model.addAttribute(
                "figureStates",
                it.figures().stream()
                        .flatMap(figure -> figure.state().stream())
                        .distinct()
                        .collect(Collectors.toMap(code -> code, code -> names.today(code, locale.getLanguage()))));
        model.addAttribute("gauges", Gauge.values());
        model.addAttribute(
                "instruments",
                law.now().instruments().stream()
                        .collect(Collectors.toMap(
                                Instrument::id, Instrument::shortTitle, (a, b) -> a, LinkedHashMap::new)));
        model.addAttribute("lines", String.join("\n", it.statistics()));
        model.addAttribute("names", partyNames(locale));
        model.addAttribute("history", keeping.historyOf(id));
        model.addAttribute("errors", errors);
        return "forum/recommendation";
    }

    private String form(Draft draft, FormErrors errors, Model model) {
        model.addAttribute("draft", draft);
        model.addAttribute("errors", errors);
        model.addAttribute("meetings", meetingNames());
        model.addAttribute("themes", KeepingRecommendations.THEMES);
        model.addAttribute("reporter", ForumAccess.mayReport(current.require()));
        return "forum/recommendation-form";
    }

    /** By how a party is written; filled for those that the recommendations name. */
    private Map<String, String> partyNames(Locale locale) {
        var all = new LinkedHashMap<String, String>();
        keeping.all().forEach(it -> {
            it.proposers().forEach(party -> all.put(party.toString(), names.of(party, locale.getLanguage())));
            it.positions()
                    .forEach(position ->
                            all.put(position.party().toString(), names.of(position.party(), locale.getLanguage())));
        });
        return all;
    }

    private Map<String, String> meetingNames() {
        var all = new LinkedHashMap<String, String>();
        meetings.meetings().forEach(held -> all.put(held.it().id(), held.it().title()));
        return all;
    }

    private Party party(String text) {
        return Party.of(text)
                .filter(it -> !it.kind().isState() || names.knows(it.name()))
                .orElseThrow(() -> new ForumRefused("proposer", Said.of("forum.refused.party", text)));
    }

    private boolean mayPropose() {
        var person = current.require();
        return ForumAccess.mayReport(person) || ForumAccess.delegationOf(person).isPresent();
    }

    private static List<String> several(String text) {
        return Arrays.stream(text.split("[;\\s]+"))
                .filter(it -> !it.isEmpty())
                .distinct()
                .toList();
    }
}
