package org.comity.node.forum.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.comity.node.forum.CompilingComments;
import org.comity.node.forum.ForumAccess;
import org.comity.node.forum.ForumRefused;
import org.comity.node.forum.KeepingStudyDrafts;
import org.comity.node.forum.StateNames;
import org.comity.node.forum.WritingReports;
import org.comity.node.forum.meeting.Party;
import org.comity.node.forum.study.Comment;
import org.comity.node.forum.study.Comment.Outcome;
import org.comity.node.forum.study.Passage;
import org.comity.node.forum.study.RespondentKind;
import org.comity.node.forum.study.StudyDraft;
import org.comity.node.forum.study.StudyDraft.Standing;
import org.comity.node.frame.FormErrors;
import org.comity.node.frame.Said;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.kept.Held;
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
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Drafts of the study, their passages, and what respondents say to each. */
@Controller
@RequestMapping("/forum/study/drafts")
class StudyDraftPages {

    private static final int PAGE = 40;

    private final KeepingStudyDrafts drafts;
    private final CompilingComments compiling;
    private final WritingReports reports;
    private final StateNames names;
    private final CurrentPerson current;
    private final Answering answering;

    StudyDraftPages(
            KeepingStudyDrafts drafts,
            CompilingComments compiling,
            WritingReports reports,
            StateNames names,
            CurrentPerson current,
            Answering answering) {
        this.drafts = drafts;
        this.compiling = compiling;
        this.reports = reports;
        this.names = names;
        this.current = current;
        this.answering = answering;
    }

    record Row(StudyDraft draft, Standing standing, int comments, long unanswered) {}

    /** @param own whether the reader's delegation wrote it */
    record CommentRow(Comment comment, String name, boolean own) {}

    /** @param reads how it reads now, where comments changed it; else empty */
    record PassageRow(int place, Passage passage, String reads, List<CommentRow> comments) {}

    /** Which form is open. @param kind {@code comment} or {@code answer} @param at passage or number of the comment */
    record Desk(String kind, int at, String text, String wording, String party, boolean restricted, String outcome) {

        static final Desk NONE = new Desk("", 0, "", "", "", false, "");

        public boolean isFor(String wanted, int place) {
            return kind.equals(wanted) && at == place;
        }
    }

    @GetMapping
    String list(Model model) {
        return list("", "", "", "", new FormErrors(), model);
    }

