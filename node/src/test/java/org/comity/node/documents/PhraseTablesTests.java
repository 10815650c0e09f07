package org.comity.node.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The words of forms stand in six languages, each of them whole. */
class PhraseTablesTests {

    private static final Properties ENGLISH = table("");

    private static final Pattern GAP = Pattern.compile("\\{\\d+}");

    /** What is written in Latin letters in every script. */
    private static final Pattern CODES = Pattern.compile("\\b(IP|IMEI)\\b");

    @ParameterizedTest
    @EnumSource(value = FormLanguage.class, names = "ENGLISH", mode = Mode.EXCLUDE)
    void eachKeyStandsInEachLanguageWithTheSameGaps(FormLanguage language) {
        var table = table("_" + language.code());

        assertThat(table.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(ENGLISH.stringPropertyNames());
        assertThat(ENGLISH.stringPropertyNames()).allSatisfy(key -> {
            var phrase = table.getProperty(key);
            assertThat(phrase).as(key).isNotBlank();
            assertThat(gaps(phrase)).as(key).isEqualTo(gaps(ENGLISH.getProperty(key)));
            if (!gaps(phrase).isEmpty()) {
                assertThat(new MessageFormat(phrase).format(new Object[] {"one", "two", "three"}))
                        .as(key)
                        .contains("one")
                        .doesNotContain("{");
            }
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = FormLanguage.class,
            names = {"ARABIC", "RUSSIAN", "CHINESE"})
    void noPhraseOfAnotherScriptIsLeftInLatinLetters(FormLanguage language) {
        var table = table("_" + language.code());
        table.remove("documents.reviewed");

        assertThat(table.stringPropertyNames())
                .allSatisfy(key -> assertThat(CODES.matcher(
                                        GAP.matcher(table.getProperty(key)).replaceAll(""))
                                .replaceAll(""))
                        .as(key)
                        .doesNotContainPattern("[A-Za-z]"));
    }

    @Test
    void eachFormSectionAndFieldHasItsWordsAndNoneIsIdle() {
        var asked = new TreeSet<String>();
        for (var kind : FormKind.values()) {
            asked.add("documents.form." + kind.token());
            kind.template().sections().forEach(section -> asked.add("documents.section." + section.key()));
            kind.template().fields().forEach(field -> asked.add("documents.field." + field.key()));
        }

        assertThat(ENGLISH.stringPropertyNames().stream()
                        .filter(key -> key.matches("documents\\.(form|section|field)\\..*")))
                .containsExactlyInAnyOrderElementsOf(asked);
    }

    @ParameterizedTest
    @EnumSource(value = FormLanguage.class, names = "ENGLISH", mode = Mode.EXCLUDE)
    void aTableThatNobodyConfirmedSaysSoOnTheForm(FormLanguage language) {
        var words = new PhraseTable(language);
        var html = new Rendering()
                .html(SomeForms.preservation(), Reading.in(language))
                .html();

        assertThat(html.contains(words.text("draft-translation"))).isEqualTo(!words.isReviewed());
    }

    private static String gaps(String phrase) {
        return GAP.matcher(phrase)
                .results()
                .map(gap -> gap.group())
                .sorted()
                .distinct()
                .collect(Collectors.joining());
    }

    private static Properties table(String suffix) {
        var words = new Properties();
        try (var file = PhraseTable.class.getResourceAsStream("/messages/documents" + suffix + ".properties")) {
            words.load(new InputStreamReader(Objects.requireNonNull(file), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return words;
    }
}
