package org.comity.node.legislation.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.comity.law.LawBase;

/**
 * An index of one state of the law, held in memory: some four thousand entries. Safe for use by many threads.
 *
 * <p>Each entry is indexed three times: by its keys, by its whole words without case and accents, and by the stems of each
 * language in which it has a text.
 */
public final class LawIndex {

    private static final String NUMBER = "number";

    private final List<LawEntry> entries;
    private final IndexSearcher searcher;

    /** For each document of the index the number of its entry. */
    private final int[] numbers;

    private LawIndex(List<LawEntry> entries, IndexSearcher searcher, int[] numbers) {
        this.entries = entries;
        this.searcher = searcher;
        this.numbers = numbers;
    }

    /** Reads all national law; takes about a second. */
    public static LawIndex of(LawBase law) {
        List<LawEntry> entries = new LawEntries(law).all();
        var directory = new ByteBuffersDirectory();
        Map<String, Analyzer> fields = new HashMap<>();
        Languages.stems().forEach((language, analyzer) -> fields.put(Fields.stems(language), analyzer));
        var settings = new IndexWriterConfig(new PerFieldAnalyzerWrapper(Languages.PLAIN, fields));
        try {
            try (var writer = new IndexWriter(directory, settings)) {
                for (int number = 0; number < entries.size(); number++) {
                    writer.addDocument(document(entries.get(number), number));
                }
                writer.forceMerge(1);
            }
            var searcher = new IndexSearcher(DirectoryReader.open(directory));
            int[] numbers = new int[entries.size()];
            var stored = searcher.storedFields();
            for (int document = 0; document < numbers.length; document++) {
                numbers[document] = stored.document(document)
                        .getField(NUMBER)
                        .numericValue()
                        .intValue();
            }
            return new LawIndex(entries, searcher, numbers);
        } catch (IOException e) {
            throw new UncheckedIOException("The index of the law can't be held in memory.", e);
        }
    }

    private static Document document(LawEntry entry, int number) {
        var document = new Document();
        document.add(new StoredField(NUMBER, number));
        document.add(new StringField(Fields.KIND, entry.kind().code(), Field.Store.NO));
        entry.keys().forEach(key -> document.add(new StringField(Fields.KEY, key, Field.Store.NO)));
        String english = entry.title() + " \n " + entry.citation() + " \n " + entry.text();
        document.add(new TextField(Fields.TITLE, entry.title() + " \n " + entry.citation(), Field.Store.NO));
        document.add(new TextField(Fields.PLAIN, english, Field.Store.NO));
        document.add(new TextField(Fields.stems("en"), english, Field.Store.NO));
        entry.names()
                .forEach((language, names) -> names.forEach(name -> {
                    String field = entry.kind() == LawEntry.Kind.STATE ? Fields.TITLE : Fields.PLAIN;
                    document.add(new TextField(field, name, Field.Store.NO));
                    if (Languages.has(language)) {
                        document.add(new TextField(Fields.stems(language), name, Field.Store.NO));
                    }
                }));
        return document;
    }

    /** Whether its names are its own, and not those of the State that it belongs to. */
    private static boolean namesItself(LawEntry entry) {
        return switch (entry.kind()) {
            case STATE, INSTRUMENT, PROVISION -> true;
            case AUTHORITY, NATIONAL_LAW -> false;
        };
    }

    /**
     * What was found.
     *
     * @param total how many entries match
     * @param perKind how many of each kind match, whichever kind was asked for
     * @param loosely whether no entry holds all words, so that these hold only some of them
     */
    public record Found(List<LawEntry> entries, int total, Map<LawEntry.Kind, Integer> perKind, boolean loosely) {}

    /**
     * Entries that match what was typed, best first.
     *
     * @param from how many of the best to leave out
     */
    public Found find(String typed, Optional<LawEntry.Kind> kind, int from, int size) {
        var asked = new Asked(typed.strip().toLowerCase(Locale.ROOT));
        if (asked.isEmpty()) {
            return new Found(List.of(), 0, Map.of(), false);
        }
        try {
            Found strict = find(asked.allWords(), kind, from, size, false);
            return strict.perKind().isEmpty() ? find(asked.someWords(), kind, from, size, true) : strict;
        } catch (IOException e) {
            throw new UncheckedIOException("The index of the law can't be read.", e);
        }
    }

    /** All that match are looked at: they are few, and so one question answers how many there are of each kind. */
    private Found find(Query query, Optional<LawEntry.Kind> kind, int from, int size, boolean loosely)
            throws IOException {
        List<LawEntry> all = Arrays.stream(searcher.search(query, entries.size()).scoreDocs)
                .map(found -> entries.get(numbers[found.doc]))
                .toList();
        Map<LawEntry.Kind, Integer> perKind = new EnumMap<>(LawEntry.Kind.class);
        all.forEach(entry -> perKind.merge(entry.kind(), 1, Integer::sum));
        List<LawEntry> wanted = all.stream()
                .filter(entry -> kind.isEmpty() || kind.get() == entry.kind())
                .toList();
        return new Found(wanted.stream().skip(from).limit(size).toList(), wanted.size(), Map.copyOf(perKind), loosely);
    }

    /** The names of the fields. */
    static final class Fields {

        static final String KEY = "key";
        static final String KIND = "kind";
        static final String TITLE = "title";
        static final String NAME = "name";
        static final String PLAIN = "plain";

        private Fields() {}

        static String stems(String language) {
            return "stems-" + language;
        }
    }
}
