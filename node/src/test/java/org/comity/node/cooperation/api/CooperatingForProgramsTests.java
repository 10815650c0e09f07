package org.comity.node.cooperation.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.node.identity.SomePeople.signedIn;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.comity.node.NodeTest;
import org.comity.node.ThroughPrograms;
import org.comity.node.cooperation.SomeRequests;
import org.comity.node.cooperation.act.Act;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.request.CaseFile;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.directory.PartyId;
import org.comity.node.directory.Peers;
import org.comity.node.directory.SampleNodes;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.comity.node.identity.SomePeople;
import org.comity.node.time.WallClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;

/** Programs do what people do, by the same rules; each answer here is checked against the description of the addresses. */
@NodeTest
class CooperatingForProgramsTests extends ThroughPrograms {

    private static final PartyId BRAZIL = new PartyId("BR-desk");

    /** The forms of this room, and where a program does the same. */
    private static final Map<String, List<String>> FORMS = Map.ofEntries(
            Map.entry("/cases", List.of("POST /api/v1/cases")),
            Map.entry("/cases/{reference}/assigned", List.of("POST /api/v1/cases/{reference}/assigned")),
            Map.entry(
                    "/cases/{reference}/assigned/{colleague}/take-back",
                    List.of("DELETE /api/v1/cases/{reference}/assigned/{person}")),
            Map.entry("/cases/{reference}/notes", List.of("POST /api/v1/cases/{reference}/notes")),
            Map.entry(
                    "/cases/{reference}/notes/{note}/take-back",
                    List.of("DELETE /api/v1/cases/{reference}/notes/{note}")),
            Map.entry("/requests/{id}/assigned", List.of("PUT /api/v1/requests/{id}/assigned")),
            Map.entry("/requests/{id}/assigned/take-back", List.of("DELETE /api/v1/requests/{id}/assigned")),
            Map.entry("/cases/{reference}/requests", List.of("POST /api/v1/cases/{reference}/requests")),
            Map.entry(
                    "/requests/{id}/{step:data|service|offence|where|urgency|safeguards}",
                    List.of("PUT /api/v1/requests/{id}/draft/{question}")),
            Map.entry("/requests/{id}/route", List.of("PUT /api/v1/requests/{id}/route")),
            Map.entry("/requests/{id}/check", List.of("POST /api/v1/requests/{id}/submission")),
            Map.entry("/requests/{id}/acts/{act}", List.of("POST /api/v1/requests/{id}/acts/{act}")),
            Map.entry("/requests/{id}/following", List.of("POST /api/v1/requests/{id}/following")),
            Map.entry("/requests/{id}/their-answer", List.of("POST /api/v1/requests/{id}/answers")),
            Map.entry(
                    "/requests/{id}/translations/{text}",
                    List.of("PUT /api/v1/requests/{id}/translations/{text}/{language}")),
            Map.entry(
                    "/requests/{id}/translations/{text}/{language}/remove",
                    List.of("DELETE /api/v1/requests/{id}/translations/{text}/{language}")),
            Map.entry(
                    "/requests/{id}/translations/{text}/{language}/put-back",
                    List.of("POST /api/v1/requests/{id}/translations/{text}/{language}/put-back")),
            Map.entry("/requests/{id}/loss", List.of("PUT /api/v1/requests/{id}/loss")),
            Map.entry("/requests/{id}/loss/take-back", List.of("DELETE /api/v1/requests/{id}/loss")),
            Map.entry("/requests/{id}/candidates", List.of("POST /api/v1/requests/{id}/candidates")),
            Map.entry(
                    "/cases/{reference}/several/{group}/{act:submit|approve|let-go|also}",
                    List.of(
                            "POST /api/v1/cases/{reference}/groups/{group}/submission",
                            "POST /api/v1/cases/{reference}/groups/{group}/approval",
                            "POST /api/v1/cases/{reference}/groups/{group}/release",
                            "POST /api/v1/cases/{reference}/groups/{group}/requests")),
            Map.entry("/cases/{reference}/place", List.of("PUT /api/v1/cases/{reference}/places")),
            Map.entry(
                    "/cases/{reference}/jurisdiction/ties",
                    List.of("POST /api/v1/cases/{reference}/jurisdiction/ties")),
            Map.entry(
                    "/cases/{reference}/jurisdiction/ties/{tie}/take-back",
                    List.of("DELETE /api/v1/cases/{reference}/jurisdiction/ties/{tie}")),
            Map.entry(
                    "/cases/{reference}/jurisdiction/consultations",
                    List.of("POST /api/v1/cases/{reference}/jurisdiction/consultations")),
            Map.entry("/cases/{reference}/referral", List.of("POST /api/v1/cases/{reference}/referral")),
            Map.entry("/cases/{reference}/referral/take-back", List.of("DELETE /api/v1/cases/{reference}/referral")),
            Map.entry(
                    "/cases/{reference}/place/notice",
                    List.of(
                            "PUT /api/v1/cases/{reference}/places/{state}/notice/owed",
                            "PUT /api/v1/cases/{reference}/places/{state}/notice/made")),
            Map.entry("/queue", List.of("POST /api/v1/queue/answers")),
            Map.entry("/queue/numbers", List.of("POST /api/v1/queue/numbers")),
            Map.entry("/queue/notices", List.of("PUT /api/v1/queue/notices/{order}")));

