package org.comity.node.forum.web;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.comity.node.documents.FormLanguage;
import org.comity.node.forum.ForumAccess;
import org.comity.node.forum.KeepingMeetings;
import org.comity.node.forum.TakingPapers;
import org.comity.node.forum.WritingReports;
import org.comity.node.forum.report.Block;
import org.comity.node.forum.report.Report;
import org.comity.node.frame.FormErrors;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.kept.Held;
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

/** Reports: drafted from the records, edited paragraph by paragraph, taken away in four formats. */
@Controller
@RequestMapping("/forum/reports")
class ReportPages {

    private final WritingReports writing;
    private final KeepingMeetings meetings;
    private final TakingPapers papers;
    private final CurrentPerson current;
    private final Answering answering;

    ReportPages(
            WritingReports writing,
            KeepingMeetings meetings,
            TakingPapers papers,
            CurrentPerson current,
            Answering answering) {
        this.writing = writing;
        this.meetings = meetings;
        this.papers = papers;
        this.current = current;
        this.answering = answering;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "") String meeting, Model model) {
        return list(meeting, new FormErrors(), model);
    }

    @PostMapping
    String draft(
            @RequestParam(defaultValue = "") String meeting,
            @RequestParam(defaultValue = "EXPERT_GROUP") Report.Model kind,
            @RequestParam(defaultValue = "") String procedure,
            Model model,
            Locale locale) {
        return answering.with(
                () -> "redirect:/forum/reports/"
                        + writing.draft(current.require(), meeting, kind, procedure)
                                .id(),
                errors -> list(meeting, errors, model),
                locale);
    }

    @GetMapping("/{id}")
    String report(@PathVariable String id, @RequestParam(defaultValue = "-1") int edit, Model model) {
        return show(id, edit, "", new FormErrors(), model);
    }

    @PostMapping("/{id}")
    String act(
            @PathVariable String id,
            @RequestParam long version,
            @RequestParam String act,
            @RequestParam(defaultValue = "-1") int place,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String notes,
            @RequestParam(defaultValue = "PARAGRAPH") Block.Kind kind,
            @RequestParam(defaultValue = "0") int sitting,
            @RequestParam(defaultValue = "0") long earlier,
            Model model,
            Locale locale) {
        return answering.with(
                () -> {
                    var by = current.require();
                    switch (act) {
                        case "say" -> writing.say(by, id, version, place, text, notes);
                        case "insert" -> writing.insertAfter(by, id, version, place, kind, text);
                        case "strike" -> writing.strike(by, id, version, place);
                        case "back" -> writing.goBack(by, id, version, earlier);
                        case "adopt" -> writing.adopt(by, id, version, sitting);
                        default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
                    }
                    return "redirect:/forum/reports/" + id + (place < 0 ? "" : "#b" + place);
                },
                errors -> show(id, place, text, errors, model),
                locale);
    }

    @GetMapping("/{id}/report.{format}")
    ResponseEntity<byte[]> download(
            @PathVariable String id, @PathVariable String format, @RequestParam(defaultValue = "en") String in) {
        readable();
        return papers.report(find(id).it(), format, in)
                .map(file -> ResponseEntity.ok()
                        .header(HttpHeaders.CONTENT_TYPE, file.type())
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "attachment; filename=\"report-" + id + "." + format + "\"")
                        .body(file.bytes()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String list(String meeting, FormErrors errors, Model model) {
        readable();
        model.addAttribute(
                "reports", writing.all().stream().map(Held::it).toList().reversed());
        model.addAttribute("meetings", meetingNames());
        model.addAttribute("meeting", meeting);
        model.addAttribute("kinds", Report.Model.values());
        model.addAttribute(
                "procedures",
                writing.proceduresFor(meeting).stream()
                        .collect(Collectors.toMap(
                                it -> it.id(), it -> it.text().title(), (a, b) -> a, LinkedHashMap::new)));
        model.addAttribute("quantifiers", writing.quantifiers().steps());
        model.addAttribute("errors", errors);
        model.addAttribute("reporter", ForumAccess.mayReport(current.require()));
        return "forum/reports";
    }

    private String show(String id, int edit, String text, FormErrors errors, Model model) {
        readable();
        var held = find(id);
        var report = held.it();
        var person = current.require();
        var meeting = meetings.meeting(report.meeting()).map(Held::it).orElseThrow();
        model.addAttribute("report", report);
        model.addAttribute("version", held.version());
        model.addAttribute("blocks", report.numbered());
        model.addAttribute("open", report.open());
        model.addAttribute("edit", report.adopted().isPresent() ? -1 : edit);
        model.addAttribute("typed", text);
        model.addAttribute("kinds", Block.Kind.values());
        model.addAttribute("meeting", meeting);
        model.addAttribute("sittings", meeting.sittings());
        model.addAttribute("languages", languages());
        model.addAttribute("formats", List.of("html", "pdf", "docx", "xml"));
        model.addAttribute("history", writing.historyOf(id));
        model.addAttribute("errors", errors);
        model.addAttribute(
                "reporter", ForumAccess.mayReport(person) && report.adopted().isEmpty());
        model.addAttribute("keeper", ForumAccess.mayKeep(person));
        model.addAttribute("restricted", ForumAccess.maySeeRestricted(person));
        return "forum/report";
    }

    private static Map<String, String> languages() {
        return Arrays.stream(FormLanguage.values())
                .collect(Collectors.toMap(
                        FormLanguage::code,
                        it -> it.locale().getDisplayLanguage(it.locale()),
                        (a, b) -> a,
                        LinkedHashMap::new));
    }

    private Map<String, String> meetingNames() {
        var all = new LinkedHashMap<String, String>();
        meetings.meetings().forEach(held -> all.put(held.it().id(), held.it().title()));
        return all;
    }

    private Held<Report> find(String id) {
        return writing.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** A draft is limited: for who takes part. */
    private void readable() {
        if (!ForumAccess.takesPart(current.require())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
