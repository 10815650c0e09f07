package org.comity.law;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.comity.law.source.DataFiles;
import org.comity.law.source.Faults;
import org.comity.law.source.LawDataException;
import org.comity.law.source.Located;
import org.comity.law.source.YamlTree;

/**
 * The open data set: States, instruments, who is bound by what, what was declared, who answers, and national law.
 *
 * <p>Loading refuses a data set with a dangling reference, a key that stands twice, a bad date or an unknown word, with a
 * {@link LawDataException} that names file and line. National law is read when first asked for;
 * {@link #check()} reads all of it. Safe for use by many threads.
 */
public final class LawBase {

    private final DataFiles files;
    private final String version;
    private final LocalDate asOf;
    private final String licence;
    private final Vocabulary vocabulary;
    private final Map<StateCode, State> states;
    private final Map<String, Instrument> instruments;
    private final Map<String, Provision> provisions;
    private final List<String> offences;
    private final Map<String, List<String>> attemptRules;
    private final List<RouteRules> routes;
    private final List<RouteRules.Replacement> replacements;
    private final Map<StateCode, List<Status>> statuses;
    private final Map<StateCode, List<Declaration>> declarations;
    private final Map<StateCode, List<Authority>> authorities;
    private final List<Retention> retentions;
    private final List<JurisdictionRule> jurisdictionRules;
    private final NationalLawReader nationalLaws;
    /** What has been read of the files, by all law bases that grew out of the same one. */
    private final Map<StateCode, Optional<NationalLaw>> nationalLawsRead;

    private final Map<StateCode, NationalLaw> nationalLawsChanged;
    private final Set<String> ownSubjects;
    private final Map<String, OffenceEffect> offenceEffects;
    private final Translations translations;

    private LawBase(DataFiles files, Faults faults) {
        this.files = files;
        YamlTree dataset = YamlTree.read(files, "dataset.yaml");
        version = dataset.text("version");
        asOf = dataset.need("as_of").word().date();
        licence = dataset.text("licence");
        vocabulary = Vocabulary.read(files);
        Sources sources = Sources.read(files);
        Set<String> ids = instrumentIds(dataset);
        InstrumentReader.Read read = new InstrumentReader(files, vocabulary, sources, ids, faults).readAll();
        instruments = read.instruments();
        routes = read.routes();
        replacements = read.replacements();
        provisions = new LinkedHashMap<>();
        instruments.values().forEach(i -> i.provisions().forEach(p -> provisions.put(p.id(), p)));
        TableReader tables = new TableReader(files, vocabulary, sources, faults);
        states = tables.states();
        statuses = TableReader.by(Status::state, tables.statuses(states, ids));
        declarations = TableReader.by(Declaration::state, tables.declarations(states, ids));
        authorities = TableReader.by(Authority::state, tables.authorities(states, ids));
        retentions = tables.retentions(states);
        jurisdictionRules = tables.jurisdictionRules(provisions.keySet());
        ownSubjects = vocabulary.words("national_subjects");
        offences = Stream.concat(
                        provisions.values().stream()
                                .filter(Provision::isOffence)
                                .map(Provision::id),
                        ownSubjects.stream())
                .toList();
        attemptRules = attemptRules(provisions.values());
        Set<String> subjects = new HashSet<>(read.provisions());
        subjects.addAll(ownSubjects);
        offenceEffects = vocabulary.offenceEffects(subjects);
        vocabulary.conductRule().in(read.provisions(), "provision");
        nationalLaws = new NationalLawReader(files, subjects, vocabulary, faults);
        nationalLawsRead = new ConcurrentHashMap<>();
        nationalLawsChanged = Map.of();
        translations = Translations.read(files, dataset.words("languages"), instruments.values(), routes, replacements);
    }

    /** The data set that is shipped with this library. */
    public static LawBase load() {
        return new LawBase(shipped(), Faults.stopping());
    }

    /** A data set in a folder of the same form. */
    public static LawBase load(Path folder) {
        return new LawBase(DataFiles.in(folder), Faults.stopping());
    }

    private static DataFiles shipped() {
        return DataFiles.beside(LawBase.class, "data");
    }

    /** Everything that is wrong with the data set that is shipped, not only what is found first. */
    public static List<LawDataException> faults() {
        return faults(shipped());
    }

