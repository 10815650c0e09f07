package org.comity.node.evidence.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.comity.node.documents.FormLanguage;
import org.comity.node.evidence.CourtPackage;
import org.comity.node.evidence.EvidenceRefused;
import org.comity.node.evidence.Matter;
import org.comity.node.evidence.PackagingEvidence;
import org.comity.node.evidence.Packing;
import org.comity.node.evidence.Sizes;
import org.comity.node.frame.FormErrors;
import org.comity.node.identity.CurrentPerson;
import org.comity.node.identity.Person;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Packing all evidence of a case for a court: what limits its use first, then the sealed file. */
@Controller
@RequestMapping("/evidence/packages")
class PackagePages {

    private final PackagingEvidence packaging;
    private final CurrentPerson current;
    private final MessageSource words;

    PackagePages(PackagingEvidence packaging, CurrentPerson current, MessageSource words) {
        this.packaging = packaging;
        this.current = current;
        this.words = words;
    }

    @GetMapping("/new")
    String blank(@RequestParam(defaultValue = "") String about, Model model, Locale locale) {
        return page(about, new FormErrors(), Map.of("language", locale.getLanguage()), model, locale);
    }

    @PostMapping("/new")
    String pack(
            @RequestParam(defaultValue = "") String about,
            @RequestParam(defaultValue = "") String recipient,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String language,
            @RequestParam(defaultValue = "false") boolean read,
            Model model,
            Locale locale,
            HttpServletResponse response) {
        Person person = current.require();
        try {
            Packing asked = packaging.ask(
                    person,
                    packaging.matter(person, about),
                    FormLanguage.of(language).orElse(FormLanguage.ENGLISH),
                    recipient,
                    purpose,
                    read);
            return "redirect:/evidence/packages/" + asked.id();
        } catch (EvidenceRefused refused) {
            if (refused.why() == EvidenceRefused.Why.NOT_THERE) {
                throw refused;
            }
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            var errors = new FormErrors()
                    .add(
                            refused.field().isEmpty() ? "recipient" : refused.field(),
                            words.getMessage(refused.said(), locale));
            return page(
                    about,
                    errors,
                    Map.of("recipient", recipient, "purpose", purpose, "language", language),
                    model,
                    locale);
        }
    }

    @GetMapping("/{id}")
    String show(@PathVariable String id, Model model, Locale locale) {
        Person person = current.require();
        var asked = packaging.packing(person, idOf(id));
        if (asked.isPresent()) {
            return underway(person, asked.get(), model, locale);
        }
        CourtPackage made = packaging.find(person, idOf(id));
        model.addAttribute("made", made);
        model.addAttribute("matter", packaging.matter(person, made.about()));
        model.addAttribute("madeAt", moment(made.madeAt(), locale));
        model.addAttribute(
                "stampedAt", made.stampedAt().map(at -> moment(at, locale)).orElse(""));
        model.addAttribute("lag", made.stampedAt().map(at -> lag(made, at)).orElse(0L));
        model.addAttribute("renewals", Math.max(0, made.seal().renewals().size() - 1));
        model.addAttribute("open", packaging.isOpen(person, made));
        model.addAttribute("mine", made.person().equals(person.id()));
        return "evidence/packed";
    }

    private String underway(Person person, Packing asked, Model model, Locale locale) {
        model.addAttribute("matter", packaging.matter(person, asked.about()));
        model.addAttribute("asked", asked);
        model.addAttribute("row", PackingRow.of(asked, locale));
        model.addAttribute("askedAt", moment(asked.askedAt(), locale));
        model.addAttribute(
                "trouble",
                asked.trouble().map(said -> words.getMessage(said, locale)).orElse(""));
        model.addAttribute("mine", asked.person().equals(person.id()));
        return "evidence/packing";
    }

    @PostMapping("/{id}/cancel")
    String cancel(@PathVariable String id) {
        packaging.cancel(current.require(), idOf(id));
        return "redirect:/evidence/packages/" + id;
    }

    @PostMapping("/{id}/again")
    String again(@PathVariable String id) {
        packaging.handOutAgain(current.require(), idOf(id));
        return "redirect:/evidence/packages/" + id;
    }

    @GetMapping("/{id}/{name}.asice")
    void fetch(
            @PathVariable String id,
            @PathVariable String name,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Person person = current.require();
        Download.send(packaging.file(person, packaging.find(person, idOf(id))), request, response);
    }

    private String page(String about, FormErrors errors, Map<String, String> typed, Model model, Locale locale) {
        Person person = current.require();
        Matter matter = packaging.matter(person, about);
        var exhibits = packaging.contents(person, matter);
        model.addAttribute("matter", matter);
        model.addAttribute("exhibits", exhibits);
        model.addAttribute(
                "sizes",
                exhibits.stream().map(it -> Sizes.shown(it.size(), locale)).toList());
        model.addAttribute(
                "limited",
                exhibits.stream().anyMatch(it -> !it.particulars().conditions().isEmpty()));
        model.addAttribute(
                "languages",
                List.of(FormLanguage.values()).stream().map(FormLanguage::code).toList());
        model.addAttribute("packages", packaging.about(person, matter));
        model.addAttribute(
                "packings",
                packaging.packings(person, matter).stream()
                        .map(it -> PackingRow.of(it, locale))
                        .toList());
        model.addAttribute("errors", errors);
        model.addAttribute("typed", typed);
        return "evidence/package-new";
    }

    /** In seconds of real time; an exercise's own clock may run ahead of it. */
    private static long lag(CourtPackage made, Instant stampedAt) {
        return Math.max(0, Duration.between(made.madeAt(), stampedAt).toSeconds());
    }

    private static String moment(Instant at, Locale locale) {
        return DateTimeFormatter.ofPattern("d MMM uuuu HH:mm:ss 'UTC'", locale)
                .withZone(ZoneOffset.UTC)
                .format(at);
    }

    static UUID idOf(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException noId) {
            throw EvidenceRefused.notThere();
        }
    }
}
