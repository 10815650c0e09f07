package org.comity.law.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.JsonSchema;

class RouteCommandTest {

    private static final Clock NEW_YEAR = Clock.fixed(Instant.parse("2026-01-01T12:00:00Z"), ZoneOffset.UTC);
    private static final String QUESTION =
            "route --from PT --to BR --on 2024-05-01 --measure preserve --data content --offence ets185:2";

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
    void theAnswerInTextIsTheOneThatWasReviewed() throws IOException {
        try (var golden = RouteCommandTest.class.getResourceAsStream("route-pt-br.txt")) {
            assertThat(run(QUESTION).out()).isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void noLineIsWiderThanAHundredColumns() {
        assertThat(run(QUESTION).out().lines()).allMatch(line -> line.length() <= 100);
    }

    @Test
    void theAnswerInJsonHasTheAgreedShape() {
        Map<?, ?> plan = json(QUESTION);
        assertThat(keys(plan)).containsExactly("query", "routes");
        assertThat((Map<?, ?>) plan.get("query"))
                .isEqualTo(Map.of(
                        "from", "PT",
                        "to", "BR",
                        "on", "2024-05-01",
                        "measure", "preserve",
                        "data", "content",
                        "offence", "ets185:2"));
        List<?> routes = (List<?>) plan.get("routes");
        assertThat(routes).isNotEmpty().allSatisfy(item -> {
            Map<?, ?> route = (Map<?, ?>) item;
            assertThat(keys(route))
                    .containsExactly(
                            "provision",
                            "instrument",
                            "channel",
                            "standing",
                            "dualCriminality",
                            "authority",
                            "deadlines",
                            "refusalGrounds",
                            "safeguards",
                            "findings");
            assertThat((String) route.get("standing")).isIn("open", "conditional", "closed", "unknown");
            assertThat((String) route.get("dualCriminality"))
                    .isIn("not-required", "met", "not-met", "discretionary", "unknown");
            assertThat((List<?>) route.get("findings")).isNotEmpty().allSatisfy(f -> {
                Map<?, ?> finding = (Map<?, ?>) f;
                assertThat(keys(finding)).containsExactly("rule", "result", "reason", "provision", "source", "basis");
                assertThat((String) finding.get("result")).isIn("met", "not-met", "discretionary", "unknown");
                assertThat((String) finding.get("basis")).isIn("verified", "recalled");
            });
        });
        Map<?, ?> best = (Map<?, ?>) routes.getFirst();
        assertThat(best.get("provision")).isEqualTo("ets185:29");
        assertThat(best.get("channel")).isEqualTo("24-7-contact");
        assertThat(best.get("standing")).isEqualTo("open");
        assertThat(best.get("dualCriminality")).isEqualTo("not-required");
        assertThat(best.get("authority")).isNull();
    }

    @Test
    void theAuthorityInJsonSaysWhenItWasLastConfirmed() {
        Map<?, ?> plan = json(QUESTION.replace("PT", "??").replace("BR", "PT").replace("??", "BR"));
        Map<?, ?> best = (Map<?, ?>) ((List<?>) plan.get("routes")).getFirst();
        Map<?, ?> authority = (Map<?, ?>) best.get("authority");
        assertThat(authority.get("lastConfirmed")).isEqualTo("2010-07-19");
        assertThat(authority.get("alwaysOn")).isEqualTo(true);
    }

    private static List<String> keys(Map<?, ?> map) {
        List<String> keys = new ArrayList<>();
        map.keySet().forEach(key -> keys.add(key.toString()));
        return keys;
    }

    @Test
    void jsonCarriesEveryCharacterSafely() {
        assertThat(Json.write(Map.of("a", "“é”\"\\\n\u0001"))).isEqualTo("{\n  \"a\": \"“é”\\\"\\\\\\n\\u0001\"\n}\n");
        assertThat(Json.write(List.of())).isEqualTo("[]\n");
    }

    @Test
    void withoutADayTheQuestionIsAboutToday() {
        Map<?, ?> plan = json(QUESTION.replace("--on 2024-05-01 ", ""));
        assertThat(((Map<?, ?>) plan.get("query")).get("on")).isEqualTo("2026-01-01");
    }

    @Test
    void aMeasureMayBeCalledByASynonymAndAStateByItsName() {
        Map<?, ?> plan = json(
                QUESTION.replace("preserve", "freeze").replace("PT", "Portugal").replace("BR", "BRA"));
        assertThat(((Map<?, ?>) plan.get("query")).get("measure")).isEqualTo("preserve");
        assertThat(((Map<?, ?>) plan.get("query")).get("from")).isEqualTo("PT");
    }

    @Test
    void anUnknownStateIsAnsweredWithTheNearestOnes() {
        Answer answer = run(QUESTION.replace("--from PT", "--from Portugl"));
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).contains("no State “Portugl” for --from").contains("PT (Portugal)");
    }

    @Test
    void anUnknownDayIsAnsweredWithTheForm() {
        Answer answer = run(QUESTION.replace("2024-05-01", "01.05.2024"));
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err()).contains("“01.05.2024” is not a date").contains("2024-05-01");
    }

    @Test
    void anUnknownMeasureIsAnsweredWithTheValidOnes() {
        Answer answer = run(QUESTION.replace("preserve", "guess"));
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err()).contains("no measure “guess”").contains("preserve, partial-disclosure, produce");
    }

    @Test
    void aMeasureThatNoRouteServesIsAnsweredWithThoseThatAreServed() {
        Answer answer = run(QUESTION.replace("preserve", "governance"));
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err()).contains("No route serves the measure “governance”");
    }

    @Test
    void anUnknownDataCategoryIsAnsweredWithTheValidOnes() {
        Answer answer = run(QUESTION.replace("content", "everything"));
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err()).contains("subscriber, traffic, content, any");
    }

    @Test
    void anUnknownOffenceIsAnsweredWithTheValidOnes() {
        Answer answer = run(QUESTION.replace("ets185:2", "ets185:200"));
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err()).contains("ets185:2, ets185:3").contains("and other");
    }

    @Test
    void aMissingOptionAMissingValueAndAnUnknownOptionAreNamed() {
        assertThat(run("route --from PT"))
                .returns(2, Answer::status)
                .satisfies(a -> assertThat(a.err()).contains("The option --to is missing."));
        assertThat(run("route --from --to BR").err()).contains("The option --from needs a value.");
        assertThat(run("route --form PT").err()).contains("Unknown option “--form”");
    }

    @Test
    void theHelpListsMeasuresWithTheirSynonyms() {
        Answer answer = run("route --help");
        assertThat(answer.status()).isZero();
        assertThat(answer.out()).contains("  preserve  (preservation, expedited-preservation, freeze)");
    }

    @Test
    void factsOfTheCaseMayBeSaidMoreThanOnce() {
        String required =
                "route --from GH --to MU --on 2024-05-01 --measure preserve --data content --offence ets185:2";
        assertThat(run(required).out()).contains("Did the conduct break a security measure?");
        Answer told = run(required + " --fact security-breached --fact dishonest-intent");
        assertThat(told.out())
                .contains("known: security-breached")
                .contains("The conduct is an offence in both laws")
                .doesNotContain("This would settle it");
        assertThat((Map<?, ?>) json(required + " --fact attempted").get("query"))
                .extracting("facts")
                .isEqualTo(List.of("attempted"));
    }

    @Test
    void anUnknownFactIsAnsweredWithTheKnownOnes() {
        Answer answer = run(QUESTION + " --fact by-night");
        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.err()).contains("There is no fact “by-night”").contains("no-harm");
    }
}