    /** Everything that is wrong with the data set in a folder; empty if it is sound. */
    public static List<LawDataException> faults(Path folder) {
        return faults(DataFiles.in(folder));
    }

    /** A file that cannot be read at all, or on whose words all others rest, ends the search. */
    private static List<LawDataException> faults(DataFiles files) {
        Faults faults = Faults.collecting();
        faults.read(() -> new LawBase(files, faults))
                .ifPresent(law -> law.states.keySet().forEach(state -> faults.check(() -> law.nationalLaw(state))));
        return faults.found();
    }

    private LawBase(LawBase before, Amending amended) {
        files = before.files;
        version = before.version;
        asOf = before.asOf;
        licence = before.licence;
        vocabulary = before.vocabulary;
        states = before.states;
        instruments = amended.instruments;
        provisions = before.provisions;
        offences = before.offences;
        attemptRules = before.attemptRules;
        routes = before.routes;
        replacements = before.replacements;
        statuses = amended.statuses;
        declarations = amended.declarations;
        authorities = amended.authorities;
        retentions = before.retentions;
        jurisdictionRules = before.jurisdictionRules;
        nationalLaws = before.nationalLaws;
        nationalLawsRead = before.nationalLawsRead;
        nationalLawsChanged = new HashMap<>(before.nationalLawsChanged);
        nationalLawsChanged.putAll(amended.nationalLaws);
        ownSubjects = before.ownSubjects;
        offenceEffects = before.offenceEffects;
        translations = before.translations;
    }

    /**
     * A law base in which these changes hold, in this order; this one stays as it is. Rows that did not change are shared.
     *
     * @throws InvalidLawChangeException if a change names what is not there
     */
    public LawBase with(List<LawChange> changes) {
        Amending amending = new Amending(
                this,
                new LinkedHashMap<>(instruments),
                new LinkedHashMap<>(statuses),
                new LinkedHashMap<>(declarations),
                new LinkedHashMap<>(authorities));
        changes.forEach(amending::apply);
        return new LawBase(this, amending);
    }

    private static Set<String> instrumentIds(YamlTree dataset) {
        Set<String> ids = new LinkedHashSet<>();
        for (Located id : dataset.words("instruments")) {
            if (!ids.add(id.text())) {
                throw id.fault("the instrument “" + id.text() + "” stands twice");
            }
        }
        return ids;
    }

    /** Reads the national law of every State, so that a fault in any file is found. */
    public void check() {
        states.keySet().forEach(this::nationalLaw);
    }

    public String version() {
        return version;
    }

    /** The day on which the data set was put together; each row has its own date beside. */
    public LocalDate asOf() {
        return asOf;
    }

    /** The licence of the compilation, as its SPDX name. */
    public String licence() {
        return licence;
    }

    /** All States (and the European Union) by code. */
    public List<State> states() {
        return List.copyOf(states.values());
    }

    public Optional<State> state(StateCode code) {
        return Optional.ofNullable(states.get(code));
    }

    /** All instruments in their order of presentation. */
    public List<Instrument> instruments() {
        return List.copyOf(instruments.values());
    }

    public Optional<Instrument> instrument(String id) {
        return Optional.ofNullable(instruments.get(id));
    }

    public Optional<Provision> provision(String id) {
        return Optional.ofNullable(provisions.get(id));
    }

    /** What ties the State to each instrument. */
    public List<Status> statusesOf(StateCode state) {
        return List.copyOf(statuses.getOrDefault(state, List.of()));
    }

    public Optional<Status> status(StateCode state, String instrument) {
        return statuses.getOrDefault(state, List.of()).stream()
                .filter(s -> s.instrument().equals(instrument))
                .findFirst();
    }

    /** Whether the instrument is in force and binds the State on this day. */
    public boolean boundOn(StateCode state, String instrument, LocalDate day) {
        Optional<Instrument> found = instrument(instrument);
        return found.filter(i -> i.inForceOn(day)).isPresent()
                && status(state, instrument)
                        .map(s -> s.on(day, found.get().inForce()))
                        .filter(tie -> tie == Status.Tie.BOUND || tie == Status.Tie.BOUND_SINCE_UNKNOWN_DAY)
                        .isPresent();
    }

    /** Reservations, declarations and designations of the State, withdrawn ones included. */
    public List<Declaration> declarationsOf(StateCode state) {
        return List.copyOf(declarations.getOrDefault(state, List.of()));
    }

