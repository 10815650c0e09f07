package org.comity.node.exchange.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.comity.node.directory.Counterpart;
import org.comity.node.directory.Counterparts;
import org.comity.node.exchange.Deliveries;
import org.comity.node.exchange.Delivery;
import org.comity.node.exchange.Enclosure;
import org.comity.node.exchange.FilingAnswers.FilingRefused;
import org.comity.node.exchange.MessageId;
import org.comity.node.exchange.Outbox;
import org.comity.node.exchange.RecordingAcknowledgement;
import org.comity.node.frame.FormErrors;
import org.comity.node.identity.CurrentPerson;
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
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Messages on their way, over whichever channel; and what a person does where no machine can. */
@Controller
@RequestMapping("/channels")
@PreAuthorize("hasAnyRole('DUTY_OFFICER', 'LAWYER', 'ADMINISTRATOR')")
class MessagePages {

    private final Deliveries deliveries;
    private final Counterparts counterparts;
    private final Outbox outbox;
    private final RecordingAcknowledgement recording;
    private final CurrentPerson current;
    private final Telling telling;

    MessagePages(
            Deliveries deliveries,
            Counterparts counterparts,
            Outbox outbox,
            RecordingAcknowledgement recording,
            CurrentPerson current,
            Telling telling) {
        this.deliveries = deliveries;
        this.counterparts = counterparts;
        this.outbox = outbox;
        this.recording = recording;
        this.current = current;
        this.telling = telling;
    }

    /** A message as the pages show it. */
    record Row(
            String id,
            String party,
            String organisation,
            String channel,
            String state,
            OffsetDateTime queuedAt,
            Optional<OffsetDateTime> handedOverAt,
            Optional<OffsetDateTime> confirmedAt,
            Optional<String> proof,
            int attempts,
            Optional<String> trouble,
            Optional<OffsetDateTime> nextAttemptAt,
            boolean leadsToANode,
            boolean onPaper) {}

    @GetMapping
    String list(Model model) {
        model.addAttribute("rows", deliveries.waiting().stream().map(this::row).toList());
        return "exchange/messages";
    }

    @GetMapping("/messages/{id}")
    String show(@PathVariable String id, Model model) {
        return show(require(id), model, new FormErrors(), "", "");
    }

    private String show(Delivery delivery, Model model, FormErrors errors, String how, String source) {
        model.addAttribute("row", row(delivery));
        model.addAttribute("enclosures", deliveries.enclosures(delivery.id()));
        model.addAttribute("errors", errors);
        model.addAttribute("how", how);
        model.addAttribute("source", source);
        return "exchange/message";
    }

    @GetMapping("/messages/{id}/enclosures/{number}")
    ResponseEntity<byte[]> enclosure(@PathVariable String id, @PathVariable int number) {
        List<Enclosure> all = deliveries.enclosures(require(id).id());
        if (number < 1 || number > all.size()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Enclosure enclosure = all.get(number - 1);
        return Download.of(enclosure.name(), enclosure.type(), enclosure.content());
    }

    @PostMapping("/messages/{id}/again")
    String again(@PathVariable String id, RedirectAttributes next) {
        Delivery delivery = require(id);
        outbox.retry(delivery.id(), current.require().name());
        next.addFlashAttribute("said", "again");
        return "redirect:/channels/messages/" + id;
    }

    @PostMapping("/messages/{id}/handed-over")
    String handOver(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String how,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Delivery delivery = require(id);
        try {
            recording.handOver(delivery.id(), how, current.require());
            next.addFlashAttribute("said", "handed-over");
            return "redirect:/channels/messages/" + id;
        } catch (FilingRefused refused) {
            return refused(delivery, model, response, refused, how, "");
        }
    }

    @PostMapping("/messages/{id}/acknowledged")
    String acknowledge(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String source,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Delivery delivery = require(id);
        try {
            recording.acknowledge(delivery.id(), source, current.require());
            next.addFlashAttribute("said", "acknowledged");
            return "redirect:/channels/messages/" + id;
        } catch (FilingRefused refused) {
            return refused(delivery, model, response, refused, "", source);
        }
    }

    private String refused(
            Delivery delivery,
            Model model,
            HttpServletResponse response,
            FilingRefused refused,
            String how,
            String source) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(delivery, model, new FormErrors().add(refused.field(), telling.of(refused.said())), how, source);
    }

    private Delivery require(String id) {
        return deliveries.find(new MessageId(id)).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    Row row(Delivery delivery) {
        return new Row(
                delivery.id().value(),
                delivery.to().value(),
                counterparts.find(delivery.to()).map(Counterpart::organisation).orElse(""),
                telling.of(delivery.channel().said()),
                state(delivery),
                Telling.utc(delivery.queuedAt()),
                Telling.utc(delivery.handedOverAt()),
                Telling.utc(delivery.confirmedAt()),
                delivery.proof().map(Delivery.Proof::token),
                delivery.attempts(),
                telling.of(delivery.lastError()),
                Telling.utc(delivery.nextAttemptAt()),
                delivery.channel().leadsToANode(),
                delivery.channel().isByHand() && !delivery.channel().leadsToANode());
    }

    /** Last word of its message key. */
    private static String state(Delivery delivery) {
        return switch (delivery.state()) {
            case CONFIRMED -> "confirmed";
            case FAILED -> "failed";
            case QUEUED, SENT ->
                delivery.handedOverAt().isPresent()
                        ? "handed-over"
                        : delivery.channel().isByHand() ? "by-hand" : "sending";
        };
    }
}
