package org.comity.node.cooperation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.comity.node.cooperation.DraftingRequest;
import org.comity.node.cooperation.OpeningCaseFile;
import org.comity.node.cooperation.ReadingRequests;
import org.comity.node.cooperation.ReferringElsewhere;
import org.comity.node.cooperation.ReferringElsewhere.Matter;
import org.comity.node.cooperation.act.Answers;
import org.comity.node.cooperation.act.DraftAnswers;
import org.comity.node.cooperation.act.DraftStep;
import org.comity.node.cooperation.act.Wording;
import org.comity.node.cooperation.life.RequestKind;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.CaseFile;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.frame.FormErrors;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.identity.Person;
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

/** Case files: found, opened, and read with their requests. */
@Controller
class CaseFilePages {

    private final ReadingRequests reading;
    private final OpeningCaseFile opening;
    private final DraftingRequest drafting;
    private final CurrentPerson current;
    private final WorkModel work;
    private final PlaceModel places;
    private final Lists lists;
    private final ReferringElsewhere referring;
    private final Wording wording;

    CaseFilePages(
            ReadingRequests reading,
            OpeningCaseFile opening,
            DraftingRequest drafting,
            CurrentPerson current,
            WorkModel work,
            PlaceModel places,
            Lists lists,
            ReferringElsewhere referring,
            Wording wording) {
        this.reading = reading;
        this.opening = opening;
        this.drafting = drafting;
        this.current = current;
        this.work = work;
        this.places = places;
        this.lists = lists;
        this.referring = referring;
        this.wording = wording;
    }

    record CaseRow(String reference, String title, String openedBy, Moment openedAt) {
        static CaseRow of(CaseFile caseFile) {
            return new CaseRow(
                    caseFile.reference(), caseFile.title(), caseFile.openedByName(), Moment.of(caseFile.openedAt()));
        }
    }

    record RequestRow(
            String id, String reference, String kind, String peer, String state, String side, Moment openedAt) {
        static RequestRow of(Request request) {
            var asked = request.content().requestedState();
            return new RequestRow(
                    request.id().toString(),
                    request.reference(),
                    request.kind().token(),
                    request.counterpart().map(party -> party.state()).orElse(asked.isBlank() ? "?" : asked),
                    request.state().name(),
                    request.side().name().toLowerCase(Locale.ROOT),
                    Moment.of(request.openedAt()));
        }
    }

