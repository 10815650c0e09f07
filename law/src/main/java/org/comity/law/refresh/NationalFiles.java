package org.comity.law.refresh;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.comity.law.source.DataFiles;
import org.comity.law.source.Faults;
import org.comity.law.source.Located;
import org.comity.law.source.YamlText;
import org.comity.law.source.YamlTree;

/** National law: {@code law/xx.yaml} of the incoming files into {@code national/xx.yaml} of the data set. */
final class NationalFiles {

    private static final List<String> HEAD = List.of("state", "as_of", "coverage", "gaps", "notes");
    private static final List<String> ORDER =
            List.of("state", "as_of", "coverage", "acts", "provisions", "gaps", "notes");
    private static final List<String> PROVISION = List.of(
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
    private static final List<String> ACT = List.of("id", "title", "title_original", "citation", "enacted", "url");

    /** Only the data set knows from when to when a provision applies, or since when it is known to. */
    private static final Set<String> OWN = Set.of("valid_from", "valid_to", "since");

    private final DataFiles data;
    private final DataFiles incoming;
    private final Vocabularies words;
    private final Faults faults;

    NationalFiles(DataFiles data, DataFiles incoming, Vocabularies words, Faults faults) {
        this.data = data;
        this.incoming = incoming;
        this.words = words;
        this.faults = faults;
    }

    /** The merged files by name in the data set. */
    Map<String, String> merged(List<String> states, Kept kept, List<Difference> differences) {
        Map<String, String> written = new LinkedHashMap<>();
        for (String state : states) {
            String file = state.toLowerCase(Locale.ROOT) + ".yaml";
            faults.check(() -> YamlTree.find(incoming, "law/" + file).ifPresent(tree -> {
                check(state, tree);
                Map<String, Object> ours =
                        YamlTree.find(data, "national/" + file).map(Yaml::map).orElse(Map.of());
                written.put(
                        "national/" + file,
                        YamlText.write(merged("national/" + file, ours, Yaml.map(tree), kept, differences)));
            }));
        }
        return written;
    }

    private static Map<String, Object> merged(
            String file,
            Map<String, Object> ours,
            Map<String, Object> theirs,
            Kept kept,
            List<Difference> differences) {
        Merging merging = new Merging(file, kept, differences);
        Map<String, Object> whole = new HashMap<>();
        merging.merged(ours.isEmpty() ? List.of() : List.of(head(ours)), List.of(head(theirs)), Set.of())
                .forEach(fact -> whole.putAll(fact.fields()));
        whole.put("acts", entries(merging.merged(acts(ours), acts(theirs), Set.of())));
        whole.put("provisions", entries(merging.merged(provisions(ours), provisions(theirs), OWN)));
        merging.done();
        return Yaml.ordered(Yaml.map(whole), ORDER);
    }

    private static Fact head(Map<String, Object> file) {
        return new Fact("file", Yaml.only(file, HEAD), asOf(file), true);
    }

    private static String asOf(Map<String, Object> file) {
        return Fact.said(file.get("as_of"));
    }

    private static List<Fact> acts(Map<String, Object> file) {
        return Yaml.maps(file.get("acts")).stream()
                .map(act -> new Fact("act " + Fact.said(act.get("id")), act, asOf(file), true))
                .toList();
    }

    /** A provision is known by what it is set against and where it stands; the second of the same is numbered. */
    private static List<Fact> provisions(Map<String, Object> file) {
        Map<String, Integer> times = new HashMap<>();
        List<Fact> facts = new ArrayList<>();
        for (Map<String, Object> provision : Yaml.maps(file.get("provisions"))) {
            provision.computeIfPresent("article", (_, article) -> article.toString());
            String key = Fact.said(provision.get("maps_to")) + " " + Fact.said(provision.get("act")) + " "
                    + Fact.said(provision.get("article"));
            int time = times.merge(key.strip(), 1, Integer::sum);
            facts.add(new Fact(
                    key.strip() + (time > 1 ? " #" + time : ""),
                    provision,
                    provision.getOrDefault("as_of", asOf(file)).toString(),
                    "verified".equals(provision.get("basis"))));
        }
        return facts;
    }

    private static List<Map<String, Object>> entries(List<Fact> facts) {
        return facts.stream().map(Fact::fields).toList();
    }

    private void check(String state, YamlTree tree) {
        faults.check(() -> {
            tree.entries(ORDER);
            if (!tree.text("state").equals(state)) {
                throw tree.need("state").fault("the file must hold the law of " + state);
            }
        });
        faults.check(() -> Vocabularies.time(tree.need("as_of").word()));
        faults.check(() -> tree.need("coverage").word().oneOf(words.words("national_coverage"), "coverage"));
        Set<String> acts = new HashSet<>();
        for (YamlTree act : tree.items("acts")) {
            faults.check(() -> {
                act.entries(ACT);
                act.text("title");
                act.word("enacted").ifPresent(Located::number);
                if (!acts.add(act.text("id"))) {
                    throw act.fault("the act “" + act.text("id") + "” stands twice");
                }
            });
        }
        tree.items("provisions").forEach(provision -> check(provision, acts));
        tree.words("gaps").forEach(gap -> faults.check(() -> words.provision(gap)));
    }

    private void check(YamlTree provision, Set<String> acts) {
        faults.check(() -> provision.entries(PROVISION));
        faults.check(() -> words.provision(provision.need("maps_to").word()));
        faults.check(() -> provision.need("act").word().in(acts, "act in this file named"));
        faults.check(() -> provision.need("coverage").word().oneOf(words.words("national_coverage"), "coverage"));
        faults.check(() -> provision.need("basis").word().oneOf(Vocabularies.BASES, "basis"));
        faults.check(() -> {
            provision.text("heading");
            provision.text("summary");
            provision.text("source");
        });
        faults.check(() -> provision.word("as_of").ifPresent(Vocabularies::time));
        faults.check(() -> provision.word("valid_from").ifPresent(Located::date));
        faults.check(() -> provision.word("valid_to").ifPresent(Located::date));
        faults.check(() -> provision.word("in_force").ifPresent(Located::truth));
        faults.check(() -> provision.word("penalty_max_months").ifPresent(Located::number));
        faults.check(() -> provision.word("penalty_aggravated_max_months").ifPresent(Located::number));
        faults.check(() -> provision
                .find("elements")
                .ifPresent(elements -> elements.entries()
                        .values()
                        .forEach(value -> value.word().truth())));
    }
}
