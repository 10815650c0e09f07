package org.comity.node.legislation;

import java.text.Collator;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comity.law.AcrossStates;
import org.comity.law.Coverage;
import org.comity.law.Instrument;
import org.comity.law.LawBase;
import org.comity.law.Provision;
import org.comity.law.ProvisionInLaw;
import org.comity.law.State;
import org.comity.law.StateCode;
import org.comity.node.lawbook.CurrentLaw;
import org.comity.node.legislation.NationalLawByProvision.Entry;
import org.comity.node.legislation.NationalLawByProvision.OfTreaty;
import org.comity.node.legislation.NationalLawByProvision.Own;
import org.comity.node.legislation.NationalLawByProvision.Subject;
import org.comity.node.legislation.ProvisionProfile.Example;
import org.comity.node.legislation.ProvisionProfile.Reserved;
import org.springframework.stereotype.Component;

/** Provisions as a drafter looks them up: across the laws of all States. */
@Component
public class Provisions {

    private final CurrentLaw law;

    Provisions(CurrentLaw law) {
        this.law = law;
    }

    /** A provision and how many laws cover it how far. */
    public record Summary(OfTreaty subject, Map<Coverage, Integer> counts) {}

    /** What an instrument asks for in the law of each Party. */
    public List<Summary> asked(Instrument instrument, LocalDate on) {
        LawBase now = law.now();
        return instrument.provisions().stream()
                .filter(Provision::mustBeInNationalLaw)
                .map(provision -> new Summary(
                        new OfTreaty(instrument, provision),
                        AcrossStates.of(now, provision.id(), on).counts()))
                .toList();
    }

    /** @param id of a provision that national law can cover, or a subject of the data set's own */
    public Optional<ProvisionProfile> find(String id, LocalDate on) {
        LawBase now = law.now();
        return subject(now, id).map(subject -> profile(now, subject, AcrossStates.of(now, id, on)));
    }

    private static Optional<Subject> subject(LawBase now, String id) {
        Optional<Subject> ofTreaty = now.provision(id)
                .flatMap(provision ->
                        now.instrument(provision.instrument()).map(instrument -> new OfTreaty(instrument, provision)));
        return ofTreaty.or(
                () -> Optional.of(id).filter(now.offences()::contains).map(Own::new));
    }

    private static ProvisionProfile profile(LawBase now, Subject subject, AcrossStates across) {
        Collator english = Collator.getInstance(Locale.ENGLISH);
        Comparator<State> byName = Comparator.comparing(State::name, english);
        Map<StateCode, State> states =
                now.states().stream().collect(Collectors.toMap(State::code, Function.identity()));
        return new ProvisionProfile(
                subject,
                across,
                across.examples().stream()
                        .flatMap(citation -> Optional.ofNullable(states.get(citation.state())).stream()
                                .map(state -> new Example(
                                        state, new Entry(citation.provision(), citation.act(), Optional.empty()))))
                        .toList(),
                standing(across, Coverage.NONE, states, byName),
                standing(across, Coverage.UNKNOWN, states, byName),
                states.values().stream()
                        .filter(state -> across.states().stream()
                                .map(ProvisionInLaw::state)
                                .noneMatch(state.code()::equals))
                        .sorted(byName)
                        .toList(),
                across.states().stream()
                        .flatMap(row -> Optional.ofNullable(states.get(row.state())).stream()
                                .flatMap(state ->
                                        row.declared().stream().map(declaration -> new Reserved(state, declaration))))
                        .sorted(Comparator.comparing(Reserved::state, byName))
                        .toList());
    }

    private static List<State> standing(
            AcrossStates across, Coverage coverage, Map<StateCode, State> states, Comparator<State> byName) {
        return across.states().stream()
                .filter(row -> row.coverage() == coverage)
                .flatMap(row -> Optional.ofNullable(states.get(row.state())).stream())
                .sorted(byName)
                .toList();
    }
}
