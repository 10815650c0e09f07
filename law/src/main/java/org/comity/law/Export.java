package org.comity.law;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.law.NationalLaw.NationalProvision;
import org.jspecify.annotations.Nullable;

/**
 * The whole data set as plain tables that any program can write in its own form: one fact a row, each with source, date and
 * basis. Values are text, numbers, truth values, dates, lists of text, or null where a fact is not known.
 */
public final class Export {

    private static final List<String> LANGUAGES = List.of("en", "fr", "es", "ar", "ru", "zh");

    private final LawBase law;

    /** A table of facts. */
    public record Table(String name, List<Row> rows) {}

    /** One fact by the names of its columns. */
    public record Row(SequencedMap<String, @Nullable Object> cells) {

        /** The same row with one more column at its end. */
        public Row with(String column, @Nullable Object value) {
            SequencedMap<String, @Nullable Object> more = new LinkedHashMap<>(cells);
            more.put(column, value);
            return new Row(more);
        }
    }

    private Export(LawBase law) {
        this.law = law;
    }

    public static Export of(LawBase law) {
        return new Export(law);
    }

    /** What a reader must know to use the tables: version, date, licence. */
    public Row head() {
        return row(
                "title", "Comity open data set of law on cybercrime and electronic evidence",
                "version", law.version(),
                "as_of", law.asOf(),
                "licence", law.licence(),
                "note",
                        "A working aid, not a register: the depositaries' own pages prevail. A fact of the basis"
                                + " “recalled” was not looked up; check it before any use with legal effect.");
    }

