package org.comity.node.evidence.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.comity.node.evidence.Condition;
import org.comity.node.evidence.Custody;
import org.comity.node.evidence.CustodyStep;
import org.comity.node.evidence.DestroyingEvidence;
import org.comity.node.evidence.EvidenceRefused;
import org.comity.node.evidence.Exhibit;
import org.comity.node.evidence.ExhibitId;
import org.comity.node.evidence.HandingOutEvidence;
import org.comity.node.evidence.LimitingEvidence;
import org.comity.node.evidence.Matter;
import org.comity.node.evidence.PackagingEvidence;
import org.comity.node.evidence.SeeingEvidence;
import org.comity.node.evidence.Sizes;
import org.comity.node.evidence.Standing;
import org.comity.node.evidence.TakingInEvidence;
import org.comity.node.evidence.Upload;
import org.comity.node.frame.FormErrors;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.identity.Person;
import org.comity.node.identity.Power;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** What is in the vault, one exhibit with its custody, and what can be done with it. */
@Controller
@RequestMapping("/evidence")
class EvidencePages {

    /** What the plain form can be sent back with, and to which field. */
    private static final Set<String> OF_THE_FORM = Set.of(
            "evidence.refused.no-name",
            "evidence.refused.about",
            "evidence.refused.date",
            "evidence.refused.too-large",
            "evidence.refused.full");

    private static final Set<String> FIELDS = Set.of("about", "keep-until", "file");

    /** As the list reads it. */
    record Row(String id, String mark, String name, String size, String at, List<Matter> matters, Standing standing) {}

    /** One step as the page reads it. @param facts by the keys of their words */
    record Step(int number, String at, String by, String what, String under, Map<String, String> facts) {}

    /** An upload that waits for its next bytes. */
    record Unfinished(
            String id, String name, long size, String sizeShown, String received, int percent, String until) {}

    private final SeeingEvidence seeing;
    private final TakingInEvidence taking;
    private final HandingOutEvidence handing;
    private final LimitingEvidence limiting;
    private final DestroyingEvidence destroying;
    private final PackagingEvidence packaging;
    private final Custody custody;
    private final CurrentPerson current;
    private final MessageSource words;

    EvidencePages(
            SeeingEvidence seeing,
            TakingInEvidence taking,
            HandingOutEvidence handing,
            LimitingEvidence limiting,
            DestroyingEvidence destroying,
            PackagingEvidence packaging,
            Custody custody,
            CurrentPerson current,
            MessageSource words) {
        this.seeing = seeing;
        this.taking = taking;
        this.handing = handing;
        this.limiting = limiting;
        this.destroying = destroying;
        this.packaging = packaging;
        this.custody = custody;
        this.current = current;
        this.words = words;
    }

    @GetMapping
    String list(@RequestParam(defaultValue = "1") int page, Model model, Locale locale) {
        Person person = current.require();
        int shown = Math.clamp(page, 1, 10_000);
        List<Exhibit> exhibits = seeing.page(person, shown);
        model.addAttribute(
                "rows",
                exhibits.stream()
                        .limit(SeeingEvidence.PAGE)
                        .map(exhibit -> row(person, exhibit, locale))
                        .toList());
        model.addAttribute("page", shown);
        model.addAttribute("more", exhibits.size() > SeeingEvidence.PAGE);
        model.addAttribute("handles", SeeingEvidence.handles(person));
        model.addAttribute("unfinished", unfinished(person, locale));
        return "evidence/list";
    }

