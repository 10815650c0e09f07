package org.comity.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.comity.law.source.CsvRow;
import org.comity.law.source.CsvTable;
import org.comity.law.source.DataFiles;
import org.comity.law.source.Faults;
import org.comity.law.source.LawDataException;
import org.comity.law.source.Located;

/** Reads the tables of the data set and refuses rows that cannot be true. */
final class TableReader {

    private static final List<String> LANGUAGES = List.of("en", "fr", "es", "ar", "ru", "zh");
    private static final List<String> MEMBERSHIPS = List.of(
            "un_member",
            "coe_member",
            "eu_member",
            "au_member",
            "oas_member",
            "arab_league_member",
            "cis_member",
            "commonwealth_member",
            "ecowas_member",
            "asean_member",
            "pif_member");

    private final DataFiles files;
    private final Vocabulary vocabulary;
    private final Sources sources;
    private final Faults faults;

    TableReader(DataFiles files, Vocabulary vocabulary, Sources sources, Faults faults) {
        this.files = files;
        this.vocabulary = vocabulary;
        this.sources = sources;
        this.faults = faults;
    }

    private void each(String file, Consumer<CsvRow> reading) {
        faults.read(() -> CsvTable.read(
                        files,
                        file,
                        fault -> faults.check(() -> {
                            throw new LawDataException(fault.file(), fault.line(), fault.wrong());
                        })))
                .ifPresent(rows -> rows.forEach(row -> faults.check(() -> reading.accept(row))));
    }

    Map<StateCode, State> states() {
        Map<StateCode, State> states = new TreeMap<>();
        each("states.csv", row -> {
            StateCode code = Words.state(row.need("iso2"));
            State state = new State(
                    code,
                    row.cell("iso3").text(),
                    row.cell("m49").text(),
                    names(row),
                    row.cell("english_article").text(),
                    row.cell("un_regional_group").text(),
                    memberships(row),
                    list(row, "official_languages"),
                    row.cell("note").text());
            checkOrigin(row);
            if (states.put(code, state) != null) {
                throw row.fault("the State " + code + " stands twice");
            }
        });
        return states;
    }

    private static Map<String, String> names(CsvRow row) {
        Map<String, String> names = new HashMap<>();
        for (String language : LANGUAGES) {
            names.put(language, row.need("name_" + language).text());
        }
        return names;
    }

    private static Set<String> memberships(CsvRow row) {
        Set<String> memberships = new HashSet<>();
        for (String column : MEMBERSHIPS) {
            if (row.need(column).truth()) {
                memberships.add(column.substring(0, column.length() - "_member".length()));
            }
        }
        return memberships;
    }

    List<Status> statuses(Map<StateCode, State> states, Set<String> instruments) {
        Set<String> keys = new HashSet<>();
        List<Status> statuses = new ArrayList<>();
        each("status.csv", row -> {
            Status status = new Status(
                    instrument(row, instruments),
                    state(row, states),
                    Words.read(row.need("method"), Status.Method.class, "method"),
                    date(row, "signature"),
                    date(row, "ratification"),
                    date(row, "entry_into_force"),
                    date(row, "bound_until"),
                    sources.cited(row.need("source")),
                    row.need("as_of").date(),
                    Words.basis(row),
                    row.cell("note").text());
            once(keys, row, status.instrument() + " and " + status.state());
            checkOrder(row, status);
            statuses.add(status);
        });
        return statuses;
    }

    /** A State signs, then deposits, then is bound; a successor is bound from before its own notice. */
    private static void checkOrder(CsvRow row, Status status) {
        if (status.method() == Status.Method.SUCCESSION) {
            return;
        }
        inOrder(row, status.signature(), status.deposit(), "ratification", "signature");
        inOrder(row, status.deposit(), status.entryIntoForce(), "entry into force", "ratification");
        inOrder(row, status.signature(), status.entryIntoForce(), "entry into force", "signature");
        inOrder(row, status.entryIntoForce(), status.boundUntil(), "end", "entry into force");
    }

    private static void inOrder(
            CsvRow row, Optional<LocalDate> first, Optional<LocalDate> then, String later, String earlier) {
        if (first.isPresent() && then.filter(first.get()::isAfter).isPresent()) {
            throw row.fault(
                    "the " + later + " (" + then.get() + ") lies before the " + earlier + " (" + first.get() + ")");
        }
    }

    List<Declaration> declarations(Map<StateCode, State> states, Set<String> instruments) {
        Set<String> keys = new HashSet<>();
        Collection<String> kinds = vocabulary.words("declaration_kinds");
        Collection<String> codes = vocabulary.words("effect_codes");
        List<Declaration> declarations = new ArrayList<>();
        each("declarations.csv", row -> {
            Declaration declaration = new Declaration(
                    instrument(row, instruments),
                    state(row, states),
                    row.need("article").text(),
                    row.need("kind").oneOf(kinds, "kind of declaration"),
                    effects(row.need("effect_code"), codes),
                    row.need("summary").text(),
                    date(row, "valid_from"),
                    date(row, "valid_to"),
                    sources.cited(row.need("source")),
                    row.need("as_of").date(),
                    Words.basis(row));
            once(
                    keys,
                    row,
                    String.join(
                            " ",
                            declaration.instrument(),
                            declaration.state().value(),
                            declaration.article(),
                            declaration.kind(),
                            String.join("|", declaration.effects())));
            inOrder(row, declaration.validFrom(), declaration.validTo(), "end", "beginning");
            declarations.add(declaration);
        });
        return declarations;
    }

