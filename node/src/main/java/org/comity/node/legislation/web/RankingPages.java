package org.comity.node.legislation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.comity.law.matrix.Candidate;
import org.comity.law.matrix.Ranking;
import org.comity.node.lawbook.CurrentLaw;
import org.comity.node.legislation.lab.LabQuestion;
import org.comity.node.legislation.lab.Supposition;
import org.comity.node.legislation.lab.Worlds;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Which accession, withdrawal or new offence would open most, on top of what the basket holds. */
@Controller
class RankingPages {

    private final Worlds worlds;
    private final CurrentLaw law;
    private final Clock clock;

    RankingPages(Worlds worlds, CurrentLaw law, Clock clock) {
        this.worlds = worlds;
        this.law = law;
        this.clock = clock;
    }

    /**
     * A step of the ranking.
     *
     * @param basket the address at which it is supposed as well
     */
    record Row(Ranking.Step step, Supposition supposition, String basket) {}

    @GetMapping("/law/lab/ranking")
    String ranking(
            @RequestParam MultiValueMap<String, String> asked,
            Locale locale,
            Model model,
            HttpServletResponse response) {
        LabRequest lab = LabRequest.of(law.now(), asked, clock, locale);
        Optional<Candidate.Kind> kind = lab.one("kind").isBlank()
                ? Optional.empty()
                : lab.reading().word("kind", lab.one("kind"), Candidate.Kind.class);
        boolean oneMeasure = lab.one("count").equals("measure");
        lab.show(model);
        model.addAttribute("kinds", Candidate.Kind.values());
        model.addAttribute("kind", kind.map(Candidate.Kind::code).orElse(""));
        model.addAttribute("oneMeasure", oneMeasure);
        if (lab.refused()) {
            return LabPages.refused("ranking", model, response);
        }
        LabQuestion question = lab.question();
        Optional<List<Ranking.Step>> steps = worlds.ranking(lab.law(), question, kind, oneMeasure);
        if (steps.isEmpty()) {
            return LabPages.working("ranking", model, response);
        }
        model.addAttribute(
                "rows", steps.get().stream().map(step -> row(question, step)).toList());
        model.addAttribute(
                "most",
                Math.max(
                        1,
                        steps.get().stream()
                                .mapToInt(step ->
                                        step.added().opened() + step.added().conditional())
                                .max()
                                .orElse(1)));
        return "legislation/lab-ranking";
    }

    private static Row row(LabQuestion question, Ranking.Step step) {
        Supposition supposition = Supposition.of(step.candidate());
        return new Row(step, supposition, question.with(supposition).at("/law/lab/what-if"));
    }
}
