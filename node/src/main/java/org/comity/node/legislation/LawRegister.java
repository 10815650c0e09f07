package org.comity.node.legislation;

import java.text.Collator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.law.Authority;
import org.comity.law.Declaration;
import org.comity.law.Gaps;
import org.comity.law.Instrument;
import org.comity.law.LawBase;
import org.comity.law.NationalLaw;
import org.comity.law.NationalLaw.NationalProvision;
import org.comity.law.Provision;
import org.comity.law.State;
import org.comity.law.Status;
import org.comity.law.Translations;
import org.comity.node.lawbook.CurrentLaw;
import org.comity.node.legislation.InstrumentProfile.Article;
import org.comity.node.legislation.InstrumentProfile.Chapter;
import org.comity.node.legislation.InstrumentProfile.Force;
import org.comity.node.legislation.NationalLawByProvision.Entry;
import org.comity.node.legislation.NationalLawByProvision.Heading;
import org.comity.node.legislation.NationalLawByProvision.OfTreaty;
import org.comity.node.legislation.NationalLawByProvision.Own;
import org.comity.node.legislation.NationalLawByProvision.Subject;
import org.comity.node.legislation.StatedAct.Effect;
import org.springframework.stereotype.Component;

/** The data set as people look things up in it: by State and by instrument, on a day. */
@Component
public class LawRegister {

    /** What the duty officer needs first: powers to act, then the rest in the order of a treaty. */
    private static final List<String> KINDS =
            List.of("cooperation", "procedural-power", "offence", "safeguard", "jurisdiction", "institution");

    private static final List<String> FUNCTIONS =
            List.of("24-7-contact", "mla-central", "emergency", "subscriber-info", "extradition");

    private final CurrentLaw law;

    LawRegister(CurrentLaw law) {
        this.law = law;
    }

    public List<StateEntry> find(StateSearch search) {
        return law.now().states().stream()
                .filter(search::finds)
                .filter(state -> search.instrument()
                        .filter(id -> !law.now().boundOn(state.code(), id, search.on()))
                        .isEmpty())
                .sorted(Comparator.comparingInt(search::rank).thenComparing(byName()))
                .map(state -> new StateEntry(
                        state, boundBy(state, search.on()), law.now().nationalLaw(state.code()), search.foundIn(state)))
                .toList();
    }

    /** All States in the order of their names. */
    public List<State> states() {
        return law.now().states().stream().sorted(byName()).toList();
    }

    public List<Instrument> instruments() {
        return law.now().instruments();
    }

