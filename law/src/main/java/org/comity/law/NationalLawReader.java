package org.comity.law;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.comity.law.NationalLaw.Act;
import org.comity.law.NationalLaw.NationalProvision;
import org.comity.law.source.DataFiles;
import org.comity.law.source.Faults;
import org.comity.law.source.Located;
import org.comity.law.source.YamlTree;

/** Reads {@code national/*.yaml}, one State at a time. */
final class NationalLawReader {

    private static final Set<String> KEYS = Set.of("state", "as_of", "coverage", "acts", "provisions", "gaps", "notes");
    private static final Set<String> PROVISION_KEYS = Set.of(
            "maps_to",
            "act",
            "article",
            "heading",
            "summary",
            "elements",
            "elements_basis",
            "penalty_max_months",
            "penalty_aggravated_max_months",
            "penalty_basis",
            "coverage",
            "in_force",
            "valid_from",
            "valid_to",
            "since",
            "source",
            "basis",
            "seen",
            "as_of");
    static final Set<String> ELEMENTS = Set.of(
            "requires_security_breach",
            "requires_intent",
            "requires_dishonest_intent",
            "requires_harm",
            "requires_serious_harm",
            "by_technical_means",
            "covers_attempt");

    private final DataFiles files;
    private final Collection<String> subjects;
    private final Collection<String> coverages;
    private final Faults faults;

    /** @param subjects what a national provision may be set against */
    NationalLawReader(DataFiles files, Collection<String> subjects, Vocabulary vocabulary, Faults faults) {
        this.faults = faults;
        this.files = files;
        this.subjects = subjects;
        this.coverages = vocabulary.words("national_coverage");
    }

    Optional<NationalLaw> read(StateCode state) {
        return YamlTree.find(files, "national/" + state.value().toLowerCase(Locale.ROOT) + ".yaml")
                .map(tree -> law(state, tree));
    }

    private NationalLaw law(StateCode state, YamlTree tree) {
        tree.entries(KEYS);
        if (!tree.text("state").equals(state.value())) {
            throw tree.need("state").fault("the file must hold the law of " + state);
        }
        String asOf = month(tree.need("as_of").word());
        List<Act> acts = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (YamlTree item : tree.items("acts")) {
            faults.check(() -> {
                if (!ids.add(item.text("id"))) {
                    throw item.fault("the act “" + item.text("id") + "” stands twice");
                }
                acts.add(act(item));
            });
        }
        return new NationalLaw(
                state,
                asOf,
                tree.need("coverage").word().oneOf(coverages, "coverage"),
                acts,
                tree.items("provisions").stream()
                        .flatMap(item -> faults.read(() -> provision(item, ids, asOf)).stream())
                        .toList(),
                tree.words("gaps").stream().map(Located::text).toList(),
                tree.findText("notes").orElse(""));
    }

    private static Act act(YamlTree tree) {
        tree.entries(Set.of("id", "title", "title_original", "citation", "enacted", "url"));
        return new Act(
                tree.text("id"),
                tree.text("title"),
                tree.findText("title_original"),
                tree.findText("citation"),
                tree.word("enacted").map(Located::number),
                tree.findText("url"));
    }

    private NationalProvision provision(YamlTree tree, Set<String> acts, String asOf) {
        tree.entries(PROVISION_KEYS);
        Map<String, Boolean> elements = new HashMap<>();
        String provisionAsOf = tree.word("as_of").map(NationalLawReader::month).orElse(asOf);
        tree.find("elements")
                .ifPresent(e -> e.entries(ELEMENTS)
                        .forEach((key, value) -> elements.put(key, value.word().truth())));
        return new NationalProvision(
                tree.need("maps_to").word().in(subjects, "provision"),
                tree.need("act").word().in(acts, "act in this file named"),
                tree.findText("article"),
                tree.text("heading"),
                tree.text("summary"),
                elements,
                tree.findText("elements_basis").filter("inferred"::equals).isPresent(),
                tree.word("penalty_max_months").map(Located::number),
                tree.word("penalty_aggravated_max_months").map(Located::number),
                tree.findText("penalty_basis").filter("recalled"::equals).isPresent(),
                tree.need("coverage").word().oneOf(coverages, "coverage"),
                tree.word("in_force").map(Located::truth).orElse(true),
                tree.word("valid_from").map(Located::date),
                tree.word("valid_to").map(Located::date),
                tree.word("since").map(since -> since(since, provisionAsOf)),
                tree.text("source"),
                Words.basis(tree.need("basis").word()),
                tree.findText("seen"),
                provisionAsOf);
    }

    /** A year is over before it proves anything; {@code unknown} leaves only the time at which the provision was read. */
    static LocalDate since(Located word, String asOf) {
        if (!word.text().equals("unknown")) {
            return atLatest(month(word), asOf);
        }
        return atLatest(asOf, asOf);
    }

    /** A time of four characters is a year, one of seven a month. */
    private static LocalDate atLatest(String time, String asOf) {
        return switch (time.length()) {
            case 4 ->
                asOf.startsWith(time + "-") ? atLatest(asOf, asOf) : LocalDate.of(Integer.parseInt(time) + 1, 1, 1);
            case 7 -> YearMonth.parse(time).atDay(1);
            default -> LocalDate.parse(time);
        };
    }

    /** National law is dated by year or by month, or by day where the text carries one. */
    static String month(Located word) {
        if (!word.text().matches("\\d{4}(-(0[1-9]|1[0-2])(-\\d{2})?)?")) {
            throw word.fault("“" + word.text() + "” is neither a year, a month nor a day");
        }
        return word.text();
    }
}
