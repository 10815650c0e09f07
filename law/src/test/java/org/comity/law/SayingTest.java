package org.comity.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SayingTest {

    private static final Path SOURCES = Path.of(System.getProperty("comity.root", ".."), "law/src/main/java");
    private static final Pattern KEY = Pattern.compile("Saying\\.of\\(\\s*\"([^\"]+)\"");
    private static final State NETHERLANDS =
            TreatyFactsTest.LAW.state(StateCode.of("NL")).orElseThrow();

    private static final Saying BOUND = Saying.of("bound.since")
            .with("state", NETHERLANDS)
            .with("instrument", new Text("the Budapest Convention", Map.of("fr", "la Convention de Budapest")))
            .with("day", LocalDate.parse("2007-03-01"));

    private static Language french(String key, String words) {
        return new Language(Locale.FRENCH, Map.of(key, words));
    }

    @Test
    void aSentenceIsTranslatedWithItsNamesAndDates() {
        assertThat(BOUND.english())
                .isEqualTo("the Netherlands has been bound by the Budapest Convention since 1 March 2007.");
        assertThat(BOUND.in(french("bound.since", "{instrument} lie l’État suivant depuis le {day} : {state}.")))
                .isEqualTo("la Convention de Budapest lie l’État suivant depuis le 1 mars 2007 : Pays-Bas.");
    }

    @Test
    void aSentenceWithoutTranslationIsEnglishAsAWhole() {
        assertThat(BOUND.in(french("bound.outside", "{state} n’y participe pas.")))
                .isEqualTo(BOUND.english());
    }

    @Test
    void aFileBesideTheEnglishOneIsAnotherLanguage() {
        assertThat(BOUND.in(Locale.of("eo")))
                .startsWith("Depuis 2007-")
                .endsWith("the Budapest Convention: Netherlands.");
        assertThat(Saying.of("penalty.life").in(Locale.of("eo"))).isEqualTo("life");
        assertThat(Saying.of("penalty.life").in(Locale.of("no-such-language"))).isEqualTo("life");
    }

    @Test
    void aMonthIsWrittenAsTheLanguageDoes() {
        Saying seen = Saying.of("in-force.not.seen").with("instrument", "X").with("month", YearMonth.of(2026, 7));
        assertThat(seen.english()).isEqualTo("X is not in force, as last looked up in July 2026.");
        assertThat(seen.in(french("in-force.not.seen", "{month} : {instrument}")))
                .isEqualTo("juillet 2026 : X");
    }

    @ParameterizedTest
    @CsvSource({"1, 1 month", "12, 1 year", "18, 18 months", "60, 5 years", "9999, life"})
    void aPenaltyIsCountedInYearsWhereItCanBe(int months, String words) {
        assertThat(Language.ENGLISH.penalty(months)).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({
        "en, 1, ONE",
        "en, 0, OTHER",
        "fr, 0, ONE",
        "fr, 2, OTHER",
        "zh, 1, OTHER",
        "ru, 1, ONE",
        "ru, 21, ONE",
        "ru, 11, MANY",
        "ru, 3, FEW",
        "ru, 13, MANY",
        "ru, 24, FEW",
        "ru, 5, MANY",
        "ar, 0, ZERO",
        "ar, 1, ONE",
        "ar, 2, TWO",
        "ar, 3, FEW",
        "ar, 11, MANY",
        "ar, 100, OTHER",
        "ar, 103, FEW"
    })
    void aLanguageHasItsOwnPlurals(String language, int number, Plural form) {
        assertThat(Plural.of(language, number)).isEqualTo(form);
    }

    @Test
    void aLanguageThatLacksAPluralFormTakesItsGeneralOne() {
        assertThat(french("count.year.other", "{number} ans").counted(1, "year"))
                .isEqualTo("1 ans");
        assertThat(french("count.month.one", "{number} mois").counted(1, "year"))
                .isEqualTo("1 year");
    }

    @Test
    void theBundleHoldsTheKeysThatTheCodeUsesAndNoOthers() {
        Set<String> used = new TreeSet<>();
        sources()
                .forEach(source ->
                        KEY.matcher(source).results().map(SayingTest::key).forEach(used::add));
        assertThat(used).contains("bound.since");
        words("measure", Measure.values()).forEach(used::add);
        words("data", DataCategory.values()).forEach(used::add);
        words("element", Element.values()).forEach(used::add);
        words("question", Element.values()).forEach(used::add);
        words("channel", Channel.values()).forEach(used::add);
        Arrays.stream(JurisdictionRule.Link.values())
                .filter(JurisdictionRule.Link::isFact)
                .forEach(link -> used.add("link." + link.code()));
        Stream.of("year", "month")
                .forEach(unit -> used.addAll(Set.of("count." + unit + ".one", "count." + unit + ".other")));
        assertThat(new TreeSet<>(Language.ENGLISH.keys())).isEqualTo(used);
    }

    private static String key(MatchResult found) {
        return found.group(1);
    }

    private static Stream<String> words(String kind, Coded[] words) {
        return Arrays.stream(words).map(word -> kind + "." + word.code());
    }

    private static Set<String> sources() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(SayingTest::read)
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
