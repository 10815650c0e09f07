package org.comity.node.forum.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.node.identity.SomePeople.signedIn;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.comity.node.NodeTest;
import org.comity.node.identity.HoldingTokens;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.comity.node.identity.Scope;
import org.comity.node.identity.SomePeople;
import org.comity.node.time.ShiftableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What people do in the forum, programs do by the same rules; answers are checked against the description of the addresses. */
@NodeTest(properties = "comity.test.room=forum")
class ForumForProgramsTests {

    private static final String FORUM = "/api/v1/forum";

    /** The forms of this room, and where a program does the same. */
    private static final Map<String, List<String>> FORMS = Map.ofEntries(
            Map.entry("/forum/bodies/{id}", List.of("PUT /bodies/{id}/seats")),
            Map.entry("/forum/meetings", List.of("POST /meetings")),
            Map.entry("/forum/meetings/{id}/head", List.of("PUT /meetings/{id}/head")),
            Map.entry("/forum/meetings/{id}/registers/{token}", List.of("PUT /meetings/{id}/registers/{register}")),
            Map.entry(
                    "/forum/meetings/{id}/items",
                    List.of("POST /meetings/{id}/items/{item}/opening", "POST /meetings/{id}/items/{item}/closing")),
            Map.entry(
                    "/forum/meetings/{id}/speakers",
                    List.of(
                            "POST /meetings/{id}/speakers/{place}/floor",
                            "POST /meetings/{id}/speakers/{place}/withdrawal")),
            Map.entry("/forum/recommendations", List.of("POST /recommendations")),
            Map.entry(
                    "/forum/recommendations/{id}",
                    List.of(
                            "PUT /recommendations/{id}/position",
                            "DELETE /recommendations/{id}/position",
                            "PUT /recommendations/{id}/links",
                            "POST /recommendations/{id}/figures",
                            "DELETE /recommendations/{id}/figures/{place}",
                            "POST /recommendations/merged",
                            "POST /recommendations/{id}/life/{event}")),
            Map.entry("/forum/silence", List.of("POST /silence")),
            Map.entry("/forum/silence/{id}", List.of("POST /silence/{id}/acts")),
            Map.entry("/forum/reports", List.of("POST /reports")),
            Map.entry(
                    "/forum/reports/{id}",
                    List.of(
                            "PUT /reports/{id}/blocks/{place}",
                            "POST /reports/{id}/blocks/{place}/next",
                            "DELETE /reports/{id}/blocks/{place}",
                            "POST /reports/{id}/restoration",
                            "POST /reports/{id}/adoption")),
            Map.entry("/forum/study", List.of("POST /study/replies")),
            Map.entry("/forum/study/questionnaires", List.of("POST /study/questionnaires")),
            Map.entry(
                    "/forum/study/questionnaires/{id}",
                    List.of(
                            "POST /study/questionnaires/{id}/freezing",
                            "DELETE /study/questionnaires/{id}/questions/{question}")),
            Map.entry(
                    "/forum/study/questionnaires/{id}/questions",
                    List.of("PUT /study/questionnaires/{id}/questions/{question}")),
            Map.entry(
                    "/forum/study/replies/{id}",
                    List.of(
                            "POST /study/replies/{id}/prefilling",
                            "POST /study/replies/{id}/handovers",
                            "DELETE /study/replies/{id}/handovers/{theme}",
                            "POST /study/replies/{id}/clarifications",
                            "POST /study/replies/{id}/clarifications/{number}",
                            "POST /study/replies/{id}/life/{event}")),
            Map.entry(
                    "/forum/study/replies/{id}/sections/{theme}",
                    List.of(
                            "PUT /study/replies/{id}/answers",
                            "POST /study/replies/{id}/sections/{theme}/confirmation")),
            Map.entry("/forum/study/file", List.of("POST /study/files")),
            Map.entry("/forum/study/drafts", List.of("POST /study/drafts")),
            Map.entry(
                    "/forum/study/drafts/{id}",
                    List.of(
                            "PUT /study/drafts/{id}/text",
                            "POST /study/drafts/{id}/opening",
                            "PUT /study/drafts/{id}/until",
                            "POST /study/drafts/{id}/comments",
                            "DELETE /study/drafts/{id}/comments/{number}",
                            "PUT /study/drafts/{id}/comments/{number}/answer",
                            "POST /study/drafts/{id}/revision")));

