package org.comity.law.refresh;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.law.source.DataFiles;
import org.comity.law.source.Faults;
import org.comity.law.source.Located;
import org.comity.law.source.YamlText;
import org.comity.law.source.YamlTree;

/**
 * {@code instruments.yaml} of the incoming files into {@code instruments/*.yaml} and {@code sources.yaml} of the data set. It
 * has no date of its own: its facts stand for the day of the refresh.
 */
final class InstrumentsFile {

    static final String FILE = "instruments.yaml";

    private final DataFiles data;
    private final DataFiles incoming;
    private final Vocabularies words;
    private final Faults faults;
    private final String today;

    InstrumentsFile(DataFiles data, DataFiles incoming, Vocabularies words, Faults faults, String today) {
        this.data = data;
        this.incoming = incoming;
        this.words = words;
        this.faults = faults;
        this.today = today;
    }

    /** Takes note of the sources and provisions that come in, so that the other files may name them. */
    void announce() {
        faults.check(() -> YamlTree.find(incoming, FILE).ifPresent(tree -> {
            tree.find("text_copies")
                    .ifPresent(copies -> copies.entries().keySet().forEach(words::alsoSource));
            tree.items("instruments")
                    .forEach(instrument -> instrument
                            .items("provisions")
                            .forEach(p -> p.findText("id").ifPresent(words::alsoProvision)));
        }));
    }

    Map<String, String> merged(Kept kept, List<Difference> differences) {
        Map<String, String> written = new LinkedHashMap<>();
        faults.check(() -> YamlTree.find(incoming, FILE).ifPresent(tree -> {
            tree.find("text_copies")
                    .ifPresent(copies -> written.put("sources.yaml", sources(copies, kept, differences)));
            Set<String> ids = new HashSet<>();
            for (YamlTree instrument : tree.need("instruments").items()) {
                check(instrument, ids);
                String file = "instruments/" + instrument.findText("id").orElse("") + ".yaml";
                YamlTree.find(data, file)
                        .map(Yaml::map)
                        .ifPresent(ours -> written.put(
                                file, YamlText.write(merged(file, ours, Yaml.map(instrument), kept, differences))));
            }
        }));
        return written;
    }

    private String sources(YamlTree copies, Kept kept, List<Difference> differences) {
        Merging merging = new Merging("sources.yaml", kept, differences);
        YamlTree ours = YamlTree.read(data, "sources.yaml");
        Fact all = new Fact("sources", Yaml.map(ours.need("sources")), "", true);
        Set<String> own = new HashSet<>(all.fields().keySet());
        Fact merged = merging.merged(all, new Fact("sources", Yaml.map(copies), today, true), own);
        return YamlText.write(Map.of("sources", merged.fields()));
    }

    private Map<String, Object> merged(
            String file,
            Map<String, Object> ours,
            Map<String, Object> theirs,
            Kept kept,
            List<Difference> differences) {
        Merging merging = new Merging(file, kept, differences);
        Map<String, Object> whole = new LinkedHashMap<>();
        merging.merged(List.of(head(ours)), List.of(head(theirs)), own(List.of(head(ours))))
                .forEach(f -> whole.putAll(dated(f, ours)));
        List<Fact> ourProvisions = provisions(ours, Fact.said(ours.get("basis")));
        List<Fact> provisions = merging.merged(ourProvisions, inOurForm(theirs, ourProvisions), own(ourProvisions));
        Object basis = whole.getOrDefault("basis", "recalled");
        Map<String, Map<String, Object>> before = new LinkedHashMap<>();
        ourProvisions.forEach(p -> before.put(p.key(), p.fields()));
        whole.put(
                "provisions",
                provisions.stream()
                        .map(p -> before.containsKey(p.key())
                                ? dated(p, before.getOrDefault(p.key(), Map.of()))
                                : completed(p, whole, basis))
                        .toList());
        merging.done();
        return whole;
    }

    /** Much of what the data set says of a treaty the incoming form has no key for: what it leaves out stays. */
    private static Set<String> own(List<Fact> ours) {
        Set<String> own = new HashSet<>();
        ours.forEach(fact -> own.addAll(fact.fields().keySet()));
        return own;
    }

    /** A fact that changed stands for the day of the refresh. */
    private Map<String, Object> dated(Fact fact, Map<String, Object> before) {
        Map<String, Object> known = new LinkedHashMap<>(before);
        known.remove("provisions");
        Map<String, Object> dated = new LinkedHashMap<>(fact.fields());
        if (!Fact.said(dated).equals(Fact.said(known))) {
            dated.put("as_of", today);
        }
        return dated;
    }