    /** @param q words, all of which must occur; looks among the requests too, since a peer quotes their references */
    @GetMapping("/cases")
    String list(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "1") int page, Model model) {
        var person = current.require();
        var shown = Math.clamp(page, 1, 100_000);
        var cases = reading.searchCaseFiles(person, q, shown - 1);
        model.addAttribute("q", q);
        model.addAttribute("page", shown);
        model.addAttribute("more", cases.size() == ReadingRequests.PAGE);
        model.addAttribute("cases", cases.stream().map(CaseRow::of).toList());
        model.addAttribute(
                "requests",
                q.isBlank() || shown > 1
                        ? List.of()
                        : reading.searchRequests(person, q, 0).stream()
                                .map(RequestRow::of)
                                .toList());
        model.addAttribute("desk", isDesk(person));
        return "cooperation/cases";
    }

    /** @param state whom the request will be made to, where the way began on its page */
    @GetMapping("/cases/new")
    String blank(@RequestParam(defaultValue = "") String state, Model model) {
        return blank(model, Answers.NONE.and("state", known(state)), new FormErrors());
    }

    @PostMapping("/cases")
    String open(@RequestParam MultiValueMap<String, String> parameters, Model model, HttpServletResponse response) {
        var answers = Answers.typed(parameters);
        var errors = new FormErrors();
        try {
            var caseFile = opening.open(
                    current.require(),
                    new OpeningCaseFile.Opening(
                            answers.text("title"),
                            DraftAnswers.offence(answers, answers.text("offenceText")),
                            answers.text("facts"),
                            answers.yes("restricted") ? Set.of() : CaseFile.DESK));
            var asked = known(answers.text("state"));
            return "redirect:/cases/" + caseFile.reference() + (asked.isEmpty() ? "" : "?state=" + asked);
        } catch (ActRefused.Malformed malformed) {
            wording.tell(errors, malformed.field(), malformed);
        } catch (ActRefused refused) {
            wording.tell(errors, "open-case", refused);
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return blank(model, answers, errors);
    }

    private String blank(Model model, Answers answers, FormErrors errors) {
        model.addAttribute("answers", answers);
        model.addAttribute("errors", errors);
        model.addAttribute("offences", lists.offences());
        model.addAttribute("asked", lists.states().get(answers.text("state")));
        return "cooperation/new-case";
    }

    @GetMapping("/cases/{reference}")
    String caseFile(@PathVariable String reference, @RequestParam(defaultValue = "") String state, Model model) {
        var person = current.require();
        var caseFile = reading.caseFile(person, reference);
        model.addAttribute("caseFile", caseFile);
        model.addAttribute("askedState", known(state));
        model.addAttribute("openedAt", Moment.of(caseFile.openedAt()));
        model.addAttribute(
                "offences",
                caseFile.offence().provisions().stream().map(lists::offence).toList());
        model.addAttribute(
                "requests",
                reading.requestsOf(person, reference).stream()
                        .map(RequestRow::of)
                        .toList());
        model.addAttribute("desk", isDesk(person));
        model.addAttribute(
                "kinds",
                Arrays.stream(RequestKind.values()).map(RequestKind::token).toList());
        var referral = referring.of(person, reference);
        model.addAttribute("referral", referral.orElse(null));
        model.addAttribute("referredAt", referral.map(it -> Moment.of(it.at())).orElse(null));
        model.addAttribute(
                "matters",
                wording.choices(
                        "referral.matter", Arrays.stream(Matter.values()).map(Matter::token)));
        places.fill(model, person, reference);
        work.fill(model, caseFile, person);
        return "cooperation/case";
    }

    @PostMapping("/cases/{reference}/requests")
    String newRequest(
            @PathVariable String reference,
            @RequestParam(defaultValue = "preservation") String kind,
            @RequestParam(defaultValue = "") String state,
            RedirectAttributes next) {
        var person = current.require();
        final RequestId id;
        try {
            id = drafting.begin(person, reference, RequestKind.ofToken(kind));
        } catch (ActRefused.NotPermitted refused) {
            next.addFlashAttribute("refused", wording.of(refused.said()));
            return "redirect:/cases/" + reference;
        }
        var asked = known(state);
        if (!asked.isEmpty()) {
            var draft = reading.view(person, id).request();
            drafting.save(person, id, draft.version(), draft.content().withRequestedState(asked));
        }
        return "redirect:/requests/%s/%s".formatted(id, DraftStep.DATA.path());
    }

    @PostMapping("/cases/{reference}/referral")
    String refer(
            @PathVariable String reference,
            @RequestParam(defaultValue = "") String matter,
            @RequestParam(defaultValue = "") String institution,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes next) {
        try {
            var chosen = Arrays.stream(Matter.values())
                    .filter(it -> it.token().equals(matter))
                    .findFirst()
                    .orElse(Matter.OTHER);
            referring.refer(current.require(), reference, chosen, institution, reason);
            next.addFlashAttribute("said", wording.of("referral.said"));
        } catch (ActRefused refused) {
            next.addFlashAttribute("refused", wording.of(refused.said()));
        }
        return "redirect:/cases/" + reference;
    }

    @PostMapping("/cases/{reference}/referral/take-back")
    String takeBackReferral(@PathVariable String reference, RedirectAttributes next) {
        referring.takeBack(current.require(), reference);
        next.addFlashAttribute("said", wording.of("said.taken-back"));
        return "redirect:/cases/" + reference;
    }

    /** A State that can be asked, or nothing. */
    private String known(String state) {
        return lists.states().containsKey(state) ? state : "";
    }

    private static boolean isDesk(Person person) {
        return person.may(Power.DRAFT);
    }
}
