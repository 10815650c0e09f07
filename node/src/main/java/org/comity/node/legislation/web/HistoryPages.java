package org.comity.node.legislation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.comity.law.matrix.Causes;
import org.comity.node.lawbook.CurrentLaw;
import org.comity.node.legislation.lab.HistoryChart;
import org.comity.node.legislation.lab.OpenPairs;
import org.comity.node.legislation.lab.Worlds;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How many pairs stood open, month by month. */
@Controller
class HistoryPages {

    private final Worlds worlds;
    private final CurrentLaw law;
    private final Clock clock;

    HistoryPages(Worlds worlds, CurrentLaw law, Clock clock) {
        this.worlds = worlds;
        this.law = law;
        this.clock = clock;
    }

    @GetMapping("/law/lab/history")
    String history(
            @RequestParam MultiValueMap<String, String> asked,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        LabRequest lab = LabRequest.of(law.now(), asked, clock, locale);
        lab.show(model);
        if (lab.refused()) {
            return LabPages.refused("history", model, response);
        }
        Optional<OpenPairs> history = worlds.history(lab.law(), lab.question());
        if (history.isEmpty()) {
            return LabPages.working("history", model, response);
        }
        List<OpenPairs.Step> steps = history.get().steps(lab.law(), lab.question());
        model.addAttribute(
                "chart", HistoryChart.of(history.get(), lab.question().measure(), steps));
        model.addAttribute("history", history.get());
        model.addAttribute("steps", steps);
        return "legislation/lab-history";
    }

    /** What fell into one month, and the pairs that each of it turned. */
    @GetMapping("/law/lab/history/month")
    String month(
            @RequestParam MultiValueMap<String, String> asked,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        LabRequest lab = LabRequest.of(law.now(), asked, clock, locale);
        lab.show(model);
        if (lab.refused()) {
            return LabPages.refused("history", model, response);
        }
        YearMonth month = YearMonth.from(lab.question().on());
        Optional<Causes> causes = worlds.causes(lab.law(), month, lab.question().assistance());
        if (causes.isEmpty()) {
            return LabPages.working("history", model, response);
        }
        model.addAttribute("month", month.atDay(1));
        model.addAttribute("causes", causes.get().causes());
        model.addAttribute(
                "more",
                causes.get().causes().stream().mapToInt(Causes.Cause::more).sum());
        return "legislation/lab-month";
    }
}
