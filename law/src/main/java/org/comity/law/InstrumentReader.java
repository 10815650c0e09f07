package org.comity.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.comity.law.RouteRules.Replacement;
import org.comity.law.source.DataFiles;
import org.comity.law.source.Faults;
import org.comity.law.source.Located;
import org.comity.law.source.YamlTree;

/** Reads {@code instruments/*.yaml}; references between files are settled when all of them are read. */
final class InstrumentReader {

    private static final Set<String> INSTRUMENT_TEXTS = Set.of(
            "symbol",
            "depositary",
            "adopted",
            "opened",
            "signature_closes",
            "in_force_rule",
            "transposition",
            "status_as_of",
            "status",
            "open_to",
            "invited_unless",
            "states_only",
            "scope",
            "reservations_rule",
            "emergency_definition",
            "data_category_map",
            "version_note",
            "note");
    private static final Set<String> INSTRUMENT_KEYS = union(
            INSTRUMENT_TEXTS,
            Set.of(
                    "id",
                    "title",
                    "short_title",
                    "in_force",
                    "applies_from",
                    "parties_count",
                    "reservations_closed_list",
                    "reservations_named",
                    "declarations_closed_list",
                    "declarations",
                    "notifications_due",
                    "replaces",
                    "open_only_to",
                    "sources",
                    "verified",
                    "as_of",
                    "basis",
                    "safeguards",
                    "provisions"));
    private static final Set<String> PROVISION_TEXTS = Set.of(
            "forms",
            "duties",
            "confidentiality",
            "reservations",
            "notes",
            "safeguards",
            "postponement",
            "partial",
            "reasons",
            "consultation",
            "costs",
            "spontaneous",
            "enforcement",
            "conditions",
            "threshold",
            "applies_when",
            "partly_verified",
            "national_law");
    private static final Set<String> PROVISION_KEYS = union(
            PROVISION_TEXTS,
            Set.of(
                    "id",
                    "article",
                    "kind",
                    "title",
                    "subject",
                    "data_categories",
                    "measure",
                    "channel",
                    "other_channels",
                    "corresponds_to",
                    "elements",
                    "route",
                    "dual_criminality",
                    "deadlines",
                    "deadlines_of",
                    "refusal_grounds",
                    "refusal_grounds_of",
                    "request_contents",
                    "request_contents_of",
                    "near_law",
                    "not_grounds",
                    "paragraphs",
                    "sources",
                    "as_of",
                    "basis"));

    private final DataFiles files;
    private final Vocabulary vocabulary;
    private final Sources sources;
    private final RouteReader routes;
    private final Set<String> instruments;
    private final Set<String> ownSubjects;

    private final Faults faults;
    private final Map<String, Draft> drafts = new LinkedHashMap<>();
    /** Also those that were refused, so that nobody who names them is blamed. */
    private final Set<String> known = new LinkedHashSet<>();

    private final List<Located> provisionsNamed = new ArrayList<>();
    private final List<Replacement> replacements = new ArrayList<>();

    InstrumentReader(DataFiles files, Vocabulary vocabulary, Sources sources, Set<String> instruments, Faults faults) {
        this.faults = faults;
        this.files = files;
        this.vocabulary = vocabulary;
        this.sources = sources;
        this.instruments = instruments;
        this.ownSubjects = vocabulary.words("national_subjects");
        this.routes = new RouteReader(instruments, vocabulary.words("effect_codes"), provisionsNamed::add);
    }

    /** A provision whose borrowed parts are still to come. */
    private record Draft(
            Provision own,
            YamlTree tree,
            List<Located> deadlinesOf,
            List<Located> groundsOf,
            List<Located> contentsOf) {}

    /**
     * What all files together say.
     *
     * @param provisions the ids of all provisions
     */
    record Read(
            Map<String, Instrument> instruments,
            Set<String> provisions,
            List<RouteRules> routes,
            List<Replacement> replacements) {}

