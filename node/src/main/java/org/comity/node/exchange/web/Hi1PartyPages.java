package org.comity.node.exchange.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.comity.hi1.EndpointId;
import org.comity.node.directory.CorrespondentRefused;
import org.comity.node.directory.Fingerprint;
import org.comity.node.directory.MailContact;
import org.comity.node.directory.PartyId;
import org.comity.node.exchange.Hi1Parties;
import org.comity.node.frame.FormErrors;
import org.comity.node.frame.Said;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.time.WallClock;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who speaks HI-1 with this node by a certificate of its own: shown, compared by a call back, then taken in. */
@Controller
@RequestMapping("/channels/hi1")
@PreAuthorize("hasRole('ADMINISTRATOR')")
class Hi1PartyPages {

    /** Time enough to get the next certificate before orders stop. */
    private static final Duration NOTICE = Duration.ofDays(60);

    private static final int LONGEST = 200;

    private final Hi1Parties parties;
    private final CurrentPerson current;
    private final Telling telling;
    private final TransactionTemplate transaction;
    private final Clock wallClock;

    Hi1PartyPages(
            Hi1Parties parties,
            CurrentPerson current,
            Telling telling,
            TransactionTemplate transaction,
            @WallClock Clock wallClock) {
        this.parties = parties;
        this.current = current;
        this.telling = telling;
        this.transaction = transaction;
        this.wallClock = wallClock;
    }

    /** A party as the page shows it. */
    record Row(
            String party,
            String organisation,
            String url,
            Optional<String> fingerprint,
            Optional<OffsetDateTime> expiresAt,
            String validity,
            OffsetDateTime addedAt,
            String addedBy,
            String confirmedHow) {}

    /** What was typed, on its way through the second step. */
    record Typed(String party, String organisation, String url, String identifier, String certificate) {
        static final Typed NOTHING = new Typed("", "", "https://", "", "");
    }

    @GetMapping
    String list(Model model) {
        return list(model, Typed.NOTHING, new FormErrors());
    }

    private String list(Model model, Typed typed, FormErrors errors) {
        model.addAttribute("rows", parties.all().stream().map(this::row).toList());
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        return "exchange/hi1";
    }

    /** First step: shows the fingerprint. Nothing is kept. */
    @PostMapping("/check")
    String check(
            @RequestParam(defaultValue = "") String party,
            @RequestParam(defaultValue = "") String organisation,
            @RequestParam(defaultValue = "") String url,
            @RequestParam(defaultValue = "") String identifier,
            @RequestParam MultipartFile certificate,
            Model model,
            HttpServletResponse response)
            throws IOException {
        String encoded = Base64.getEncoder().encodeToString(certificate.getBytes());
        Typed typed = new Typed(party.strip(), organisation.strip(), url.strip(), identifier.strip(), encoded);
        FormErrors errors = errors(typed);
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return list(model, typed, errors);
        }
        return compare(model, typed, new FormErrors(), "");
    }

    private String compare(Model model, Typed typed, FormErrors errors, String how) {
        X509Certificate certificate = certificate(typed);
        model.addAttribute("typed", typed);
        model.addAttribute(
                "fingerprint", List.of(Fingerprint.of(certificate).toString().split(" ")));
        model.addAttribute("expiresAt", Telling.utc(certificate.getNotAfter().toInstant()));
        model.addAttribute("subject", certificate.getSubjectX500Principal().getName());
        model.addAttribute("errors", errors);
        model.addAttribute("how", how);
        return "exchange/hi1-check";
    }

    /** Second step: takes in the party whose fingerprint the person has compared. */
    @PostMapping
    String admit(
            @RequestParam String party,
            @RequestParam String organisation,
            @RequestParam String url,
            @RequestParam String identifier,
            @RequestParam String certificate,
            @RequestParam(defaultValue = "") String how,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Typed typed = new Typed(party, organisation, url, identifier, certificate);
        FormErrors errors = errors(typed);
        if (!errors.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return list(model, typed, errors);
        }
        if (how.isBlank() || how.length() > LONGEST) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return compare(
                    model,
                    typed,
                    new FormErrors().add("how", telling.of(Said.of("exchange.hi1.refused.how", LONGEST))),
                    how);
        }
        PartyId id = new PartyId(party);
        String by = current.require().name();
        transaction.executeWithoutResult(status -> {
            parties.admit(id, EndpointId.of(id.state(), identifier), certificate(typed), URI.create(url), by);
            parties.describe(id, organisation, how.strip(), by);
        });
        next.addFlashAttribute("said", "admitted");
        return "redirect:/channels/hi1";
    }

    @PostMapping("/{party}/dismissed")
    String dismiss(@PathVariable String party, RedirectAttributes next) {
        try {
            parties.dismiss(new PartyId(party), current.require().name());
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, e);
        }
        next.addFlashAttribute("said", "dismissed");
        return "redirect:/channels/hi1";
    }

    private FormErrors errors(Typed typed) {
        FormErrors errors = new FormErrors();
        try {
            new PartyId(typed.party());
        } catch (IllegalArgumentException e) {
            errors.add("party", telling.of(Said.of("exchange.hi1.refused.party")));
        }
        if (typed.organisation().isBlank() || typed.organisation().length() > LONGEST) {
            errors.add("organisation", telling.of(Said.of("exchange.hi1.refused.organisation", LONGEST)));
        }
        if (!typed.url().matches("https://[^\\s/?#]+(/[^\\s?#]*)?")
                || typed.url().length() > LONGEST) {
            errors.add("url", telling.of(Said.of("exchange.hi1.refused.url")));
        }
        if (!typed.identifier().matches("[A-Za-z0-9._-]{1,64}")) {
            errors.add("identifier", telling.of(Said.of("exchange.hi1.refused.identifier")));
        }
        try {
            X509Certificate certificate = certificate(typed);
            if (!certificate.getNotAfter().toInstant().isAfter(wallClock.instant())) {
                errors.add("certificate", telling.of(Said.of("exchange.hi1.refused.ended")));
            }
        } catch (CorrespondentRefused refused) {
            errors.add("certificate", telling.of(refused.said()));
        } catch (IllegalArgumentException e) {
            errors.add("certificate", telling.of(Said.of("exchange.hi1.refused.certificate")));
        }
        return errors;
    }

    private static X509Certificate certificate(Typed typed) {
        return MailContact.certificate(Base64.getDecoder().decode(typed.certificate()));
    }

    private Row row(Hi1Parties.Known known) {
        Optional<Instant> expiry =
                known.certificate().map(it -> it.getNotAfter().toInstant());
        return new Row(
                known.party().value(),
                known.organisation(),
                known.url().toString(),
                known.certificate().map(it -> Fingerprint.of(it).toString()),
                Telling.utc(expiry),
                expiry.map(this::validity).orElse("card"),
                Telling.utc(known.addedAt()),
                known.addedBy(),
                known.confirmedHow());
    }

    /** Last word of its message key. */
    private String validity(Instant expiry) {
        Instant now = wallClock.instant();
        if (!expiry.isAfter(now)) {
            return "ended";
        }
        return expiry.isBefore(now.plus(NOTICE)) ? "ends-soon" : "valid";
    }
}
