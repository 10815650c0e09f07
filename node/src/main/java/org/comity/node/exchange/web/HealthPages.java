package org.comity.node.exchange.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.directory.PartyId;
import org.comity.node.directory.Peer;
import org.comity.node.directory.Peers;
import org.comity.node.exchange.Deliveries;
import org.comity.node.exchange.FilingAnswers.FilingRefused;
import org.comity.node.exchange.MaintenanceNotice;
import org.comity.node.exchange.MaintenanceNotices;
import org.comity.node.exchange.PeerTests;
import org.comity.node.exchange.TestingPeers;
import org.comity.node.frame.FormErrors;
import org.comity.node.frame.Said;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.identity.Role;
import org.springframework.http.HttpStatus;
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

/** How each peer fares: a test message with its result in words, and notices of when somebody will not answer. */
@Controller
@RequestMapping("/channels/health")
@PreAuthorize("hasAnyRole('DUTY_OFFICER', 'LAWYER', 'ADMINISTRATOR')")
class HealthPages {

    private static final String HERE = "redirect:/channels/health";

    private final Peers peers;
    private final PeerTests tests;
    private final TestingPeers testing;
    private final Deliveries deliveries;
    private final MaintenanceNotices notices;
    private final CurrentPerson current;
    private final Telling telling;
    private final Clock clock;

    HealthPages(
            Peers peers,
            PeerTests tests,
            TestingPeers testing,
            Deliveries deliveries,
            MaintenanceNotices notices,
            CurrentPerson current,
            Telling telling,
            Clock clock) {
        this.peers = peers;
        this.tests = tests;
        this.testing = testing;
        this.deliveries = deliveries;
        this.notices = notices;
        this.current = current;
        this.telling = telling;
        this.clock = clock;
    }

    /** A peer as the page shows it. */
    record Row(
            String party,
            String organisation,
            String channel,
            boolean onTheNetwork,
            Optional<OffsetDateTime> heardAt,
            Optional<OffsetDateTime> staleSince,
            Optional<Tested> tested,
            int waiting,
            List<Notice> notices) {}

    /** The last test of a peer. */
    record Tested(OffsetDateTime at, String by, long millis, Optional<String> trouble) {}

    /** A notice as the page shows it. */
    record Notice(
            UUID id,
            String party,
            OffsetDateTime from,
            OffsetDateTime until,
            String text,
            boolean now,
            int peers,
            int confirmed) {}

    @GetMapping
    String show(Model model) {
        return show(model, new FormErrors(), "", "", "");
    }

    private String show(Model model, FormErrors errors, String from, String until, String text) {
        model.addAttribute("rows", peers.all().stream().map(this::row).toList());
        model.addAttribute("own", notices.own().stream().map(this::notice).toList());
        model.addAttribute("administrator", current.require().is(Role.ADMINISTRATOR));
        model.addAttribute("errors", errors);
        model.addAttribute("from", from);
        model.addAttribute("until", until);
        model.addAttribute("text", text);
        return "exchange/health";
    }

    @PostMapping("/{party}/test")
    String test(@PathVariable String party, RedirectAttributes next) {
        PeerTests.Result result;
        try {
            result = testing.test(new PartyId(party), current.require().name());
        } catch (IllegalArgumentException | Peers.UnknownPeer e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, e);
        }
        next.addFlashAttribute("tested", party);
        next.addFlashAttribute("worked", result.worked());
        return HERE + "#" + party;
    }

    @PostMapping("/notices")
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    String announce(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            @RequestParam(defaultValue = "") String text,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        FormErrors errors = new FormErrors();
        Optional<Instant> begins = instant("from", from, errors);
        Optional<Instant> ends = instant("until", until, errors);
        if (begins.isPresent() && ends.isPresent()) {
            try {
                notices.announce(begins.get(), ends.get(), text, current.require());
                next.addFlashAttribute("said", "announced");
                return HERE;
            } catch (FilingRefused refused) {
                errors.add(refused.field(), telling.of(refused.said()));
            }
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(model, errors, from, until, text);
    }

    @PostMapping("/notices/{id}/off")
    @PreAuthorize("hasRole('ADMINISTRATOR')")
    String callOff(@PathVariable UUID id, RedirectAttributes next) {
        notices.callOff(id, current.require());
        next.addFlashAttribute("said", "called-off");
        return HERE;
    }

    /** As a browser writes a moment, read as UTC. */
    private Optional<Instant> instant(String field, String typed, FormErrors errors) {
        try {
            return Optional.of(LocalDateTime.parse(typed).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            errors.add(field, telling.of(Said.of("exchange.notice.refused.moment")));
            return Optional.empty();
        }
    }

    private Row row(Peer peer) {
        return new Row(
                peer.party().value(),
                peer.organisation(),
                telling.of(peer.channel().said()),
                !peer.channel().isByHand(),
                Telling.utc(peer.lastHeardAt()),
                Telling.utc(peer.staleSince(clock.instant())),
                tests.last(peer.party())
                        .map(it -> new Tested(Telling.utc(it.at()), it.by(), it.millis(), telling.of(it.trouble()))),
                deliveries.of(peer.party()).waiting(),
                notices.of(peer.party()).stream().map(this::notice).toList());
    }

    private Notice notice(MaintenanceNotice notice) {
        MaintenanceNotices.Told told = notices.told(notice);
        return new Notice(
                notice.id(),
                notice.party().value(),
                Telling.utc(notice.from()),
                Telling.utc(notice.until()),
                notice.text(),
                notice.holdsAt(clock.instant()),
                told.peers(),
                told.confirmed());
    }
}
