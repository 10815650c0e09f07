package org.comity.node.legislation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.comity.node.frame.FormErrors;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.identity.People;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.comity.node.legislation.change.BeginningForm;
import org.comity.node.legislation.change.ChangeFilter;
import org.comity.node.legislation.change.ChangeFilter.Shelf;
import org.comity.node.legislation.change.ChangeRefused;
import org.comity.node.legislation.change.ChangeRefused.Reason;
import org.comity.node.legislation.change.Kind;
import org.comity.node.legislation.change.Proposal;
import org.comity.node.legislation.change.ProposalEvent;
import org.comity.node.legislation.change.ProposalId;
import org.comity.node.legislation.change.ProposalState;
import org.comity.node.legislation.change.ProposingChange;
import org.comity.node.legislation.change.ReadingChanges;
import org.comity.node.legislation.change.ReviewingChange;
import org.comity.node.legislation.change.Transitions;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changes of the law base: the list, the forms, the review. */
@Controller
class ChangePages {

    private static final String CHANGE = "redirect:/law/changes/";

    private final ProposingChange proposing;
    private final ReviewingChange reviewing;
    private final ReadingChanges reading;
    private final BeginningForm beginning;
    private final ChangeWords words;
    private final CurrentPerson current;
    private final People people;

    ChangePages(
            ProposingChange proposing,
            ReviewingChange reviewing,
            ReadingChanges reading,
            BeginningForm beginning,
            ChangeWords words,
            CurrentPerson current,
            People people) {
        this.proposing = proposing;
        this.reviewing = reviewing;
        this.reading = reading;
        this.beginning = beginning;
        this.words = words;
        this.current = current;
        this.people = people;
    }

    @GetMapping("/law/changes")
    String list(
            @RequestParam(defaultValue = "") String shelf,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String what,
            @RequestParam(defaultValue = "1") String page,
            Model model) {
        Person person = current.require();
        ChangeFilter filter = new ChangeFilter(shelf(shelf, person), state, kind(what), number(page));
        ReadingChanges.Page found = reading.list(person, filter);
        model.addAttribute("filter", filter);
        model.addAttribute("page", found);
        model.addAttribute(
                "rows",
                found.proposals().stream()
                        .map(proposal -> ChangeRow.of(proposal, words, ReviewingChange.offeredTo(person, proposal)))
                        .toList());
        model.addAttribute("states", words.states());
        model.addAttribute("kinds", words.kinds(Arrays.asList(Kind.values())));
        model.addAttribute("expert", person.is(Role.LAW_EXPERT));
        return "legislation/changes";
    }

    /** Where a person's own work lies: what waits for a reviewer, what an expert wrote, what all may read. */
    private static Shelf shelf(String asked, Person person) {
        return Arrays.stream(Shelf.values())
                .filter(shelf -> shelf.name().equalsIgnoreCase(asked))
                .findFirst()
                .orElseGet(() ->
                        person.is(Role.LAW_EXPERT) || person.is(Role.LAW_REVIEWER) ? Shelf.OPEN : Shelf.PUBLISHED);
    }