    private Map<String, Object> completed(Fact added, Map<String, Object> instrument, Object basis) {
        Map<String, Object> complete = new LinkedHashMap<>(added.fields());
        List<?> sources = Yaml.list(instrument.get("sources"));
        complete.putIfAbsent("sources", sources.isEmpty() ? List.of("comity") : List.of(sources.getFirst()));
        complete.putIfAbsent("as_of", today);
        complete.putIfAbsent("basis", basis);
        return complete;
    }

    private Fact head(Map<String, Object> instrument) {
        Map<String, Object> head = new LinkedHashMap<>(instrument);
        head.remove("provisions");
        head.remove("not_bound");
        if (!(head.get("replaces") instanceof List)) {
            head.remove("replaces");
        }
        return new Fact(
                "instrument", head, head.getOrDefault("as_of", today).toString(), "verified".equals(head.get("basis")));
    }

    private List<Fact> inOurForm(Map<String, Object> instrument, List<Fact> ours) {
        Map<String, Map<String, Object>> known = new LinkedHashMap<>();
        ours.forEach(fact -> known.put(fact.key(), fact.fields()));
        Map<String, Object> converted = new LinkedHashMap<>(instrument);
        converted.put(
                "provisions",
                Yaml.maps(instrument.get("provisions")).stream()
                        .map(p -> IncomingProvision.inOurForm(p, known.getOrDefault(Fact.said(p.get("id")), Map.of())))
                        .toList());
        return provisions(converted, Fact.said(instrument.get("basis")));
    }

    private List<Fact> provisions(Map<String, Object> instrument, String basis) {
        List<Fact> facts = new ArrayList<>();
        for (Map<String, Object> provision : Yaml.maps(instrument.get("provisions"))) {
            facts.add(new Fact(
                    Fact.said(provision.get("id")),
                    provision,
                    provision.getOrDefault("as_of", today).toString(),
                    provision.getOrDefault("basis", basis).equals("verified")));
        }
        return facts;
    }

    private void check(YamlTree instrument, Set<String> ids) {
        if (!faults.check(() -> {
            words.instrument(instrument.need("id").word());
            if (!ids.add(instrument.text("id"))) {
                throw instrument.fault("the instrument “" + instrument.text("id") + "” stands twice");
            }
        })) {
            return;
        }
        for (String date : List.of("adopted", "opened", "in_force", "signature_closes", "applies_from")) {
            faults.check(() -> instrument.word(date).ifPresent(Located::date));
        }
        faults.check(() -> instrument.need("basis").word().oneOf(Vocabularies.BASES, "basis"));
        Set<String> provisions = new HashSet<>();
        instrument.items("provisions").forEach(p -> checkProvision(instrument.text("id"), p, provisions));
    }

    private void checkProvision(String instrument, YamlTree provision, Set<String> ids) {
        faults.check(() -> {
            Located id = provision.need("id").word();
            if (!id.text().startsWith(instrument + ":")) {
                throw id.fault("a provision of " + instrument + " is named " + instrument + ":article");
            }
            if (!ids.add(id.text())) {
                throw id.fault("the provision “" + id.text() + "” stands twice");
            }
        });
        faults.check(() -> provision.text("article"));
        faults.check(() -> provision.text("subject"));
        faults.check(() -> provision.need("kind").word().oneOf(words.words("kinds"), "kind"));
        faults.check(() -> provision.need("measure").word().oneOf(Vocabularies.MEASURES, "measure"));
        faults.check(() -> provision.word("basis").ifPresent(b -> b.oneOf(Vocabularies.BASES, "basis")));
        faults.check(() -> provision.word("channel").ifPresent(c -> c.oneOf(Vocabularies.CHANNELS, "channel")));
        faults.check(
                () -> provision.words("data_categories").forEach(d -> d.oneOf(Vocabularies.DATA, "data category")));
        faults.check(() -> provision
                .word("verified_from")
                .ifPresent(copies -> IncomingProvision.copies(copies.text())
                        .forEach(copy -> words.source(new Located(copy, copies.file(), copies.line())))));
        provision
                .items("deadlines")
                .forEach(deadline -> faults.check(() -> {
                    deadline.text("what");
                    deadline.text("from");
                    deadline.need("kind").word().oneOf(Vocabularies.DEADLINES, "kind of deadline");
                    deadline.word("unit").ifPresent(unit -> unit.oneOf(Vocabularies.UNITS, "unit"));
                    deadline.word("duration").ifPresent(InstrumentsFile::length);
                }));
    }

    private static void length(Located word) {
        if (!word.text().matches("P(\\d+[YMWD])+|PT(\\d+[HM])+")) {
            throw word.fault("“" + word.text() + "” is not a length of time; write it as P60D or PT8H");
        }
    }
}
