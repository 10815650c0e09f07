package org.comity.node.legislation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.comity.law.Citation;
import org.comity.law.Comparison;
import org.comity.law.Instrument;
import org.comity.law.ProvisionInLaw;
import org.comity.node.lawbook.CurrentLaw;
import org.comity.node.legislation.Bond;
import org.comity.node.legislation.LawRegister;
import org.comity.node.legislation.NationalLawByProvision.Entry;
import org.comity.node.legislation.StateProfile;
import org.comity.node.legislation.StatedAct;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The laws of up to three States side by side, differences marked. */
@Controller
class ComparePages {

    /** As many as stand beside each other on paper. */
    static final int MOST = 3;

    private final LawRegister register;
    private final CurrentLaw law;
    private final Clock clock;

    ComparePages(LawRegister register, CurrentLaw law, Clock clock) {
        this.register = register;
        this.law = law;
        this.clock = clock;
    }

    /**
     * A State at the head of its column.
     *
     * @param bond its tie to the instrument
     * @param acts what it has reserved or declared under it that counts on the day
     */
    record Column(StateProfile profile, Optional<Bond> bond, List<StatedAct> acts) {

        static Column of(StateProfile profile, Instrument instrument) {
            return new Column(
                    profile,
                    profile.bonds().stream()
                            .filter(bond -> bond.instrument().id().equals(instrument.id()))
                            .findFirst(),
                    profile.acts().stream()
                            .filter(act -> act.instrument().id().equals(instrument.id()))
                            .filter(act -> !act.designation() && !act.withdrawn())
                            .toList());
        }
    }

    /**
     * The law of one State on one provision.
     *
     * @param best the provision of its law that stands for the others
     */
    record Cell(ProvisionInLaw law, Optional<Entry> best) {

        static Cell of(ProvisionInLaw law) {
            return new Cell(law, law.best().map(Cell::entry));
        }

        private static Entry entry(Citation citation) {
            return new Entry(citation.provision(), citation.act(), Optional.empty());
        }
    }

    /** A provision and the laws on it. */
    record Line(Comparison.Row row, String citation, List<Cell> cells) {}

    @GetMapping("/law/compare")
    String compare(
            @RequestParam(defaultValue = "") List<String> state,
            @RequestParam(defaultValue = "ets185") String instrument,
            @RequestParam(defaultValue = "") String only,
            @RequestParam(required = false) @Nullable String on,
            Model model,
            HttpServletResponse response) {
        ChosenDate date = ChosenDate.of(on, clock);
        if (date.isRejected()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        }
        List<Instrument> instruments = register.instruments().stream()
                .filter(i -> i.provisions().stream().anyMatch(p -> p.mustBeInNationalLaw()))
                .toList();
        Instrument chosen = instruments.stream()
                .filter(i -> i.id().equals(instrument))
                .findFirst()
                .orElse(instruments.getFirst());
        List<StateProfile> states = profiles(state, date.day());
        boolean differing = only.equals("differences");
        model.addAttribute("date", date);
        model.addAttribute("instrument", chosen);
        model.addAttribute("instruments", instruments);
        model.addAttribute("names", register.states());
        model.addAttribute("places", List.of(0, 1, 2));
        model.addAttribute("only", differing);
        model.addAttribute(
                "columns",
                states.stream().map(profile -> Column.of(profile, chosen)).toList());
        if (states.size() > 1) {
            Comparison comparison = Comparison.of(
                    law.now(),
                    states.stream().map(profile -> profile.state().code()).toList(),
                    chosen.id(),
                    date.day());
            model.addAttribute("comparison", comparison);
            model.addAttribute(
                    "lines",
                    (differing ? comparison.differing() : comparison.rows())
                            .stream().map(row -> line(chosen, row)).toList());
        }
        return "legislation/compare";
    }

    private List<StateProfile> profiles(List<String> codes, LocalDate day) {
        return codes.stream()
                .filter(code -> !code.isBlank())
                .distinct()
                .limit(MOST)
                .flatMap(code -> register.state(code, day).stream())
                .toList();
    }

    private static Line line(Instrument instrument, Comparison.Row row) {
        return new Line(
                row,
                org.comity.node.legislation.Citation.of(
                        instrument, row.provision().article()),
                row.laws().stream().map(Cell::of).toList());
    }
}
