package org.comity.node.legislation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.comity.law.Coverage;
import org.comity.law.Instrument;
import org.comity.node.atlas.View;
import org.comity.node.lawbook.CurrentLaw;
import org.comity.node.legislation.LawRegister;
import org.comity.node.legislation.ProvisionProfile;
import org.comity.node.legislation.Provisions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** How the laws of all States cover what an instrument asks for. */
@Controller
class ProvisionPages {

    /** Citations on one page: enough to read, light enough for a slow line. */
    private static final int PAGE = 30;

    private final Provisions provisions;
    private final LawRegister register;
    private final LawPictures pictures;
    private final CurrentLaw law;
    private final Clock clock;

    ProvisionPages(Provisions provisions, LawRegister register, LawPictures pictures, CurrentLaw law, Clock clock) {
        this.provisions = provisions;
        this.register = register;
        this.pictures = pictures;
        this.law = law;
        this.clock = clock;
    }

    /** A provision in the list of an instrument. */
    record Row(Provisions.Summary summary, CoverageBar bar) {}

    @GetMapping("/law/provisions")
    String provisions(
            @RequestParam(defaultValue = "ets185") String instrument,
            @RequestParam(required = false) @Nullable String on,
            Model model,
            HttpServletResponse response) {
        List<Instrument> asking = register.instruments().stream()
                .filter(i -> i.provisions().stream().anyMatch(p -> p.mustBeInNationalLaw()))
                .toList();
        Optional<Instrument> chosen =
                asking.stream().filter(i -> i.id().equals(instrument)).findFirst();
        if (chosen.isEmpty()) {
            return unknown(instrument, model, response);
        }
        ChosenDate date = chosen(on, model, response);
        model.addAttribute("instrument", chosen.get());
        model.addAttribute("instruments", asking);
        model.addAttribute(
                "rows",
                provisions.asked(chosen.get(), date.day()).stream()
                        .map(summary -> new Row(summary, CoverageBar.of("", summary.counts())))
                        .toList());
        model.addAttribute("coverages", Coverage.values());
        return "legislation/provisions";
    }

    @GetMapping("/law/provisions/{id}")
    String provision(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(defaultValue = "1") int page,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        ChosenDate date = chosen(on, model, response);
        Optional<ProvisionProfile> found = provisions.find(id, date.day());
        if (found.isEmpty()) {
            return unknown(id, model, response);
        }
        ProvisionProfile profile = found.get();
        int pages = Math.max(1, Math.ceilDiv(profile.examples().size(), PAGE));
        int shown = Math.clamp(page, 1, pages);
        model.addAttribute("profile", profile);
        model.addAttribute(
                "examples",
                profile.examples().stream()
                        .skip((shown - 1L) * PAGE)
                        .limit(PAGE)
                        .toList());
        model.addAttribute("page", shown);
        model.addAttribute("pages", pages);
        model.addAttribute("coverages", Coverage.values());
        model.addAttribute("all", CoverageBar.of("", profile.across().counts()));
        model.addAttribute(
                "bars",
                profile.across().countsByRegion(law.now()).entrySet().stream()
                        .filter(entry -> !entry.getKey().isEmpty())
                        .map(entry -> CoverageBar.of(entry.getKey(), entry.getValue()))
                        .toList());
        model.addAttribute(
                "picture", pictures.coverage(View.SMALL, profile.across().states(), date, locale));
        return "legislation/provision";
    }

    private static String unknown(String asked, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.NOT_FOUND.value());
        model.addAttribute("asked", asked);
        return "legislation/unknown";
    }

    private ChosenDate chosen(@Nullable String on, Model model, HttpServletResponse response) {
        ChosenDate date = ChosenDate.of(on, clock);
        if (date.isRejected()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        }
        model.addAttribute("date", date);
        return date;
    }
}
