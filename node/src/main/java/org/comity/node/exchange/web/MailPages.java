package org.comity.node.exchange.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.directory.Channel;
import org.comity.node.directory.Fingerprint;
import org.comity.node.exchange.Answers;
import org.comity.node.exchange.Deliveries;
import org.comity.node.exchange.Enclosure;
import org.comity.node.exchange.FilingAnswers;
import org.comity.node.exchange.FilingAnswers.FilingRefused;
import org.comity.node.exchange.MessageId;
import org.comity.node.exchange.OwnMail;
import org.comity.node.exchange.ReceivedAnswer;
import org.comity.node.exchange.WatchingMailbox;
import org.comity.node.frame.FormErrors;
import org.comity.node.frame.Said;
import org.comity.node.identity.CurrentPerson;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The tray: what came from organisations without a node, until a person files it or sets it aside. */
@Controller
@RequestMapping("/channels/mail")
@PreAuthorize("hasAnyRole('DUTY_OFFICER', 'LAWYER')")
class MailPages {

    private static final int SETTLED_SHOWN = 20;

    private final Answers answers;
    private final FilingAnswers filing;
    private final Deliveries deliveries;
    private final OwnMail own;
    private final WatchingMailbox mailbox;
    private final CurrentPerson current;
    private final Telling telling;

    MailPages(
            Answers answers,
            FilingAnswers filing,
            Deliveries deliveries,
            OwnMail own,
            WatchingMailbox mailbox,
            CurrentPerson current,
            Telling telling) {
        this.answers = answers;
        this.filing = filing;
        this.deliveries = deliveries;
        this.own = own;
        this.mailbox = mailbox;
        this.current = current;
        this.telling = telling;
    }

    /** An answer as the pages show it. */
    record Row(
            UUID id,
            OffsetDateTime cameAt,
            String cameBy,
            String sender,
            String subject,
            String signature,
            String signatureWords,
            boolean sealed,
            Optional<String> trouble,
            String text,
            List<ReceivedAnswer.Attached> attached,
            Optional<OffsetDateTime> settledAt,
            String settledBy,
            Optional<String> answers,
            Optional<String> setAsideFor) {}

    @GetMapping
    String tray(Model model) {
        return tray(model, new FormErrors(), "", "");
    }

    private String tray(Model model, FormErrors errors, String sender, String text) {
        WatchingMailbox.State state = mailbox.state();
        model.addAttribute("tray", answers.tray().stream().map(this::row).toList());
        model.addAttribute(
                "settled",
                answers.settled(SETTLED_SHOWN).stream().map(this::row).toList());
        model.addAttribute("own", own);
        model.addAttribute(
                "fingerprint",
                own.fingerprint()
                        .map(Fingerprint::toString)
                        .map(it -> List.of(it.split(" ")))
                        .orElse(List.of()));
        model.addAttribute("watched", state.watched());
        model.addAttribute("lookedAt", Telling.utc(state.lastSuccessAt()));
        model.addAttribute("mailboxTrouble", state.wellSoFar() ? Optional.empty() : telling.of(state.trouble()));
        model.addAttribute("errors", errors);
        model.addAttribute("sender", sender);
        model.addAttribute("text", text);
        return "exchange/mail";
    }

    @GetMapping("/own-certificate")
    ResponseEntity<byte[]> ownCertificate() {
        return own.certificate()
                .map(pem -> Download.of("mail-certificate.pem", "application/x-pem-file", pem))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** A mail that someone saved from a mail program. */
    @PostMapping("/files")
    String take(@RequestParam MultipartFile mail, Model model, HttpServletResponse response) throws IOException {
        if (mail.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return tray(
                    model,
                    new FormErrors().add("mail", telling.of(Said.of("exchange.answer.refused.no-file"))),
                    "",
                    "");
        }
        UUID id = filing.take(mail.getBytes(), current.require().name());
        return "redirect:/channels/mail/" + id;
    }

    /** A letter, a fax or a call. */
    @PostMapping("/typed")
    String typeIn(
            @RequestParam(defaultValue = "") String sender,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) List<MultipartFile> documents,
            Model model,
            HttpServletResponse response)
            throws IOException {
        try {
            UUID id = filing.typeIn(sender, text, enclosures(documents), current.require());
            return "redirect:/channels/mail/" + id;
        } catch (FilingRefused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return tray(model, new FormErrors().add(refused.field(), telling.of(refused.said())), sender, text);
        } catch (Enclosure.BadEnclosure refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return tray(model, new FormErrors().add("documents", telling.of(refused.said())), sender, text);
        }
    }

