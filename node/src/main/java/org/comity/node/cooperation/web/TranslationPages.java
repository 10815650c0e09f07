package org.comity.node.cooperation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.comity.node.cooperation.HoldingRequest;
import org.comity.node.cooperation.ReadingRequests;
import org.comity.node.cooperation.RequestView;
import org.comity.node.cooperation.TranslatingRequest;
import org.comity.node.cooperation.act.Answers;
import org.comity.node.cooperation.act.Wording;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.FreeText;
import org.comity.node.cooperation.request.Rendition;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.cooperation.request.Translation;
import org.comity.node.cooperation.request.Translations;
import org.comity.node.frame.FormErrors;
import org.comity.node.frame.Said;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.identity.Person;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The texts of a request beside their translations: who made each and how, and what is still to be translated. */
@Controller
class TranslationPages {

    private final ReadingRequests reading;
    private final HoldingRequest holding;
    private final TranslatingRequest translating;
    private final CurrentPerson current;
    private final Wording wording;
    private final Clock clock;

    TranslationPages(
            ReadingRequests reading,
            HoldingRequest holding,
            TranslatingRequest translating,
            CurrentPerson current,
            Wording wording,
            Clock clock) {
        this.reading = reading;
        this.holding = holding;
        this.translating = translating;
        this.current = current;
        this.wording = wording;
        this.clock = clock;
    }

    /** @param label message key; @param needs the language in which the reader needs it and does not have it; empty else */
    record TextRow(String token, String label, String original, String needs, List<Shown> translations) {}

    /** A translation as it is shown. @param made message key; @param theirs it came with the request */
    record Shown(
            String language,
            String languageName,
            String words,
            String standing,
            String made,
            String by,
            boolean reviewed,
            String on,
            boolean theirs) {

        static Shown of(Translation it, RequestView view) {
            var rendition = it.rendition();
            return new Shown(
                    it.language(),
                    TranslatingBar.name(it.language()),
                    rendition.words(),
                    it.standing(view.request().content()).name().toLowerCase(Locale.ROOT),
                    rendition.made().token(),
                    rendition.by(),
                    rendition.reviewed(),
                    rendition.on().toString(),
                    it.attachedBy().isEmpty());
        }
    }

    @GetMapping("/requests/{id}/translations")
    String translations(@PathVariable RequestId id, Model model) {
        var view = reading.view(current.require(), id);
        common(model, view);
        model.addAttribute("texts", texts(view));
        return "cooperation/translations";
    }

    /** @param in the language that is offered first */
    @GetMapping("/requests/{id}/translations/{text}")
    String translate(
            @PathVariable RequestId id,
            @PathVariable("text") String text,
            @RequestParam(defaultValue = "") String in,
            Model model) {
        var view = reading.view(current.require(), id);
        var free = said(view, text);
        var language = in.isBlank() ? TranslatingBar.suggested(view).orElse("") : in;
        return form(model, view, free, known(view, free, language), new FormErrors());
    }

