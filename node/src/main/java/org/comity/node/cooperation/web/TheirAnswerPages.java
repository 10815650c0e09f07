package org.comity.node.cooperation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.comity.node.cooperation.ReadingRequests;
import org.comity.node.cooperation.RecordingAnswers;
import org.comity.node.cooperation.RequestView;
import org.comity.node.cooperation.TheirAnswer;
import org.comity.node.cooperation.TheirAnswer.Part;
import org.comity.node.cooperation.TheirAnswer.Source;
import org.comity.node.cooperation.act.Answers;
import org.comity.node.cooperation.act.Citations;
import org.comity.node.cooperation.act.Wording;
import org.comity.node.cooperation.life.By;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.NotFound;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.exchange.Enclosure;
import org.comity.node.exchange.FilingAnswers.FilingRefused;
import org.comity.node.exchange.ReceivedAnswer;
import org.comity.node.frame.FormErrors;
import org.comity.node.frame.Said;
import org.comity.node.identity.CurrentPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The answer of a counterpart without a node: its mail or letter beside the form in which a person writes down what it says. */
@Controller
class TheirAnswerPages {

    private final RecordingAnswers recording;
    private final ReadingRequests reading;
    private final CurrentPerson current;
    private final Citations citations;
    private final Wording wording;
    private final Clock clock;

    TheirAnswerPages(
            RecordingAnswers recording,
            ReadingRequests reading,
            CurrentPerson current,
            Citations citations,
            Wording wording,
            Clock clock) {
        this.recording = recording;
        this.reading = reading;
        this.current = current;
        this.citations = citations;
        this.wording = wording;
        this.clock = clock;
    }

    /** The form for one kind of answer. @param source what was filed; none for what is filed with the form */
    @GetMapping("/requests/{id}/their-answer")
    String form(
            @PathVariable RequestId id,
            @RequestParam(defaultValue = "") String event,
            @RequestParam(defaultValue = "") String source,
            Model model) {
        var person = current.require();
        var offer = recording.offered(person, id).orElseThrow(NotFound::request);
        var chosen = event(event).filter(offer.answers()::containsKey);
        if (chosen.isEmpty()) {
            return "redirect:/requests/%s#their-answer".formatted(id);
        }
        var view = reading.view(person, id);
        var came = filed(offer, source).map(ReceivedAnswer::cameAt).orElseGet(clock::instant);
        var known = Answers.NONE
                .and("source", source)
                .andMoment("answeredAt", Optional.of(came))
                .and("provider", view.request().content().data().provider())
                .and("items", all(view.request()));
        return page(view, offer, chosen.get(), known, new FormErrors(), model);
    }

