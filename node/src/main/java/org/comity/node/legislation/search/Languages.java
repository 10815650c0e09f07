package org.comity.node.legislation.search;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.LowerCaseFilter;
import org.apache.lucene.analysis.ar.ArabicAnalyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.es.SpanishAnalyzer;
import org.apache.lucene.analysis.fr.FrenchAnalyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.apache.lucene.analysis.ru.RussianAnalyzer;
import org.apache.lucene.analysis.standard.StandardTokenizer;

/** How words are cut and reduced to their stems in the six official languages of the United Nations. */
final class Languages {

    private static final SequencedMap<String, Analyzer> STEMS = new LinkedHashMap<>();

    static {
        STEMS.put("en", new EnglishAnalyzer());
        STEMS.put("fr", new FrenchAnalyzer());
        STEMS.put("es", new SpanishAnalyzer());
        STEMS.put("ar", new ArabicAnalyzer());
        STEMS.put("ru", new RussianAnalyzer());
        STEMS.put("zh", new CJKAnalyzer());
    }

    /** Whole words without case and accents, in whichever language: for beginnings of words and for mistyped ones. */
    static final Analyzer PLAIN = new Analyzer() {
        @Override
        protected TokenStreamComponents createComponents(String field) {
            var words = new StandardTokenizer();
            return new TokenStreamComponents(words, new ASCIIFoldingFilter(new LowerCaseFilter(words)));
        }
    };

    private Languages() {}

    static boolean has(String language) {
        return STEMS.containsKey(language);
    }

    static SequencedMap<String, Analyzer> stems() {
        return STEMS;
    }
}