    /** The institutions that the State has named. */
    public List<Authority> authoritiesOf(StateCode state) {
        return List.copyOf(authorities.getOrDefault(state, List.of()));
    }

    /** How long data is kept, as far as law or practice say so. */
    public List<Retention> retentions() {
        return List.copyOf(retentions);
    }

    /**
     * How long this kind of holder in this State keeps this category on this day, what is closest to it first; empty where the
     * data set knows nothing, which is never to be read as “for long”.
     */
    public List<Retention> retentions(StateCode state, String holder, DataCategory category, LocalDate day) {
        return retentions.stream()
                .filter(row -> row.state().isEmpty() || row.state().get().equals(state))
                .filter(row -> row.isOf(holder, category) && row.inForceOn(day))
                .sorted(Comparator.comparingInt(Retention::distance))
                .toList();
    }

    /** What each treaty makes of a fact that ties an offence to a State. */
    public List<JurisdictionRule> jurisdictionRules() {
        return List.copyOf(jurisdictionRules);
    }

    /** Who may hold data, as far as that decides how long it is kept. */
    public Set<String> holders() {
        return vocabulary.words("retention_holders");
    }

    /** The law of the State, if the data set holds it. */
    public Optional<NationalLaw> nationalLaw(StateCode state) {
        NationalLaw changed = nationalLawsChanged.get(state);
        return changed != null ? Optional.of(changed) : nationalLawsRead.computeIfAbsent(state, nationalLaws::read);
    }

    /** Everything a query may name as its offence, apart from {@code other}. */
    public List<String> offences() {
        return offences;
    }

    /** The measures that at least one provision of the data set serves. */
    public List<Measure> measures() {
        return routes.stream()
                .flatMap(r -> r.serves().keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** The measure of this code or synonym, such as {@code preserve} or {@code freeze}. */
    public Optional<Measure> measure(String word) {
        return vocabulary.measure(word);
    }

    /** Other words that name the measure. */
    public List<String> synonymsOf(Measure measure) {
        return vocabulary.synonymsOf(measure);
    }

    /** The sentences of the data set in the languages that it has. */
    public Translations translations() {
        return translations;
    }

    /** Where it was read. */
    DataFiles files() {
        return files;
    }

    /** It without any change since it was read. */
    LawBase asRead() {
        return new LawBase(files, Faults.stopping());
    }

    Vocabulary vocabulary() {
        return vocabulary;
    }

    List<RouteRules> routes() {
        return routes;
    }

    List<RouteRules.Replacement> replacements() {
        return replacements;
    }

    /**
     * How the law of the State reaches the conduct on this day: all that dual criminality depends on.
     *
     * @see ConductProfile#dualCriminality
     */
    public ConductProfile conduct(StateCode state, Offence offence, LocalDate day) {
        return new OffenceInLaw(this, state, offence, day).profile();
    }

    /** The provision that says that the conduct counts, and not the name of the offence. */
    Provision conductRule() {
        return provision(vocabulary.conductRule().text()).orElseThrow();
    }

    /** What this declaration changes in the offences of the State. */
    List<OffenceEffect> offenceEffects(Declaration declaration) {
        return declaration.effects().stream()
                .flatMap(code -> Optional.ofNullable(offenceEffects.get(code.split("=", 2)[0])).stream())
                .toList();
    }

    /** The elements of the offence under which national law holds this conduct. */
    OffenceElements elements(String conduct) {
        return provision(conduct).map(Provision::elements).orElse(OffenceElements.NONE);
    }

    /** The provisions that make the attempt of this conduct an offence. */
    List<String> attemptRules(String conduct) {
        return attemptRules.getOrDefault(conduct, List.of());
    }

    private static Map<String, List<String>> attemptRules(Collection<Provision> provisions) {
        Map<String, List<String>> rules = new HashMap<>();
        for (Provision provision : provisions) {
            for (String conduct : provision.elements().attemptOf()) {
                rules.computeIfAbsent(conduct, _ -> new ArrayList<>()).add(provision.id());
            }
        }
        return rules;
    }

    /** Whether two offence ids describe the same conduct, as the data set sets them against each other. */
    boolean sameConduct(String one, String other) {
        return conduct(one).equals(conduct(other));
    }

    /** The id under which national law holds this conduct. */
    public String conduct(String offence) {
        return provision(offence).flatMap(Provision::correspondsTo).orElse(offence);
    }
}