    Read readAll() {
        Map<String, YamlTree> trees = new LinkedHashMap<>();
        for (String id : instruments) {
            YamlTree tree = YamlTree.read(files, "instruments/" + id + ".yaml");
            trees.put(id, tree);
            faults.check(() -> readProvisions(id, tree));
        }
        checkNames();
        Map<String, Provision> provisions = new LinkedHashMap<>();
        drafts.forEach((id, draft) -> provisions.put(id, complete(draft)));
        Map<String, Instrument> read = new LinkedHashMap<>();
        Map<String, List<Safeguard.Rule>> safeguards = new LinkedHashMap<>();
        trees.forEach((id, tree) -> {
            faults.read(() -> instrument(id, tree, provisions)).ifPresent(instrument -> read.put(id, instrument));
            faults.read(() -> tree.items("safeguards"))
                    .ifPresent(items ->
                            safeguards.put(
                                    id,
                                    items.stream()
                                            .flatMap(item -> faults
                                                    .read(() -> safeguard(item, provisions))
                                                    .flatMap(Function.identity())
                                                    .stream())
                                            .toList()));
        });
        List<RouteRules> rules = new ArrayList<>();
        drafts.values().stream()
                .filter(draft -> draft.tree().find("route").isPresent())
                .flatMap(draft -> faults
                        .read(() -> routes.read(
                                provision(provisions, draft),
                                draft.tree(),
                                Safeguard.on(
                                        draft.own().id(),
                                        safeguards.getOrDefault(draft.own().instrument(), List.of()))))
                        .stream())
                .forEach(rules::add);
        checkNames();
        return new Read(read, known, rules, replacements);
    }

    private void checkNames() {
        provisionsNamed.forEach(named -> faults.check(() -> named.in(known, "provision")));
        provisionsNamed.clear();
    }

    private static Provision provision(Map<String, Provision> provisions, Draft draft) {
        return provisions.getOrDefault(draft.own().id(), draft.own());
    }

    private void readProvisions(String id, YamlTree tree) {
        tree.entries(INSTRUMENT_KEYS);
        if (!tree.text("id").equals(id)) {
            throw tree.need("id").fault("the file " + id + ".yaml must hold the instrument “" + id + "”");
        }
        for (YamlTree item : tree.need("provisions").items()) {
            faults.check(() -> {
                Located named = item.need("id").word();
                if (!known.add(named.text())) {
                    throw named.fault("the provision “" + named.text() + "” stands twice");
                }
                drafts.put(named.text(), draft(id, item));
            });
        }
        for (YamlTree item : tree.items("replaces")) {
            faults.check(() -> replacements.add(replacement(id, item)));
        }
    }

    private Replacement replacement(String id, YamlTree item) {
        Set<String> replaced = new LinkedHashSet<>();
        item.words("provisions").forEach(word -> {
            provisionsNamed.add(word);
            replaced.add(word.text());
        });
        Located by = item.need("provision").word();
        provisionsNamed.add(by);
        return new Replacement(id, replaced, item.need("from").word().date(), by.text(), item.text("says"));
    }

    /** Its source and basis are those of the provision, unless it names its own; none on a provision that was refused. */
    private Optional<Safeguard.Rule> safeguard(YamlTree tree, Map<String, Provision> provisions) {
        tree.entries(Set.of("kind", "provision", "article", "routes", "text", "sources", "basis"));
        String kind = tree.need("kind").word().oneOf(vocabulary.words("safeguard_kinds"), "kind of safeguard");
        Located named = tree.need("provision").word();
        Optional<Provision> provision = Optional.ofNullable(provisions.get(named.in(known, "provision")));
        Set<String> routes = new LinkedHashSet<>();
        for (Located route : tree.words("routes")) {
            route.in(known, "provision");
            if (Optional.ofNullable(drafts.get(route.text()))
                    .filter(draft -> draft.tree().find("route").isEmpty())
                    .isPresent()) {
                throw route.fault("“" + route.text() + "” is no route, so nothing can travel with it");
            }
            routes.add(route.text());
        }
        List<String> cited = tree.words("sources").stream().map(sources::cited).toList();
        Optional<String> source = cited.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", cited));
        return provision.map(on -> new Safeguard.Rule(Safeguard.of(tree, kind, on, source), routes));
    }

    private Instrument instrument(String id, YamlTree tree, Map<String, Provision> provisions) {
        Map<String, String> texts = texts(tree, INSTRUMENT_TEXTS);
        tree.find("open_only_to").ifPresent(club -> {
            club.entries(Set.of("membership", "party_to", "words"));
            club.findText("membership").ifPresent(membership -> texts.put("open_only_to", membership));
            club.word("party_to")
                    .ifPresent(other -> texts.put("open_only_to_parties_of", other.in(instruments, "instrument")));
            texts.put("open_only_to_words", club.text("words"));
        });
        Optional<LocalDate> inForce = tree.word("in_force").map(Located::date);
        Optional<LocalDate> appliesFrom = tree.word("applies_from").map(Located::date);
        tree.word("adopted").ifPresent(Located::date);
        tree.word("status_as_of").ifPresent(Located::month);
        Optional<LocalDate> opened = tree.word("opened").map(Located::date);
        if (opened.isPresent() && inForce.filter(opened.get()::isAfter).isPresent()) {
            throw tree.need("in_force").fault("an instrument cannot enter into force before it is opened");
        }
        return new Instrument(
                id,
                tree.text("title"),
                tree.text("short_title"),
                inForce,
                appliesFrom,
                texts,
                provisions.values().stream()
                        .filter(p -> p.instrument().equals(id))
                        .toList(),
                tree.words("sources").stream().map(sources::cited).toList(),
                tree.need("as_of").word().date(),
                Words.basis(tree.need("basis").word()));
    }