    /** @param refused the key of what was wrong, when the plain form sends the person back */
    @GetMapping("/new")
    String blank(
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "") String refused,
            @RequestParam(defaultValue = "file") String field,
            Model model,
            Locale locale) {
        Person person = current.require();
        if (!SeeingEvidence.handles(person)) {
            throw EvidenceRefused.notThere();
        }
        var errors = new FormErrors();
        if (OF_THE_FORM.contains(refused)) {
            errors.add(FIELDS.contains(field) ? field : "file", words.getMessage(refused, null, locale));
        }
        model.addAttribute("about", about);
        model.addAttribute("matters", seeing.latest(person));
        model.addAttribute("errors", errors);
        model.addAttribute("most", Sizes.shown(taking.most(), locale));
        model.addAttribute("unfinished", unfinished(person, locale));
        return "evidence/new";
    }

    @PostMapping("/uploads/{id}/cancelled")
    String cancel(@PathVariable String id) throws IOException {
        Person person = current.require();
        taking.cancel(taking.find(idOf(id))
                .filter(upload -> upload.person().filter(person.id()::equals).isPresent())
                .orElseThrow(EvidenceRefused::notThere));
        return "redirect:/evidence/new";
    }

    @GetMapping("/{id}")
    String exhibit(@PathVariable String id, Model model, Locale locale) {
        return page(idOf(id), new FormErrors(), Map.of(), model, locale);
    }

    @PostMapping("/{id}/handed-out")
    String handOut(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String recipient,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "false") boolean read,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        try {
            int step = handing.handOut(current.require(), idOf(id), recipient, purpose, read);
            return "redirect:/evidence/" + id + "/content/" + step;
        } catch (EvidenceRefused refused) {
            return again(id, refused, Map.of("recipient", recipient, "purpose", purpose), model, locale, response);
        }
    }

    @GetMapping("/{id}/content/{step}")
    void content(
            @PathVariable String id, @PathVariable int step, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try (var content = handing.open(current.require(), idOf(id), step)) {
            Download.send(content, request, response);
        }
    }

    /** The chain as it was signed, to be checked elsewhere. */
    @GetMapping(path = "/{id}/custody.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    List<CustodyStep> chain(@PathVariable String id) {
        return custody.of(seeing.exhibit(current.require(), idOf(id)).id()).steps();
    }

    @PostMapping("/{id}/conditions")
    String limit(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String condition,
            @RequestParam(defaultValue = "") String under,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        return act(
                id,
                () -> limiting.limit(current.require(), idOf(id), new Condition(condition.strip(), under.strip())),
                Map.of("condition", condition, "under", under),
                model,
                locale,
                response);
    }

    @PostMapping("/{id}/about")
    String putTo(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String about,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        return act(
                id,
                () -> limiting.putTo(current.require(), idOf(id), about),
                Map.of("about", about),
                model,
                locale,
                response);
    }

    @PostMapping("/{id}/destruction/ordered")
    String order(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String provision,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        return act(
                id,
                () -> destroying.order(current.require(), idOf(id), provision, reason),
                Map.of("provision", provision, "reason", reason),
                model,
                locale,
                response);
    }

    @PostMapping("/{id}/destruction/stopped")
    String stop(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String stopped,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        return act(
                id,
                () -> destroying.stop(current.require(), idOf(id), stopped),
                Map.of("stopped", stopped),
                model,
                locale,
                response);
    }

    @PostMapping("/{id}/destruction/agreed")
    String agree(@PathVariable String id, Model model, Locale locale, HttpServletResponse response) {
        return act(id, () -> destroying.agree(current.require(), idOf(id)), Map.of(), model, locale, response);
    }

    /** What a form does. */
    @FunctionalInterface
    private interface Act {
        void run() throws IOException;
    }

    private String act(
            String id, Act act, Map<String, String> typed, Model model, Locale locale, HttpServletResponse response) {
        try {
            act.run();
            return "redirect:/evidence/" + id;
        } catch (EvidenceRefused refused) {
            return again(id, refused, typed, model, locale, response);
        } catch (IOException store) {
            throw new UncheckedIOException("The store of the vault did not do it.", store);
        }
    }

    private String again(
            String id,
            EvidenceRefused refused,
            Map<String, String> typed,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        if (refused.why() == EvidenceRefused.Why.NOT_THERE) {
            throw refused;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        var errors = new FormErrors()
                .add(refused.field().isEmpty() ? "acts" : refused.field(), words.getMessage(refused.said(), locale));
        return page(idOf(id), errors, typed, model, locale);
    }

    private String page(ExhibitId id, FormErrors errors, Map<String, String> typed, Model model, Locale locale) {
        Person person = current.require();
        Exhibit exhibit = seeing.exhibit(person, id);
        var steps =
                custody.of(id).steps().stream().map(step -> step(step, locale)).toList();
        model.addAttribute("exhibit", exhibit);
        model.addAttribute("size", Sizes.shown(exhibit.size(), locale));
        model.addAttribute("takenIn", moment(exhibit.takenInAt(), locale));
        model.addAttribute(
                "keepUntil",
                exhibit.particulars()
                        .keepUntil()
                        .map(day -> day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                                .withLocale(locale)))
                        .orElse(""));
        model.addAttribute("matters", seeing.matters(person, exhibit.particulars()));
        model.addAttribute(
                "packings",
                seeing.matters(person, exhibit.particulars()).stream()
                        .flatMap(matter -> packaging.underway(matter.subject()).stream())
                        .map(it -> PackingRow.of(it, locale))
                        .toList());
        model.addAttribute("choices", seeing.latest(person));
        model.addAttribute("steps", steps);
        model.addAttribute("faults", custody.faults(id));
        model.addAttribute("errors", errors);
        model.addAttribute("typed", typed);
        model.addAttribute("handles", SeeingEvidence.handles(person));
        model.addAttribute("mayOrder", person.may(Power.EXECUTE));
        model.addAttribute(
                "mayAgree",
                exhibit.destructionOrderedBy()
                        .filter(first -> person.mayAsSecond(Power.APPROVE, first))
                        .isPresent());
        return "evidence/exhibit";
    }

    private Row row(Person person, Exhibit exhibit, Locale locale) {
        return new Row(
                exhibit.id().toString(),
                exhibit.mark(),
                exhibit.particulars().name(),
                Sizes.shown(exhibit.size(), locale),
                moment(exhibit.takenInAt(), locale),
                seeing.matters(person, exhibit.particulars()),
                exhibit.standing());
    }

    private List<Unfinished> unfinished(Person person, Locale locale) {
        var unfinished = new ArrayList<Unfinished>();
        for (Upload upload : taking.unfinished(person.id())) {
            long size = upload.length().orElse(0);
            long here = taking.roughlyReceived(upload);
            unfinished.add(new Unfinished(
                    upload.id().toString(),
                    upload.particulars().name(),
                    size,
                    Sizes.shown(size, locale),
                    Sizes.shown(here, locale),
                    size == 0 ? 0 : (int) (here * 100 / size),
                    moment(upload.expiresAt(), locale)));
        }
        return unfinished;
    }

    private static Step step(CustodyStep step, Locale locale) {
        var said = step.said();
        return new Step(
                said.number(), moment(said.moment(), locale), said.by(), said.what(), said.under(), said.facts());
    }

    private static String moment(Instant at, Locale locale) {
        return DateTimeFormatter.ofPattern("d MMM uuuu HH:mm 'UTC'", locale)
                .withZone(ZoneOffset.UTC)
                .format(at);
    }

    private static ExhibitId idOf(String id) {
        try {
            return ExhibitId.of(id);
        } catch (IllegalArgumentException noId) {
            throw EvidenceRefused.notThere();
        }
    }
}