    @Autowired
    MockMvc node;

    @Autowired
    HoldingTokens tokens;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ShiftableClock clock;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private final JsonMapper json = new JsonMapper();
    private final SchemaRegistry schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

    private Person keeper;
    private String secretariat;
    private JsonNode description;

    @BeforeEach
    void aSecretariat() throws Exception {
        for (var table : List.of("kept", "change")) {
            jdbc.sql("delete from forum." + table + " where kind in ('reply', 'questionnaire')")
                    .update();
        }
        keeper = SomePeople.with(jdbc, Role.SECRETARIAT);
        secretariat = tokenOf(keeper, "forum:read", "forum:write", "forum:decide");
        description = body(node.perform(get("/api/v1/openapi.json").with(signedIn(keeper)))
                .andReturn()
                .getResponse());
    }

    @Test
    void whatEachFormOfThisRoomDoesAProgramCanDoToo() {
        var addresses = new TreeSet<String>();
        mappings.getHandlerMethods().forEach((mapping, method) -> {
            if (method.getBeanType().getPackageName().equals("org.comity.node.forum.api")) {
                mapping.getPatternValues()
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(verb -> addresses.add(verb + " " + path)));
            }
        });
        var forms = mappings.getHandlerMethods().entrySet().stream()
                .filter(it -> it.getValue().getBeanType().getPackageName().equals("org.comity.node.forum.web"))
                .filter(it -> it.getKey().getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .flatMap(it -> it.getKey().getPatternValues().stream());

        assertThat(forms).containsExactlyInAnyOrderElementsOf(FORMS.keySet());
        assertThat(FORMS.values().stream().flatMap(List::stream))
                .allSatisfy(it -> assertThat(addresses).contains(it.replace(" /", " " + FORUM + "/")));
    }

