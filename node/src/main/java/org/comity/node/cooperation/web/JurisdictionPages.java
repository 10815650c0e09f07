package org.comity.node.cooperation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.comity.law.Finding;
import org.comity.law.Jurisdiction;
import org.comity.law.JurisdictionRule.Link;
import org.comity.law.StateCode;
import org.comity.node.cooperation.ReadingRequests;
import org.comity.node.cooperation.WeighingJurisdiction;
import org.comity.node.cooperation.act.Answers;
import org.comity.node.cooperation.act.Citations;
import org.comity.node.cooperation.act.Wording;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.frame.FormErrors;
import org.comity.node.frame.Said;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.identity.Power;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Which States may claim a case, why, and what they agreed on. */
@Controller
class JurisdictionPages {

    private final ReadingRequests reading;
    private final WeighingJurisdiction weighing;
    private final CurrentPerson current;
    private final Lists lists;
    private final Citations citations;
    private final Wording wording;

    JurisdictionPages(
            ReadingRequests reading,
            WeighingJurisdiction weighing,
            CurrentPerson current,
            Lists lists,
            Citations citations,
            Wording wording) {
        this.reading = reading;
        this.weighing = weighing;
        this.current = current;
        this.lists = lists;
        this.citations = citations;
        this.wording = wording;
    }

    record TieRow(String id, String state, String link, String reason, String by, Moment at) {}

    record FindingRow(String result, String reason, String citation, boolean recalled) {}

    record ClaimRow(String code, String state, String standing, List<FindingRow> findings) {}

    record ConsultationRow(String state, String on, String outcome, String by) {}

    @GetMapping("/cases/{reference}/jurisdiction")
    String read(@PathVariable String reference, Model model, Locale locale) {
        return page(reference, Answers.NONE, new FormErrors(), model, locale);
    }

    @PostMapping("/cases/{reference}/jurisdiction/ties")
    String tie(
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            Locale locale,
            RedirectAttributes next,
            HttpServletResponse response) {
        var answers = Answers.typed(parameters);
        return answered(reference, answers, "jurisdiction.tied", model, locale, next, response, () -> {
            weighing.tie(
                    current.require(),
                    reference,
                    state(answers, "state"),
                    link(answers.text("link")),
                    answers.text("reason"));
        });
    }

    @PostMapping("/cases/{reference}/jurisdiction/ties/{tie}/take-back")
    String takeBack(@PathVariable String reference, @PathVariable UUID tie, RedirectAttributes next) {
        weighing.takeBack(current.require(), reference, tie);
        next.addFlashAttribute("said", wording.of("said.taken-back"));
        return "redirect:/cases/" + reference + "/jurisdiction";
    }

    @PostMapping("/cases/{reference}/jurisdiction/consultations")
    String consulted(
            @PathVariable String reference,
            @RequestParam MultiValueMap<String, String> parameters,
            Model model,
            Locale locale,
            RedirectAttributes next,
            HttpServletResponse response) {
        var answers = Answers.typed(parameters);
        return answered(reference, answers, "jurisdiction.consulted", model, locale, next, response, () -> {
            var on = answers.date("on")
                    .orElseThrow(() -> new Answers.Unreadable("on", Said.of("cooperation.wrong.as-of")));
            weighing.consulted(current.require(), reference, state(answers, "with"), on, answers.text("outcome"));
        });
    }

    private static StateCode state(Answers answers, String field) {
        try {
            return StateCode.of(answers.text(field));
        } catch (IllegalArgumentException e) {
            throw new ActRefused.Malformed(field, Said.of("cooperation.refused.tie"));
        }
    }

    private static Link link(String code) {
        return Arrays.stream(Link.values())
                .filter(link -> link.isFact() && link.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new ActRefused.Malformed("link", Said.of("cooperation.refused.tie-link")));
    }

    private String answered(
            String reference,
            Answers answers,
            String done,
            Model model,
            Locale locale,
            RedirectAttributes next,
            HttpServletResponse response,
            Runnable work) {
        var errors = new FormErrors();
        try {
            work.run();
            next.addFlashAttribute("said", wording.of(done));
            return "redirect:/cases/" + reference + "/jurisdiction";
        } catch (ActRefused.Malformed malformed) {
            wording.tell(errors, malformed.field(), malformed);
        } catch (ActRefused refused) {
            wording.tell(errors, "state", refused);
        } catch (Answers.Unreadable unreadable) {
            errors.add(unreadable.field(), wording.of(unreadable.said()));
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return page(reference, answers, errors, model, locale);
    }

    private String page(String reference, Answers answers, FormErrors errors, Model model, Locale locale) {
        var person = current.require();
        var weighed = weighing.of(person, reference);
        model.addAttribute("caseFile", reading.caseFile(person, reference));
        model.addAttribute("answers", answers);
        model.addAttribute("errors", errors);
        model.addAttribute("desk", person.may(Power.DRAFT));
        model.addAttribute("ties", weighed.ties().stream().map(tie -> row(tie)).toList());
        model.addAttribute(
                "claims",
                weighed.answer().claims().stream()
                        .map(claim -> row(claim, locale))
                        .toList());
        model.addAttribute("together", rows(weighed.answer().together(), locale));
        model.addAttribute(
                "consultations",
                weighed.consultations().stream()
                        .map(held -> new ConsultationRow(
                                lists.stateName(held.state().value()), held.on().toString(), held.outcome(), held.by()))
                        .toList());
        model.addAttribute("states", lists.allStates());
        model.addAttribute("links", links());
        return "cooperation/jurisdiction";
    }

    private TieRow row(WeighingJurisdiction.Tie tie) {
        return new TieRow(
                tie.id().toString(),
                lists.stateName(tie.state().value()),
                wording.of("jurisdiction.link." + tie.link().code()),
                tie.reason(),
                tie.by(),
                Moment.of(tie.at()));
    }

    private ClaimRow row(Jurisdiction.Claim claim, Locale locale) {
        return new ClaimRow(
                claim.state().code().value(),
                lists.stateName(claim.state().code().value()),
                claim.standing().code(),
                rows(claim.findings(), locale));
    }

    private List<FindingRow> rows(List<Finding> findings, Locale locale) {
        return findings.stream()
                .map(finding -> new FindingRow(
                        finding.result().code(),
                        finding.reason(locale),
                        finding.provision().isEmpty() ? "" : citations.of(finding.provision()),
                        finding.basis() == org.comity.law.Basis.RECALLED
                                && !finding.provision().isEmpty()))
                .toList();
    }

    private Map<String, String> links() {
        return wording.choices(
                "jurisdiction.link",
                Arrays.stream(Link.values()).filter(Link::isFact).map(Link::code));
    }
}
