package org.comity.law;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.ListFormat;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * The words of a language: the sentences of the code from {@code sayings_xx.properties}, and how it writes days, lists
 * and numbers. One file a language; a region has none of its own.
 */
final class Language {

    private static final Set<String> KNOWN = Set.of(Locale.getISOLanguages());
    private static final Map<String, Language> READ = new ConcurrentHashMap<>();
    private static final int LIFE = 9999;

    static final Language ENGLISH = new Language(Locale.ENGLISH, read("sayings.properties"));

    private final Locale locale;
    private final Map<String, String> sentences;

    Language(Locale locale, Map<String, String> sentences) {
        this.locale = locale;
        this.sentences = Map.copyOf(sentences);
    }

    /** The language of this locale, with as many sentences as are translated, or none. */
    static Language of(Locale locale) {
        String code = locale.getLanguage();
        if (code.equals(ENGLISH.code()) || !KNOWN.contains(code)) {
            return ENGLISH;
        }
        return READ.computeIfAbsent(code, c -> new Language(Locale.of(c), read("sayings_" + c + ".properties")));
    }

    private static Map<String, String> read(String file) {
        Properties read = new Properties();
        try (InputStream in = Language.class.getResourceAsStream(file)) {
            if (in != null) {
                read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        Map<String, String> sentences = new HashMap<>();
        read.stringPropertyNames().forEach(key -> sentences.put(key, read.getProperty(key, "")));
        return sentences;
    }

    String code() {
        return locale.getLanguage();
    }

    boolean isEnglish() {
        return this == ENGLISH;
    }

    Set<String> keys() {
        return sentences.keySet();
    }

    Optional<String> sentence(String key) {
        return Optional.ofNullable(sentences.get(key));
    }

    /** The name of a State as it stands inside a sentence. */
    String name(State state) {
        return isEnglish() ? state.nameInSentence() : state.name(code());
    }

    /** 1 July 2010; other languages as they write a long date. */
    String day(LocalDate day) {
        DateTimeFormatter format = isEnglish()
                ? DateTimeFormatter.ofPattern("d MMMM uuuu", locale)
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
        return format.format(day);
    }

    /** July 2026. */
    String month(YearMonth month) {
        DateTimeFormatter format = isEnglish()
                ? DateTimeFormatter.ofPattern("MMMM uuuu", locale)
                : DateTimeFormatter.ofLocalizedPattern("yMMMM").withLocale(locale);
        return format.format(month);
    }

    /** A custodial ceiling: life, 5 years, 18 months. */
    String penalty(int months) {
        if (months >= LIFE) {
            return Saying.of("penalty.life").in(this);
        }
        return months % 12 == 0 ? counted(months / 12, "year") : counted(months, "month");
    }

    /** 1 year, 5 years. */
    String counted(long number, String unit) {
        String form = "count." + unit + ".";
        return Stream.of(Plural.of(code(), number), Plural.OTHER)
                .map(plural -> form + plural.code())
                .filter(sentences::containsKey)
                .findFirst()
                .map(key -> Saying.of(key).with("number", Long.toString(number)).in(this))
                .orElseGet(() -> ENGLISH.counted(number, unit));
    }

    /** The word for a code of a closed vocabulary. */
    String word(String kind, String code) {
        return Saying.of(kind + "." + code).in(this);
    }

    /** a, b and c. */
    String list(List<String> words) {
        if (words.size() == 1) {
            return words.getFirst();
        }
        Locale manner = isEnglish() ? Locale.UK : locale;
        return ListFormat.getInstance(manner, ListFormat.Type.STANDARD, ListFormat.Style.FULL)
                .format(words);
    }
}
