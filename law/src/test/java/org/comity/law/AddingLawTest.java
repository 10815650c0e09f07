package org.comity.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of docs/adding-law.md, added to a copy of the data set as they stand there. */
class AddingLawTest {

    private static final Path GUIDE = Path.of(System.getProperty("comity.root", ".."), "docs/adding-law.md");
    private static final Pattern EXAMPLE = Pattern.compile("```(?:yaml|csv)\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @BeforeEach
    void addTheExamplesToACopy() throws IOException, URISyntaxException {
        Path shipped = Path.of(LawBase.class.getResource("data").toURI());
        try (Stream<Path> files = Files.walk(shipped)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(shipped.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        List<String> examples = EXAMPLE.matcher(Files.readString(GUIDE))
                .results()
                .map(r -> r.group(1))
                .toList();
        assertThat(examples).hasSize(5);
        append("dataset.yaml", "  - example2027\n");
        Files.writeString(folder.resolve("instruments/example2027.yaml"), examples.get(0));
        append("status.csv", examples.get(1));
        Files.writeString(folder.resolve("national/zz.yaml"), examples.get(2));
        append("declarations.csv", examples.get(3));
        insertAfter("vocabulary.yaml", "effect_codes:", "  - " + examples.get(4).split(":", 2)[0]);
        insertAfter(
                "vocabulary.yaml", "offence_effects:", "  " + examples.get(4).strip());
        append("states.csv", aState());
    }

    private void append(String file, String text) throws IOException {
        Path path = folder.resolve(file);
        String before = Files.readString(path);
        Files.writeString(path, (before.endsWith("\n") ? "" : "\n") + text, StandardOpenOption.APPEND);
    }

    private void insertAfter(String file, String line, String text) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(folder.resolve(file)));
        lines.add(lines.indexOf(line) + 1, text);
        Files.write(folder.resolve(file), lines);
    }

    /** Portugal's row under another code. */
    private String aState() throws IOException {
        return Files.readAllLines(folder.resolve("states.csv")).stream()
                        .filter(row -> row.startsWith("PT,PRT"))
                        .findFirst()
                        .orElseThrow()
                        .replace("PT,PRT", "ZZ,ZZZ")
                + "\n";
    }

    private Route route(String from, String to, String on, String offence) {
        return new RoutePlanner(LawBase.load(folder))
                .plan(new RouteQuery(
                        StateCode.of(from),
                        StateCode.of(to),
                        LocalDate.parse(on),
                        Measure.PRESERVE,
                        DataCategory.CONTENT,
                        Offence.of(offence)))
                .route("example2027:2")
                .orElseThrow();
    }

    @Test
    void theNewInstrumentOpensAWayFromItsFirstDay() {
        assertThat(route("BR", "PT", "2026-12-31", "example2027:1").standing()).isEqualTo(Standing.CLOSED);
        Route open = route("BR", "PT", "2027-01-01", "example2027:1");
        assertThat(open.standing()).isEqualTo(Standing.OPEN);
        assertThat(open.dualCriminality())
                .as("the same conduct as ETS 185 article 2, which both laws hold")
                .isEqualTo(DualCriminality.MET);
        assertThat(open.safeguards()).extracting(Safeguard::kind).containsExactly("use-limitation");
    }

    @Test
    void theNewReservationShutsItUntilItsWithdrawal() {
        Route shut = route("PT", "BR", "2027-06-01", "example2027:1");
        assertThat(shut.standing()).isEqualTo(Standing.CLOSED);
        assertThat(shut.finding("article-applied").orElseThrow().reason())
                .isEqualTo("Brazil has reserved not to apply article 2.");
        assertThat(route("PT", "BR", "2028-01-01", "example2027:1").finding("article-applied"))
                .isEmpty();
    }

    @Test
    void theNewStateHasItsLawComparedByConduct() {
        LawBase law = LawBase.load(folder);
        law.check();
        DualCriminalityAssessment assessment = DualCriminalityAssessment.of(
                law,
                StateCode.of("PT"),
                StateCode.of("ZZ"),
                LocalDate.parse("2027-01-01"),
                Offence.of("example2027:1"),
                Facts.none());
        assertThat(assessment.result()).isEqualTo(Finding.Result.UNKNOWN);
        assertThat(assessment.questions())
                .extracting(Question::text)
                .containsExactly("Did the conduct break a security measure?");
    }

    @Test
    void theNewEffectAddsAnElementToTheOffence() {
        LawBase law = LawBase.load(folder);
        assertThat(law.conduct(StateCode.of("BR"), Offence.of("ets185:2"), LocalDate.parse("2027-01-01"))
                        .provisions())
                .allMatch(reach -> reach.asks().has(Element.SERIOUS_HARM));
        assertThat(law.conduct(StateCode.of("BR"), Offence.of("ets185:2"), LocalDate.parse("2028-01-01"))
                        .provisions())
                .noneMatch(reach -> reach.asks().has(Element.SERIOUS_HARM));
    }
}