    @PostMapping
    String begin(
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String symbol,
            @RequestParam(defaultValue = "") String report,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) Optional<MultipartFile> file,
            Model model,
            Locale locale) {
        return answering.with(
                () -> "redirect:/forum/study/drafts/"
                        + drafts.begin(
                                        current.require(),
                                        title,
                                        symbol,
                                        report,
                                        file.filter(it -> !it.isEmpty())
                                                .map(StudyDraftPages::words)
                                                .orElse(text))
                                .id(),
                errors -> list(title, symbol, report, text, errors, model),
                locale);
    }

    private static String words(MultipartFile file) {
        try {
            return new String(file.getBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ForumRefused("file", Said.of("forum.refused.carried-none"));
        }
    }

    @GetMapping("/{id}")
    String draft(
            @PathVariable String id,
            @RequestParam(required = false) Optional<Integer> comment,
            @RequestParam(required = false) Optional<Integer> answer,
            @RequestParam(defaultValue = "false") boolean open,
            @RequestParam(defaultValue = "1") int page,
            Model model,
            Locale locale) {
        var desk = comment.map(it -> new Desk("comment", it, "", "", "", false, ""))
                .or(() -> answer.map(it -> new Desk("answer", it, "", "", "", false, "")))
                .orElse(Desk.NONE);
        return show(id, desk, open, page, new FormErrors(), model, locale);
    }

    @PostMapping("/{id}")
    String act(
            @PathVariable String id,
            @RequestParam long version,
            @RequestParam String act,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String symbol,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> until,
            @RequestParam(defaultValue = "-1") int passage,
            @RequestParam(defaultValue = "") String wording,
            @RequestParam(defaultValue = "false") boolean restricted,
            @RequestParam(defaultValue = "") String party,
            @RequestParam(defaultValue = "0") int number,
            @RequestParam(required = false) Optional<Outcome> outcome,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "") String reads,
            @RequestParam(defaultValue = "1") int page,
            Model model,
            Locale locale) {
        return answering.with(
                () -> {
                    var by = current.require();
                    var back = "redirect:/forum/study/drafts/" + id;
                    var here = back + "?page=" + page;
                    return switch (act) {
                        case "word" -> {
                            drafts.word(by, id, version, title, symbol, text);
                            yield back;
                        }
                        case "open" -> {
                            drafts.open(by, id, version, day(until));
                            yield back;
                        }
                        case "extend" -> {
                            drafts.extend(by, id, version, day(until));
                            yield back;
                        }
                        case "comment" ->
                            here + "#c" + drafts.comment(by, id, passage, text, wording, restricted, party(party));
                        case "withdraw" -> {
                            drafts.withdraw(by, id, number);
                            yield here;
                        }
                        case "answer" -> {
                            drafts.answer(by, id, version, number, chosen(outcome), why, reads);
                            yield here + "#c" + number;
                        }
                        case "revise" ->
                            "redirect:/forum/study/drafts/"
                                    + drafts.revise(by, id).id();
                        default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
                    };
                },
                errors -> {
                    var typed = switch (act) {
                        case "comment" -> new Desk("comment", passage, text, wording, party, restricted, "");
                        case "answer" ->
                            new Desk(
                                    "answer",
                                    number,
                                    why,
                                    reads,
                                    "",
                                    false,
                                    outcome.map(Outcome::name).orElse(""));
                        default -> new Desk(act, 0, text, title, symbol, false, "");
                    };
                    return show(id, typed, false, page, errors, model, locale);
                },
                locale);
    }

    private static LocalDate day(Optional<LocalDate> day) {
        return day.orElseThrow(() -> new ForumRefused("until", Said.of("forum.refused.day")));
    }

    private static Outcome chosen(Optional<Outcome> outcome) {
        return outcome.orElseThrow(() -> new ForumRefused("outcome", Said.of("forum.refused.comment-outcome")));
    }

    private Optional<Party> party(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(Party.of(text.strip())
                .filter(it -> RespondentKind.of(it).isPresent())
                .filter(it -> !it.kind().isState() || names.knows(it.name()))
                .orElseThrow(() -> new ForumRefused("party", Said.of("forum.refused.respondent", text.strip()))));
    }

    @GetMapping("/{id}/comments.{format}")
    ResponseEntity<byte[]> compilation(@PathVariable String id, @PathVariable String format) {
        var file = compiling
                .file(current.require(), find(id).it(), format)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, file.type())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"comments-" + id + "." + format + "\"")
                .body(file.bytes());
    }

    private String list(String title, String symbol, String report, String text, FormErrors errors, Model model) {
        var person = current.require();
        if (!ForumAccess.takesPart(person)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute(
                "rows",
                drafts.openTo(person).stream()
                        .map(it -> {
                            var comments = drafts.commentsFor(person, it);
                            return new Row(
                                    it,
                                    drafts.standing(it),
                                    comments.size(),
                                    comments.stream()
                                            .filter(Comment::awaitsAnswer)
                                            .count());
                        })
                        .toList());
        model.addAttribute("typedTitle", title);
        model.addAttribute("symbol", symbol);
        model.addAttribute("report", report);
        model.addAttribute("text", text);
        var made = new LinkedHashMap<String, String>();
        reports.all().forEach(it -> made.put(it.it().id(), it.it().symbol()));
        model.addAttribute("reports", made);
        model.addAttribute("reporter", ForumAccess.mayReport(person));
        model.addAttribute("errors", errors);
        return "forum/study-drafts";
    }

    private String show(String id, Desk desk, boolean open, int page, FormErrors errors, Model model, Locale locale) {
        var held = find(id);
        var draft = held.it();
        var person = current.require();
        var comments = drafts.commentsFor(person, draft);
        var standing = drafts.standing(draft);
        var wanted = IntStream.range(0, draft.passages().size())
                .filter(place -> !open || comments.stream().anyMatch(it -> it.passage() == place && it.awaitsAnswer()))
                .boxed()
                .toList();
        var pages = Math.max(1, (wanted.size() + PAGE - 1) / PAGE);
        var shown = Math.clamp(page, 1, pages);
        var own = ForumAccess.delegationOf(person);
        model.addAttribute("draft", draft);
        model.addAttribute("version", held.version());
        model.addAttribute("standing", standing);
        model.addAttribute(
                "passages",
                wanted.subList((shown - 1) * PAGE, Math.min(shown * PAGE, wanted.size())).stream()
                        .map(place -> row(draft, place, comments, own, locale))
                        .toList());
        model.addAttribute("whole", rows(Comment.WHOLE, comments, own, locale));
        model.addAttribute("total", comments.size());
        model.addAttribute(
                "unanswered", comments.stream().filter(Comment::awaitsAnswer).count());
        model.addAttribute("onlyOpen", open);
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        model.addAttribute("desk", desk);
        model.addAttribute("lines", desk.kind().equals("word") ? desk.text() : Passage.write(draft.passages()));
        model.addAttribute("outcomes", outcomes());
        model.addAttribute("keeper", ForumAccess.mayKeep(person));
        model.addAttribute("reporter", ForumAccess.mayReport(person));
        model.addAttribute("restricted", ForumAccess.maySeeRestricted(person));
        model.addAttribute("commenter", standing == Standing.OPEN && (ForumAccess.mayKeep(person) || own.isPresent()));
        model.addAttribute("history", drafts.historyOf(id));
        model.addAttribute("errors", errors);
        return "forum/study-draft";
    }

    private static Map<String, String> outcomes() {
        var all = new LinkedHashMap<String, String>();
        Arrays.stream(Outcome.values()).forEach(it -> all.put(it.name(), "forum.comment." + it.token()));
        return all;
    }

    private PassageRow row(StudyDraft draft, int place, List<Comment> comments, Optional<Party> own, Locale locale) {
        var passage = draft.passages().get(place);
        var changed = drafts.readsFor(current.require(), draft, place);
        return new PassageRow(
                place,
                passage,
                changed.text().equals(passage.text()) ? "" : changed.text(),
                rows(place, comments, own, locale));
    }

    private List<CommentRow> rows(int place, List<Comment> comments, Optional<Party> own, Locale locale) {
        return comments.stream()
                .filter(it -> it.passage() == place)
                .map(it -> new CommentRow(
                        it,
                        names.of(it.by(), locale.getLanguage()),
                        own.filter(it.by()::equals).isPresent()))
                .toList();
    }

    private Held<StudyDraft> find(String id) {
        return drafts.find(current.require(), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