    private static List<Enclosure> enclosures(@Nullable List<MultipartFile> files) throws IOException {
        List<Enclosure> enclosures = new ArrayList<>();
        for (MultipartFile file : files == null ? List.<MultipartFile>of() : files) {
            if (!file.isEmpty()) {
                String type = Optional.ofNullable(file.getContentType()).orElse("application/octet-stream");
                enclosures.add(new Enclosure(
                        Optional.ofNullable(file.getOriginalFilename()).orElse("document"), type, file.getBytes()));
            }
        }
        return enclosures;
    }

    @GetMapping("/{id}")
    String show(@PathVariable UUID id, Model model) {
        return show(require(id), model, new FormErrors());
    }

    private String show(ReceivedAnswer answer, Model model, FormErrors errors) {
        model.addAttribute("row", row(answer));
        model.addAttribute("signer", answer.signer().map(Fingerprint::toString));
        model.addAttribute(
                "suggestion", answer.suggestion().map(MessageId::value).orElse(""));
        model.addAttribute("messages", choices());
        model.addAttribute("errors", errors);
        return "exchange/answer";
    }

    /** Messages to organisations without a node, newest first: only those can be answered this way. */
    private Map<String, String> choices() {
        Map<String, String> choices = new LinkedHashMap<>();
        deliveries
                .latest(Channel.MAIL, Channel.PAPER)
                .forEach(it -> choices.put(
                        it.id().value(),
                        it.to() + " · "
                                + it.queuedAt().toString().substring(0, 16).replace('T', ' ') + " UTC · "
                                + it.id().value().substring(0, 18)));
        return choices;
    }

    @GetMapping("/{id}/documents/{number}")
    ResponseEntity<byte[]> document(@PathVariable UUID id, @PathVariable int number) {
        return answers.enclosure(require(id).id(), number)
                .map(it -> Download.of(it.name(), it.type(), it.content()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping("/{id}/original")
    ResponseEntity<byte[]> original(@PathVariable UUID id) {
        return answers.raw(require(id).id())
                .map(it -> Download.of(id + ".eml", "message/rfc822", it))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping("/{id}/filed")
    String file(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String message,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            filing.file(require(id).id(), new MessageId(message), current.require());
            next.addFlashAttribute("said", "filed");
            return "redirect:/channels/mail";
        } catch (FilingRefused refused) {
            return refused(id, model, response, refused);
        }
    }

    @PostMapping("/{id}/set-aside")
    String setAside(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String because,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        try {
            filing.setAside(require(id).id(), because, current.require());
            next.addFlashAttribute("said", "set-aside");
            return "redirect:/channels/mail";
        } catch (FilingRefused refused) {
            return refused(id, model, response, refused);
        }
    }

    @PostMapping("/{id}/back")
    String takeBack(@PathVariable UUID id, RedirectAttributes next) {
        filing.takeBack(require(id).id(), current.require());
        next.addFlashAttribute("said", "back");
        return "redirect:/channels/mail";
    }

    private String refused(UUID id, Model model, HttpServletResponse response, FilingRefused refused) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(require(id), model, new FormErrors().add(refused.field(), telling.of(refused.said())));
    }

    private ReceivedAnswer require(UUID id) {
        return answers.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private Row row(ReceivedAnswer answer) {
        return new Row(
                answer.id(),
                Telling.utc(answer.cameAt()),
                answer.cameBy(),
                answer.sender(),
                answer.subject(),
                answer.signature().token(),
                telling.of(answer.signature().said()),
                answer.sealed(),
                telling.of(answer.trouble()),
                answer.text(),
                answer.attached(),
                answer.settled().map(ReceivedAnswer.Settled::at).map(Telling::utc),
                answer.settled().map(ReceivedAnswer.Settled::by).orElse(""),
                answer.settled()
                        .filter(ReceivedAnswer.Settled.Filed.class::isInstance)
                        .map(ReceivedAnswer.Settled.Filed.class::cast)
                        .map(filed -> filed.from().value()),
                answer.settled()
                        .filter(ReceivedAnswer.Settled.SetAside.class::isInstance)
                        .map(ReceivedAnswer.Settled.SetAside.class::cast)
                        .map(ReceivedAnswer.Settled.SetAside::because));
    }
}