    private static Optional<Kind> kind(String asked) {
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equals(asked))
                .findFirst();
    }

    private static int number(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 1;
    }

    /**
     * First asks what happened, then shows the form for it, begun with the fact that the link is about. Who is no expert sees
     * whom to tell.
     */
    @GetMapping("/law/changes/new")
    String begin(
            @RequestParam(defaultValue = "") String about, @RequestParam(defaultValue = "") String what, Model model) {
        if (!current.require().is(Role.LAW_EXPERT)) {
            model.addAttribute("experts", people.with(Role.LAW_EXPERT));
            return "legislation/change-tell";
        }
        Optional<Kind> kind = kind(what).filter(Kind::filledIn);
        if (kind.isEmpty()) {
            model.addAttribute("kinds", words.kinds(beginning.kinds(about)));
            model.addAttribute("about", about);
            return "legislation/change-kinds";
        }
        return form(ChangeSheet.fresh(kind.get(), beginning.cells(kind.get(), about), words), new FormErrors(), model);
    }

    @PostMapping("/law/changes")
    String open(
            @RequestParam String what,
            @RequestParam Map<String, String> sent,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "save") String step,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Person person = requireExpert();
        Kind kind = kind(what)
                .filter(Kind::filledIn)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        Proposal draft = proposing.open(person, kind, ChangeSheet.cells(kind, sent), why);
        return handedOver(person, draft, step, model, response, next);
    }

    @GetMapping("/law/changes/{id}/edit")
    String edit(@PathVariable String id, Model model) {
        Proposal draft = reading.proposal(requireExpert(), id(id));
        if (draft.state() != ProposalState.DRAFT || !draft.kind().filledIn()) {
            return CHANGE + id;
        }
        return form(ChangeSheet.of(draft, words), new FormErrors(), model);
    }

    @PostMapping("/law/changes/{id}")
    String save(
            @PathVariable String id,
            @RequestParam int version,
            @RequestParam Map<String, String> sent,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "save") String step,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        Person person = requireExpert();
        Proposal known = reading.proposal(person, id(id));
        Map<String, String> cells = ChangeSheet.cells(known.kind(), sent);
        try {
            return handedOver(
                    person, proposing.save(person, known.id(), version, cells, why), step, model, response, next);
        } catch (ChangeRefused refused) {
            if (refused.reason() != Reason.CHANGED_MEANWHILE) {
                throw refused;
            }
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute("meanwhile", ChangeSheet.of(known, words).fields());
            return form(
                    ChangeSheet.of(known, words).with(cells, why, words),
                    new FormErrors().add("version", words.refusal(refused)),
                    model);
        }
    }

    private String handedOver(
            Person person,
            Proposal draft,
            String step,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        if (!step.equals("submit")) {
            next.addFlashAttribute("said", "saved");
            return CHANGE + draft.id();
        }
        try {
            proposing.submit(person, draft.id(), draft.version());
            next.addFlashAttribute("said", "submitted");
            return CHANGE + draft.id();
        } catch (ChangeRefused refused) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(ChangeSheet.of(draft, words), errors(refused), model);
        }
    }

    private FormErrors errors(ChangeRefused refused) {
        FormErrors errors = new FormErrors();
        refused.faults().forEach(fault -> errors.add(fault.column(), words.fault(fault)));
        if (errors.isEmpty()) {
            errors.add("form", words.refusal(refused));
        }
        return errors;
    }

    private static String form(ChangeSheet sheet, FormErrors errors, Model model) {
        model.addAttribute("sheet", sheet);
        model.addAttribute("errors", errors);
        return "legislation/change-form";
    }

    @GetMapping("/law/changes/{id}")
    String view(@PathVariable String id, @RequestParam(defaultValue = "1") String rows, Model model) {
        return page(id(id), number(rows), new FormErrors(), model);
    }

    private String page(ProposalId id, int rows, FormErrors errors, Model model) {
        Person person = current.require();
        ReadingChanges.View view = reading.view(person, id);
        Proposal proposal = view.proposal();
        model.addAttribute("view", view);
        model.addAttribute("change", ChangeRow.of(proposal, words, false));
        view.reverted().ifPresent(it -> model.addAttribute("reverted", ChangeRow.of(it, words, false)));
        model.addAttribute("difference", DifferencePage.of(view.difference(), rows, words));
        model.addAttribute("effects", EffectRow.of(view.effects(), words));
        boolean own = proposal.isBy(person) && person.is(Role.LAW_EXPERT);
        model.addAttribute(
                "mayEdit",
                own
                        && proposal.state() == ProposalState.DRAFT
                        && proposal.kind().filledIn());
        model.addAttribute(
                "mayHandOver",
                own
                        && proposal.state() == ProposalState.DRAFT
                        && !proposal.kind().filledIn());
        model.addAttribute("mayWithdraw", own && Transitions.offers(proposal.state(), ProposalEvent.WITHDRAWN));
        model.addAttribute("mayReview", ReviewingChange.offeredTo(person, proposal));
        model.addAttribute(
                "mayRevert",
                person.is(Role.LAW_EXPERT)
                        && proposal.kind() != Kind.REVERT
                        && Transitions.offers(proposal.state(), ProposalEvent.REVERTED));
        model.addAttribute("errors", errors);
        return "legislation/change";
    }

    @PostMapping("/law/changes/{id}/withdrawal")
    String withdraw(
            @PathVariable String id,
            @RequestParam int version,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        return acted(id, model, response, next, "withdrawn", person -> proposing.withdraw(person, id(id), version));
    }

    @PostMapping("/law/changes/{id}/hand-over")
    String handOver(
            @PathVariable String id,
            @RequestParam int version,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        return acted(id, model, response, next, "submitted", person -> proposing.submit(person, id(id), version));
    }

    @PostMapping("/law/changes/{id}/review")
    String review(
            @PathVariable String id,
            @RequestParam int version,
            @RequestParam String act,
            @RequestParam(defaultValue = "") String remark,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        model.addAttribute("remark", remark);
        return switch (act) {
            case "publish" ->
                acted(
                        id,
                        model,
                        response,
                        next,
                        "published",
                        person -> reviewing.publish(person, id(id), version, remark));
            case "send-back" ->
                acted(
                        id,
                        model,
                        response,
                        next,
                        "sent-back",
                        person -> reviewing.sendBack(person, id(id), version, remark));
            case "refuse" ->
                acted(
                        id,
                        model,
                        response,
                        next,
                        "refused",
                        person -> reviewing.refuse(person, id(id), version, remark));
            default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        };
    }

    @PostMapping("/law/changes/{id}/revert")
    String revert(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String why,
            Model model,
            HttpServletResponse response,
            RedirectAttributes next) {
        model.addAttribute("why", why);
        return acted(id, model, response, next, "reverting", person -> proposing.revert(person, id(id), why));
    }

    /** What a person does on the page of a change. */
    private interface Act {
        Proposal by(Person person);
    }

    private String acted(
            String id, Model model, HttpServletResponse response, RedirectAttributes next, String said, Act act) {
        try {
            Proposal done = act.by(current.require());
            next.addFlashAttribute("said", said);
            return CHANGE + done.id();
        } catch (ChangeRefused refused) {
            if (refused.reason() == Reason.ABSENT) {
                throw refused;
            }
            response.setStatus(
                    refused.reason() == Reason.CHANGED_MEANWHILE
                            ? HttpStatus.CONFLICT.value()
                            : HttpStatus.UNPROCESSABLE_CONTENT.value());
            String field =
                    refused.reason() == Reason.NO_REASON_GIVEN ? (said.equals("reverting") ? "why" : "remark") : "act";
            return page(id(id), 1, new FormErrors().add(field, words.refusal(refused)), model);
        }
    }

    private Person requireExpert() {
        Person person = current.require();
        if (!person.is(Role.LAW_EXPERT)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return person;
    }

    static ProposalId id(String text) {
        try {
            return ProposalId.of(text);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND, null, e);
        }
    }
}
