package org.comity.node.legislation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.comity.law.Instrument;
import org.comity.node.atlas.View;
import org.comity.node.legislation.Adherence;
import org.comity.node.legislation.Adherent;
import org.comity.node.legislation.LawRegister;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The world by instrument: who was bound on a day. */
@Controller
class MapPages {

    private final LawRegister register;
    private final LawPictures pictures;
    private final Clock clock;

    MapPages(LawRegister register, LawPictures pictures, Clock clock) {
        this.register = register;
        this.pictures = pictures;
        this.clock = clock;
    }

    @GetMapping("/law/map")
    String map(
            @RequestParam(defaultValue = "ets185") String instrument,
            @RequestParam(required = false) @Nullable String on,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "world") String view,
            @RequestParam(defaultValue = "") String tie,
            @RequestParam(defaultValue = "") String group,
            @RequestParam(defaultValue = "") String sort,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        Instrument chosen = register.instruments().stream()
                .filter(i -> i.id().equals(instrument))
                .findFirst()
                .orElse(null);
        if (chosen == null) {
            response.setStatus(HttpStatus.NOT_FOUND.value());
            model.addAttribute("asked", instrument);
            return "legislation/unknown";
        }
        ChosenDate date = MapYears.day(year, clock).orElseGet(() -> ChosenDate.of(on, clock));
        if (date.isRejected()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        }
        View shown = View.of(view).orElse(View.WORLD);
        var choice = AdherenceTable.Choice.of(tie, group, sort);
        List<Adherent> adherents = register.adherents(chosen, date.day());
        model.addAttribute("date", date);
        model.addAttribute("years", MapYears.around(date.day(), clock));
        model.addAttribute("instrument", chosen);
        model.addAttribute("instruments", register.instruments());
        model.addAttribute("groups", register.groups());
        model.addAttribute("ties", Adherence.values());
        model.addAttribute("view", shown);
        model.addAttribute(
                "views",
                Arrays.stream(View.values()).filter(v -> v != View.SMALL).toList());
        model.addAttribute("choice", choice);
        model.addAttribute("table", AdherenceTable.of(adherents, choice));
        model.addAttribute("picture", pictures.ties(shown, adherents, date, locale));
        return "legislation/map";
    }
}