    /** Several codes are separated by |, unless a code has a value: then | separates its values. */
    private static List<String> effects(Located cell, Collection<String> known) {
        int value = cell.text().indexOf('=');
        if (value >= 0) {
            new Located(cell.text().substring(0, value), cell.file(), cell.line()).oneOf(known, "effect code");
            return List.of(cell.text());
        }
        return cell.parts().stream()
                .map(part -> part.oneOf(known, "effect code"))
                .toList();
    }

    List<Authority> authorities(Map<StateCode, State> states, Set<String> instruments) {
        Set<String> keys = new HashSet<>();
        Collection<String> functions = vocabulary.words("authority_functions");
        Collection<String> kinds = vocabulary.words("authority_kinds");
        List<Authority> authorities = new ArrayList<>();
        each("authorities.csv", row -> {
            Authority authority = new Authority(
                    state(row, states),
                    row.need("function").oneOf(functions, "function"),
                    instrument(row, instruments),
                    row.need("institution").text(),
                    row.need("kind").oneOf(kinds, "kind of authority"),
                    list(row, "languages"),
                    row.need("always_on").truth(),
                    row.find("public_url").map(Located::text),
                    row.need("as_of").date(),
                    Words.basis(row),
                    sources.cited(row.need("source")),
                    row.cell("note").text());
            once(
                    keys,
                    row,
                    String.join(
                            " ",
                            authority.state().value(),
                            authority.function(),
                            authority.instrument(),
                            authority.institution()));
            authorities.add(authority);
        });
        return authorities;
    }

    List<Retention> retentions(Map<StateCode, State> states) {
        Set<String> keys = new HashSet<>();
        Collection<String> holders = vocabulary.words("retention_holders");
        List<Retention> retentions = new ArrayList<>();
        each("retention.csv", row -> {
            Retention retention = new Retention(
                    row.find("state").map(_ -> state(row, states)),
                    row.need("holder").oneOf(holders, "holder of data"),
                    Words.read(row.need("category"), DataCategory.class, "category of data"),
                    Words.read(row.need("ground"), Retention.Ground.class, "ground"),
                    row.find("least").map(Located::length),
                    row.find("most").map(Located::length),
                    date(row, "valid_from"),
                    date(row, "valid_to"),
                    sources.cited(row.need("source")),
                    row.need("as_of").date(),
                    Words.basis(row),
                    row.cell("note").text());
            once(
                    keys,
                    row,
                    String.join(
                            " ",
                            row.cell("state").text(),
                            retention.holder(),
                            retention.category().code(),
                            row.cell("valid_from").text()));
            if ((retention.ground() == Retention.Ground.LAW)
                    != retention.state().isPresent()) {
                throw row.fault("law has a State, and practice has none");
            }
            inOrder(row, retention.validFrom(), retention.validTo(), "end", "beginning");
            retentions.add(retention);
        });
        return retentions;
    }

    List<JurisdictionRule> jurisdictionRules(Collection<String> provisions) {
        Set<String> keys = new HashSet<>();
        Collection<String> effects = vocabulary.words("effect_codes");
        List<JurisdictionRule> rules = new ArrayList<>();
        each("jurisdiction.csv", row -> {
            JurisdictionRule rule = new JurisdictionRule(
                    row.need("provision").in(provisions, "provision"),
                    row.need("paragraph").text(),
                    Words.read(row.need("link"), JurisdictionRule.Link.class, "link"),
                    Words.read(row.need("rule"), JurisdictionRule.Rule.class, "rule"),
                    row.find("limited_by").map(cell -> cell.oneOf(effects, "effect of a declaration")),
                    sources.cited(row.need("source")),
                    row.need("as_of").date(),
                    Words.basis(row),
                    row.cell("note").text());
            once(
                    keys,
                    row,
                    rule.paragraph() + " " + rule.provision() + " "
                            + rule.link().code());
            if (rule.link().isFact()
                    == (rule.rule() == JurisdictionRule.Rule.CONSULT || rule.rule() == JurisdictionRule.Rule.ORDER)) {
                throw row.fault("only “several” leads to consult or order, and to nothing else");
            }
            rules.add(rule);
        });
        return rules;
    }

    private void checkOrigin(CsvRow row) {
        sources.cited(row.need("source"));
        row.need("as_of").date();
        Words.basis(row);
    }

    private static void once(Set<String> keys, CsvRow row, String key) {
        if (!keys.add(key)) {
            throw row.fault("a row for " + key + " stands twice");
        }
    }

    private static StateCode state(CsvRow row, Map<StateCode, State> states) {
        StateCode code = Words.state(row.need("state"));
        if (!states.containsKey(code)) {
            throw row.fault("there is no State “" + code + "” in states.csv");
        }
        return code;
    }

    private static String instrument(CsvRow row, Collection<String> instruments) {
        return row.need("instrument").in(instruments, "instrument");
    }

    private static Optional<LocalDate> date(CsvRow row, String column) {
        return row.find(column).map(Located::date);
    }

    private static List<String> list(CsvRow row, String column) {
        return row.find(column)
                .map(cell -> cell.parts().stream().map(Located::text).toList())
                .orElse(List.of());
    }

    /** Groups rows while keeping their order. */
    static <K, T> Map<K, List<T>> by(java.util.function.Function<T, K> key, List<T> rows) {
        Map<K, List<T>> grouped = new LinkedHashMap<>();
        rows.forEach(row ->
                grouped.computeIfAbsent(key.apply(row), _ -> new ArrayList<>()).add(row));
        return grouped;
    }
}
