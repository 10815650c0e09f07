package org.comity.node.legislation.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.node.identity.SomePeople.signedIn;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.asyncDispatch;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.comity.law.DataCategory;
import org.comity.law.Facts;
import org.comity.law.LawBase;
import org.comity.law.Measure;
import org.comity.law.Offence;
import org.comity.law.RoutePlanner;
import org.comity.law.RouteQuery;
import org.comity.law.State;
import org.comity.law.StateCode;
import org.comity.law.Status;
import org.comity.law.cli.Answers;
import org.comity.law.cli.Csv;
import org.comity.law.cli.Json;
import org.comity.node.NodeTest;
import org.comity.node.identity.Role;
import org.comity.node.identity.SomePeople;
import org.comity.node.lawbook.CurrentLaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@NodeTest
class LawForProgramsTests {

    private static final String LAW = "/api/v1/law";

    @Autowired
    MockMvc node;

    @Autowired
    CurrentLaw law;

    @Autowired
    JdbcClient jdbc;

    private final JsonMapper json = new JsonMapper();

    // --- facts

    @Test
    void aTieIsToldWithItsSourceDateAndBasisAndHowItStandsOnTheDay() throws Exception {
        JsonNode before = read("/statuses?state=br&instrument=ets185&on=2023-02-28")
                .get("items")
                .get(0);
        JsonNode after = read("/statuses?state=BR&instrument=ets185&on=2023-03-01")
                .get("items")
                .get(0);

        assertThat(before.get("standing").asString()).isEqualTo("not-yet");
        assertThat(after.get("standing").asString()).isEqualTo("bound");
        assertThat(after.get("entryIntoForce").asString()).isEqualTo("2023-03-01");
        for (String ground : List.of("source", "asOf", "basis")) {
            assertThat(after.get(ground).asString()).as(ground).isNotBlank();
        }
    }

    @Test
    void statesAreChosenByWhatBindsThemOnADay() throws Exception {
        long bound = law.now().states().stream()
                .filter(s -> law.now().boundOn(s.code(), "ets185", LocalDate.of(2010, 1, 1)))
                .count();

        assertThat(read("/states?bound=ets185&on=2010-01-01").get("total").asLong())
                .isEqualTo(bound);
        assertThat(read("/states?group=GRULAC&member=oas").get("total").asInt()).isPositive();
    }

    @Test
    void aStateAnInstrumentAndAProvisionAreTold() throws Exception {
        assertThat(read("/states/PT?on=2024-05-01")
                        .get("nationalLaw")
                        .get("coverage")
                        .asString())
                .isEqualTo("full");
        assertThat(read("/states/PT/law?provision=ets185:2")
                        .get("items")
                        .get(0)
                        .get("heading")
                        .asString())
                .isEqualTo("Illegitimate access");
        JsonNode budapest = read("/instruments/ets185?on=2001-11-23");
        assertThat(budapest.get("inForceOnDay").asBoolean()).isFalse();
        assertThat(budapest.get("parties")).isEmpty();
        assertThat(budapest.get("provisions").size()).isGreaterThan(20);
        assertThat(read("/provisions/ets185:29").get("refusalGrounds")).isNotEmpty();
        assertThat(read("/provisions/ets185:2/states?coverage=full&on=2026-01-01")
                        .get("items")
                        .get(0)
                        .get("coverage")
                        .asString())
                .isEqualTo("full");
        assertThat(read("/provisions/x:grooming/states").get("total").asInt()).isPositive();
    }

    @Test
    void declarationsAndAuthoritiesAreChosenByStateInstrumentAndKind() throws Exception {
        assertThat(read("/declarations?state=CZ&instrument=ets185&kind=reservation&on=2024-05-01")
                        .get("items"))
                .isNotEmpty()
                .anyMatch(item -> item.get("article").asString().equals("29(4)")
                        && !item.get("inForceOnDay").asBoolean());
        assertThat(read("/authorities?state=AL&function=24-7-contact").get("items"))
                .hasSize(1)
                .allMatch(item -> item.get("institution").asString().startsWith("State Police"));
    }

    // --- reasons

