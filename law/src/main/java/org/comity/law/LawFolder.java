package org.comity.law;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.comity.law.NationalLaw.Act;
import org.comity.law.NationalLaw.NationalProvision;
import org.comity.law.source.CsvText;
import org.comity.law.source.DataFiles;
import org.comity.law.source.Located;
import org.comity.law.source.YamlText;
import org.comity.law.source.YamlTree;

/**
 * A law base as the files of a folder that {@link LawBase#load(java.nio.file.Path)} reads back as the same. A file of which no
 * fact has changed since it was read goes out as it came in; the others are written anew.
 */
public final class LawFolder {

    private final LawBase law;
    private final LawBase read;
    private final DataFiles from;
    private final Map<String, String> keys = new LinkedHashMap<>();
    private final Map<String, Object> newSources = new LinkedHashMap<>();

    private LawFolder(LawBase law) {
        this.law = law;
        this.from = law.files();
        this.read = law.asRead();
    }

    /** The text of each file by its name, such as {@code national/pt.yaml}. */
    public static SequencedMap<String, String> of(LawBase law) {
        return new LawFolder(law).files();
    }

    private SequencedMap<String, String> files() {
        Map<String, Object> sources = new LinkedHashMap<>();
        YamlTree.read(from, "sources.yaml").need("sources").entries().forEach((key, value) -> {
            sources.put(key, value.text());
            keys.putIfAbsent(value.text(), key);
        });
        SequencedMap<String, String> files = new LinkedHashMap<>();
        List.of("dataset.yaml", "vocabulary.yaml", "sources.yaml", "states.csv", "retention.csv", "jurisdiction.csv")
                .forEach(file -> files.put(file, from.text(file)));
        table(files, "status.csv", ChangeForm.STATUS, LawBase::statusesOf);
        table(files, "declarations.csv", ChangeForm.DECLARATION, LawBase::declarationsOf);
        table(files, "authorities.csv", ChangeForm.AUTHORITY, LawBase::authoritiesOf);
        law.instruments().forEach(instrument -> instrument(files, instrument));
        law.states().forEach(state -> national(files, state.code()));
        YamlTree.read(from, "dataset.yaml").words("languages").stream()
                .map(Located::text)
                .map(language -> "languages/" + language + ".yaml")
                .forEach(file -> files.put(file, from.text(file)));
        if (from.has("kept.csv")) {
            files.put("kept.csv", from.text("kept.csv"));
        }
        if (!newSources.isEmpty()) {
            sources.putAll(newSources);
            Map<String, Object> root = plain("sources.yaml");
            root.put("sources", sources);
            files.put("sources.yaml", YamlText.write(root));
        }
        return files;
    }

    private Map<String, Object> plain(String file) {
        Map<String, Object> plain = new LinkedHashMap<>();
        YamlTree.read(from, file).entries().forEach((key, value) -> plain.put(key, value.plain()));
        return plain;
    }

    /** An address, or the key under which the words stand in {@code sources.yaml}. */
    private String source(String words) {
        if (words.startsWith("http")) {
            return words;
        }
        return keys.computeIfAbsent(words, text -> {
            String key = "source-" + (newSources.size() + 1);
            newSources.put(key, text);
            return key;
        });
    }

    private <T> void table(Map<String, String> files, String file, ChangeForm form, Rows<T> rows) {
        boolean same = law.states().stream()
                .map(State::code)
                .allMatch(state -> rows.of(law, state).equals(rows.of(read, state)));
        if (same) {
            files.put(file, from.text(file));
            return;
        }
        List<List<String>> lines = new ArrayList<>();
        for (State state : law.states()) {
            for (SequencedMap<String, String> row : ChangeRows.all(form, law, state.code())) {
                row.put("source", source(row.getOrDefault("source", "")));
                lines.add(form.columns().stream()
                        .map(column -> row.getOrDefault(column, ""))
                        .toList());
            }
        }
        files.put(file, CsvText.write(List.copyOf(form.columns()), lines));
    }

    private interface Rows<T> {
        List<T> of(LawBase law, StateCode state);
    }

    private void instrument(Map<String, String> files, Instrument instrument) {
        String file = "instruments/" + instrument.id() + ".yaml";
        if (read.instrument(instrument.id()).filter(instrument::equals).isPresent()) {
            files.put(file, from.text(file));
            return;
        }
        Map<String, Object> root = plain(file);
        instrument.inForce().ifPresent(day -> root.put("in_force", day.toString()));
        if (instrument.appliesFrom().isEmpty()) {
            root.remove("applies_from");
        }
        root.put("sources", instrument.sources().stream().map(this::source).toList());
        root.put("as_of", instrument.asOf().toString());
        root.put("basis", instrument.basis().code());
        // what stands after these in the file may be long
        root.put("provisions", Optional.ofNullable(root.remove("provisions")).orElse(List.of()));
        files.put(file, YamlText.write(root));
    }

    private void national(Map<String, String> files, StateCode state) {
        Optional<NationalLaw> now = law.nationalLaw(state);
        String file = "national/" + state.value().toLowerCase(Locale.ROOT) + ".yaml";
        now.ifPresent(national -> files.put(
                file, read.nationalLaw(state).equals(now) ? from.text(file) : YamlText.write(root(national))));
    }

    private static Map<String, Object> root(NationalLaw national) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("state", national.state().value());
        root.put("as_of", national.asOf());
        root.put("coverage", national.coverage());
        root.put("acts", national.acts().stream().map(LawFolder::act).toList());
        root.put(
                "provisions",
                national.provisions().stream().map(LawFolder::provision).toList());
        root.put("gaps", national.gaps());
        put(root, "notes", Optional.of(national.notes()).filter(notes -> !notes.isEmpty()));
        return root;
    }

    private static Map<String, Object> act(Act act) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", act.id());
        map.put("title", act.title());
        put(map, "title_original", act.originalTitle());
        put(map, "citation", act.citation());
        put(map, "enacted", act.enacted());
        put(map, "url", act.url());
        return map;
    }

    private static Map<String, Object> provision(NationalProvision row) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("maps_to", row.mapsTo());
        map.put("act", row.act());
        put(map, "article", row.article());
        map.put("heading", row.heading());
        map.put("summary", row.summary());
        if (!row.elements().isEmpty()) {
            map.put("elements", new TreeMap<>(row.elements()));
        }
        put(map, "elements_basis", Optional.of("inferred").filter(_ -> row.elementsInferred()));
        put(map, "penalty_max_months", row.penaltyMaxMonths());
        put(map, "penalty_aggravated_max_months", row.penaltyAggravatedMaxMonths());
        put(map, "penalty_basis", Optional.of(Basis.RECALLED.code()).filter(_ -> row.penaltyRecalled()));
        map.put("coverage", row.coverage());
        map.put("in_force", row.inForce());
        put(map, "valid_from", row.validFrom().map(LocalDate::toString));
        put(map, "valid_to", row.validTo().map(LocalDate::toString));
        put(map, "since", row.knownSince().map(LocalDate::toString));
        map.put("source", row.source());
        map.put("basis", row.basis().code());
        put(map, "seen", row.seen());
        map.put("as_of", row.asOf());
        return map;
    }

    private static void put(Map<String, Object> map, String key, Optional<?> value) {
        value.ifPresent(known -> map.put(key, known));
    }
}
