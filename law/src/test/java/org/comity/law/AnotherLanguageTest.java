package org.comity.law;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.law.source.LawDataException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A language made of the English one: sentences of the code stand in ⟦these⟧, those of the data in ‹these›. */
class AnotherLanguageTest {

    private static final Locale OTHER = Locale.of("tl");
    private static final Path DATA =
            Path.of(System.getProperty("comity.root", "..")).resolve("law/src/main/resources/org/comity/law/data");
    private static final Language TRANSLATED = new Language(
            OTHER,
            Language.ENGLISH.keys().stream()
                    .collect(Collectors.toMap(
                            key -> key,
                            key -> "⟦" + Language.ENGLISH.sentence(key).orElseThrow() + "⟧")));

    @TempDir
    static Path folder;

    private static LawBase law;

    @BeforeAll
    static void aTranslationIsOneFileMoreAndAWordInTheList() throws IOException {
        copy(DATA, folder);
        translate(folder, LawBase.load(folder).translations().english(), english -> "‹" + english + "›");
        law = LawBase.load(folder);
    }

    private static void translate(Path folder, Map<String, String> english, UnaryOperator<String> translated)
            throws IOException {
        Files.createDirectories(folder.resolve("languages"));
        Files.write(
                folder.resolve("languages/" + OTHER.getLanguage() + ".yaml"),
                english.entrySet().stream()
                        .map(e -> quoted(e.getKey()) + ": " + quoted(translated.apply(e.getValue())))
                        .toList());
        Path dataset = folder.resolve("dataset.yaml");
        String list = "languages: [" + OTHER.getLanguage() + "]\n";
        if (!Files.readString(dataset).contains(list)) {
            Files.writeString(dataset, Files.readString(dataset) + list);
        }
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            files.forEach(file -> {
                try {
                    Files.copy(file, to.resolve(from.relativize(file).toString()), REPLACE_EXISTING);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    private static Stream<Finding> findings() {
        RoutePlanner planner = new RoutePlanner(law);
        List<String> states =
                List.of("PT", "BR", "DE", "CZ", "IE", "HU", "JP", "NG", "RU", "KZ", "GH", "AE", "US", "TL");
        return states.stream()
                .flatMap(from -> states.stream()
                        .filter(to -> !to.equals(from))
                        .flatMap(to -> Stream.of("ets185:2", "other:stalking")
                                .flatMap(offence -> Stream.of(Measure.PRESERVE, Measure.PRODUCE, Measure.EMERGENCY_MLA)
                                        .flatMap(measure -> planner
                                                .plan(new RouteQuery(
                                                        StateCode.of(from),
                                                        StateCode.of(to),
                                                        LocalDate.of(2026, 9, 1),
                                                        measure,
                                                        DataCategory.ANY,
                                                        Offence.of(offence)))
                                                .routes()
                                                .stream()))))
                .flatMap(route -> route.findings().stream());
    }

    @Test
    void noReasonOfAnyRouteIsLeftInEnglish() {
        List<String> reasons =
                findings().map(finding -> finding.reason(TRANSLATED)).distinct().toList();
        assertThat(reasons)
                .hasSizeGreaterThan(500)
                .allSatisfy(
                        reason -> assertThat(reason).matches("(?s)⟦.*⟧|‹.*›").doesNotContain("{"));
    }

    @Test
    void theEnglishReasonsAreThoseOfTheDataSetWithoutTranslations() {
        assertThat(findings().map(Finding::reason))
                .allSatisfy(reason -> assertThat(reason).doesNotContain("⟦", "‹"));
    }

    @Test
    void whatAProvisionListsIsTranslatedUnderItsIds() {
        Provision preservation = law.provision("ets185:29").orElseThrow();
        Translations translations = law.translations();
        assertThat(translations.title(preservation).in(OTHER)).startsWith("‹");
        assertThat(preservation.refusalGrounds())
                .allSatisfy(it -> assertThat(translations.ground(it).in(OTHER)).isEqualTo("‹" + it.ground() + "›"));
        assertThat(preservation.requestContents())
                .allSatisfy(it -> assertThat(translations.element(it).in(OTHER)).isEqualTo("‹" + it.text() + "›"));
        assertThat(preservation.deadlines()).allSatisfy(it -> {
            assertThat(translations.what(it).in(OTHER)).isEqualTo("‹" + it.what() + "›");
            assertThat(translations.from(it).in(OTHER)).isEqualTo("‹" + it.from() + "›");
        });
        assertThat(translations.title(preservation).in(Locale.FRENCH)).isEqualTo(preservation.title());
    }

    @Test
    void everySentenceOfTheDataHasAKeyOfItsOwn() {
        assertThat(law.instruments().stream()
                        .flatMap(i -> i.provisions().stream())
                        .flatMap(p -> p.deadlines().stream()))
                .allSatisfy(deadline ->
                        assertThat(law.translations().what(deadline).in(OTHER)).isEqualTo("‹" + deadline.what() + "›"));
        assertThat(law.instruments().stream()
                        .flatMap(i -> i.provisions().stream())
                        .flatMap(p -> p.refusalGrounds().stream()))
                .allSatisfy(ground ->
                        assertThat(law.translations().ground(ground).in(OTHER)).isEqualTo("‹" + ground.ground() + "›"));
        assertThat(law.instruments().stream()
                        .flatMap(i -> i.provisions().stream())
                        .flatMap(p -> p.requestContents().stream()))
                .allSatisfy(element -> assertThat(
                                law.translations().element(element).in(OTHER))
                        .isEqualTo("‹" + element.text() + "›"));
    }

    @Test
    void aTranslationOfWhatIsNotThereIsRefused(@TempDir Path other) throws IOException {
        copy(DATA, other);
        translate(other, Map.of("ets185:29/titel", "x"), english -> english);
        assertThatThrownBy(() -> LawBase.load(other))
                .isInstanceOf(LawDataException.class)
                .hasMessageContaining("languages/tl.yaml")
                .hasMessageContaining("no sentence “ets185:29/titel”");
    }

    @Test
    void aTranslationWithAGapThatTheEnglishSentenceLacksIsRefused(@TempDir Path other) throws IOException {
        copy(DATA, other);
        translate(other, Map.of("ets182:24/title", "x"), _ -> "{etat}");
        assertThatThrownBy(() -> LawBase.load(other)).hasMessageContaining("no gap {etat}");
    }
}
