package org.comity.node.oversight.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import org.comity.node.frame.FormErrors;
import org.comity.node.frame.Said;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.oversight.Overseeing;
import org.comity.node.oversight.OversightRefused;
import org.comity.node.oversight.complaint.Complaint;
import org.comity.node.oversight.complaint.Complaint.Complainant;
import org.comity.node.oversight.complaint.HearingComplaints;
import org.comity.node.oversight.complaint.HearingComplaints.Heard;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Complaints: taken in by whoever answers for the State or the provider, decided by oversight. */
@Controller
@RequestMapping("/oversight/complaints")
class ComplaintPages {

    private final HearingComplaints hearing;
    private final Refusing refusing;
    private final CurrentPerson current;
    private final Clock clock;

    ComplaintPages(HearingComplaints hearing, Refusing refusing, CurrentPerson current, Clock clock) {
        this.hearing = hearing;
        this.refusing = refusing;
        this.current = current;
        this.clock = clock;
    }

    /** As typed. */
    record Draft(
            String received, String subject, String request, String name, String contact, String text, String due) {}

    @GetMapping
    String all(Model model, Locale locale) {
        var person = refusing.shown(this::taker, locale);
        model.addAttribute("complaints", hearing.all(person));
        model.addAttribute("today", today());
        return "oversight/complaints";
    }

    private org.comity.node.identity.Person taker() {
        var person = current.require();
        if (!Overseeing.mayTakeIn(person)) {
            throw OversightRefused.notThere();
        }
        return person;
    }

    @GetMapping("/new")
    String blank(Model model, Locale locale) {
        refusing.shown(this::taker, locale);
        return form(new Draft(today().toString(), "", "", "", "", "", ""), new FormErrors(), model);
    }

    @PostMapping
    String takeIn(
            @RequestParam(defaultValue = "") String received,
            @RequestParam(defaultValue = "") String subject,
            @RequestParam(defaultValue = "") String request,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String contact,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String due,
            Model model,
            Locale locale) {
        return refusing.with(
                () -> "redirect:/oversight/complaints/"
                        + hearing.takeIn(
                                current.require(),
                                new Heard(
                                        Typed.day(received)
                                                .orElseThrow(() -> new OversightRefused(
                                                        "received", Said.of("oversight.refused.received"))),
                                        subject,
                                        request,
                                        new Complainant(name, contact, text),
                                        Typed.day(due))),
                errors -> form(new Draft(received, subject, request, name, contact, text, due), errors, model),
                locale);
    }

    private static String form(Draft draft, FormErrors errors, Model model) {
        model.addAttribute("draft", draft);
        model.addAttribute("errors", errors);
        return "oversight/complaint-form";
    }

    @GetMapping("/{number:[0-9]{1,9}}")
    String one(@PathVariable int number, Model model, Locale locale) {
        return one(number, "", new FormErrors(), model, locale);
    }

    @PostMapping("/{number:[0-9]{1,9}}")
    String act(
            @PathVariable int number,
            @RequestParam String act,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String remedy,
            @RequestParam(defaultValue = "") String reasons,
            @RequestParam(defaultValue = "") String because,
            Model model,
            Locale locale) {
        return refusing.with(
                () -> {
                    switch (act) {
                        case "decide" ->
                            hearing.decide(
                                    current.require(),
                                    number,
                                    Complaint.Outcome.of(outcome)
                                            .orElseThrow(() -> new OversightRefused(
                                                    "outcome", Said.of("oversight.refused.outcome"))),
                                    Complaint.Remedy.of(remedy).orElse(Complaint.Remedy.NONE),
                                    reasons);
                        case "erase" -> hearing.erase(current.require(), number, because);
                        default -> throw OversightRefused.notThere();
                    }
                    return "redirect:/oversight/complaints/" + number;
                },
                errors -> one(number, reasons, errors, model, locale),
                locale);
    }

    private String one(int number, String reasons, FormErrors errors, Model model, Locale locale) {
        var person = current.require();
        var it = refusing.shown(() -> hearing.shown(person, number), locale);
        model.addAttribute("it", it);
        model.addAttribute("person", it.person().orElse(null));
        model.addAttribute("request", it.request().orElse(null));
        model.addAttribute("requestId", it.requestId().orElse(null));
        model.addAttribute("decision", it.decision().orElse(null));
        model.addAttribute("erased", it.erased().orElse(null));
        model.addAttribute("late", it.isLate(today()));
        model.addAttribute("overseer", Overseeing.mayDecide(person));
        model.addAttribute("outcomes", Complaint.Outcome.values());
        model.addAttribute("remedies", Complaint.Remedy.values());
        model.addAttribute("reasons", reasons);
        model.addAttribute("errors", errors);
        return "oversight/complaint";
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }
}