    @PostMapping("/requests/{id}/translations/{text}")
    String attach(
            @PathVariable RequestId id,
            @PathVariable("text") String text,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        var person = current.require();
        var view = reading.view(person, id);
        var free = said(view, text);
        var answers = Answers.typed(parameters);
        var errors = new FormErrors();
        try {
            var rendition = rendition(answers, errors);
            if (errors.isEmpty()) {
                whileSeen(person, id, answers, () -> translating.attach(person, id, free, rendition));
                next.addFlashAttribute("said", wording.of("said.translation-attached"));
                return "redirect:/requests/%s/translations#%s".formatted(id, free.token());
            }
        } catch (ActRefused.Malformed malformed) {
            wording.tell(errors, malformed.field(), malformed);
        } catch (ActRefused refused) {
            wording.tell(errors, "words", refused);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(model, reading.view(person, id), free, answers, errors);
    }

    @PostMapping("/requests/{id}/translations/{text}/{language}/remove")
    String remove(
            @PathVariable RequestId id,
            @PathVariable("text") String text,
            @PathVariable String language,
            RedirectAttributes next) {
        return change(id, text, next, "removed", free -> translating.remove(current.require(), id, free, language));
    }

    @PostMapping("/requests/{id}/translations/{text}/{language}/put-back")
    String putBack(
            @PathVariable RequestId id,
            @PathVariable("text") String text,
            @PathVariable String language,
            RedirectAttributes next) {
        return change(id, text, next, "put-back", free -> translating.putBack(current.require(), id, free, language));
    }

    private String change(RequestId id, String text, RedirectAttributes next, String what, Consumer<FreeText> change) {
        var free = FreeText.ofToken(text).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        try {
            change.accept(free);
            next.addFlashAttribute("said", wording.of("said.translation-" + what));
        } catch (ActRefused refused) {
            next.addFlashAttribute("said", wording.of(refused.said()));
        }
        return "redirect:/requests/%s/translations#%s".formatted(id, free.token());
    }

    /** A translation is of the text that its writer saw. */
    private void whileSeen(Person person, RequestId id, Answers answers, Runnable act) {
        holding.whileHeld(person, id, request -> {
            if (request.version() != Versions.seen(answers)) {
                throw new ActRefused.ChangedMeanwhile(request.reference());
            }
            act.run();
        });
    }

    private Rendition rendition(Answers answers, FormErrors errors) {
        var made = Rendition.Making.ofToken(answers.text("made"));
        if (made.isEmpty()) {
            errors.add("made", wording.of("refused.translation-made"));
        }
        return new Rendition(
                answers.text("language"),
                answers.text("words").strip(),
                made.orElse(Rendition.Making.STAFF),
                answers.text("by").strip(),
                answers.text("reviewed").equals("yes"),
                day(answers, errors));
    }

    private LocalDate day(Answers answers, FormErrors errors) {
        try {
            return LocalDate.parse(answers.text("on"));
        } catch (DateTimeException unreadable) {
            wording.tell(errors, new Answers.Unreadable("on", Said.of("cooperation.refused.translation-on")));
            return LocalDate.EPOCH;
        }
    }

    /** What is there already, to be written anew. */
    private Answers known(RequestView view, FreeText text, String language) {
        var answers = Answers.NONE
                .and("language", language)
                .and("on", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString());
        return view.request()
                .translations()
                .find(text, language)
                .map(Translation::rendition)
                .map(it -> answers.and("words", it.words())
                        .and("made", it.made().token())
                        .and("by", it.by()))
                .orElse(answers);
    }

    private String form(Model model, RequestView view, FreeText text, Answers answers, FormErrors errors) {
        common(model, view);
        var request = view.request();
        model.addAttribute("text", text.token());
        model.addAttribute("label", text.field());
        model.addAttribute("original", text.in(request.content()));
        model.addAttribute("version", request.version());
        model.addAttribute("answers", answers);
        model.addAttribute("errors", errors);
        model.addAttribute("languages", languages());
        model.addAttribute(
                "makings",
                wording.choices(
                        "translation.made",
                        Arrays.stream(Rendition.Making.values()).map(Rendition.Making::token)));
        model.addAttribute("checks", Map.of("yes", wording.of("translation.reviewed.yes")));
        return "cooperation/translate";
    }

    private static void common(Model model, RequestView view) {
        model.addAttribute("id", view.request().id().toString());
        model.addAttribute("reference", view.request().reference());
        model.addAttribute("side", view.request().side().name().toLowerCase(Locale.ROOT));
        model.addAttribute("open", view.translates());
        model.addAttribute("translating", TranslatingBar.of(view));
    }

    private static FreeText said(RequestView view, String token) {
        return FreeText.ofToken(token)
                .filter(text ->
                        view.translates() && !text.in(view.request().content()).isBlank())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Those in which it says something, and those that were translated when it did. */
    private static List<TextRow> texts(RequestView view) {
        var request = view.request();
        var needed = Translations.needed(view.readers());
        return Arrays.stream(FreeText.values())
                .filter(text -> !text.in(request.content()).isBlank()
                        || !request.translations().of(text).isEmpty())
                .map(text -> new TextRow(
                        text.token(),
                        text.field(),
                        text.in(request.content()),
                        needed.filter(language -> !text.in(request.content()).isBlank()
                                        && request.translations().current(text, request.content()).stream()
                                                .noneMatch(it -> it.language().equals(language)))
                                .map(TranslatingBar::name)
                                .orElse(""),
                        request.translations().of(text).stream()
                                .map(it -> Shown.of(it, view))
                                .toList()))
                .toList();
    }

    /** By code, as the reader calls them, in the order of their names. */
    private static Map<String, String> languages() {
        return Arrays.stream(Locale.getISOLanguages())
                .filter(it -> it.length() == 2 && !it.equals(Translations.ORIGINAL))
                .collect(Collectors.toMap(it -> it, TranslatingBar::name))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, _) -> one, LinkedHashMap::new));
    }
}