    /** UN electoral groups that occur. */
    public List<String> groups() {
        return law.now().states().stream()
                .map(State::group)
                .filter(group -> !group.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * @param code ISO 3166-1 alpha-2 in either case; whatever is no code names no State
     */
    public Optional<StateProfile> state(String code, LocalDate on) {
        return law.now().states().stream()
                .filter(state -> state.code().value().equalsIgnoreCase(code.strip()))
                .findFirst()
                .map(state -> profile(state, on));
    }

    /** What the law of a State lacks under each instrument, and what it would still need to become a Party. */
    public List<Gaps> gaps(State state, LocalDate on) {
        LawBase now = law.now();
        return now.instruments().stream()
                .flatMap(instrument -> Gaps.of(now, state.code(), instrument.id(), on).stream())
                .toList();
    }

    public Translations translations() {
        return law.now().translations();
    }

    public Optional<InstrumentProfile> instrument(String id, LocalDate on) {
        return law.now().instrument(id).map(instrument -> profile(instrument, on));
    }

    /** How every State stood to the instrument on a day, in the order of their names. */
    public List<Adherent> adherents(Instrument instrument, LocalDate on) {
        LawBase now = law.now();
        return now.states().stream()
                .sorted(byName())
                .map(state -> now.status(state.code(), instrument.id())
                        .map(status -> bond(instrument, state, status, on))
                        .map(bond -> new Adherent(state, Adherence.of(bond, on), Optional.of(bond)))
                        .orElseGet(() ->
                                new Adherent(state, Adherence.ofSilence(instrument, state, on), Optional.empty())))
                .toList();
    }

    private StateProfile profile(State state, LocalDate on) {
        List<Bond> bonds = new ArrayList<>();
        List<Instrument> silent = new ArrayList<>();
        for (Instrument instrument : law.now().instruments()) {
            law.now()
                    .status(state.code(), instrument.id())
                    .ifPresentOrElse(
                            status -> bonds.add(bond(instrument, state, status, on)), () -> silent.add(instrument));
        }
        Set<String> binding =
                bonds.stream().filter(Bond::binds).map(b -> b.instrument().id()).collect(Collectors.toSet());
        List<StatedAct> acts = law.now().declarationsOf(state.code()).stream()
                .map(declaration -> act(declaration, binding, on))
                .sorted(Comparator.comparing(StatedAct::designation).thenComparing(StatedAct::effect))
                .toList();
        List<Authority> authorities = law.now().authoritiesOf(state.code()).stream()
                .sorted(Comparator.comparingInt(authority -> FUNCTIONS.indexOf(authority.function())))
                .toList();
        return new StateProfile(
                state,
                on,
                bonds.stream()
                        .sorted(Comparator.comparing(Bond::binds).reversed())
                        .toList(),
                silent,
                acts,
                authorities,
                law.now().nationalLaw(state.code()).map(this::byProvision));
    }

    private InstrumentProfile profile(Instrument instrument, LocalDate on) {
        List<Bond> bonds = law.now().states().stream()
                .sorted(byName())
                .flatMap(state -> law.now().status(state.code(), instrument.id()).stream()
                        .map(status -> bond(instrument, state, status, on)))
                .toList();
        List<Chapter> chapters = KINDS.stream()
                .map(kind -> new Chapter(
                        kind,
                        instrument.provisions().stream()
                                .filter(provision -> provision.kind().equals(kind))
                                .map(provision -> Article.of(instrument, provision))
                                .toList()))
                .filter(chapter -> !chapter.articles().isEmpty())
                .toList();
        return new InstrumentProfile(
                instrument,
                on,
                Force.of(instrument, on),
                chapters,
                bonds.stream().filter(Bond::binds).toList(),
                bonds.stream().filter(bond -> !bond.binds()).toList());
    }

    private List<Instrument> boundBy(State state, LocalDate on) {
        return law.now().instruments().stream()
                .filter(instrument -> law.now().boundOn(state.code(), instrument.id(), on))
                .toList();
    }

    private Bond bond(Instrument instrument, State state, Status status, LocalDate on) {
        return new Bond(
                instrument,
                state,
                status,
                status.on(on, instrument.inForce()),
                law.now().boundOn(state.code(), instrument.id(), on));
    }

    private StatedAct act(Declaration declaration, Set<String> binding, LocalDate on) {
        Instrument instrument = law.now().instrument(declaration.instrument()).orElseThrow();
        if (declaration.withdrawnBy(on)) {
            return new StatedAct(instrument, declaration, Effect.WITHDRAWN);
        }
        if (!declaration.inForceOn(on)) {
            return new StatedAct(instrument, declaration, Effect.NOT_YET);
        }
        return new StatedAct(
                instrument, declaration, binding.contains(instrument.id()) ? Effect.IN_FORCE : Effect.WAITING);
    }

    private NationalLawByProvision byProvision(NationalLaw national) {
        Map<String, List<NationalProvision>> found = national.provisions().stream()
                .collect(Collectors.groupingBy(NationalProvision::mapsTo, LinkedHashMap::new, Collectors.toList()));
        List<Heading> headings = Stream.concat(
                        law.now().instruments().stream()
                                .flatMap(instrument -> instrument.provisions().stream())
                                .map(Provision::id),
                        found.keySet().stream())
                .distinct()
                .filter(found::containsKey)
                .map(id -> new Heading(subject(id), entries(national, found.getOrDefault(id, List.of()))))
                .toList();
        return new NationalLawByProvision(
                national, headings, national.gaps().stream().map(this::subject).toList());
    }

    private static List<Entry> entries(NationalLaw national, List<NationalProvision> provisions) {
        return provisions.stream()
                .map(provision -> Entry.of(national, provision))
                .toList();
    }

    private Subject subject(String id) {
        Optional<Subject> ofTreaty = law.now()
                .instrument(id.substring(0, id.indexOf(':')))
                .flatMap(instrument -> instrument.provision(id).map(provision -> new OfTreaty(instrument, provision)));
        return ofTreaty.orElseGet(() -> new Own(id));
    }

    private static Comparator<State> byName() {
        Collator english = Collator.getInstance(Locale.ENGLISH);
        return Comparator.comparing(State::name, english);
    }
}
