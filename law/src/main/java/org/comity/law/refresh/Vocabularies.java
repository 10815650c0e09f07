package org.comity.law.refresh;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.law.Basis;
import org.comity.law.Channel;
import org.comity.law.Coded;
import org.comity.law.DataCategory;
import org.comity.law.Deadline;
import org.comity.law.Measure;
import org.comity.law.Status;
import org.comity.law.source.CsvRow;
import org.comity.law.source.CsvTable;
import org.comity.law.source.DataFiles;
import org.comity.law.source.Located;
import org.comity.law.source.YamlTree;

/** The words and keys that an incoming fact may name: those of the data set, and those that the incoming files bring. */
final class Vocabularies {

    static final List<String> BASES = codes(Basis.values());
    static final List<String> METHODS = codes(Status.Method.values());
    static final List<String> MEASURES = codes(Measure.values());
    static final List<String> CHANNELS = codes(Channel.values());
    static final List<String> DATA = codes(DataCategory.values());
    static final List<String> UNITS = codes(Deadline.Unit.values());
    static final List<String> DEADLINES = codes(Deadline.Kind.values());

    private final YamlTree vocabulary;
    private final Map<String, Set<String>> lists = new HashMap<>();
    private final Set<String> states = new LinkedHashSet<>();
    private final Set<String> instruments = new LinkedHashSet<>();
    private final Set<String> sources = new LinkedHashSet<>();
    private final Set<String> provisions = new LinkedHashSet<>();

    Vocabularies(DataFiles data, DataFiles incoming) {
        vocabulary = YamlTree.read(data, "vocabulary.yaml");
        YamlTree.read(data, "dataset.yaml").words("instruments").forEach(id -> instruments.add(id.text()));
        sources.addAll(
                YamlTree.read(data, "sources.yaml").need("sources").entries().keySet());
        for (CsvRow row : CsvTable.read(data, "states.csv")) {
            states.add(row.cell("iso2").text());
        }
        if (incoming.has("states.csv")) {
            for (CsvRow row : CsvTable.read(incoming, "states.csv")) {
                states.add(row.cell("iso2").text());
            }
        }
        for (String id : instruments) {
            YamlTree.read(data, "instruments/" + id + ".yaml")
                    .items("provisions")
                    .forEach(p -> provisions.add(p.text("id")));
        }
        provisions.addAll(words("national_subjects"));
    }

    private static List<String> codes(Coded[] words) {
        return Arrays.stream(words).map(Coded::code).toList();
    }

    /** A list of the data set's own vocabulary, such as {@code effect_codes}. */
    Set<String> words(String list) {
        return lists.computeIfAbsent(list, name -> {
            Set<String> words = new LinkedHashSet<>();
            vocabulary.words(name).forEach(word -> words.add(word.text()));
            return words;
        });
    }

    /** The codes of all States, incoming ones included. */
    List<String> states() {
        return List.copyOf(states);
    }

    void alsoSource(String key) {
        sources.add(key);
    }

    void alsoProvision(String id) {
        provisions.add(id);
    }

    void state(Located word) {
        word.in(states, "State");
    }

    void instrument(Located word) {
        word.in(instruments, "instrument");
    }

    void provision(Located word) {
        word.in(provisions, "provision");
    }

    void source(Located word) {
        if (!word.text().startsWith("http")) {
            word.in(sources, "source");
        }
    }

    /** A year, a month or a day. */
    static void time(Located word) {
        if (!word.text().matches("\\d{4}(-(0[1-9]|1[0-2])(-\\d{2})?)?")) {
            throw word.fault("“" + word.text() + "” is neither a year, a month nor a day");
        }
    }
}
