package org.comity.node.cooperation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.cooperation.AnsweringOrder;
import org.comity.node.cooperation.DraftingRequest;
import org.comity.node.cooperation.HoldingRequest;
import org.comity.node.cooperation.ReadingRequests;
import org.comity.node.cooperation.act.Act;
import org.comity.node.cooperation.act.Answers;
import org.comity.node.cooperation.act.CarryingOut;
import org.comity.node.cooperation.act.DraftStep;
import org.comity.node.cooperation.act.Wording;
import org.comity.node.cooperation.life.RequestKind;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.DeliveredFile;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.documents.FormLanguage;
import org.comity.node.documents.Reading;
import org.comity.node.frame.FormErrors;
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

/** A request on either side: how it stands, why, what happened, and what can be done now. */
@Controller
class RequestPages {

    private static final MediaType DOCX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final ReadingRequests reading;
    private final HoldingRequest holding;
    private final DraftingRequest drafting;
    private final CarryingOut carryingOut;
    private final RequestPageModel page;
    private final CurrentPerson current;
    private final Wording wording;

    RequestPages(
            ReadingRequests reading,
            HoldingRequest holding,
            DraftingRequest drafting,
            CarryingOut carryingOut,
            RequestPageModel page,
            CurrentPerson current,
            Wording wording) {
        this.reading = reading;
        this.holding = holding;
        this.drafting = drafting;
        this.carryingOut = carryingOut;
        this.page = page;
        this.current = current;
        this.wording = wording;
    }

    @GetMapping("/requests/{id}")
    String request(@PathVariable RequestId id, Model model) {
        var person = current.require();
        return page.fill(model, reading.view(person, id), person, Optional.empty(), new FormErrors());
    }

    @PostMapping("/requests/{id}/acts/{act}")
    String act(
            @PathVariable RequestId id,
            @PathVariable("act") String name,
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(name = "files", required = false) @Nullable List<MultipartFile> files,
            Model model,
            RedirectAttributes next,
            HttpServletResponse response) {
        var person = current.require();
        var act = Act.of(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var view = reading.view(person, id);
        var answers = Answers.typed(parameters).attaching(attached(files));
        var errors = new FormErrors();
        try {
            if (act.readsEvidence()) {
                carryingOut.carryOut(act, person, view.request(), answers);
            } else {
                holding.whileHeld(person, id, request -> {
                    requireSeen(act, request, answers);
                    carryingOut.carryOut(act, person, view.request(), answers);
                });
            }
            next.addFlashAttribute("said", wording.of("said." + act.id()));
            return "redirect:/requests/" + id;
        } catch (ActRefused.ChangedMeanwhile meanwhile) {
            return changed(view.request(), answers, model, response);
        } catch (ActRefused.Malformed malformed) {
            wording.tell(errors, act.idOf(malformed.field()), malformed);
        } catch (ActRefused.Incomplete incomplete) {
            tell(errors, act, answers, incomplete);
        } catch (ActRefused refused) {
            wording.tell(errors, act.id(), refused);
        } catch (Answers.Unreadable unreadable) {
            wording.tell(errors, unreadable.in(act));
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page.fill(model, reading.view(person, id), person, Optional.of(Map.entry(act, answers)), errors);
    }

    /** A second person approves what they saw: a translation may have come since. */
    private static void requireSeen(Act act, Request request, Answers answers) {
        if (act == Act.APPROVE && answers.has(Versions.FIELD) && request.version() != Versions.seen(answers)) {
            throw new ActRefused.ChangedMeanwhile(request.reference());
        }
    }

    private static List<AnsweringOrder.Attachment> attached(@Nullable List<MultipartFile> files) {
        return files == null
                ? List.of()
                : files.stream()
                        .filter(file -> !file.isEmpty())
                        .map(RequestPages::attachment)
                        .toList();
    }

    private static AnsweringOrder.Attachment attachment(MultipartFile file) {
        try {
            var name = Objects.requireNonNullElse(file.getOriginalFilename(), "file")
                    .replaceAll(".*[/\\\\]", "");
            var type = Objects.requireNonNullElse(file.getContentType(), MediaType.APPLICATION_OCTET_STREAM_VALUE);
            return new AnsweringOrder.Attachment(name, type, file.getBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * A file that was handed over with the answer to an order; always to be saved, never shown. Where its use is limited, the
     * page of the exhibit shows the conditions first.
     */
    @GetMapping("/requests/{id}/files/{file}")
    ResponseEntity<byte[]> file(@PathVariable RequestId id, @PathVariable UUID file) throws IOException {
        var person = current.require();
        var content =
                reading.file(person, id, file).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var name = reading.view(person, id).files().stream()
                .filter(it -> it.id().equals(file))
                .map(DeliveredFile::name)
                .findFirst()
                .orElse("file");
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }

    /** Begins a draft that follows this request up, with what was said in it. */
    @PostMapping("/requests/{id}/following")
    String followUp(@PathVariable RequestId id, @RequestParam String kind, RedirectAttributes next) {
        try {
            var draft = drafting.followUp(current.require(), id, RequestKind.ofToken(kind));
            return "redirect:/requests/%s/%s".formatted(draft, DraftStep.DATA.path());
        } catch (ActRefused refused) {
            next.addFlashAttribute("said", wording.of(refused.said()));
            return "redirect:/requests/" + id;
        }
    }

    /** At the fields that were left empty, if it is one of the form's own; else at the form. */
    private void tell(FormErrors errors, Act act, Answers answers, ActRefused.Incomplete incomplete) {
        act.fields().stream()
                .map(Act.Field::name)
                .filter(incomplete.fields()::contains)
                .filter(field -> answers.text(field).isEmpty())
                .forEach(field -> wording.tell(errors, act.idOf(field), incomplete));
        if (errors.isEmpty()) {
            wording.tell(errors, act.id(), incomplete);
        }
    }

    private static String changed(Request request, Answers answers, Model model, HttpServletResponse response) {
        model.addAttribute("reference", request.reference());
        model.addAttribute("again", "/requests/" + request.id());
        model.addAttribute("written", answers.written());
        response.setStatus(HttpStatus.CONFLICT.value());
        return "cooperation/changed";
    }

    /**
     * The form to print, to carry by hand, or to work on.
     *
     * @param in the language it is read in; the original stands beside unless it is the same
     */
    @GetMapping("/requests/{id}/form.{format:pdf|docx}")
    ResponseEntity<byte[]> form(
            @PathVariable RequestId id, @PathVariable String format, @RequestParam(defaultValue = "en") String in) {
        var language = FormLanguage.of(in).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var read = language == FormLanguage.ENGLISH
                ? Reading.in(language)
                : Reading.sideBySide(FormLanguage.ENGLISH, language);
        var person = current.require();
        var request = reading.view(person, id).request();
        var isPdf = format.equals("pdf");
        var file = ContentDisposition.attachment()
                .filename("%s-%s.%s".formatted(request.reference(), language.code(), format), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(isPdf ? MediaType.APPLICATION_PDF : DOCX)
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(isPdf ? reading.pdf(person, id, read) : reading.docx(person, id, read));
    }

    /** Exactly what was sent or taken in with a step. */
    @GetMapping("/requests/{id}/messages/{number:[0-9]{1,6}}")
    ResponseEntity<byte[]> message(@PathVariable RequestId id, @PathVariable int number) {
        var message = reading.hi1(current.require(), id, number)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        var file = ContentDisposition.attachment()
                .filename("request-%s-%d.xml".formatted(id, number), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_XML)
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(message);
    }
}
