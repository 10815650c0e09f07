package org.comity.node.forum.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.comity.node.forum.CarryingReplies;
import org.comity.node.forum.ForumAccess;
import org.comity.node.forum.ForumRefused;
import org.comity.node.forum.KeepingReplies;
import org.comity.node.forum.KeepingReplies.Desk;
import org.comity.node.forum.PrefillingReplies;
import org.comity.node.forum.StateNames;
import org.comity.node.forum.study.Answer;
import org.comity.node.forum.study.AnswerKind;
import org.comity.node.forum.study.Clarification;
import org.comity.node.forum.study.Handover;
import org.comity.node.forum.study.Level;
import org.comity.node.forum.study.Progress;
import org.comity.node.forum.study.Question;
import org.comity.node.forum.study.ReplyLife;
import org.comity.node.forum.study.ReplyLife.Event;
import org.comity.node.forum.study.ReplyLife.State;
import org.comity.node.forum.study.RespondentKind;
import org.comity.node.forum.study.StudyRefused;
import org.comity.node.frame.FormErrors;
import org.comity.node.frame.Said;
import org.comity.node.identity.CurrentPerson;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** A reply to the questionnaire: its sections, who has them in hand, what was asked back, and the file that it travels in. */
@Controller
@RequestMapping("/forum/study")
class ReplyPages {

    private final KeepingReplies replies;
    private final CarryingReplies carrying;
    private final PrefillingReplies prefilling;
    private final StateNames names;
    private final CurrentPerson current;
    private final Answering answering;
    private final MessageSource words;
    private final Clock clock;

    ReplyPages(
            KeepingReplies replies,
            CarryingReplies carrying,
            PrefillingReplies prefilling,
            StateNames names,
            CurrentPerson current,
            Answering answering,
            MessageSource words,
            Clock clock) {
        this.replies = replies;
        this.carrying = carrying;
        this.prefilling = prefilling;
        this.names = names;
        this.current = current;
        this.answering = answering;
        this.words = words;
        this.clock = clock;
    }

    /** A section as the reply's page reads it. */
    record Section(String theme, Progress progress, List<Handover> handed, boolean mine) {}

    /** A place to answer, with what was typed or is kept. */
    record Place(
            Question question,
            String key,
            String part,
            List<String> values,
            String comment,
            String source,
            Level level,
            boolean prefilled,
            String by,
            List<Said> checked) {

        /** For a field of one line or more. */
        public String value() {
            return String.join("\n", values);
        }

        /** @param none words for no answer, where otherwise a choice could not be taken back */
        public Map<String, String> choices(String none) {
            var all = new LinkedHashMap<String, String>();
            if (question.kind() != AnswerKind.MULTI) {
                all.put("", none);
            }
            question.choices().forEach(it -> all.put(it, it));
            return all;
        }

        public List<String> chosen() {
            return values.isEmpty() ? List.of("") : values;
        }
    }

    /** A question back, with the words in which its answer stands now. */
    record Back(Clarification clarification, String text, String value) {}

    @GetMapping("/replies/{id}")
    String reply(@PathVariable String id, Model model, Locale locale) {
        return show(id, new FormErrors(), model, locale);
    }

