package org.comity.node.legislation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.text.Collator;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.comity.law.Element;
import org.comity.law.InvalidRouteQueryException;
import org.comity.law.LawBase;
import org.comity.law.Offence;
import org.comity.law.State;
import org.comity.law.StateCode;
import org.comity.node.directory.OwnNode;
import org.comity.node.lawbook.CurrentLaw;
import org.comity.node.legislation.Citation;
import org.comity.node.legislation.lab.ComparingConduct;
import org.comity.node.legislation.lab.ConductQuestion;
import org.comity.node.legislation.lab.OffenceChoice;
import org.comity.node.legislation.lab.Reading;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The explorer of dual criminality: two States, a conduct, and what is known of it. */
@Controller
class ConductPages {

    private static final String BUDAPEST_ILLEGAL_ACCESS = "ets185:2";

    private final ComparingConduct comparing;
    private final CurrentLaw law;
    private final OwnNode own;
    private final Clock clock;

    ConductPages(ComparingConduct comparing, CurrentLaw law, OwnNode own, Clock clock) {
        this.comparing = comparing;
        this.law = law;
        this.own = own;
        this.clock = clock;
    }

    @GetMapping(ConductQuestion.PATH)
    String explorer(@RequestParam Map<String, String> asked, Locale locale, Model model, HttpServletResponse response) {
        LawBase now = law.now();
        Reading reading = new Reading(now, LocalDate.now(clock));
        Optional<StateCode> from = reading.state(asked.getOrDefault("from", ownState(now)));
        Optional<StateCode> to = reading.state(asked.getOrDefault("to", ""));
        Optional<Offence> offence = reading.offence(asked.getOrDefault("offence", BUDAPEST_ILLEGAL_ACCESS));
        String typedDay = asked.getOrDefault("on", "");
        Optional<LocalDate> day = reading.day(typedDay);
        Map<Element, Boolean> known = known(asked, reading);
        Optional<Boolean> attempted = yesOrNo(asked.getOrDefault(ConductQuestion.ATTEMPT, ""), reading);
        if (from.isPresent() && from.equals(to)) {
            reading.refuse("same-state", from.get().value(), List.of());
        }
        if (reading.refusals().isEmpty() && to.isPresent() && from.isPresent()) {
            ConductQuestion question = new ConductQuestion(
                    from.get(),
                    to.get(),
                    offence.orElseThrow(),
                    day.orElseThrow(),
                    day.get().equals(reading.today()),
                    known,
                    attempted);
            compare(question, reading, model);
        }
        if (!reading.refusals().isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        }
        model.addAttribute("refusals", reading.refusals());
        model.addAttribute("from", from.map(StateCode::value).orElse(""));
        model.addAttribute("to", to.map(StateCode::value).orElse(""));
        model.addAttribute("offence", offence.map(Offence::code).orElse(BUDAPEST_ILLEGAL_ACCESS));
        model.addAttribute("day", day.orElse(reading.today()));
        model.addAttribute("known", known);
        model.addAttribute("attempted", attempted);
        model.addAttribute("elements", Element.values());
        model.addAttribute("offences", OffenceChoice.of(now));
        model.addAttribute("states", byName(now, locale));
        return "legislation/dual-criminality";
    }

    private String ownState(LawBase now) {
        return now.states().stream()
                .map(state -> state.code().value())
                .filter(own.state()::equals)
                .findFirst()
                .orElse("");
    }

    private void compare(ConductQuestion question, Reading reading, Model model) {
        try {
            model.addAttribute("compared", comparing.compare(question));
            model.addAttribute(
                    "named",
                    OffenceChoice.named(reading.law(), question.offence().code()));
            model.addAttribute("cite", new Cite(reading.law()));
        } catch (InvalidRouteQueryException contradiction) {
            reading.refuse("facts", "", List.of());
        }
    }

    /** Names a provision by its id, for a template. */
    record Cite(LawBase law) {

        public String of(String provision) {
            return law.provision(provision)
                    .flatMap(p -> law.instrument(p.instrument()).map(i -> Citation.of(i, p.article())))
                    .orElse(provision);
        }

        public String page(String provision) {
            int colon = provision.indexOf(':');
            return "/law/instruments/" + (colon < 0 ? provision : provision.substring(0, colon));
        }
    }

    private static Map<Element, Boolean> known(Map<String, String> asked, Reading reading) {
        Map<Element, Boolean> known = new EnumMap<>(Element.class);
        for (Element element : Element.values()) {
            yesOrNo(asked.getOrDefault(element.code(), ""), reading).ifPresent(there -> known.put(element, there));
        }
        return known;
    }

    private static Optional<Boolean> yesOrNo(String word, Reading reading) {
        return switch (word) {
            case "yes" -> Optional.of(true);
            case "no" -> Optional.of(false);
            case "" -> Optional.empty();
            default -> {
                reading.refuse("fact", word, List.of("yes", "no"));
                yield Optional.empty();
            }
        };
    }

    private static List<State> byName(LawBase law, Locale locale) {
        Collator collator = Collator.getInstance(locale);
        return law.states().stream()
                .filter(state -> !state.code().value().equals("EU"))
                .sorted(Comparator.comparing(state -> state.name(locale.getLanguage()), collator))
                .toList();
    }
}
