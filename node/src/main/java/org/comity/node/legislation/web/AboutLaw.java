package org.comity.node.legislation.web;

import java.util.List;
import org.comity.law.Basis;
import org.comity.law.LawBase;
import org.comity.law.NationalLaw;
import org.comity.law.NationalLaw.NationalProvision;
import org.comity.node.lawbook.CurrentLaw;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Where the question behind these pages comes from, and what the data set holds. */
@Controller
class AboutLaw {

    private final CurrentLaw law;

    AboutLaw(CurrentLaw law) {
        this.law = law;
    }

    /**
     * The size of the data set.
     *
     * @param laws States of which it holds the law
     * @param articles provisions of those laws
     * @param verified how many of them were read in the source that they name
     */
    record Holdings(
            String version,
            String asOf,
            String licence,
            int states,
            int instruments,
            int laws,
            int articles,
            long verified) {

        static Holdings of(LawBase law) {
            List<NationalLaw> laws = law.states().stream()
                    .flatMap(state -> law.nationalLaw(state.code()).stream())
                    .toList();
            List<NationalProvision> articles =
                    laws.stream().flatMap(one -> one.provisions().stream()).toList();
            return new Holdings(
                    law.version(),
                    law.asOf().toString(),
                    law.licence(),
                    law.states().size(),
                    law.instruments().size(),
                    laws.size(),
                    articles.size(),
                    articles.stream()
                            .filter(article -> article.basis() == Basis.VERIFIED)
                            .count());
        }
    }

    @GetMapping("/law/about")
    String about(Model model) {
        model.addAttribute("holdings", Holdings.of(law.now()));
        return "legislation/about";
    }
}