    @Test
    void aPlanIsWordForWordThatOfTheCommand() throws Exception {
        var plan = new RoutePlanner(law.now())
                .plan(new RouteQuery(
                                StateCode.of("PT"),
                                StateCode.of("BR"),
                                LocalDate.of(2024, 5, 1),
                                Measure.PRESERVE,
                                DataCategory.CONTENT,
                                Offence.of("ets185:2"))
                        .with(Facts.of("intent")));

        assertThat(answered(
                                LAW
                                        + "/routes?from=PT&to=BR&on=2024-05-01&measure=freeze&data=content&offence=ets185:2&fact=intent")
                        .getContentAsString(StandardCharsets.UTF_8))
                .isEqualTo(Json.write(Answers.plan(plan)));
    }

    @Test
    void gapsAndComparisonsAreToldAsObjectsAndAsTables() throws Exception {
        JsonNode gaps = read("/gaps/ke/ets185?on=2026-01-01");
        assertThat(gaps.get("counts").get("full").asInt()).isPositive();
        assertThat(table("/gaps/KE/ets185?on=2026-01-01&format=csv"))
                .isNotEmpty()
                .allMatch(row -> !row.get("basis").isBlank());
        assertThat(read("/compare?state=PT&state=BR&instrument=ets185")
                        .get("states")
                        .size())
                .isEqualTo(2);
        assertThat(table("/compare?state=PT&state=BR&instrument=ets185&format=csv"))
                .anyMatch(row -> row.get("state").equals("BR"));
    }

    @Test
    void dualCriminalityComesWithItsReasonsAndWhatWouldSettleIt() throws Exception {
        JsonNode answer = read("/dual-criminality?from=PT&to=BR&offence=ets185:2&on=2026-01-01&fact=security-breached");

        assertThat(answer.get("result").asString()).isIn("met", "not-met", "discretionary", "unknown");
        assertThat(answer.get("findings"))
                .isNotEmpty()
                .allMatch(f -> !f.get("source").asString().isBlank());
        assertThat(answer.get("requestedLaw"))
                .isNotEmpty()
                .allMatch(l -> !l.get("asOf").asString().isBlank());
    }

    @Test
    void theMatrixCountsWhatItsRowsTell() throws Exception {
        String asked = "/matrix?measure=preserve&data=content&offence=ets185:2&on=2026-01-01";
        JsonNode answer = read(asked + "&standing=open&size=1");

        assertThat(answer.get("total").asInt())
                .isEqualTo(answer.get("counts").get("open").asInt())
                .isPositive();
        assertThat(read(asked + "&from=PT&to=BR")
                        .get("items")
                        .get(0)
                        .get("standing")
                        .asString())
                .isEqualTo("open");
    }

    @Test
    void whatIsFoundIsPagedToo() throws Exception {
        JsonNode found = read("/search?q=preservation&kind=provision&size=5");

        assertThat(found.get("items").size()).isEqualTo(5);
        assertThat(found.get("total").asInt()).isGreaterThan(5);
        assertThat(found.get("items").get(0).get("page").asString()).startsWith("/law/");
    }

    // --- pages

    @ParameterizedTest
    @CsvSource({
        "/statuses,100",
        "/states?group=GRULAC,3",
        "/search?q=preservation&kind=provision,9",
        "/states/DE/law,2",
        "/provisions/ets185:9/states,50"
    })
    void walkingToTheEndGivesEachRowOnce(String start, int size) throws Exception {
        List<String> rows = new ArrayList<>();
        String next = LAW + start + (start.contains("?") ? "&" : "?") + "size=" + size;
        int total = 0;
        Pattern following = Pattern.compile("<([^>]*)>; rel=\"next\"");
        while (next != null) {
            var response = answered(next);
            JsonNode page = json.readTree(response.getContentAsString(StandardCharsets.UTF_8));
            total = page.get("total").asInt();
            page.get("items").forEach(item -> rows.add(item.toString()));
            var link = following.matcher(String.join(", ", response.getHeaders(HttpHeaders.LINK)));
            next = link.find() ? link.group(1) : null;
        }

        assertThat(rows).hasSize(total).doesNotHaveDuplicates();
    }

    @Test
    void aTableHoldsTheSameFactsAsTheObjects() throws Exception {
        String asked = "/statuses?instrument=ets185&size=500";
        List<CSVRecord> rows = table(asked + "&format=csv");
        JsonNode items = read(asked).get("items");

        assertThat(rows).hasSize(items.size());
        for (int i = 0; i < rows.size(); i++) {
            assertThat(rows.get(i).get("state"))
                    .isEqualTo(items.get(i).get("state").asString());
            assertThat(rows.get(i).get("standing"))
                    .isEqualTo(items.get(i).get("standing").asString());
            assertThat(rows.get(i).get("source"))
                    .isEqualTo(items.get(i).get("source").asString());
        }
    }

