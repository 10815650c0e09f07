package org.comity.node.legislation.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.QueryBuilder;
import org.comity.node.legislation.search.LawIndex.Fields;

/**
 * What was typed, as a question to the index. A word counts if it stands there whole, by its stem in one of the six
 * languages, by its beginning (people are still typing), or with a slip or two; in this order of weight.
 */
final class Asked {

    /** Below this length a slip makes another word. */
    private static final int ONE_SLIP_FROM = 4;

    private static final int TWO_SLIPS_FROM = 8;
    private static final int MOST_WORDS = 12;
    private static final List<LawEntry.Kind> GENERAL =
            List.of(LawEntry.Kind.STATE, LawEntry.Kind.INSTRUMENT, LawEntry.Kind.PROVISION);

    private final String typed;
    private final List<String> words;

    Asked(String typed) {
        this.typed = typed;
        this.words = words(typed);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    Query allWords() {
        return question(Occur.MUST);
    }

    Query someWords() {
        return question(Occur.SHOULD);
    }

    private Query question(Occur each) {
        var inWords = new BooleanQuery.Builder();
        words.forEach(word -> inWords.add(word(word), each));
        var question = new BooleanQuery.Builder();
        question.add(
                new BoostQuery(new ConstantScoreQuery(new TermQuery(new Term(Fields.KEY, typed))), 40), Occur.SHOULD);
        question.add(inWords.build(), Occur.SHOULD);
        // Chinese is not written in words: pairs of characters in their order stand for them
        Query inChinese = new QueryBuilder(Languages.stems().get("zh")).createPhraseQuery(Fields.stems("zh"), typed);
        if (inChinese != null) {
            question.add(new BoostQuery(inChinese, 3), Occur.SHOULD);
        }
        return generalFirst(question.build());
    }

    /** Among equals a State or a treaty stands before one State's law. */
    private static Query generalFirst(Query question) {
        var ordered = new BooleanQuery.Builder().add(question, Occur.MUST);
        for (LawEntry.Kind kind : GENERAL) {
            Query ofKind = new ConstantScoreQuery(new TermQuery(new Term(Fields.KIND, kind.code())));
            ordered.add(new BoostQuery(ofKind, 4), Occur.SHOULD);
        }
        return ordered.build();
    }

    private static Query word(String word) {
        List<Query> ways = new ArrayList<>();
        add(ways, Fields.TITLE, word, 3);
        add(ways, Fields.NAME, word, 6);
        add(ways, Fields.PLAIN, word, 1);
        Languages.stems().forEach((language, analyzer) -> {
            Query stem = new QueryBuilder(analyzer).createBooleanQuery(Fields.stems(language), word, Occur.MUST);
            if (stem != null) {
                ways.add(new BoostQuery(stem, 2));
            }
        });
        return new DisjunctionMaxQuery(ways, 0.1f);
    }

    private static void add(List<Query> ways, String field, String word, float weight) {
        var term = new Term(field, word);
        ways.add(new BoostQuery(new TermQuery(term), 2 * weight));
        if (word.length() >= 2) {
            ways.add(new BoostQuery(new ConstantScoreQuery(new PrefixQuery(term)), weight));
        }
        if (word.length() >= ONE_SLIP_FROM) {
            int slips = word.length() >= TWO_SLIPS_FROM ? 2 : 1;
            ways.add(new BoostQuery(new FuzzyQuery(term, slips, 1), weight / 2));
        }
    }

    private static List<String> words(String typed) {
        List<String> words = new ArrayList<>();
        try (TokenStream stream = Languages.PLAIN.tokenStream(Fields.PLAIN, typed)) {
            var term = stream.addAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken() && words.size() < MOST_WORDS) {
                words.add(term.toString());
            }
            stream.end();
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory can't be read.", e);
        }
        return List.copyOf(words);
    }
}
