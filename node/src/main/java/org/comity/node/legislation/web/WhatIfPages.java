package org.comity.node.legislation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.comity.law.matrix.Difference;
import org.comity.law.matrix.WhatIf;
import org.comity.node.lawbook.CurrentLaw;
import org.comity.node.legislation.lab.Supposition;
import org.comity.node.legislation.lab.Worlds;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What would change if: a basket of suppositions that lives in the address, and what it opens and loses. */
@Controller
class WhatIfPages {

    /** Those who gain most; the others are folded away, and all stand in the download. */
    private static final int GAINS = 25;

    private final Worlds worlds;
    private final CurrentLaw law;
    private final Clock clock;

    WhatIfPages(Worlds worlds, CurrentLaw law, Clock clock) {
        this.worlds = worlds;
        this.law = law;
        this.clock = clock;
    }

    @GetMapping("/law/lab/what-if")
    String whatIf(
            @RequestParam MultiValueMap<String, String> asked,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        LabRequest lab = LabRequest.of(law.now(), asked, clock, locale);
        lab.show(model);
        model.addAttribute("instruments", lab.law().instruments());
        model.addAttribute("declarations", standing(lab));
        if (lab.refused()) {
            return LabPages.refused("what-if", model, response);
        }
        if (lab.question().basket().isEmpty()) {
            return "legislation/lab-what-if";
        }
        Optional<WhatIf> whatIf = worlds.supposing(lab.law(), lab.question());
        if (whatIf.isEmpty()) {
            return LabPages.working("what-if", model, response);
        }
        Difference difference = whatIf.get().difference();
        List<Difference.Gain> gains = difference.gains();
        model.addAttribute("difference", difference);
        model.addAttribute("gains", gains.stream().limit(GAINS).toList());
        model.addAttribute("others", gains.stream().skip(GAINS).toList());
        model.addAttribute(
                "most",
                Math.max(1, gains.stream().mapToInt(g -> g.both().all()).max().orElse(1)));
        return "legislation/lab-what-if";
    }

    /** Puts one more supposition into the basket of the address; the form of the page leads here. */
    @GetMapping("/law/lab/suppose")
    String suppose(
            @RequestParam MultiValueMap<String, String> asked,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        LabRequest lab = LabRequest.of(law.now(), asked, clock, locale);
        String text = String.join(
                ":",
                List.of("kind", "by", "what").stream()
                        .map(lab::one)
                        .filter(part -> !part.isBlank())
                        .toList());
        String dated = lab.one("from").isBlank() ? text : text + "@" + lab.one("from");
        Optional<Supposition> supposition = Supposition.read(dated, lab.reading());
        supposition.ifPresent(one -> {
            try {
                one.on(
                        lab.law()
                                .with(lab.question()
                                        .basket()
                                        .changes(lab.law(), lab.question().on())),
                        lab.question().on());
            } catch (org.comity.law.InvalidLawChangeException e) {
                lab.reading().refuse("suppose", one.what(), e.saying());
            }
        });
        lab.show(model);
        if (lab.refused() || supposition.isEmpty()) {
            return LabPages.refused("what-if", model, response);
        }
        return "redirect:" + lab.question().with(supposition.get()).at("/law/lab/what-if");
    }

    /** A declaration that could be withdrawn, as {@code state:instrument:article}. */
    record Standing(String state, String text, String article, String summary) {}

    /** What the chosen State could withdraw. */
    private static List<Standing> standing(LabRequest lab) {
        return lab.state().stream()
                .flatMap(state -> lab.law().declarationsOf(state).stream())
                .filter(d -> d.inForceOn(lab.question().on())
                        && (d.kind().equals("reservation") || d.kind().equals("declaration")))
                .map(d -> new Standing(
                        d.state().value(),
                        d.instrument() + ":" + d.article(),
                        lab.law()
                                .instrument(d.instrument())
                                .map(i -> org.comity.node.legislation.Citation.of(i, d.article()))
                                .orElse(d.article()),
                        d.summary()))
                .toList();
    }
}