    @Test
    void theHeaderAcceptChoosesTheForm() throws Exception {
        assertThat(call(LAW + "/instruments", HttpHeaders.ACCEPT, "text/csv").getContentType())
                .startsWith("text/csv");
        assertThat(call(LAW + "/instruments", HttpHeaders.ACCEPT, "text/html, */*;q=0.1")
                        .getContentType())
                .startsWith("application/json");
        var refused = call(LAW + "/instruments", HttpHeaders.ACCEPT, "application/xml");
        assertThat(refused.getStatus()).isEqualTo(406);
        assertThat(refused.getContentType()).isEqualTo("application/problem+json");
    }

    @Test
    void aCellThatASpreadsheetWouldRunIsText() {
        assertThat(Csv.of("a", "b", "c").row("=1+1", "-5", -5).write()).isEqualTo("a,b,c\r\n'=1+1,'-5,-5\r\n");
    }

    // --- held already

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/states",
                "/states/PT",
                "/states/PT/law",
                "/instruments",
                "/instruments/ets185",
                "/provisions/ets185:29",
                "/provisions/ets185:2/states",
                "/statuses",
                "/declarations",
                "/authorities",
                "/routes?from=PT&to=BR&measure=preserve&data=content&offence=ets185:2",
                "/dual-criminality?from=PT&to=BR&offence=ets185:2",
                "/gaps/KE/ets185",
                "/compare?state=PT&state=BR&instrument=ets185",
                "/search?q=access",
                "/matrix?measure=preserve&data=content&offence=other&from=PT",
                "/download?format=yaml"
            })
    void whoHoldsTheAnswerIsNotSentItAgain(String asked) throws Exception {
        String tag = call(LAW + asked).getHeader(HttpHeaders.ETAG);
        assertThat(tag).matches("\"[0-9a-f]{16}\"");

        var again = call(LAW + asked, HttpHeaders.IF_NONE_MATCH, "\"other\", W/" + tag);

        assertThat(again.getStatus()).isEqualTo(304);
        assertThat(again.getContentAsByteArray()).isEmpty();
        assertThat(call(LAW + asked + (asked.contains("?") ? "&" : "?") + "format=json")
                        .getHeader(HttpHeaders.ETAG))
                .isNotEqualTo(tag);
    }

    // --- problems

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/states?sise=5                                                      | sise        | size",
                "/statuses?instrument=ets999                                         | instrument  | ets185",
                "/statuses?state=Brazil                                              | state       | BR",
                "/statuses?on=2024-13-01                                             | on          | 2001-01-01 to 2099-12-31",
                "/statuses?on=0001-01-01                                             | on          | 2001-01-01 to 2099-12-31",
                "/statuses?size=501                                                  | size        | 1 to 500",
                "/statuses?page=0                                                    | page        | 1 to",
                "/statuses?instrument=ets185&page=900                                | page        | 1 to",
                "/statuses?format=xml                                                | format      | csv",
                "/declarations?kind=wish                                             | kind        | reservation",
                "/authorities?function=wish                                          | function    | 24-7-contact",
                "/states?group=Mars                                                  | group       | GRULAC",
                "/states/PT/law?coverage=much                                        | coverage    | partial",
                "/routes?from=PT&to=BR&data=content&offence=other                    | measure     | preserve",
                "/routes?from=PT&to=BR&measure=preserve&data=all&offence=other       | data        | content",
                "/routes?from=PT&to=BR&measure=preserve&data=content&offence=ets185:99 | offence   | ets185:2",
                "/routes?from=PT&to=BR&measure=preserve&data=content&offence=other&fact=sad | fact | intent",
                "/routes?from=PT&to=BR&measure=preserve&data=content&offence=other&transborder=si | transborder | true",
                "/compare?state=PT&instrument=ets185                                 | state       | BR",
                "/compare?state=PT&state=PT&instrument=ets185                        | state       | BR",
                "/matrix?measure=preserve&data=content&offence=other&standing=good   | standing    | none",
                "/search?q=access&kind=person                                        | kind        | national-law",
                "/download?format=pdf                                                | format      | yaml",
            })
    void whatCannotBeReadIsRefusedWithWhatCanBe(String asked, String parameter, String valid) throws Exception {
        var response = call(LAW + asked);
        JsonNode problem = json.readTree(response.getContentAsString(StandardCharsets.UTF_8));

        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
        assertThat(problem.get("type").asString()).isEqualTo("/law/api#invalid-parameter");
        assertThat(problem.get("parameter").asString()).isEqualTo(parameter);
        assertThat(problem.get("valid").toString()).contains(valid);
        assertThat(problem.get("detail").asString()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/states/ZZ",
                "/states/Portugal/law",
                "/instruments/ets999",
                "/provisions/ets185:999",
                "/provisions/x:nothing/states",
                "/gaps/ZZ/ets185",
                "/gaps/KE/ets999"
            })
    void whatIsNotThereIsNotFound(String asked) throws Exception {
        var response = call(LAW + asked);

        assertThat(response.getStatus()).isEqualTo(404);
        assertThat(json.readTree(response.getContentAsString(StandardCharsets.UTF_8))
                        .get("type")
                        .asString())
                .isEqualTo("/law/api#not-found");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dual-criminality?from=PT&to=pt&offence=other", "/statuses?page=1&page=2"})
    void aQuestionThatContradictsItselfIsRefused(String asked) throws Exception {
        assertThat(call(LAW + asked).getStatus()).isEqualTo(400);
    }

    // --- the whole base

    @Test
    void theWholeBaseIsOneDocumentWithLicenceVersionAndDate() throws Exception {
        var response = answered(LAW + "/download");
        JsonNode whole = json.readTree(response.getContentAsString(StandardCharsets.UTF_8));

        assertThat(response.getHeader(HttpHeaders.CONTENT_DISPOSITION))
                .contains("comity-law-" + law.now().version(), ".json");
        assertThat(whole.get("licence").asString()).isEqualTo("Apache-2.0");
        assertThat(whole.get("version").asString()).isEqualTo(law.now().version());
        assertThat(whole.get("as_of").asString()).isEqualTo(law.now().asOf().toString());
        assertThat(whole.get("states").size()).isEqualTo(law.now().states().size());
        assertThat(whole.get("national_provisions").size()).isGreaterThan(2000);
    }

    @Test
    void theTablesGiveBackEveryTieOfTheLaw() throws Exception {
        Map<String, String> files =
                unzipped(answered(LAW + "/download?format=csv").getContentAsByteArray());

        assertThat(files.get("README.txt")).contains("Apache-2.0", law.now().version());
        List<CSVRecord> ties = records(files.get("status.csv"));
        LawBase now = law.now();
        assertThat(ties)
                .hasSize(now.states().stream()
                        .map(State::code)
                        .mapToInt(code -> now.statusesOf(code).size())
                        .sum());
        for (CSVRecord row : ties) {
            Status status = now.status(StateCode.of(row.get("state")), row.get("instrument"))
                    .orElseThrow();
            assertThat(row.get("entry_into_force"))
                    .isEqualTo(status.entryIntoForce().map(Object::toString).orElse(""));
            assertThat(row.get("source")).isEqualTo(status.source());
        }
    }

    // --- who may read

    @Test
    void whoIsNotSignedInReadsNothing() throws Exception {
        var refused = node.perform(get(URI.create(LAW + "/states"))).andReturn().getResponse();

        assertThat(refused.getStatus()).isEqualTo(401);
        assertThat(refused.getContentAsString()).isEmpty();
    }

    // --- how they are asked

    private JsonNode read(String asked) throws Exception {
        return json.readTree(answered(LAW + asked).getContentAsString(StandardCharsets.UTF_8));
    }

    private List<CSVRecord> table(String asked) throws Exception {
        return records(answered(LAW + asked).getContentAsString(StandardCharsets.UTF_8));
    }

    private static List<CSVRecord> records(String text) throws IOException {
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(text))
                .getRecords();
    }

    private MockHttpServletResponse answered(String address) throws Exception {
        var response = call(address);
        assertThat(response.getStatus()).as(address).isEqualTo(200);
        return response;
    }

    private MockHttpServletResponse call(String address, String... headers) throws Exception {
        var request = get(URI.create(address)).with(signedIn(SomePeople.with(jdbc, Role.DUTY_OFFICER)));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        var result = node.perform(request).andReturn();
        return result.getRequest().isAsyncStarted()
                ? node.perform(asyncDispatch(result)).andReturn().getResponse()
                : result.getResponse();
    }

    private static Map<String, String> unzipped(byte[] archive) throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }
}