    /** Every table, States first. */
    public List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        table(tables, "states", each(law.states().stream(), Export::state));
        table(tables, "instruments", each(law.instruments().stream(), Export::instrument));
        table(tables, "provisions", each(provisions(), Export::provision));
        table(
                tables,
                "deadlines",
                provisions()
                        .flatMap(p -> each(p.deadlines().stream(), d -> deadline(p, d)).stream())
                        .toList());
        table(
                tables,
                "refusal_grounds",
                provisions()
                        .flatMap(p -> each(
                                p.refusalGrounds().stream(),
                                g -> row("provision", p.id(), "article", g.article(), "ground", g.ground()))
                                .stream())
                        .toList());
        table(tables, "status", each(codes().flatMap(c -> law.statusesOf(c).stream()), Export::status));
        table(tables, "declarations", each(codes().flatMap(c -> law.declarationsOf(c).stream()), Export::declaration));
        table(tables, "authorities", each(codes().flatMap(c -> law.authoritiesOf(c).stream()), Export::authority));
        table(tables, "retention", each(law.retentions().stream(), Export::retention));
        table(tables, "jurisdiction", each(law.jurisdictionRules().stream(), Export::jurisdiction));
        table(
                tables,
                "national_acts",
                laws().flatMap(n -> each(n.acts().stream(), a -> act(n, a)).stream())
                        .toList());
        table(
                tables,
                "national_provisions",
                laws().flatMap(n -> each(n.provisions().stream(), p -> nationalProvision(n.state(), p)).stream())
                        .toList());
        table(
                tables,
                "national_gaps",
                laws().flatMap(n -> each(
                                n.gaps().stream(), gap -> row("state", n.state(), "provision", gap, "as_of", n.asOf()))
                                .stream())
                        .toList());
        return tables;
    }

    private static void table(List<Table> tables, String name, List<Row> rows) {
        tables.add(new Table(name, rows));
    }

    private Stream<StateCode> codes() {
        return law.states().stream().map(State::code);
    }

    private Stream<Provision> provisions() {
        return law.instruments().stream().flatMap(i -> i.provisions().stream());
    }

    private Stream<NationalLaw> laws() {
        return codes().flatMap(code -> law.nationalLaw(code).stream());
    }

    public static Row state(State state) {
        Row row = row("iso2", state.code(), "iso3", state.iso3(), "m49", state.m49());
        LANGUAGES.forEach(language -> row.cells().put("name_" + language, state.name(language)));
        row.cells().put("un_regional_group", state.group());
        row.cells().put("memberships", state.memberships().stream().sorted().toList());
        row.cells().put("official_languages", state.languages());
        row.cells().put("note", state.note());
        return row;
    }

    public static Row instrument(Instrument instrument) {
        return row(
                "id", instrument.id(),
                "title", instrument.title(),
                "short_title", instrument.shortTitle(),
                "symbol", instrument.text("symbol"),
                "depositary", instrument.text("depositary"),
                "adopted", instrument.text("adopted"),
                "opened", instrument.text("opened"),
                "in_force", instrument.inForce(),
                "applies_from", instrument.appliesFrom(),
                "source", instrument.source(),
                "as_of", instrument.asOf(),
                "basis", instrument.basis().code());
    }

    public static Row provision(Provision provision) {
        return row(
                "id", provision.id(),
                "instrument", provision.instrument(),
                "article", provision.article(),
                "kind", provision.kind(),
                "title", provision.title(),
                "subject", provision.subject(),
                "measure", provision.measure().code(),
                "data_categories",
                        provision.dataCategories().stream()
                                .map(Coded::code)
                                .sorted()
                                .toList(),
                "corresponds_to", provision.correspondsTo(),
                "source", provision.source(),
                "as_of", provision.asOf(),
                "basis", provision.basis().code());
    }

    private static Row deadline(Provision provision, Deadline deadline) {
        return row(
                "provision", provision.id(),
                "stands_in", deadline.provision(),
                "what", deadline.what(),
                "duration", deadline.length(),
                "unit", deadline.unit().code(),
                "from", deadline.from(),
                "kind", deadline.kind().code(),
                "extension", deadline.extension());
    }

    public static Row status(Status status) {
        return row(
                "instrument", status.instrument(),
                "state", status.state(),
                "method", status.method().code(),
                "signature", status.signature(),
                "ratification", status.deposit(),
                "entry_into_force", status.entryIntoForce(),
                "bound_until", status.boundUntil(),
                "source", status.source(),
                "as_of", status.asOf(),
                "basis", status.basis().code(),
                "note", status.note());
    }

    public static Row declaration(Declaration declaration) {
        return row(
                "instrument", declaration.instrument(),
                "state", declaration.state(),
                "article", declaration.article(),
                "kind", declaration.kind(),
                "effect_code", declaration.effects(),
                "valid_from", declaration.validFrom(),
                "valid_to", declaration.validTo(),
                "summary", declaration.summary(),
                "source", declaration.source(),
                "as_of", declaration.asOf(),
                "basis", declaration.basis().code());
    }

    public static Row authority(Authority authority) {
        return row(
                "state", authority.state(),
                "function", authority.function(),
                "instrument", authority.instrument(),
                "institution", authority.institution(),
                "kind", authority.kind(),
                "languages", authority.languages(),
                "always_on", authority.alwaysOn(),
                "public_url", authority.url(),
                "source", authority.source(),
                "as_of", authority.lastConfirmed(),
                "basis", authority.basis().code(),
                "note", authority.note());
    }

    private static Row jurisdiction(JurisdictionRule rule) {
        return row(
                "provision", rule.provision(),
                "paragraph", rule.paragraph(),
                "link", rule.link().code(),
                "rule", rule.rule().code(),
                "limited_by", rule.limitedBy(),
                "source", rule.source(),
                "as_of", rule.asOf(),
                "basis", rule.basis().code(),
                "note", rule.note());
    }

    public static Row retention(Retention retention) {
        return row(
                "state", retention.state(),
                "holder", retention.holder(),
                "category", retention.category().code(),
                "ground", retention.ground().code(),
                "least", retention.least().map(Object::toString),
                "most", retention.most().map(Object::toString),
                "valid_from", retention.validFrom(),
                "valid_to", retention.validTo(),
                "source", retention.source(),
                "as_of", retention.asOf(),
                "basis", retention.basis().code(),
                "note", retention.note());
    }

    private static Row act(NationalLaw law, NationalLaw.Act act) {
        return row(
                "state", law.state(),
                "id", act.id(),
                "title", act.title(),
                "title_original", act.originalTitle(),
                "citation", act.citation(),
                "enacted", act.enacted(),
                "url", act.url());
    }

    public static Row nationalProvision(StateCode state, NationalProvision provision) {
        return row(
                "state", state,
                "maps_to", provision.mapsTo(),
                "act", provision.act(),
                "article", provision.article(),
                "heading", provision.heading(),
                "summary", provision.summary(),
                "elements",
                        provision.elements().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(e -> e.getKey() + "=" + e.getValue())
                                .collect(Collectors.toList()),
                "penalty_max_months", provision.penaltyMaxMonths(),
                "penalty_aggravated_max_months", provision.penaltyAggravatedMaxMonths(),
                "coverage", provision.coverage(),
                "in_force", provision.inForce(),
                "valid_from", provision.validFrom(),
                "valid_to", provision.validTo(),
                "since", provision.knownSince(),
                "source", provision.source(),
                "basis", provision.basis().code(),
                "seen", provision.seen(),
                "as_of", provision.asOf());
    }

    private static <T> List<Row> each(Stream<T> facts, Function<T, Row> row) {
        return facts.map(row).toList();
    }

    /** A row of these columns and values in turn; an empty {@link Optional} is a fact that is not known. */
    public static Row row(@Nullable Object... keysAndValues) {
        SequencedMap<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            Object value = keysAndValues[i + 1];
            row.put(String.valueOf(keysAndValues[i]), value instanceof Optional<?> maybe ? maybe.orElse(null) : value);
        }
        return new Row(row);
    }
}
