package org.comity.law;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A sentence before it is put into words: which sentence, and what fills its gaps. A sentence that has no translation is
 * English as a whole, names and dates included, so that no line mixes two languages by half.
 *
 * @param fillings by the name of the gap, such as {@code state} for {@code {state}}
 */
public record Saying(Sentence sentence, Map<String, Filling> fillings) {

    private static final Pattern GAP = Pattern.compile("\\{([a-z]+)}");

    public Saying {
        fillings = Map.copyOf(fillings);
    }

    /** Where the words stand. */
    public sealed interface Sentence {

        Optional<String> in(Language language);
    }

    /** A sentence of the code, by its key in {@code sayings.properties}. */
    record OfCode(String key) implements Sentence {

        @Override
        public Optional<String> in(Language language) {
            return language.sentence(key);
        }
    }

    /** A sentence of the data set. */
    record OfData(Text text) implements Sentence {

        @Override
        public Optional<String> in(Language language) {
            return language.isEnglish() ? Optional.of(text.english()) : text.in(language.code());
        }
    }

    /** What fills a gap, each kind in the manner of the language. */
    public sealed interface Filling {

        String in(Language language);
    }

    record Party(State state) implements Filling {

        @Override
        public String in(Language language) {
            return language.name(state);
        }
    }

    record Day(LocalDate day) implements Filling {

        @Override
        public String in(Language language) {
            return language.day(day);
        }
    }

    record Month(YearMonth month) implements Filling {

        @Override
        public String in(Language language) {
            return language.month(month);
        }
    }

    /** A custodial ceiling. */
    record Penalty(int months) implements Filling {

        @Override
        public String in(Language language) {
            return language.penalty(months);
        }
    }

    /** A number that stands before what it counts. */
    record Count(long number, String unit) implements Filling {

        @Override
        public String in(Language language) {
            return language.counted(number, unit);
        }
    }

    /** Words of a closed vocabulary, by the keys {@code kind.code}. */
    record Words(String kind, List<String> codes) implements Filling {

        @Override
        public String in(Language language) {
            return language.list(
                    codes.stream().map(code -> language.word(kind, code)).toList());
        }
    }

    /** What no language changes: an article, a citation, the name of an institution. */
    record Verbatim(String text) implements Filling {

        @Override
        public String in(Language language) {
            return text;
        }
    }

    /** A sentence, or a part of one, inside of another. */
    record Inner(Saying saying) implements Filling {

        @Override
        public String in(Language language) {
            return saying.in(language);
        }
    }

    /** The sentence of this key, its gaps still empty. */
    public static Saying of(String key) {
        return new Saying(new OfCode(key), Map.of());
    }

    /** A sentence of the data set, its gaps still empty. */
    public static Saying of(Text text) {
        return new Saying(new OfData(text), Map.of());
    }

    public Saying with(String gap, State state) {
        return with(gap, new Party(state));
    }

    public Saying with(String gap, LocalDate day) {
        return with(gap, new Day(day));
    }

    public Saying with(String gap, YearMonth month) {
        return with(gap, new Month(month));
    }

    public Saying with(String gap, Saying inner) {
        return with(gap, new Inner(inner));
    }

    public Saying with(String gap, Text text) {
        return with(gap, of(text));
    }

    /** What no language changes. */
    public Saying with(String gap, String verbatim) {
        return with(gap, new Verbatim(verbatim));
    }

    public Saying withPenalty(String gap, int months) {
        return with(gap, new Penalty(months));
    }

    /** A number and its unit, such as {@code day}, in the plural that the language asks for. */
    public Saying withCount(String gap, long number, String unit) {
        return with(gap, new Count(number, unit));
    }

    /** Words of a closed vocabulary; {@code kind} is where the bundle holds them, such as {@code measure}. */
    public Saying withWords(String gap, String kind, Collection<? extends Coded> words) {
        return with(
                gap, new Words(kind, words.stream().map(Coded::code).sorted().toList()));
    }

    private Saying with(String gap, Filling filling) {
        Map<String, Filling> more = new HashMap<>(fillings);
        more.put(gap, filling);
        return new Saying(sentence, more);
    }

    /** The sentence in English. */
    public String english() {
        return in(Language.ENGLISH);
    }

    /** The sentence in this language, or in English where nobody has translated it. */
    public String in(Locale locale) {
        return in(Language.of(locale));
    }

    String in(Language language) {
        return sentence.in(language).map(words -> filled(words, language)).orElseGet(this::inEnglish);
    }

    private String inEnglish() {
        return filled(
                sentence.in(Language.ENGLISH)
                        .orElseThrow(() -> new IllegalStateException("No bundle holds the words of " + sentence)),
                Language.ENGLISH);
    }

    private String filled(String words, Language language) {
        return GAP.matcher(words)
                .replaceAll(gap -> Matcher.quoteReplacement(Optional.ofNullable(fillings.get(gap.group(1)))
                        .map(filling -> filling.in(language))
                        .orElse(gap.group())));
    }

    @Override
    public String toString() {
        return english();
    }

    /** The gaps of a sentence, by name. */
    static List<String> gaps(String words) {
        return GAP.matcher(words)
                .results()
                .map(gap -> Objects.requireNonNull(gap.group(1)))
                .distinct()
                .toList();
    }
}