    @PostMapping("/requests/{id}/their-answer")
    String record(
            @PathVariable RequestId id,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(name = "documents", required = false) @Nullable List<MultipartFile> documents,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        var person = current.require();
        var typed = Answers.typed(parameters);
        var view = reading.view(person, id);
        var errors = new FormErrors();
        var event = event(typed.text("event"));
        try {
            recording.record(person, id, answer(event, typed, documents, view.request()));
            next.addFlashAttribute("said", wording.of("said.their-answer"));
            return "redirect:/requests/" + id;
        } catch (ActRefused.Malformed malformed) {
            wording.tell(errors, malformed.field(), malformed);
        } catch (ActRefused refused) {
            wording.tell(errors, "event", refused);
        } catch (Answers.Unreadable unreadable) {
            wording.tell(errors, unreadable);
        } catch (FilingRefused refused) {
            errors.add(refused.field(), wording.of(refused.said()));
        } catch (Enclosure.BadEnclosure refused) {
            errors.add("documents", wording.of(refused.said()));
        }
        var offer = recording.offered(person, id);
        if (offer.isEmpty() || event.filter(offer.get().answers()::containsKey).isEmpty()) {
            next.addFlashAttribute("said", errors.all().values().iterator().next());
            return "redirect:/requests/" + id;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(view, offer.get(), event.get(), typed, errors, model);
    }

    /** A document of what was filed; always to be saved, never shown. */
    @GetMapping("/requests/{id}/answers/{answer}/{number:[0-9]{1,4}}")
    ResponseEntity<byte[]> document(@PathVariable RequestId id, @PathVariable UUID answer, @PathVariable int number) {
        var document = recording
                .document(current.require(), id, answer, number)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(document.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(document.content());
    }

    private String page(
            RequestView view,
            RecordingAnswers.Offer offer,
            RequestEvent event,
            Answers answers,
            FormErrors errors,
            Model model) {
        var request = view.request();
        model.addAttribute("id", request.id().toString());
        model.addAttribute("reference", request.reference());
        model.addAttribute("organisation", offer.counterpart().organisation());
        model.addAttribute("event", event.token());
        model.addAttribute(
                "parts",
                offer.answers().getOrDefault(event, List.of()).stream()
                        .map(Part::name)
                        .toList());
        model.addAttribute(
                "letter",
                filed(offer, answers.text("source"))
                        .map(it -> Letter.of(it, wording))
                        .orElse(null));
        model.addAttribute("answers", answers);
        model.addAttribute("grounds", grounds(view));
        model.addAttribute("items", items(request));
        model.addAttribute("keptItems", keptItems(request, event));
        model.addAttribute("errors", errors);
        return "cooperation/their-answer";
    }

    private Map<String, String> grounds(RequestView view) {
        var grounds = new LinkedHashMap<String, String>();
        view.refusalGrounds()
                .forEach(ground ->
                        grounds.put(ground.id(), citations.of(ground.id()) + ": " + citations.ground(ground)));
        return grounds;
    }

    private static Map<String, String> items(Request request) {
        var items = new LinkedHashMap<String, String>();
        var identifiers = request.content().data().identifiers();
        IntStream.range(0, identifiers.size())
                .forEach(number -> items.put(
                        Integer.toString(number), identifiers.get(number).value()));
        return items;
    }

    /** Of those that are kept, what such an answer can be about. */
    private static Map<String, String> keptItems(Request request, RequestEvent event) {
        var open = request.itemsFor(event, By.REQUESTED);
        var items = items(request);
        items.values()
                .removeIf(value ->
                        open.stream().noneMatch(it -> it.identifier().value().equals(value)));
        return items;
    }

    private static List<String> all(Request request) {
        return List.copyOf(items(request).keySet());
    }

    private static Optional<ReceivedAnswer> filed(RecordingAnswers.Offer offer, String source) {
        return offer.received().stream()
                .filter(it -> it.id().toString().equals(source))
                .findFirst();
    }

    private static Optional<RequestEvent> event(String token) {
        try {
            return Optional.of(RequestEvent.ofToken(token));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    private static TheirAnswer answer(
            Optional<RequestEvent> event, Answers typed, @Nullable List<MultipartFile> documents, Request request) {
        return new TheirAnswer(
                event.orElseThrow(() -> new ActRefused.Malformed("event", Said.of("cooperation.refused.their-answer"))),
                typed.requiredMoment("answeredAt"),
                typed.text("theirReference"),
                typed.text("reason"),
                typed.text("ground"),
                typed.moment("since"),
                typed.moment(typed.has("reviewAt") ? "reviewAt" : "until"),
                typed.text("provider"),
                typed.text("under"),
                had(typed, request),
                typed.text("digest"),
                source(typed, documents));
    }

    /** A list of which no box is ticked means that nothing was there; an answer without the list means everything. */
    private static List<Boolean> had(Answers typed, Request request) {
        return typed.has("itemsListed")
                ? all(request).stream().map(typed.all("items")::contains).toList()
                : List.of();
    }

    private static Source source(Answers typed, @Nullable List<MultipartFile> documents) {
        if (typed.text("source").isEmpty()) {
            return new Source.Brought(typed.text("text"), enclosures(documents));
        }
        try {
            return new Source.Filed(UUID.fromString(typed.text("source")));
        } catch (IllegalArgumentException unknown) {
            throw new ActRefused.Malformed("source", Said.of("cooperation.refused.their-source-unknown"));
        }
    }

    private static List<Enclosure> enclosures(@Nullable List<MultipartFile> files) {
        return files == null
                ? List.of()
                : files.stream()
                        .filter(file -> !file.isEmpty())
                        .map(TheirAnswerPages::enclosure)
                        .toList();
    }

    private static Enclosure enclosure(MultipartFile file) {
        try {
            return new Enclosure(
                    Objects.requireNonNullElse(file.getOriginalFilename(), "document")
                            .replaceAll(".*[/\\\\]", ""),
                    Objects.requireNonNullElse(file.getContentType(), MediaType.APPLICATION_OCTET_STREAM_VALUE),
                    file.getBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
