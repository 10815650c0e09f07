package org.comity.node.oversight.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.comity.node.frame.FormErrors;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.oversight.Overseeing;
import org.comity.node.oversight.OversightRefused;
import org.comity.node.oversight.review.Finding;
import org.comity.node.oversight.review.FollowingFindings;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was not in order: for oversight, and for whoever owns the case. */
@Controller
@RequestMapping("/oversight/findings")
class FindingPages {

    private final FollowingFindings findings;
    private final Refusing refusing;
    private final CurrentPerson current;
    private final Clock clock;

    FindingPages(FollowingFindings findings, Refusing refusing, CurrentPerson current, Clock clock) {
        this.findings = findings;
        this.refusing = refusing;
        this.current = current;
        this.clock = clock;
    }

    @GetMapping
    @PreAuthorize("hasRole('OVERSEER')")
    String all(Model model) {
        model.addAttribute("findings", findings.all());
        model.addAttribute("today", today());
        return "oversight/findings";
    }

    @GetMapping("/{id}")
    String one(@PathVariable UUID id, Model model, Locale locale) {
        return one(id, "", new FormErrors(), model, locale);
    }

    @PostMapping("/{id}")
    String act(
            @PathVariable UUID id,
            @RequestParam String act,
            @RequestParam(defaultValue = "") String answer,
            Model model,
            Locale locale) {
        return refusing.with(
                () -> {
                    var person = current.require();
                    switch (act) {
                        case "answer" -> findings.answer(person, id, answer);
                        case "send-back" -> findings.sendBack(person, id, answer);
                        case "settle" -> findings.settle(person, id, answer);
                        default -> throw OversightRefused.notThere();
                    }
                    return "redirect:/oversight/findings/" + id;
                },
                errors -> one(id, answer, errors, model, locale),
                locale);
    }

    private String one(UUID id, String typed, FormErrors errors, Model model, Locale locale) {
        var person = current.require();
        var it = refusing.shown(() -> findings.shown(person, id), locale);
        var overseer = Overseeing.mayRead(person);
        model.addAttribute("it", it);
        model.addAttribute("overseer", overseer);
        model.addAttribute("late", it.isLate(today()));
        model.addAttribute("mayAnswer", !overseer && it.state() == Finding.State.WITH_OWNER);
        model.addAttribute("mayDecide", overseer && it.state() != Finding.State.SETTLED);
        model.addAttribute("maySendBack", overseer && it.state() == Finding.State.WITH_OVERSIGHT);
        model.addAttribute("typed", typed);
        model.addAttribute("errors", errors);
        return "oversight/finding";
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneOffset.UTC));
    }
}
