package org.comity.law.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.JsonSchema;

/** {@code matrix} and {@code whatif}, as they are typed. */
class MatrixCommandTest {

    private static final Clock NEW_YEAR = Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);
    private static final String KENYA = "whatif --accede KE:ets185 --on 2026-11-01 --measure preserve --data content";

    private record Answer(int status, String out, String err) {}

    private static Answer run(String line) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = Main.run(
                List.of(line.split(" ")),
                NEW_YEAR,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Answer(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    private static Map<?, ?> json(String line) {
        Answer answer = run(line + " --json");
        assertThat(answer.status()).isZero();
        return (Map<?, ?>)
                new Load(LoadSettings.builder().setSchema(new JsonSchema()).build()).loadFromString(answer.out());
    }

    @Test
    void theMatrixOfAMeasureCountsEveryPairAndNamesEveryState() {
        Answer answer = run("matrix --on 2026-01-01 --measure preserve");

        assertThat(answer.status()).isZero();
        assertThat(answer.out())
                .startsWith("preserve, any data, offence other, on 2026-01-01")
                .contains("ordered pairs of")
                .contains("PT Portugal");
        assertThat(answer.out().lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void aSynonymTodayAndOnePairGiveOneRow() {
        Answer answer = run("matrix --measure freeze --data content --offence ets185:2 --from PT --to BR --csv");

        assertThat(answer.out()).isEqualTo("from,to,standing\r\nPT,BR,open\r\n");
    }

    @Test
    void pairsAreListedByWhoAsksAndWhoIsAsked() {
        assertThat(run("matrix --measure preserve --data content --offence ets185:2 --from PT")
                        .out())
                .containsPattern("from PT open \\(\\d+\\): .*BR");
        assertThat(run("matrix --measure preserve --data content --offence ets185:2 --to PT")
                        .out())
                .containsPattern("to PT open \\(\\d+\\): .*BR");
    }

    @Test
    void withoutAMeasureEveryMeasureIsSummedUp() {
        Map<?, ?> measures = (Map<?, ?>) json("matrix --on 2026-01-01").get("measures");

        assertThat(measures.keySet().stream().map(String::valueOf)).contains("preserve", "mla-stored-data");
    }

    @Test
    void anAccessionIsCountedByMeasureStateAndPair() {
        Map<?, ?> whatIf = json(KENYA + " --pairs");

        assertThat(whatIf.keySet().stream().map(String::valueOf))
                .containsExactly("on", "total", "byMeasure", "byData", "byOffence", "states", "pairs");
        assertThat((Integer) ((Map<?, ?>) whatIf.get("total")).get("opened")).isPositive();
        assertThat(run(KENYA).out()).contains("Who gains").contains("KE Kenya");
        assertThat(run(KENYA + " --csv").out()).contains("\r\nKE,asks,");
    }

    @Test
    void onePairShowsBothPlans() {
        String pair = KENYA + " --offence ets185:2 --from PT --to KE";

        assertThat(run(pair).out()).contains("--- as it is").contains("--- as it would be");
        assertThat(json(pair).keySet().stream().map(String::valueOf))
                .containsExactly("from", "to", "ways", "before", "after");
    }

    @Test
    void theNextStepsAreRankedByWhatTheyOpen() {
        List<?> steps = (List<?>) json("whatif --next 2 --step accede --measure preserve --data content"
                        + " --offence ets185:2 --on 2026-11-01")
                .get("steps");

        assertThat(steps).hasSize(2);
        assertThat(steps.getFirst().toString()).contains("what=ets185");
    }

    @Test
    void aSuppositionThatChangesNothingSaysSo() {
        assertThat(run("whatif --enact KE:ets185:2 --on 2026-11-01").out()).contains("No way would stand otherwise");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "matrix --measure dance|valid are",
                "matrix --measure preserve --data secret|subscriber, traffic, content, any",
                "matrix --measure preserve --offence ets185:99|ets185:2",
                "matrix --measure preserve --from Atlantis|Nearest are",
                "matrix --measure preserve --from EU|Member States",
                "matrix --from PT|--measure is missing",
                "matrix --on yesterday|year-month-day",
                "whatif --on 2026-01-01|Say what is supposed",
                "whatif --accede KE|KE:ets185",
                "whatif --accede PT:ets185|already",
                "whatif --accede KE:ets1|valid are ets185",
                "whatif --withdraw KE:29(4)|none is known",
                "whatif --enact KE:murder|valid are",
                "whatif --in-force cets999|valid are",
                "whatif --in-force ets185 --on 2026-11-01|already in force",
                "whatif --accede KE:ets185 --from PT|name both",
                "whatif --next many|1 to 100",
                "whatif --next 3 --step sing|accede, withdraw, enact",
            })
    void whatIsNotUnderstoodIsAnsweredWithWhatIs(String line, String says) {
        Answer answer = run(line);

        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains(says).contains("--help");
    }
}
