package org.comity.node.legislation.web;

import java.text.Collator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.comity.law.DataCategory;
import org.comity.law.LawBase;
import org.comity.law.State;
import org.comity.law.StateCode;
import org.comity.node.legislation.lab.LabQuestion;
import org.comity.node.legislation.lab.OffenceChoice;
import org.comity.node.legislation.lab.Reading;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/**
 * What every page of the policy lab is asked, and what every one shows.
 *
 * @param law asked once, so that a page fits together
 */
record LabRequest(
        LawBase law,
        MultiValueMap<String, String> asked,
        Reading reading,
        LabQuestion question,
        Optional<StateCode> state,
        Locale locale) {

    static LabRequest of(LawBase law, MultiValueMap<String, String> asked, Clock clock, Locale locale) {
        Reading reading = new Reading(law, LocalDate.now(clock));
        LabQuestion question = LabQuestion.read(
                name -> Objects.requireNonNullElse(asked.getFirst(name), ""),
                asked.getOrDefault("suppose", List.of()),
                reading);
        Optional<StateCode> state = reading.state(Objects.requireNonNullElse(asked.getFirst("state"), ""));
        return new LabRequest(law, asked, reading, question, state, locale);
    }

    String one(String name) {
        return Objects.requireNonNullElse(asked.getFirst(name), "");
    }

    boolean refused() {
        return !reading.refusals().isEmpty();
    }

    Comparator<State> byName() {
        Collator collator = Collator.getInstance(locale);
        return Comparator.comparing(state -> state.name(locale.getLanguage()), collator);
    }

    List<State> states() {
        return law.states().stream()
                .filter(s -> !s.code().value().equals("EU"))
                .sorted(byName())
                .toList();
    }

    /** What the form and the row of tabs need. */
    void show(Model model) {
        model.addAttribute("q", question);
        model.addAttribute("refusals", reading.refusals());
        model.addAttribute("chosen", state.map(StateCode::value).orElse(""));
        model.addAttribute("law", law);
        model.addAttribute("states", states());
        model.addAttribute("measures", law.measures());
        model.addAttribute("categories", DataCategory.values());
        model.addAttribute("offences", OffenceChoice.of(law));
        model.addAttribute("named", OffenceChoice.named(law, question.offence().code()));
        model.addAttribute("says", new LabNames(law, locale.getLanguage()));
    }
}