    @PostMapping("/replies/{id}")
    String act(
            @PathVariable String id,
            @RequestParam long version,
            @RequestParam String act,
            @RequestParam(defaultValue = "") String theme,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) Optional<LocalDate> day,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String asked,
            @RequestParam(defaultValue = "0") int number,
            @RequestParam(defaultValue = "") String clarified,
            @RequestParam(defaultValue = "") String instead,
            Model model,
            Locale locale) {
        return answering.with(
                () -> {
                    var by = current.require();
                    switch (act) {
                        case "prefill" -> replies.prefill(by, id, version);
                        case "hand" ->
                            replies.handOver(
                                    by,
                                    id,
                                    version,
                                    theme,
                                    to,
                                    day.orElseThrow(() -> new ForumRefused("day", Said.of("forum.refused.day"))),
                                    note);
                        case "return" -> replies.giveBack(by, id, version, theme);
                        case "ask" -> replies.askBack(by, id, version, key, asked);
                        case "clarify" ->
                            replies.clarify(
                                    by,
                                    id,
                                    version,
                                    number,
                                    clarified,
                                    instead.isBlank() ? Optional.empty() : Optional.of(several(instead)));
                        default ->
                            replies.happen(
                                    by,
                                    id,
                                    version,
                                    Event.of(act)
                                            .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST)));
                    }
                    return act.equals("return") && replies.find(by, id).isEmpty()
                            ? "redirect:/forum/study"
                            : "redirect:/forum/study/replies/" + id;
                },
                errors -> show(id, errors, model, locale),
                locale);
    }

    private static List<String> several(String text) {
        return text.lines().toList();
    }

    private String show(String id, FormErrors errors, Model model, Locale locale) {
        var desk = find(id);
        var reply = desk.reply();
        var sections = desk.questionnaire().sections(kind(desk));
        var person = current.require();
        model.addAttribute("desk", desk);
        model.addAttribute("it", reply);
        model.addAttribute("version", desk.held().version());
        model.addAttribute("name", names.of(reply.respondent(), locale.getLanguage()));
        model.addAttribute("late", reply.due().isBefore(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC)));
        model.addAttribute(
                "progress",
                reply.progress(sections.values().stream().flatMap(List::stream).toList()));
        model.addAttribute(
                "sections",
                sections.entrySet().stream()
                        .map(it -> new Section(
                                it.getKey(),
                                reply.progress(it.getValue()),
                                reply.openHandovers(it.getKey()),
                                desk.theirs().contains(it.getKey())))
                        .toList());
        model.addAttribute(
                "backs",
                reply.clarifications().stream()
                        .map(it -> new Back(
                                it,
                                desk.questionnaire()
                                        .questionAt(it.key())
                                        .map(Question::text)
                                        .orElse(it.key()),
                                reply.answer(it.key())
                                        .map(answer -> String.join("\n", answer.values()))
                                        .orElse("")))
                        .toList());
        var answered = new LinkedHashMap<String, String>();
        sections.values().stream()
                .flatMap(List::stream)
                .flatMap(it -> it.places().stream()
                        .filter(place -> reply.answer(place.key()).isPresent())
                        .map(place -> Map.entry(place.key(), place.key() + " · " + it.text())))
                .forEach(it -> answered.put(it.getKey(), it.getValue()));
        model.addAttribute("answered", answered);
        model.addAttribute("hands", replies.handsOn());
        model.addAttribute("keeper", ForumAccess.mayKeep(person));
        model.addAttribute(
                "events",
                ReplyLife.TABLE.stream()
                        .filter(it -> it.from() == reply.state() && desk.whole())
                        .map(ReplyLife.Transition::event)
                        .filter(it ->
                                ForumAccess.mayKeep(person) || it != Event.ACCEPT && reply.state() != State.ACCEPTED)
                        .toList());
        model.addAttribute("history", replies.historyOf(id));
        model.addAttribute("errors", errors);
        return "forum/reply";
    }

    @GetMapping("/replies/{id}/sections/{theme}")
    String section(@PathVariable String id, @PathVariable String theme, Model model) {
        return section(find(id), theme, Map.of(), new FormErrors(), model);
    }

    @PostMapping("/replies/{id}/sections/{theme}")
    String save(
            @PathVariable String id,
            @PathVariable String theme,
            @RequestParam long version,
            @RequestParam(defaultValue = "save") String act,
            @RequestParam MultiValueMap<String, String> typed,
            HttpServletResponse response,
            Model model,
            Locale locale) {
        var desk = find(id);
        var errors = new FormErrors();
        var given = given(desk, theme, typed, errors, locale);
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return section(desk, theme, typed, errors, model);
        }
        return answering.with(
                () -> {
                    replies.answer(current.require(), id, version, given);
                    if (act.equals("confirm")) {
                        var now = replies.find(current.require(), id).orElseThrow();
                        replies.confirm(current.require(), id, now.held().version(), theme);
                    }
                    return "redirect:/forum/study/replies/" + id;
                },
                refused -> section(desk, theme, typed, refused, model),
                locale);
    }

    /** What differs from what is kept; a place that the form left out stays as it is. */
    private Map<String, Answer> given(
            Desk desk, String theme, MultiValueMap<String, String> typed, FormErrors errors, Locale locale) {
        var given = new LinkedHashMap<String, Answer>();
        for (var question : questions(desk, theme)) {
            for (var place : question.places()) {
                if (typed.containsKey("level-" + place.key())) {
                    var before = desk.reply().answer(place.key());
                    try {
                        var read = read(question, place.key(), typed, before, locale);
                        if (before.filter(it -> it.saysAs(read)).isEmpty()) {
                            given.put(place.key(), read);
                        }
                    } catch (StudyRefused refused) {
                        errors.add(place.key(), words.getMessage(refused.said(), locale));
                    }
                }
            }
        }
        return given;
    }

    private Answer read(
            Question question,
            String key,
            MultiValueMap<String, String> typed,
            Optional<Answer> before,
            Locale locale) {
        var values = Answer.read(question, typed.getOrDefault(key, List.of()));
        var comment = text(typed, "comment-" + key);
        var source = text(typed, "source-" + key);
        var level = Level.valueOf(text(typed, "level-" + key));
        var untouched = before.filter(it -> it.values().equals(values)
                && it.comment().equals(comment)
                && it.source().equals(source));
        return new Answer(
                values,
                comment,
                source,
                untouched.map(Answer::language).orElse(locale.getLanguage()),
                level,
                untouched.map(Answer::prefilled).orElse(false),
                "",
                clock.instant());
    }

    private static String text(MultiValueMap<String, String> typed, String name) {
        return Optional.ofNullable(typed.getFirst(name)).orElse("").strip();
    }

    private String section(Desk desk, String theme, Map<String, List<String>> typed, FormErrors errors, Model model) {
        var places = new ArrayList<Place>();
        for (var question : questions(desk, theme)) {
            for (var place : question.places()) {
                places.add(place(desk, question, place, typed));
            }
        }
        model.addAttribute("desk", desk);
        model.addAttribute("it", desk.reply());
        model.addAttribute("version", desk.held().version());
        model.addAttribute("theme", theme);
        model.addAttribute("places", places);
        model.addAttribute("prefilled", places.stream().filter(Place::prefilled).count());
        model.addAttribute("levels", Level.values());
        model.addAttribute("errors", errors);
        model.addAttribute(
                "open", desk.reply().state() == State.DRAFT && desk.theirs().contains(theme));
        return "forum/section";
    }

    private Place place(Desk desk, Question question, Question.Place place, Map<String, List<String>> typed) {
        var kept = desk.reply().answer(place.key());
        var again = typed.containsKey("level-" + place.key());
        return new Place(
                question,
                place.key(),
                place.part(),
                again
                        ? typed.getOrDefault(place.key(), List.of())
                        : kept.map(Answer::values).orElse(List.of()),
                again
                        ? typed.getOrDefault("comment-" + place.key(), List.of(""))
                                .getFirst()
                        : kept.map(Answer::comment).orElse(""),
                again
                        ? typed.getOrDefault("source-" + place.key(), List.of(""))
                                .getFirst()
                        : kept.map(Answer::source).orElse(""),
                kept.map(Answer::level).orElse(Level.MEMBERS),
                kept.filter(Answer::prefilled).isPresent(),
                kept.map(Answer::by).orElse(""),
                kept.map(it -> prefilling.checked(desk.reply(), it)).orElse(List.of()));
    }

    private static List<Question> questions(Desk desk, String theme) {
        return Optional.ofNullable(desk.questionnaire().sections(kind(desk)).get(theme))
                .filter(_ -> desk.whole() || desk.theirs().contains(theme))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static RespondentKind kind(Desk desk) {
        return RespondentKind.of(desk.reply().respondent()).orElseThrow();
    }

    @GetMapping("/replies/{id}/questionnaire.json")
    ResponseEntity<byte[]> file(@PathVariable String id) {
        var desk = find(id);
        if (!desk.whole()) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "application/json")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"questionnaire-" + id + ".json\"")
                .body(carrying.write(current.require(), id).getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/file")
    String bring(Model model) {
        return bring(new FormErrors(), model);
    }

    @PostMapping("/file")
    String take(@RequestParam(required = false) MultipartFile file, Model model, Locale locale) {
        return answering.with(
                () -> {
                    var taken = carrying.take(current.require(), text(file));
                    model.addAttribute("taken", taken);
                    model.addAttribute("errors", new FormErrors());
                    return "forum/study-file";
                },
                errors -> bring(errors, model),
                locale);
    }

    private static String text(MultipartFile file) {
        try {
            return file == null ? "" : new String(file.getBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new ForumRefused("file", Said.of("forum.refused.carried-none"));
        }
    }

    private String bring(FormErrors errors, Model model) {
        var person = current.require();
        if (!ForumAccess.mayKeep(person) && ForumAccess.delegationOf(person).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        model.addAttribute("errors", errors);
        model.addAttribute("taken", null);
        return "forum/study-file";
    }

    private Desk find(String id) {
        return replies.find(current.require(), id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
