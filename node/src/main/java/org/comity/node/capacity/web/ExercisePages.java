package org.comity.node.capacity.web;

import java.util.List;
import java.util.Locale;
import org.comity.node.capacity.CapacityAccess;
import org.comity.node.capacity.KeepingRegister;
import org.comity.node.capacity.register.Entry;
import org.comity.node.capacity.register.Kind;
import org.comity.node.capacity.training.Exercise;
import org.comity.node.documents.FormLanguage;
import org.comity.node.documents.Paper;
import org.comity.node.documents.Paper.Line;
import org.comity.node.documents.Paper.Style;
import org.comity.node.documents.Rendering;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.settings.ComitySettings;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Exercises that can be played, and certificates of trainings that were held. */
@Controller
class ExercisePages {

    private final List<Exercise> library = Exercise.library();
    private final KeepingRegister register;
    private final Rendering rendering;
    private final MessageSource words;
    private final CurrentPerson current;
    private final boolean plays;

    ExercisePages(
            KeepingRegister register,
            Rendering rendering,
            MessageSource words,
            CurrentPerson current,
            ComitySettings settings) {
        this.register = register;
        this.rendering = rendering;
        this.words = words;
        this.current = current;
        this.plays = settings.exercise();
    }

    @GetMapping("/capacity/exercises")
    String exercises(Model model) {
        model.addAttribute("exercises", library);
        model.addAttribute("runs", register.standing(Kind.RUN));
        model.addAttribute("plays", plays);
        model.addAttribute("keeper", CapacityAccess.mayKeep(current.require()));
        return "capacity/exercises";
    }

    /** By pseudonym: who stands behind it is known to the institution only. */
    @GetMapping("/capacity/sessions/{id}/certificates/{code}.pdf")
    ResponseEntity<byte[]> certificate(@PathVariable String id, @PathVariable String code, Locale locale) {
        if (!CapacityAccess.mayKeep(current.require())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN);
        }
        var session = register.find(Kind.SESSION, id)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND))
                .it();
        var line = session.lines("certificates").stream()
                .map(it -> it.split("\\|", -1))
                .filter(it -> it[0].strip().equals(code) && it.length == 3)
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return Downloads.paper(rendering, paper(session, line, locale), "certificate-" + code, "pdf");
    }

    private Paper paper(Entry session, String[] line, Locale locale) {
        var language = FormLanguage.of(locale.getLanguage())
                .orElse(FormLanguage.of("en").orElseThrow());
        var title = word(locale, "capacity.certificate");
        return new Paper(
                title,
                line[0].strip(),
                language,
                List.of(
                        line(Style.MASTHEAD, session.institution()),
                        line(Style.TITLE, title),
                        line(
                                Style.PARAGRAPH,
                                word(locale, "capacity.certificate-of", line[0].strip(), line[1].strip())),
                        line(
                                Style.PARAGRAPH,
                                word(
                                        locale,
                                        "capacity.certificate-says",
                                        session.title(),
                                        session.cell("hours"),
                                        session.cell("from"),
                                        line[2].strip())),
                        line(Style.PARAGRAPH, word(locale, "capacity.certificate-note"))));
    }

    private static Line line(Style style, String text) {
        return new Line(style, "", text, "en", List.of());
    }

    private String word(Locale locale, String key, Object... about) {
        return words.getMessage(key, about, locale);
    }
}
