package org.comity.node.oversight.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.comity.node.frame.FormErrors;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.oversight.OversightRefused;
import org.comity.node.oversight.access.CommittingReadings;
import org.comity.node.oversight.alert.LookingForPatterns;
import org.comity.node.oversight.complaint.HearingComplaints;
import org.comity.node.oversight.count.Days;
import org.comity.node.oversight.keep.AuditorFile;
import org.comity.node.oversight.keep.ErasureRegister;
import org.comity.node.oversight.review.FollowingFindings;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What waits for oversight, patterns, erasures, and all of it for an auditor. */
@Controller
@RequestMapping("/oversight")
@PreAuthorize("hasRole('OVERSEER')")
class KeepPages {

    private final LookingForPatterns patterns;
    private final FollowingFindings findings;
    private final HearingComplaints complaints;
    private final ErasureRegister register;
    private final CommittingReadings committing;
    private final AuditorFile auditor;
    private final Refusing refusing;
    private final CurrentPerson current;
    private final Clock clock;

    KeepPages(
            LookingForPatterns patterns,
            FollowingFindings findings,
            HearingComplaints complaints,
            ErasureRegister register,
            CommittingReadings committing,
            AuditorFile auditor,
            Refusing refusing,
            CurrentPerson current,
            Clock clock) {
        this.patterns = patterns;
        this.findings = findings;
        this.complaints = complaints;
        this.register = register;
        this.committing = committing;
        this.auditor = auditor;
        this.refusing = refusing;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping
    String overview(Model model) {
        model.addAttribute("alerts", patterns.open());
        model.addAttribute("findings", findings.waiting());
        model.addAttribute("complaints", complaints.open());
        model.addAttribute("due", register.due().size());
        model.addAttribute("days", committing.days(1, 1, false));
        model.addAttribute("from", today().withDayOfYear(1));
        model.addAttribute("until", today());
        return "oversight/overview";
    }

    @GetMapping("/alerts")
    String alerts(Model model) {
        return alerts(new FormErrors(), model);
    }

    @PostMapping("/alerts")
    String look() {
        patterns.look();
        return "redirect:/oversight/alerts";
    }

    @PostMapping("/alerts/{id}")
    String handle(
            @PathVariable UUID id,
            @RequestParam String act,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            Locale locale) {
        return refusing.with(
                () -> {
                    switch (act) {
                        case "acknowledge" -> patterns.acknowledge(current.require(), id);
                        case "close" -> patterns.close(current.require(), id, reason);
                        default -> throw OversightRefused.notThere();
                    }
                    return "redirect:/oversight/alerts#a" + id;
                },
                errors -> alerts(errors, model),
                locale);
    }

    private String alerts(FormErrors errors, Model model) {
        model.addAttribute("alerts", patterns.all());
        model.addAttribute("errors", errors);
        return "oversight/alerts";
    }

    @GetMapping("/erasures")
    String erasures(Model model) {
        model.addAttribute("erased", register.erased());
        model.addAttribute("due", register.due());
        model.addAttribute("today", today());
        return "oversight/erasures";
    }

    @PostMapping("/auditor")
    ResponseEntity<byte[]> auditor(
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String until,
            Locale locale) {
        var days = Days.asked(from, until, today());
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "application/zip")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("oversight-%s-%s.zip".formatted(days.from(), days.until()))
                                .build()
                                .toString())
                .body(refusing.shown(() -> auditor.of(current.require(), days), locale));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }
}
