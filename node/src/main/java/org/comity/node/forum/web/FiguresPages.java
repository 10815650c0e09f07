package org.comity.node.forum.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.comity.node.forum.Cell;
import org.comity.node.forum.KeepingQuestionnaires;
import org.comity.node.forum.KeepingReplies;
import org.comity.node.forum.KeepingReplies.Published;
import org.comity.node.forum.StateNames;
import org.comity.node.forum.study.Answer;
import org.comity.node.forum.study.Comparability;
import org.comity.node.forum.study.Figures;
import org.comity.node.forum.study.Level;
import org.comity.node.forum.study.Question;
import org.comity.node.forum.study.Questionnaire;
import org.comity.node.forum.study.RespondentKind;
import org.comity.node.identity.CurrentPerson;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

/** The answers to one question, set side by side across States and years, and all that are public as open data. */
@Controller
class FiguresPages {

    /** Units of the drawing. */
    private static final int WIDTH = 400;

    private static final int PAGE = 50;

    private final KeepingQuestionnaires questionnaires;
    private final KeepingReplies replies;
    private final StateNames names;
    private final CurrentPerson current;
    private final JsonMapper json;

    FiguresPages(
            KeepingQuestionnaires questionnaires,
            KeepingReplies replies,
            StateNames names,
            CurrentPerson current,
            JsonMapper json) {
        this.questionnaires = questionnaires;
        this.replies = replies;
        this.names = names;
        this.current = current;
        this.json = json;
    }

    /** @param width of the bar in the drawing */
    record Count(int year, int count, int width) {}

    record BarRow(String option, List<Count> counts) {}

    record AnswerRow(String name, String kind, List<String> answers) {}

    /** An answer as open data has it. */
    record Open(
            String questionnaire,
            int year,
            String respondent,
            String respondentKind,
            String question,
            String key,
            String part,
            List<String> values,
            String comment,
            String source,
            String language) {

        static Open of(Published it) {
            return new Open(
                    it.questionnaire().id(),
                    it.reply().year(),
                    it.reply().respondent().toString(),
                    RespondentKind.of(it.reply().respondent()).orElseThrow().token(),
                    it.question().id(),
                    it.place().key(),
                    it.place().part(),
                    it.answer().values(),
                    it.answer().comment(),
                    it.answer().source(),
                    it.answer().language());
        }
    }

    @GetMapping("/forum/study/figures")
    String figures(
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "1") int page,
            Model model,
            Locale locale) {
        model.addAttribute("everybody", false);
        return figures(KeepingReplies.readsAs(current.require()), key, kind, page, model, locale);
    }

    /** Whoever reads here reads as everybody, also who is signed in. */
    @GetMapping("/open-study")
    String openFigures(
            @RequestParam(defaultValue = "") String key,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "1") int page,
            Model model,
            Locale locale) {
        model.addAttribute("everybody", true);
        return figures(Level.PUBLIC, key, kind, page, model, locale);
    }

    private String figures(Level reads, String key, String kind, int page, Model model, Locale locale) {
        var latest = questionnaires.frozen().getFirst();
        var asked = questionnaires.frozen().stream()
                .flatMap(it -> it.questionAt(key).stream())
                .findFirst()
                .orElse(latest.questions().getFirst());
        var shownKey = asked.places().stream().anyMatch(it -> it.key().equals(key))
                ? key
                : asked.places().getFirst().key();
        var respondents = Arrays.stream(RespondentKind.values())
                .filter(it -> it.token().equals(kind))
                .findFirst();
        var figures = replies.figures(reads, asked, shownKey, respondents);
        var pages = Math.max(1, (figures.rows().size() + PAGE - 1) / PAGE);
        var shown = Math.clamp(page, 1, pages);
        model.addAttribute("asked", asked);
        model.addAttribute("key", shownKey);
        model.addAttribute("kind", kind);
        model.addAttribute("kinds", RespondentKind.values());
        model.addAttribute("places", places());
        model.addAttribute("years", figures.years());
        model.addAttribute("bars", bars(figures));
        model.addAttribute(
                "rows",
                figures
                        .rows()
                        .subList(
                                (shown - 1) * PAGE,
                                Math.min(shown * PAGE, figures.rows().size()))
                        .stream()
                        .map(it -> row(it, figures.years(), locale))
                        .toList());
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        model.addAttribute("taken", replies.taken());
        model.addAttribute("reads", reads);
        model.addAttribute("compared", compared(asked));
        return "forum/figures";
    }

    /** By theme, each place to answer with its words. */
    private Map<String, Map<String, String>> places() {
        var themes = new LinkedHashMap<String, Map<String, String>>();
        for (var questionnaire : questionnaires.frozen()) {
            for (var question : questionnaire.questions()) {
                question.places()
                        .forEach(place -> themes.computeIfAbsent(question.theme(), _ -> new LinkedHashMap<>())
                                .putIfAbsent(
                                        place.key(),
                                        place.key() + " · "
                                                + (place.part().isEmpty() ? question.text() : place.part())));
            }
        }
        return themes;
    }

    private static List<BarRow> bars(Figures figures) {
        var highest = Math.max(1, figures.highest());
        return figures.bars().stream()
                .map(bar -> new BarRow(
                        bar.option(),
                        bar.counts().entrySet().stream()
                                .map(it -> new Count(it.getKey(), it.getValue(), it.getValue() * WIDTH / highest))
                                .toList()))
                .toList();
    }

    private AnswerRow row(Figures.Row row, List<Integer> years, Locale locale) {
        return new AnswerRow(
                names.of(row.respondent(), locale.getLanguage()),
                row.respondent().kind().token(),
                years.stream()
                        .map(year -> Optional.ofNullable(row.answers().get(year))
                                .map(Answer::inWords)
                                .orElse("–"))
                        .toList());
    }

    /** How the question stood in each version, so that a reader knows what the years say together. */
    private Map<Integer, Comparability> compared(Question asked) {
        var latest = questionnaires.frozen().getFirst();
        var compared = new LinkedHashMap<Integer, Comparability>();
        for (Questionnaire it : questionnaires.frozen()) {
            compared.put(it.version(), it.compared(asked.id(), latest));
        }
        return compared.size() > 1 ? compared : Map.of();
    }

    /** Public answers only, whoever asks. */
    @GetMapping({"/forum/study/answers.{format}", "/open-study/answers.{format}"})
    ResponseEntity<byte[]> open(@PathVariable String format) {
        var rows = replies.published(Level.PUBLIC).stream().map(Open::of).toList();
        return switch (format) {
            case "csv" -> file("text/csv;charset=UTF-8", csv(rows), format);
            case "json" -> file("application/json", json.writeValueAsString(rows), format);
            default -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private static ResponseEntity<byte[]> file(String type, String text, String format) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"answers." + format + "\"")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String csv(List<Open> rows) {
        var lines = new ArrayList<String>();
        lines.add("questionnaire,year,respondent,kind,question,key,part,answer,comment,source,language");
        rows.forEach(it -> lines.add(List.of(
                        it.questionnaire(),
                        String.valueOf(it.year()),
                        it.respondent(),
                        it.respondentKind(),
                        it.question(),
                        it.key(),
                        it.part(),
                        String.join("\n", it.values()),
                        it.comment(),
                        it.source(),
                        it.language())
                .stream()
                .map(Cell::quoted)
                .collect(Collectors.joining(","))));
        return String.join("\r\n", lines) + "\r\n";
    }
}
