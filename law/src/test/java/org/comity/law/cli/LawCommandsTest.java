package org.comity.law.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.JsonSchema;

class LawCommandsTest {

    private static final Clock NEW_YEAR = Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    record Answer(int status, String out, String err) {}

    static Answer run(String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Main.run(
                List.of(words),
                NEW_YEAR,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Answer(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static Answer law(String line) {
        return run(("law " + line).split(" "));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> json(String text) {
        return (Map<String, Object>) new Load(LoadSettings.builder()
                        .setSchema(new JsonSchema())
                        .setCodePointLimit(20_000_000)
                        .build())
                .loadFromString(text);
    }

    @Test
    void theShippedDataSetIsSoundAndCounted() {
        assertThat(law("check").out()).contains("is sound").contains("provisions of national law");
        assertThat(json(law("check --json").out()).get("sound")).isEqualTo(true);
        assertThat(law("check --csv").out()).startsWith("fact,all,verified\r\n");
    }

    @Test
    void aFaultyDataSetIsNamedByFileAndLine() throws IOException {
        Files.writeString(folder.resolve("dataset.yaml"), "version: 1\nas_of: yesterday\nlicence: x\n");
        Answer answer = law("check --data " + folder);
        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.err()).startsWith("dataset.yaml:2: ");
        assertThat(law("check --data " + folder.resolve("nowhere")).status()).isEqualTo(2);
    }

    @Test
    void whatAProtocolAsksOfNationalLawIsToldWithTheLawThatIsNearToIt() {
        assertThat(law("gaps PT cets224 --on 2026-11-01").out())
                .contains("Of 6 provisions that the law of a Party must cover")
                .contains("asks: 8(1)-(2): authorities may issue an order to be given effect abroad")
                .contains("similar, ets185:18: Cybercrime Act, 14 (Production order)");
    }

    @Test
    void theEuropeanUnionIsNoStateToWhichTheConventionWouldBeOpen() {
        assertThat(law("gaps EU ets185").out()).contains("Not open to it (States (articles 36(1) and 37(1))).");
    }

    @Test
    void aDayOutsideOfTheDataSetIsRefusedByEveryCommand() {
        for (String command : List.of(
                "route --from PT --to BR --measure preserve",
                "matrix --measure preserve",
                "whatif --accede KE:ets185",
                "law show PT",
                "law compare PT BR",
                "law gaps PT ets185",
                "law across ets185:16")) {
            Answer answer = run((command + " --on 1650-01-01").split(" "));
            assertThat(answer.status()).as(command).isEqualTo(2);
            assertThat(answer.err()).contains("covers 2001-01-01 to 2099-12-31");
        }
    }

    @Test
    void gapsAreTold() {
        Answer answer = law("gaps Kenya ets185");
        assertThat(answer.status()).isZero();
        assertThat(answer.out())
                .contains("Kenya and the Budapest Convention on 2026-01-01")
                .contains("ets185:2");
        assertThat(json(law("gaps KE ets185 --json").out()))
                .containsKeys("accession", "counts", "toEnact", "provisions");
        assertThat(law("gaps KE ets185 --csv").out()).startsWith("state,provision,kind,must_be_in_law,coverage,");
    }

    @Test
    void everyFaultOfADataSetIsToldAlsoToPrograms() throws IOException {
        law("export --format csv --to " + folder);
        Files.writeString(
                folder.resolve("dataset.yaml"),
                "version: 1\nas_of: 2026-01-01\nlicence: x\ninstruments: [ets185]\nlanguages: []\n");
        Answer answer = law("check --data " + folder);
        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.err())
                .contains("vocabulary.yaml:1: the file is missing")
                .contains("1 fault");
        Answer forPrograms = law("check --json --data " + folder);
        assertThat(forPrograms.status()).isEqualTo(1);
        assertThat(json(forPrograms.out())).containsEntry("sound", false);
        assertThat((List<?>) json(forPrograms.out()).get("faults"))
                .singleElement()
                .isEqualTo(
                        Map.of("file", "vocabulary.yaml", "line", 1, "wrong", "the file is missing from the data set"));
        assertThat(law("check --csv --data " + folder).out()).startsWith("file,line,wrong\r\nvocabulary.yaml,1,");
    }

    @Test
    void howAllStatesCoverAProvisionIsTold() {
        assertThat(law("across ets185:2").out())
                .contains("ets185:2")
                .contains("Eastern European")
                .contains("full  Portugal")
                .contains("Cybercrime Act");
        assertThat(json(law("across ets185:2 --json").out())).containsKeys("counts", "examples", "states");
        assertThat(law("across ets185:2 --csv").out()).startsWith("state,provision,coverage,citation,");
        assertThat(law("across x:grooming").status()).isZero();
        assertThat(law("across ets185:99").err()).contains("it has ets185:1, ets185:2");
        assertThat(law("across theft").err()).contains("such as ets185:2");
        assertThat(law("across").status()).isEqualTo(2);
    }

    @Test
    void twoOrThreeStatesAreCompared() {
        assertThat(law("compare PT BR KE").out())
                .contains("Portugal, Brazil, Kenya")
                .contains("* ets185:2");
        assertThat(json(law("compare PT BR --instrument uncc --json").out()).get("instrument"))
                .isEqualTo("uncc");
        assertThat(law("compare PT BR --csv").out()).startsWith("provision,state,coverage,");
        assertThat(law("compare PT").status()).isEqualTo(2);
        assertThat(law("compare PT BR KE DE").status()).isEqualTo(2);
        assertThat(law("compare PT portugal").err()).contains("two different States");
    }

    @Test
    void aStateIsShown() {
        assertThat(law("show PT").out())
                .contains("Portugal (PT)")
                .contains("ets185  bound")
                .contains("Cybercrime Act");
        assertThat(json(law("show PT --json").out()))
                .containsKeys("instruments", "declarations", "authorities", "provisions");
        assertThat(law("show PT --csv").out()).startsWith("fact,of,value,source,as_of,basis\r\n");
    }

    @Test
    void noLineOfTextIsWiderThanAHundredColumnsSaveForAnAddress() {
        assertThat(List.of(law("show PT"), law("gaps KE ets185"), law("compare PT BR KE"), law("across ets185:2")))
                .allSatisfy(answer -> assertThat(answer.out().lines())
                        .allMatch(line -> line.length() <= 100 || line.contains("http")));
    }

    @Test
    void theWholeBaseIsExportedWithItsLicenceAndVersion() throws IOException {
        Map<String, Object> whole = json(law("export").out());
        assertThat(whole.get("licence")).isEqualTo("Apache-2.0");
        assertThat((List<?>) whole.get("national_provisions")).hasSizeGreaterThan(2000);
        assertThat(law("export --format csv").err()).contains("--to");
        assertThat(law("export --format csv --to " + folder).status()).isZero();
        assertThat(Files.readString(folder.resolve("dataset.csv"))).contains("Apache-2.0");
        assertThat(Files.readAllLines(folder.resolve("status.csv")).getFirst()).startsWith("instrument,state,method");
        assertThat(law("export --format folder --to " + folder.resolve("read-back"))
                        .status())
                .isZero();
        assertThat(law("check --data " + folder.resolve("read-back")).out()).contains("is sound");
        assertThat(law("export --format yaml").out()).contains("licence: Apache-2.0");
        assertThat(law("export --format xml").err()).contains("csv, json, yaml");
    }

    @Test
    void unknownWordsAreAnsweredByTheValidOnes() {
        assertThat(law("gaps Kenia ets185"))
                .returns(2, Answer::status)
                .satisfies(a -> assertThat(a.err()).contains("KE (Kenya)"));
        assertThat(law("gaps KE ets186").err()).contains("valid are ets185, ets189");
        assertThat(law("dance").err()).contains("law check").contains("law gaps");
        assertThat(law("refresh --from src/test --dry-run").err())
                .contains("Nothing to take in")
                .contains("status.csv");
        assertThat(law("show KE --when now").err()).contains("valid are --on, --json and --csv");
        assertThat(law("show KE --json --csv").err()).contains("Choose one");
        assertThat(run("dance").err()).contains("valid are route, law");
        assertThat(law("gaps --help").out()).contains("law gaps STATE INSTRUMENT");
    }
}
