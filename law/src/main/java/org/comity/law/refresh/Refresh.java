package org.comity.law.refresh;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.law.LawBase;
import org.comity.law.refresh.Difference.Kind;
import org.comity.law.source.DataFiles;
import org.comity.law.source.Faults;
import org.comity.law.source.LawDataException;

/**
 * What the data set becomes when facts from incoming files are taken into it: the tables {@code states}, {@code status},
 * {@code declarations} and {@code authorities}, {@code law/xx.yaml} for each State, and {@code instruments.yaml}.
 *
 * <p>A fact replaces ours where it is newer and attested no worse, or better attested. What this project has added or corrected
 * stays ({@code kept.csv}). A file that is not among the incoming ones says nothing. Nothing is written until asked, and nothing
 * can be where a fault was found.
 */
public final class Refresh {

    private final Path data;
    private final List<LawDataException> faults;
    private final List<Difference> differences;
    private final Map<String, String> changed;

    private Refresh(
            Path data, List<LawDataException> faults, List<Difference> differences, Map<String, String> changed) {
        this.data = data;
        this.faults = List.copyOf(faults);
        this.differences = List.copyOf(differences);
        this.changed = changed;
    }

    /**
     * @param incoming folders that hold the incoming files; the first that has a file gives it
     * @param data the folder of the data set
     * @param today the day that undated facts stand for
     */
    public static Refresh of(List<Path> incoming, Path data, LocalDate today) {
        Faults faults = Faults.collecting();
        List<Difference> differences = new ArrayList<>();
        Map<String, String> written = new LinkedHashMap<>();
        DataFiles ours = DataFiles.in(data);
        DataFiles theirs =
                DataFiles.firstOf(incoming.stream().map(DataFiles::in).toList());
        faults.check(() -> {
            Kept kept = Kept.read(ours);
            Vocabularies words = new Vocabularies(ours, theirs);
            InstrumentsFile instruments = new InstrumentsFile(ours, theirs, words, faults, today.toString());
            instruments.announce();
            written.putAll(instruments.merged(kept, differences));
            written.putAll(new Tables(ours, theirs, words, faults, today.toString()).merged(kept, differences));
            written.putAll(new NationalFiles(ours, theirs, words, faults).merged(words.states(), kept, differences));
            written.put(Kept.FILE, kept.write());
        });
        if (faults.found().isEmpty()) {
            Set<String> touched = differences.stream()
                    .filter(d -> d.kind() != Kind.KEPT)
                    .map(Difference::file)
                    .collect(Collectors.toSet());
            touched.add(Kept.FILE);
            written.keySet().retainAll(touched);
            written.replaceAll((name, text) ->
                    name.endsWith(".yaml") && ours.has(name) ? Comments.carried(ours.text(name), text) : text);
            written.put("dataset.yaml", dataset(ours, differences, today));
            written.entrySet()
                    .removeIf(file ->
                            ours.has(file.getKey()) && ours.text(file.getKey()).equals(file.getValue()));
            faults.check(() -> tryOut(data, written));
        }
        return new Refresh(data, faults.found(), differences, written);
    }

    /** Version and date of the data set, which are those of the last refresh that changed a fact. */
    private static String dataset(DataFiles ours, List<Difference> differences, LocalDate today) {
        String text = ours.text("dataset.yaml");
        if (differences.stream().allMatch(d -> d.kind() == Kind.KEPT)) {
            return text;
        }
        return text.replaceFirst(
                        "(?m)^version: .*$",
                        "version: \"" + today.toString().substring(0, 7).replace('-', '.') + '"')
                .replaceFirst("(?m)^as_of: .*$", "as_of: \"" + today + '"');
    }

    /** Reads the whole result as a data set, in a folder that is thrown away. */
    private static void tryOut(Path data, Map<String, String> written) {
        try {
            Path trial = Files.createTempDirectory("comity-law");
            try {
                copy(data, trial);
                write(trial, written);
                LawBase.load(trial).check();
            } finally {
                delete(trial);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot try out the refreshed data set", e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void write(Path folder, Map<String, String> texts) throws IOException {
        for (Map.Entry<String, String> text : texts.entrySet()) {
            Path file = folder.resolve(text.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, text.getValue());
        }
    }

    /** Every fault of the incoming files, by file and line. */
    public List<LawDataException> faults() {
        return faults;
    }

    /** Fact by fact, file by file. */
    public List<Difference> differences() {
        return differences;
    }

    /** The files that would be written otherwise than they stand. */
    public List<String> changedFiles() {
        return List.copyOf(changed.keySet());
    }

    /** Writes the refreshed data set. */
    public void write() {
        if (!faults.isEmpty()) {
            throw new IllegalStateException("The incoming files are faulty; nothing is written.");
        }
        try {
            write(data, changed);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + data, e);
        }
    }
}