    @Test
    void aMeetingIsConvenedOnceAndItsRegistersRestOnTheVersionThatWasRead() throws Exception {
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var head = """
                {"body": "cybercrime-eg", "mandate": "ccpcj-26-4", "title": "Eighth meeting", "session": 8,
                 "place": "Vienna", "from": "2026-11-24", "until": "2026-11-26"}""";

        problem(
                call(secretariat, "POST", "/meetings", head.replace("ccpcj-26-4", "ecosoc-2016-241"), Map.of()),
                422,
                "malformed");
        var convened = call(secretariat, "POST", "/meetings", head, key);
        var again = call(secretariat, "POST", "/meetings", head, key);
        assertThat(convened.getStatus()).as(convened.getContentAsString()).isEqualTo(201);
        assertValid("ForumMeeting", body(convened));
        assertThat(again.getHeader("Location")).isEqualTo(convened.getHeader("Location"));
        var meeting = convened.getHeader("Location").substring(FORUM.length());

        var agenda = meeting + "/registers/agenda";
        problem(call(secretariat, "PUT", agenda, "{\"text\": \"2 | Crime\"}", Map.of()), 428, "version-missing");
        problem(call(secretariat, "PUT", agenda, "{\"text\": \"2 | Crime\"}", tag(7)), 412, "changed-meanwhile");
        var faulty = call(secretariat, "PUT", agenda, "{\"text\": \"2 | Crime\\nx\"}", tag(1));
        assertThat(problem(faulty, 422, "malformed").get("detail").asString()).contains("Line 2");
        problem(call(secretariat, "PUT", agenda, "no JSON", tag(1)), 400, "unreadable");
        done(call(secretariat, "PUT", agenda, "{\"text\": \"2 | Crime\"}", tag(1)));
        done(call(
                secretariat,
                "PUT",
                meeting + "/registers/statements",
                "{\"text\": \"2 | BR | restricted | en | Ours.\\n2 | NL | restricted | en | Theirs.\"}",
                tag(2)));
        done(call(secretariat, "PUT", meeting + "/registers/speakers", "{\"text\": \"2 | BR\"}", tag(3)));
        done(call(secretariat, "POST", meeting + "/items/2/opening", null, tag(4)));
        var spoken = done(call(secretariat, "POST", meeting + "/speakers/0/floor", null, tag(5)));
        assertThat(spoken.get("registers").get("speakers").asString()).contains("spoke");

        var brazil = tokenOf(with(Role.DELEGATE, "BR"), "forum:read", "forum:write");
        var seen = done(call(brazil, "GET", meeting, null, Map.of()));
        assertThat(seen.get("registers").get("statements").asString())
                .contains("Ours.")
                .doesNotContain("Theirs.");
        assertThat(seen.get("registers").has("points")).isFalse();
        problem(call(brazil, "PUT", agenda, "{\"text\": \"\"}", tag(6)), 403, "not-permitted");
        assertThat(call(tokenOf(keeper, "forum:read"), "PUT", agenda, "{\"text\": \"\"}", tag(6))
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void membersOfABodyAreReadAsOfADay() throws Exception {
        var body = call(secretariat, "GET", "/bodies/ecosoc", null, Map.of());
        var read = Map.of("If-Match", body.getHeader("ETag"));
        var terms =
                "{\"members\": \"BR | 2024-01-01 | 2026-12-31 | Election of 2023\\nNL | 2027-01-01 | | Election of 2026\"}";

        problem(call(secretariat, "PUT", "/bodies/ecosoc/seats", "{\"members\": \"BR\"}", read), 422, "malformed");
        assertValid("ForumBody", done(call(secretariat, "PUT", "/bodies/ecosoc/seats", terms, read)));
        var then = done(call(secretariat, "GET", "/bodies/ecosoc?on=2026-12-31", null, Map.of()));
        assertThat(then.get("members").findValuesAsString("state")).containsExactly("BR");
    }

    @Test
    void aDelegationsPositionIsADecisionAndTheListComesInPages() throws Exception {
        var recommendation = "/recommendations/"
                + done(call(
                                secretariat,
                                "POST",
                                "/recommendations",
                                "{\"meeting\": \"eg-4\", \"theme\": \"prevention\", \"text\": \"Train judges.\", \"proposer\": \"NL\"}",
                                Map.of()))
                        .get("id")
                        .asString();
        var brazil = with(Role.DELEGATE, "BR");
        var position = recommendation + "/position";

        var withoutScope = call(tokenOf(brazil, "forum:write"), "PUT", position, "{\"supports\": true}", Map.of());
        assertThat(withoutScope.getHeader("WWW-Authenticate")).contains("scope=\"forum:decide\"");
        var token = tokenOf(brazil, "forum:read", "forum:decide");
        var taken = done(call(token, "PUT", position, "{\"supports\": true}", Map.of()));
        assertValid("ForumRecommendation", taken);
        assertThat(taken.get("supportedBy").asInt()).isEqualTo(1);
        assertThat(taken.get("proposers").isNull()).isTrue();
        done(call(token, "DELETE", position, null, Map.of()));
        problem(call(secretariat, "POST", recommendation + "/life/adopt", null, tag(3)), 409, "wrong-state");
        done(call(secretariat, "POST", recommendation + "/life/compile", null, tag(3)));
        var gaps = done(call(
                secretariat,
                "POST",
                recommendation + "/figures",
                "{\"state\": \"GH\", \"instrument\": \"ets185\"}",
                tag(4)));
        assertValid("ForumRecommendation", gaps);
        assertThat(gaps.get("figures").get(0).get("source").asString()).isEqualTo("/law/states/GH");
        problem(
                call(
                        secretariat,
                        "POST",
                        recommendation + "/figures",
                        "{\"gauge\": \"refused\", \"from\": \"2001-01-01\", \"until\": \"2001-12-31\"}",
                        tag(5)),
                422,
                "malformed");
        assertThat(done(call(secretariat, "DELETE", recommendation + "/figures/0", null, tag(5)))
                        .get("figures")
                        .size())
                .isZero();

        var list = call(secretariat, "GET", "/recommendations", null, Map.of());
        assertThat(body(list).get("items").size()).isEqualTo(50);
        assertThat(list.getHeader("Link")).contains("rel=\"next\"");
        assertThat(body(call(secretariat, "GET", "/recommendations/compilation?meeting=eg-4", null, Map.of()))
                        .toString())
                .contains("Train judges.");
    }

    @Test
    void aMemberBreaksTheSilenceThroughAProgramAndOthersDoNot() throws Exception {
        var end = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(30, ChronoUnit.DAYS);
        var begun = call(secretariat, "POST", "/silence", """
                {"body": "cybercrime-eg", "mandate": "ccpcj-26-4", "rules": "%s", "title": "Days of the meeting",
                 "text": "The meeting is held in Vienna.", "languages": ["en", "fr", "es", "ar", "ru", "zh"],
                 "members": ["BR", "NL"], "zone": "Europe/Vienna", "end": "%s"}""".formatted("plenary", end), Map.of());
        assertThat(begun.getStatus()).as(begun.getContentAsString()).isEqualTo(201);
        assertValid("ForumSilence", body(begun));
        var acts = begun.getHeader("Location").substring(FORUM.length()) + "/acts";

        var ghana = tokenOf(with(Role.DELEGATE, "GH"), "forum:read", "forum:decide");
        problem(call(ghana, "POST", acts, "{\"step\": \"objection\"}", Map.of()), 403, "not-permitted");
        var brazil = tokenOf(with(Role.DELEGATE, "BR"), "forum:read", "forum:decide");
        var broken = done(call(brazil, "POST", acts, "{\"step\": \"objection\"}", Map.of()));
        assertThat(broken.get("standing").asString()).isEqualTo("objected");
        problem(
                call(tokenOf(with(Role.READER, "MOJ"), "forum:read"), "GET", acts.replace("/acts", ""), null, Map.of()),
                404,
                "not-found");
    }

    @Test
    void aReportIsDraftedEditedAndHadAsAFileAndBracketsBlockItsAdoption() throws Exception {
        var drafted =
                call(secretariat, "POST", "/reports", "{\"meeting\": \"eg-4\", \"model\": \"expert-group\"}", Map.of());
        assertThat(drafted.getStatus()).as(drafted.getContentAsString()).isEqualTo(201);
        assertValid("ForumReport", body(drafted));
        var report = drafted.getHeader("Location").substring(FORUM.length());

        done(call(secretariat, "PUT", report + "/blocks/1", "{\"text\": \"Words of ours.\"}", tag(1)));
        done(call(
                secretariat,
                "POST",
                report + "/blocks/1/next",
                "{\"kind\": \"paragraph\", \"text\": \"More.\"}",
                tag(2)));
        done(call(secretariat, "DELETE", report + "/blocks/2", null, tag(3)));
        done(call(secretariat, "POST", report + "/restoration", "{\"version\": 1}", tag(4)));
        problem(call(secretariat, "POST", report + "/adoption", "{\"sitting\": 1}", tag(5)), 422, "malformed");
        assertThat(call(secretariat, "GET", report + "/file?as=pdf&in=fr", null, Map.of())
                        .getContentAsByteArray())
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        problem(call(secretariat, "GET", report + "/file?as=odt", null, Map.of()), 404, "not-found");
    }

    @Test
    void aRespondentAnswersTheStudyAndTheAnswersAreReadAtTheirLevel() throws Exception {
        var due = LocalDate.now(clock.withZone(ZoneOffset.UTC)).plusMonths(2);
        var invited = call(
                secretariat,
                "POST",
                "/study/replies",
                "{\"questionnaire\": \"study-1\", \"year\": 2026, \"respondent\": \"BR\", \"due\": \"%s\"}"
                        .formatted(due),
                Map.of());
        assertThat(invited.getStatus()).as(invited.getContentAsString()).isEqualTo(201);
        var reply = invited.getHeader("Location").substring(FORUM.length());
        var brazil = tokenOf(with(Role.DELEGATE, "BR"), "forum:read", "forum:write", "forum:decide");
        problem(call(tokenOf(with(Role.DELEGATE, "NL"), "forum:read"), "GET", reply, null, Map.of()), 404, "not-found");

        var wrong = call(
                brazil, "PUT", reply + "/answers", "{\"answers\": {\"Q-STA-02\": {\"values\": [\"many\"]}}}", tag(1));
        assertThat(problem(wrong, 422, "malformed").get("field").asString()).isEqualTo("Q-STA-02");
        var answered = done(call(
                brazil,
                "PUT",
                reply + "/answers",
                "{\"answers\": {\"Q-STA-02\": {\"values\": [\"7\"], \"level\": \"secretariat\"}}}",
                tag(1)));
        assertValid("StudyReply", answered);
        done(call(brazil, "POST", reply + "/life/submit", null, tag(2)));
        done(call(
                secretariat, "POST", reply + "/clarifications", "{\"key\": \"Q-STA-02\", \"text\": \"All?\"}", tag(3)));
        done(call(brazil, "POST", reply + "/clarifications/1", "{\"text\": \"No.\", \"instead\": [\"8\"]}", tag(4)));
        done(call(secretariat, "POST", reply + "/life/accept", null, tag(5)));

        var answers = "/study/answers?question=Q-STA-02";
        assertThat(body(call(secretariat, "GET", answers, null, Map.of()))
                        .get("items")
                        .size())
                .isEqualTo(1);
        assertThat(body(call(brazil, "GET", answers, null, Map.of()))
                        .get("items")
                        .size())
                .isZero();
    }

    @Test
    void aStateCommentsOnADraftOfTheStudyAndIsAnswered() throws Exception {
        var begun = call(
                secretariat,
                "POST",
                "/study/drafts",
                "{\"title\": \"Draft\", \"text\": \"# Scope\\nCrime crosses borders.\"}",
                Map.of());
        assertThat(begun.getStatus()).as(begun.getContentAsString()).isEqualTo(201);
        assertValid("StudyDraftJson", body(begun));
        var draft = begun.getHeader("Location").substring(FORUM.length());
        var brazil = tokenOf(with(Role.DELEGATE, "BR"), "forum:read", "forum:decide");
        problem(call(brazil, "GET", draft, null, Map.of()), 404, "not-found");
        var until = "{\"until\": \"%s\"}";
        var today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        done(call(secretariat, "POST", draft + "/opening", until.formatted(today), tag(1)));
        done(call(secretariat, "PUT", draft + "/until", until.formatted(today.plusDays(9)), tag(2)));
        problem(
                call(secretariat, "PUT", draft + "/text", "{\"title\": \"x\", \"text\": \"x\"}", tag(3)),
                422,
                "malformed");

        var said = "{\"passage\": 1, \"wording\": \"Crime crosses every border.\"}";
        done(call(brazil, "POST", draft + "/comments", said, Map.of()));
        var all = done(call(brazil, "POST", draft + "/comments", "{\"text\": \"Thanks\"}", Map.of()));
        assertValid("StudyDraftJson", all);
        done(call(brazil, "DELETE", draft + "/comments/2", null, Map.of()));
        var answered = done(call(secretariat, "PUT", draft + "/comments/1/answer", "{\"outcome\": \"taken\"}", tag(6)));
        assertThat(answered.get("passages").get(1).get("reads").asString()).isEqualTo("Crime crosses every border.");
        problem(call(secretariat, "POST", draft + "/revision", null, Map.of()), 409, "wrong-state");
        assertThat(call(brazil, "GET", draft + "/comments/file?as=csv", null, Map.of())
                        .getContentAsString())
                .contains("Crime crosses every border.")
                .doesNotContain("Thanks");
    }

    @Test
    void aVersionOfTheQuestionnaireIsDraftedAndFrozen() throws Exception {
        var drafted = call(secretariat, "POST", "/study/questionnaires", null, Map.of());
        assertThat(drafted.getStatus()).as(drafted.getContentAsString()).isEqualTo(201);
        assertValid("StudyQuestionnaire", body(drafted));
        var version = drafted.getHeader("Location").substring(FORUM.length());
        done(call(
                secretariat,
                "PUT",
                version + "/questions/Q-PRE-99",
                "{\"theme\": \"prevention\", \"text\": \"Who warns?\", \"kind\": \"text\", \"respondents\": [\"state\"]}",
                tag(1)));
        done(call(secretariat, "DELETE", version + "/questions/Q-PRE-99", null, tag(2)));
        var frozen = done(call(secretariat, "POST", version + "/freezing", null, tag(3)));
        assertThat(frozen.get("frozen").asBoolean()).isTrue();
    }

    private JsonNode done(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isIn(200, 201);
        return body(answer);
    }

    private static Map<String, String> tag(int version) {
        return Map.of("If-Match", "\"" + version + "\"");
    }

    private Person with(Role role, String unit) {
        var person = SomePeople.with(jdbc, role);
        jdbc.sql("update identity.person set units = array[:unit] where id = :id")
                .param("unit", unit)
                .param("id", person.id().value())
                .update();
        return new Person(person.id(), person.name(), person.ownRoles(), Set.of(unit), List.of(), false);
    }

    private String tokenOf(Person person, String... scopes) {
        return tokens.make(
                        person,
                        person.id(),
                        "test",
                        Arrays.stream(scopes)
                                .map(it -> Scope.of(it).orElseThrow())
                                .toList(),
                        1)
                .secret();
    }

    private JsonNode problem(MockHttpServletResponse answer, int status, String type) throws Exception {
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(status);
        assertThat(answer.getContentType()).isEqualTo("application/problem+json");
        var problem = body(answer);
        assertThat(problem.get("type").asString()).isEqualTo("/api/v1/problems/" + type);
        assertValid("Refusal", problem);
        var explained = node.perform(
                        request(HttpMethod.GET, URI.create(problem.get("type").asString())))
                .andReturn()
                .getResponse();
        assertThat(body(explained).get("todo")).as("for everybody to read").isEqualTo(problem.get("todo"));
        return problem;
    }

    private MockHttpServletResponse call(
            String token, String method, String address, String body, Map<String, String> headers) throws Exception {
        var call = request(HttpMethod.valueOf(method), URI.create(FORUM + address))
                .header("Authorization", "Bearer " + token);
        headers.forEach(call::header);
        if (body != null) {
            call.contentType("application/json").content(body);
        }
        return node.perform(call).andReturn().getResponse();
    }

    private void assertValid(String name, JsonNode answer) {
        ObjectNode schema = json.createObjectNode();
        schema.put("$ref", "#/components/schemas/" + name);
        schema.set("components", description.get("components"));
        assertThat(schemas.getSchema(schema).validate(answer).stream()
                        .map(Object::toString)
                        .limit(5))
                .as(name)
                .isEmpty();
    }

    private JsonNode body(MockHttpServletResponse response) throws Exception {
        return json.readTree(response.getContentAsString(StandardCharsets.UTF_8));
    }
}
