package org.comity.node.legislation.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
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
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.comity.law.LawBase;

/**
 * An index of one state of the law, held in memory: some four thousand entries. Safe for use by many threads.
 *
 * <p>Each entry is indexed three times: by its keys, by its whole words without case and accents, and by the stems of each
 * language in which it has a text.
 */
public final class LawIndex {

    private static final String KIND = "kind";
    private static final String NUMBER = "number";
    private static final int COUNT_TO = 10_000;

    private final List<LawEntry> entries;
    private final IndexSearcher searcher;

    private LawIndex(List<LawEntry> entries, IndexSearcher searcher) {
        this.entries = entries;
        this.searcher = searcher;
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
            return new LawIndex(entries, new IndexSearcher(DirectoryReader.open(directory)));
        } catch (IOException e) {
            throw new UncheckedIOException("The index of the law can't be held in memory.", e);
        }
    }

    private static Document document(LawEntry entry, int number) {
        var document = new Document();
        document.add(new StoredField(NUMBER, number));
        document.add(new StringField(KIND, entry.kind().code(), Field.Store.NO));
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

    private Found find(Query query, Optional<LawEntry.Kind> kind, int from, int size, boolean loosely)
            throws IOException {
        Map<LawEntry.Kind, Integer> perKind = new HashMap<>();
        for (LawEntry.Kind each : LawEntry.Kind.values()) {
            int count = searcher.count(of(query, each));
            if (count > 0) {
                perKind.put(each, count);
            }
        }
        TopDocs top = searcher.search(kind.map(k -> of(query, k)).orElse(query), Math.min(COUNT_TO, from + size));
        var stored = searcher.storedFields();
        var page = new ArrayList<LawEntry>();
        for (int at = from; at < top.scoreDocs.length; at++) {
            ScoreDoc found = top.scoreDocs[at];
            page.add(entries.get(
                    stored.document(found.doc).getField(NUMBER).numericValue().intValue()));
        }
        int total = kind.map(k -> perKind.getOrDefault(k, 0))
                .orElseGet(() -> perKind.values().stream().mapToInt(n -> n).sum());
        return new Found(List.copyOf(page), total, Map.copyOf(perKind), loosely);
    }

    private static Query of(Query query, LawEntry.Kind kind) {
        return new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(new TermQuery(new Term(KIND, kind.code())), Occur.FILTER)
                .build();
    }

    /** The names of the fields. */
    static final class Fields {

        static final String KEY = "key";
        static final String TITLE = "title";
        static final String PLAIN = "plain";

        private Fields() {}

        static String stems(String language) {
            return "stems-" + language;
        }
    }
}