    @Autowired
    ApplicationContext context;

    @Autowired
    Peers peers;

    @Autowired
    @WallClock
    Clock wall;

    private SomeRequests requests;
    private Person officer;
    private String token;

    @BeforeEach
    void aDeskAPeerAndAToken() throws Exception {
        requests = new SomeRequests(context, BRAZIL);
        officer = SomePeople.with(jdbc, Role.DUTY_OFFICER);
        token = tokenOf(officer, "cases:read", "cases:write");
        if (peers.find(BRAZIL).isEmpty()) {
            peers.add(SampleNodes.contactPoint(BRAZIL.value(), 1, wall).card(), "administrator");
        }
    }

    @Test
    void whatEachFormOfThisRoomDoesAProgramCanDoToo() {
        assertCallable("cooperation", "", FORMS);
    }

    @Test
    void everyAddressOfTheNodeForProgramsIsDescribedAndNoOther() {
        var described = new TreeSet<String>();
        description
                .get("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> described.add(method.toUpperCase() + " " + path.getKey())));

        assertThat(described)
                .containsExactlyInAnyOrderElementsOf(addresses("org.comity.node").stream()
                        .filter(it -> it.contains(" /api/")
                                && !it.endsWith("openapi.json")
                                // uploads speak a protocol that is described elsewhere
                                && !it.contains("/api/v1/evidence/uploads"))
                        .toList())
                .contains("GET /api/v1/myself");
    }

    @Test
    void theDescriptionHoldsTogether() {
        assertThat(description.get("openapi").asString()).startsWith("3.1");
        assertThat(description.findValuesAsString("operationId")).doesNotHaveDuplicates();
        assertThat(description.findValuesAsString("$ref"))
                .allSatisfy(reference -> assertThat(
                                description.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
        description.get("paths").properties().forEach(path -> {
            var named = Pattern.compile("\\{(\\w+)}")
                    .matcher(path.getKey())
                    .results()
                    .map(it -> it.group(1))
                    .toList();
            path.getValue().forEach(operation -> {
                var parameters = new ArrayList<String>();
                operation.path("parameters").forEach(it -> {
                    var parameter = it.has("$ref")
                            ? description.at(it.get("$ref").asString().substring(1))
                            : it;
                    if (parameter.get("in").asString().equals("path")) {
                        parameters.add(parameter.get("name").asString());
                    }
                });
                assertThat(parameters).as(path.getKey()).containsExactlyInAnyOrderElementsOf(named);
                assertThat(operation.get("summary").asString()).isNotBlank();
                assertThat(operation.get("responses").isEmpty()).isFalse();
            });
        });
        assertThat(description
                        .get("components")
                        .get("schemas")
                        .get("Act")
                        .get("anyOf")
                        .size())
                .isEqualTo(Act.values().length);
    }

    /** The commands of the guide, one after the other, as a reader would type them. */
    @Test
    void theWalkOfTheGuideLeadsToARequestThatWaitsForTheSecondPerson() throws Exception {
        var guide = Files.readString(Path.of(System.getProperty("comity.root"), "docs/programs.md"));
        var walk = guide.lines()
                .filter(line -> line.startsWith("curl -H \"$T\"") || line.startsWith("curl -X"))
                .toList();
        var known = new HashMap<String, String>();
        var answers = new ArrayList<JsonNode>();
        for (var command : walk) {
            var answer = typed(command, known);
            assertThat(answer.getStatus())
                    .as(command + " " + answer.getContentAsString())
                    .isIn(200, 201);
            answers.add(body(answer));
        }

        assertThat(walk).hasSizeGreaterThan(10);
        assertThat(answers.get(10).get("request").get("state").asString()).isEqualTo("awaiting-approval");
        assertThat(requests.state(RequestId.of(known.get("ID")))).isEqualTo(RequestState.AWAITING_APPROVAL);
        assertThat(answers.getLast().get("items").get(0).get("id").asString()).isEqualTo(known.get("ID"));
    }

    private MockHttpServletResponse typed(String command, Map<String, String> known) throws Exception {
        var filled = command;
        for (var name : known.entrySet()) {
            filled = filled.replace("$" + name.getKey(), name.getValue());
        }
        var method = filled.contains("-X ")
                ? filled.replaceAll(".*-X (\\w+).*", "$1")
                : filled.contains(" -d ") ? "POST" : "GET";
        var address = filled.replaceAll(".*http://localhost:8080([^' ]*)'?$", "$1");
        var headers = new HashMap<String, String>();
        Pattern.compile("-H ['\"]([\\w-]+): (.*?)['\"] (?=-|http)")
                .matcher(filled)
                .results()
                .forEach(it -> headers.put(it.group(1), it.group(2)));
        headers.remove("Content-Type");
        var data = filled.contains(" -d '") ? filled.replaceAll(".* -d '(.*?)' http.*", "$1") : "";
        var answer = call(token, method, address, data, headers);
        var location = answer.getHeader("Location");
        if (location != null) {
            known.put(location.contains("/cases/") ? "CASE" : "ID", location.substring(location.lastIndexOf('/') + 1));
        }
        if (answer.getHeader("ETag") != null) {
            known.put("TAG", answer.getHeader("ETag"));
        }
        return answer;
    }

    @Test
    void anApprovalIsASecondPersonsDecision() throws Exception {
        var id = requests.drafted(officer, CaseFile.DESK);
        call(token, "POST", "/api/v1/requests/" + id + "/submission", "", Map.of("If-Match", tag(id)));
        var approver = SomePeople.with(jdbc, Role.APPROVER);
        var approve = "/api/v1/requests/" + id + "/acts/approve";

        var withoutScope = call(tokenOf(approver, "cases:read", "cases:write"), "POST", approve, "{}", matching(id));
        var byTheDrafter = call(tokenOf(officer, "cases:decide"), "POST", approve, "{}", matching(id));
        var deciding = tokenOf(approver, "cases:read", "cases:decide");
        var unseen = call(deciding, "POST", approve, "{}", Map.of());
        var outdated = call(deciding, "POST", approve, "{}", Map.of("If-Match", "\"0\""));
        var misspelt = call(deciding, "POST", approve, "{\"coment\": \"fine\"}", matching(id));
        var done = call(deciding, "POST", approve, "{\"comment\": \"fine\"}", matching(id));

        assertThat(withoutScope.getStatus()).isEqualTo(403);
        assertThat(withoutScope.getHeader("WWW-Authenticate")).contains("scope=\"cases:decide\"");
        assertThat(problem(byTheDrafter, 403, "not-permitted").get("todo").asString())
                .isNotBlank();
        problem(unseen, 428, "version-missing");
        problem(outdated, 412, "changed-meanwhile");
        assertThat(problem(misspelt, 422, "malformed").get("field").asString()).isEqualTo("coment");
        assertThat(done.getStatus()).as(done.getContentAsString()).isEqualTo(200);
        assertValid("RequestJson", body(done));
        assertThat(requests.state(id)).isEqualTo(RequestState.APPROVED);
    }

    @Test
    void theSameCallUnderTheSameKeyActsOnce() throws Exception {
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var said = "{\"title\": \"Once\"}";

        var first = call(token, "POST", "/api/v1/cases", said, key);
        var again = call(token, "POST", "/api/v1/cases", said, key);

        assertThat(first.getStatus()).isEqualTo(201);
        assertThat(again.getHeader("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.getContentAsString()).isEqualTo(first.getContentAsString());
        assertThat(again.getHeader("Location")).isEqualTo(first.getHeader("Location"));
    }

    @Test
    void whatAPersonMayNotSeeIsNotThereForTheirProgramsEither() throws Exception {
        var id = requests.drafted(officer, Set.of());
        var file = requests.caseFile(id);
        var other = tokenOf(SomePeople.with(jdbc, Role.DUTY_OFFICER), "cases:read", "cases:write");

        for (var address :
                List.of("/api/v1/cases/" + file, "/api/v1/requests/" + id, "/api/v1/requests/" + id + "/acts")) {
            problem(call(other, "GET", address, "", Map.of()), 404, "not-found");
        }
        problem(call(other, "POST", "/api/v1/requests/" + id + "/acts/withdraw", "{}", matching(id)), 404, "not-found");
        assertThat(body(call(other, "GET", "/api/v1/requests?q=" + file, "", Map.of()))
                        .get("items"))
                .isEmpty();
        assertThat(body(call(other, "GET", "/api/v1/cases?q=" + file, "", Map.of()))
                        .get("items"))
                .isEmpty();
    }

    @Test
    void anActSaysItsFieldsAndClosedListsAndTakesThem() throws Exception {
        var id = requests.arrived();
        var acts = call(token, "GET", "/api/v1/requests/" + id + "/acts", "", Map.of());
        assertValid("ActsJson", body(acts));
        assertThat(body(acts).findValuesAsString("act")).containsExactly("acknowledge");

        var acknowledged = call(
                token,
                "POST",
                "/api/v1/requests/" + id + "/acts/acknowledge",
                "{\"ownReference\": \"PT-7\"}",
                matching(id));
        assertThat(body(acknowledged).get("request").get("reference").asString())
                .isEqualTo("PT-7");
        var empty = call(token, "POST", "/api/v1/requests/" + id + "/acts/legal-check", "{}", matching(id));
        assertThat(empty.getStatus()).isEqualTo(422);
        call(
                token,
                "POST",
                "/api/v1/requests/" + id + "/acts/legal-check",
                "{\"legality\": \"yes\", \"necessity\": \"yes\", \"proportionality\": \"yes\", \"ownLawBasis\": \"art. 13\"}",
                matching(id));
        var refusal = Stream.of(body(call(token, "GET", "/api/v1/requests/" + id + "/acts", "", Map.of()))
                        .get("acts"))
                .flatMap(JsonNode::valueStream)
                .filter(act -> act.get("act").asString().equals("refuse"))
                .findFirst()
                .orElseThrow();
        assertThat(refusal.get("decides").asBoolean()).isTrue();
        assertThat(refusal.get("fields").get(0).get("options").isEmpty()).isFalse();
        assertThat(refusal.get("event").asString()).isEqualTo("request-refused");

        var history = call(token, "GET", "/api/v1/requests/" + id + "/history", "", Map.of());
        assertThat(body(history).findValuesAsString("event"))
                .containsExactly("request-delivered", "request-acknowledged", "request-legally-checked");
        body(history).forEach(step -> assertValid("StepJson", step));
        assertThat(call(token, "GET", "/api/v1/requests/" + id + "/messages/1", "", Map.of())
                        .getContentAsString())
                .isEqualTo("<HI1Message/>");
    }

    @Test
    void aFormIsToBeHadAsAPageAsPdfAndToBeWorkedOn() throws Exception {
        var id = requests.drafted(officer, CaseFile.DESK);
        var form = "/api/v1/requests/" + id + "/form";

        assertThat(call(token, "GET", form, "", Map.of()).getContentType()).startsWith("text/html");
        assertThat(call(token, "GET", form + "?as=pdf&in=fr", "", Map.of()).getContentAsByteArray())
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        assertThat(call(token, "GET", form + "?as=docx", "", Map.of()).getContentType())
                .contains("wordprocessingml");
    }

    @Test
    void aTextIsTranslatedAndTheTranslationTakenOffAndPutBack() throws Exception {
        var id = requests.drafted(officer, CaseFile.DESK);
        var texts = "/api/v1/requests/" + id + "/translations";
        var facts = texts + "/facts/fr";
        var said = "{\"words\": \"Un accès a été vendu.\", \"made\": \"sworn\", \"by\": \"Translation service\","
                + " \"reviewed\": true, \"on\": \"2026-01-02\"}";

        problem(call(token, "GET", facts, "", Map.of()), 404, "not-found");
        problem(call(token, "PUT", facts, said, Map.of()), 428, "version-missing");
        var nobody = call(token, "PUT", facts, said.replace("Translation service", ""), matching(id));
        assertThat(problem(nobody, 422, "malformed").get("field").asString()).isEqualTo("by");
        var attached = call(token, "PUT", facts, said, matching(id));
        assertThat(attached.getStatus()).as(attached.getContentAsString()).isEqualTo(200);
        assertValid("TranslationsJson", body(attached));
        problem(call(token, "PUT", facts, said, Map.of("If-Match", "\"0\"")), 412, "changed-meanwhile");
        var one = body(call(token, "GET", facts, "", Map.of()));
        assertValid("TranslationJson", one);
        assertThat(one.get("standing").asString()).isEqualTo("current");
        call(token, "DELETE", facts, "", matching(id));
        assertThat(body(call(token, "GET", facts, "", Map.of())).get("standing").asString())
                .isEqualTo("removed");
        var back = call(token, "POST", facts + "/put-back", "", matching(id));
        assertThat(body(back)
                        .get("texts")
                        .get(0)
                        .get("translations")
                        .get(0)
                        .get("standing")
                        .asString())
                .isEqualTo("current");
    }

    @Test
    void severalStatesAreAskedAtOnceAndTheRaceIsTold() throws Exception {
        var pattern = requests.drafted(officer, CaseFile.DESK);
        var file = requests.caseFile(pattern);
        var chile = new PartyId("CL-desk");
        if (peers.find(chile).isEmpty()) {
            peers.add(SampleNodes.contactPoint(chile.value(), 2, wall).card(), "administrator");
        }
        var rows = Stream.of("BR", "CL")
                .map(state ->
                        "{\"state\": \"%s\", \"likelihood\": \"high\", \"source\": \"network-data\", \"text\": \"registered there\", \"asOf\": \"2026-01-02\"}"
                                .formatted(state))
                .toList();
        var thought = "{\"standing\": \"candidates\", \"candidates\": [%s]}".formatted(String.join(",", rows));

        var assessed = call(token, "PUT", "/api/v1/cases/" + file + "/places", thought, Map.of("If-Match", "\"0\""));
        assertThat(assessed.getStatus()).as(assessed.getContentAsString()).isEqualTo(200);
        assertThat(assessed.getHeader("ETag")).isEqualTo("\"1\"");
        assertValid("PlacesJson", body(assessed));
        problem(
                call(token, "PUT", "/api/v1/cases/" + file + "/places", thought, Map.of("If-Match", "\"0\"")),
                412,
                "changed-meanwhile");
        var ask =
                "{\"ask\": [{\"provision\": \"ets185:29\", \"party\": \"BR-desk\"}, {\"provision\": \"ets185:29\", \"party\": \"CL-desk\"}]}";
        var asked = call(token, "POST", "/api/v1/requests/" + pattern + "/candidates", ask, matching(pattern));
        assertThat(asked.getStatus()).as(asked.getContentAsString()).isEqualTo(200);
        assertValid("PlacesJson", body(asked));
        assertThat(body(asked).get("groups").get(0).get("drafts").size()).isEqualTo(2);

        var race = body(call(token, "GET", "/api/v1/race", "", Map.of()));
        assertThat(race.findValuesAsString("id")).contains(pattern.toString());
        race.forEach(row -> {
            assertValid("RacerJson", row);
            assertThat(row.get("exercise").asBoolean())
                    .as("a node that plays says so")
                    .isTrue();
        });
    }

    @Test
    void theStatesThatMayClaimACaseAreToldWithTheirReasons() throws Exception {
        var id = requests.drafted(officer, Set.copyOf(CaseFile.DESK));
        var about = "/api/v1/cases/" + requests.caseFile(id);
        var tie = "{\"state\": \"%s\", \"link\": \"%s\", \"reason\": \"register entry\"}";

        var said = call(token, "POST", about + "/jurisdiction/ties", tie.formatted("PT", "territory"), Map.of());
        assertThat(said.getStatus()).isEqualTo(201);
        call(token, "POST", about + "/jurisdiction/ties", tie.formatted("FR", "territory"), Map.of());
        var wrong = call(token, "POST", about + "/jurisdiction/ties", tie.formatted("FR", "several"), Map.of());
        assertThat(wrong.getStatus()).isEqualTo(422);

        var weighed = body(call(token, "GET", about + "/jurisdiction", "", Map.of()));
        assertThat(weighed.get("claims").findValuesAsString("standing")).containsExactly("met", "met");
        assertThat(weighed.get("together").findValuesAsString("provision")).contains("ets185:22");

        var referral = "{\"matter\": \"incident\", \"institution\": \"national CSIRT\", \"reason\": \"no offence\"}";
        assertThat(call(token, "POST", about + "/referral", referral, Map.of()).getStatus())
                .isEqualTo(201);
        assertThat(call(token, "POST", about + "/requests", "{\"kind\": \"preservation\"}", Map.of())
                        .getStatus())
                .isEqualTo(403);
        assertThat(call(token, "DELETE", about + "/referral", "", Map.of()).getStatus())
                .isEqualTo(204);
    }

    @Test
    void aProvidersOwnSystemAnswersManyAndHandsOver() throws Exception {
        var agent = SomePeople.with(jdbc, Role.PROVIDER_AGENT);
        var system = tokenOf(agent, "queue:read", "queue:write", "cases:read", "cases:write");
        var order = requests.ordered();

        var many = call(
                system,
                "POST",
                "/api/v1/queue/answers",
                "{\"orders\": [\"%s\", \"%s\"], \"answer\": \"assign\"}".formatted(order, UUID.randomUUID()),
                Map.of());
        assertThat(body(many).get("done").asInt()).isEqualTo(1);
        assertThat(body(many).get("refused")).hasSize(1);
        var queue = body(call(system, "GET", "/api/v1/queue", "", Map.of()));
        queue.forEach(row -> assertValid("OrderJson", row));
        var row = queue.valueStream()
                .filter(it -> it.get("id").asString().equals(order.toString()))
                .findFirst()
                .orElseThrow();
        assertThat(row.get("assignee").asString()).isEqualTo(agent.name());
        assertThat(call(token, "GET", "/api/v1/queue", "", Map.of()).getStatus())
                .isEqualTo(403);
    }

    @Test
    void programsReadTheirLanguageAndEnglishUnlessTheyAsk() throws Exception {
        var refused = call(token, "POST", "/api/v1/cases", "{\"title\": \"\"}", Map.of("Accept-Language", "de"));

        var problem = problem(refused, 422, "malformed");
        assertThat(problem.get("field").asString()).isEqualTo("title");
        assertThat(problem.get("title").asString()).isEqualTo("Something can not be used as it was sent");
        var explained = call(token, "GET", problem.get("type").asString(), "", Map.of());
        assertThat(body(explained).get("todo")).isEqualTo(problem.get("todo"));
        problem(call(token, "POST", "/api/v1/cases", "no json", Map.of()), 400, "unreadable");
    }

    @Test
    void oversightFindsEveryUseOfAnEmergency() throws Exception {
        var overseer = SomePeople.with(jdbc, Role.OVERSEER);
        var id = requests.drafted(officer, Set.of());
        requests.place(id, RequestState.TO_REGULARISE, SomePeople.with(jdbc, Role.APPROVER));
        jdbc.sql("update cooperation.request set kind = 'EMERGENCY_DISCLOSURE' where id = :id")
                .param("id", id.value())
                .update();

        var register = body(call(tokenOf(overseer, "cases:read"), "GET", "/api/v1/emergencies", "", Map.of()));
        register.forEach(entry -> assertValid("EmergencyJson", entry));
        assertThat(register.findValuesAsString("id")).contains(id.toString());
        assertThat(body(call(token, "GET", "/api/v1/emergencies", "", Map.of())).findValuesAsString("id"))
                .as("a desk sees what it may see, this case file is its own")
                .contains(id.toString());
        assertThat(node.perform(get("/emergencies").with(signedIn(overseer)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("/requests/" + id)
                .doesNotContain("??");
    }

    private String tag(RequestId id) {
        return "\"" + requests.request(id).version() + "\"";
    }

    private Map<String, String> matching(RequestId id) {
        return Map.of("If-Match", tag(id));
    }
}