    private Draft draft(String instrument, YamlTree tree) {
        tree.entries(PROVISION_KEYS);
        Located id = tree.need("id").word();
        if (!id.text().startsWith(instrument + ":")) {
            throw id.fault("a provision of " + instrument + " is named " + instrument + ":article");
        }
        Set<DataCategory> data = new LinkedHashSet<>();
        tree.words("data_categories").forEach(word -> data.add(Words.read(word, DataCategory.class, "data category")));
        tree.word("channel").ifPresent(word -> Words.read(word, Channel.class, "channel"));
        tree.words("other_channels").forEach(word -> Words.read(word, Channel.class, "channel"));
        tree.word("corresponds_to")
                .filter(word -> !ownSubjects.contains(word.text()))
                .ifPresent(provisionsNamed::add);
        String subject = tree.text("subject");
        Provision own = new Provision(
                id.text(),
                instrument,
                tree.text("article"),
                tree.need("kind").word().oneOf(vocabulary.words("kinds"), "kind"),
                tree.findText("title").orElse(subject),
                subject,
                data,
                Words.read(tree.need("measure").word(), Measure.class, "measure"),
                tree.findText("corresponds_to"),
                offenceElements(tree),
                ProvisionLists.deadlines(id.text(), tree),
                ProvisionLists.grounds(instrument, tree),
                ProvisionLists.contents(instrument, tree),
                named(tree, "near_law").stream().map(Located::text).toList(),
                texts(tree, PROVISION_TEXTS),
                tree.words("sources").stream().map(sources::cited).toList(),
                tree.need("as_of").word().date(),
                Words.basis(tree.need("basis").word()));
        return new Draft(
                own,
                tree,
                named(tree, "deadlines_of"),
                named(tree, "refusal_grounds_of"),
                named(tree, "request_contents_of"));
    }

    private OffenceElements offenceElements(YamlTree tree) {
        return tree.find("elements")
                .map(elements -> {
                    provisionsNamed.addAll(elements.words("attempt_of"));
                    return OffenceElements.read(elements);
                })
                .orElse(OffenceElements.NONE);
    }

    private List<Located> named(YamlTree tree, String key) {
        List<Located> words = tree.words(key);
        provisionsNamed.addAll(words);
        return words;
    }

    private Provision complete(Draft draft) {
        Provision own = draft.own();
        List<Deadline> deadlines = new ArrayList<>(own.deadlines());
        lenders(draft.deadlinesOf()).forEach(p -> deadlines.addAll(p.deadlines()));
        List<RefusalGround> grounds = new ArrayList<>(own.refusalGrounds());
        lenders(draft.groundsOf()).forEach(p -> grounds.addAll(p.refusalGrounds()));
        List<RequestElement> contents = new ArrayList<>(own.requestContents());
        lenders(draft.contentsOf()).forEach(p -> contents.addAll(p.requestContents()));
        return new Provision(
                own.id(),
                own.instrument(),
                own.article(),
                own.kind(),
                own.title(),
                own.subject(),
                own.dataCategories(),
                own.measure(),
                own.correspondsTo(),
                own.elements(),
                deadlines,
                grounds,
                contents,
                own.near(),
                own.texts(),
                own.sources(),
                own.asOf(),
                own.basis());
    }

    private List<Provision> lenders(List<Located> words) {
        return words.stream()
                .flatMap(word -> Optional.ofNullable(drafts.get(word.text())).stream())
                .map(Draft::own)
                .toList();
    }

    private static Map<String, String> texts(YamlTree tree, Set<String> keys) {
        Map<String, String> texts = new LinkedHashMap<>();
        tree.entries().forEach((key, value) -> {
            if (keys.contains(key)) {
                texts.put(key, value.text());
            }
        });
        return texts;
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new LinkedHashSet<>(some);
        all.addAll(others);
        return all;
    }
}
