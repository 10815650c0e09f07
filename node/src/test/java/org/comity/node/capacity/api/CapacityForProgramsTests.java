package org.comity.node.capacity.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.comity.node.NodeTest;
import org.comity.node.ThroughPrograms;
import org.comity.node.capacity.CountedHere;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.comity.node.identity.SomePeople;
import org.comity.node.lawbook.LawPublished;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** Programs do what the forms of capacity do, by the same rules. */
@NodeTest(properties = "comity.test.room=forum")
class CapacityForProgramsTests extends ThroughPrograms {

    private static final String HERE = "/api/v1/capacity";

    private static final String REGISTER =
            "/capacity/{plural:needs|offers|projects|courses|experts|practices|campaigns|prevention|sessions|runs}";

    /** The forms of this room, and where a program does the same. */
    private static final Map<String, List<String>> FORMS = Map.of(
            "/capacity/assessments",
            List.of("POST /assessments"),
            "/capacity/assessments/{id}",
            List.of(
                    "PUT /assessments/{id}/answers/{criterion}",
                    "POST /assessments/{id}/filling",
                    "POST /assessments/{id}/opening",
                    "POST /assessments/{id}/conclusion",
                    "POST /assessments/{id}/reviews",
                    "POST /assessments/{id}/reviews/{place}/agreement"),
            "/capacity/plans",
            List.of("POST /plans"),
            "/capacity/plans/{id}",
            List.of(
                    "PUT /plans/{id}",
                    "POST /plans/{id}/objectives",
                    "POST /plans/{id}/activities",
                    "PUT /plans/{id}/activities/{activity}",
                    "POST /plans/{id}/indicators",
                    "POST /plans/{id}/indicators/{indicator}/values",
                    "POST /suggestions/{id}/taking",
                    "POST /suggestions/{id}/leaving"),
            "/capacity/thresholds/{id}",
            List.of("PUT /thresholds/{id}"),
            "/capacity/pairings/{id}",
            List.of("POST /pairings/{id}/acts/{act}"),
            REGISTER,
            List.of("POST /register/{kind}"),
            REGISTER + "/{id}",
            List.of(
                    "PUT /register/{kind}/{id}",
                    "POST /register/{kind}/{id}/end",
                    "POST /register/{kind}/{id}/note",
                    "POST /register/needs/{id}/pairings"));

    private Person coordinator;
    private String token;
    private String deciding;
    private String donor;

    @BeforeEach
    void people() {
        coordinator = SomePeople.with(jdbc, Role.COORDINATOR);
        token = tokenOf(coordinator, "capacity:read", "capacity:write");
        deciding = tokenOf(coordinator, "capacity:read", "capacity:decide");
        donor = tokenOf(SomePeople.of(jdbc, "Council of Europe", Role.PARTNER), "capacity:read", "capacity:write");
    }

    @Test
    void whatEachFormOfThisRoomDoesAProgramCanDoToo() {
        assertCallable("capacity", HERE, FORMS);
    }

    @Test
    void aNeedIsDeclaredPublishedMatchedAcceptedAndReportedOn() throws Exception {
        var offer = made(donor, "/register/offers", """
                {"fields": {"title": ["Drafting help"], "institution": ["Council of Europe"], "themes": ["legislation"],
                            "forms": ["legislative-advice"], "states": ["TG"], "text": ["Two experts."]}}""");
        var need = made(token, "/register/needs", """
                {"fields": {"title": ["A law on preservation"], "institution": ["Ministry of Justice"], "state": ["TG"],
                            "themes": ["legislation"], "text": ["A bill."]}}""");

        var withoutScope = call(token, "POST", need.address() + "/note", "", need.tag());
        assertThat(withoutScope.getStatus()).isEqualTo(403);
        assertThat(withoutScope.getHeader("WWW-Authenticate")).contains("capacity:decide");
        var note = call(deciding, "POST", need.address() + "/note", "", need.tag());
        assertThat(note.getStatus()).as(note.getContentAsString()).isEqualTo(201);
        assertThat(body(note).get("note").asString()).startsWith("/gazette/");

        var fits = body(call(donor, "GET", need.address() + "/matches", "", ""));
        assertThat(fits.findValuesAsString("id")).contains(offer.id());
        var proposal = "{\"kind\": \"offer\", \"help\": \"" + offer.id() + "\"}";
        assertThat(call(donor, "POST", need.address() + "/pairings", proposal, "")
                        .getStatus())
                .isEqualTo(403);
        var pairing = made(token, need.address().substring(HERE.length()) + "/pairings", proposal);
        var acts = pairing.address() + "/acts/";
        assertThat(call(donor, "POST", acts + "accept", "{}", "\"7\"").getStatus())
                .isEqualTo(412);
        assertThat(call(donor, "POST", acts + "accept", "{}", "").getStatus()).isEqualTo(428);
        var accepted = call(donor, "POST", acts + "accept", "{}", pairing.tag());
        assertThat(body(accepted).get("acts").valueStream().map(JsonNode::asString))
                .containsExactly("call-off", "report");
        var silent = call(donor, "POST", acts + "report", "{}", accepted.getHeader("ETag"));
        assertThat(silent.getStatus()).isEqualTo(422);
        assertThat(silent.getContentType()).isEqualTo("application/problem+json");
        assertThat(body(silent).get("errors").get(0).get("field").asString()).isEqualTo("said");
        var reported = call(
                donor, "POST", acts + "report", "{\"said\": \"The bill is drafted.\"}", accepted.getHeader("ETag"));
        assertThat(body(reported).get("state").asString()).isEqualTo("delivered");
        assertThat(body(call(donor, "GET", HERE + "/pairings?need=" + need.id(), "", ""))
                        .get("items")
                        .get(0)
                        .get("steps"))
                .hasSize(3);

        var ended = call(token, "POST", need.address() + "/end", "{\"why\": \"Met.\"}", need.tag());
        assertThat(body(ended).get("ended").asString()).isEqualTo("Met.");
        assertThat(body(ended).get("note").isNull()).isTrue();
    }

    @Test
    void aListIsReadPageByPage() throws Exception {
        var first = call(donor, "GET", HERE + "/register/projects", "", "");
        assertThat(body(first).get("items")).hasSize(50);
        assertThat(body(first).get("more").asBoolean()).isTrue();
        assertThat(first.getHeader("Link")).contains("page=2>; rel=\"next\"");
        var last = call(donor, "GET", HERE + "/register/projects?page=99", "", "");
        assertThat(body(last).get("items")).isEmpty();
    }

    @Test
    void aPlanIsOpenedFilledAndMovedByWhoReadItLast() throws Exception {
        var plan =
                made(token, "/plans", "{\"title\": \"Of the Pacific\", \"scope\": \"region\", \"about\": \"pacific\"}");
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString(), "If-Match", plan.tag());
        var activity = "{\"title\": \"Mock trial\", \"lead\": \"Law school\", \"cost\": 100, \"funded\": 0}";
        var first = call(token, "POST", plan.address() + "/activities", activity, key);
        var again = call(token, "POST", plan.address() + "/activities", activity, key);
        assertThat(again.getHeader("Idempotency-Replayed")).isEqualTo("true");
        assertThat(call(token, "POST", plan.address() + "/activities", activity, plan.tag())
                        .getStatus())
                .isEqualTo(412);
        var only = body(first).get("activities").get(0);
        var moved = call(
                token,
                "PUT",
                plan.address() + "/activities/" + only.get("id").asString(),
                "{\"progress\": \"funded\", \"funded\": 100}",
                first.getHeader("ETag"));
        assertThat(body(moved).get("activities")).hasSize(1);
        assertThat(body(moved).get("activities").get(0).get("progress").asString())
                .isEqualTo("funded");
        var objective = call(
                token,
                "POST",
                plan.address() + "/objectives",
                "{\"text\": \"Law\", \"level\": 3}",
                moved.getHeader("ETag"));
        var aimed = call(
                token,
                "POST",
                plan.address() + "/indicators",
                "{\"indicator\": \"AP-10\", \"target\": \"60\"}",
                objective.getHeader("ETag"));
        var valued = call(
                token,
                "POST",
                plan.address() + "/indicators/AP-10/values",
                "{\"value\": \"80\", \"source\": \"Laboratory\"}",
                aimed.getHeader("ETag"));
        assertThat(body(valued).get("indicators").get(0).get("now").asDouble()).isEqualTo(80);
        var described =
                call(token, "PUT", plan.address(), "{\"title\": \"Of the Pacific, anew\"}", valued.getHeader("ETag"));
        assertThat(body(described).get("title").asString()).isEqualTo("Of the Pacific, anew");
        assertThat(call(donor, "GET", plan.address(), "", "").getStatus()).isEqualTo(404);
    }

    @Test
    void newLawBecomesAnActivityOrIsLeftForAReason(
            @Autowired ApplicationEventPublisher events,
            @Autowired TransactionTemplate transaction,
            @Autowired CountedHere counted)
            throws Exception {
        for (var why : List.of("A law to be taught", "A law to be left")) {
            transaction.executeWithoutResult(_ -> events.publishEvent(
                    new LawPublished("/law/changes/9", Set.of(counted.state()), Set.of("ets185:18"), why, "reviewer")));
        }
        var taught = suggestion("A law to be taught");
        var left = suggestion("A law to be left");
        var taking = "{\"course\": \"%s\", \"lead\": \"School\"}"
                .formatted(taught.get("courses").get(0).asString());
        assertThat(call(token, "POST", address(taught) + "/taking", taking, "").getStatus())
                .isEqualTo(204);
        assertThat(call(token, "POST", address(taught) + "/taking", taking, "").getStatus())
                .isEqualTo(409);
        assertThat(call(token, "POST", address(left) + "/leaving", "{\"because\": \"Repealed.\"}", "")
                        .getStatus())
                .isEqualTo(204);
        assertThat(body(call(token, "GET", HERE + "/plans/national", "", ""))
                        .get("activities")
                        .findValuesAsString("law"))
                .contains("/law/changes/9");
    }

    private JsonNode suggestion(String why) throws Exception {
        return body(call(token, "GET", HERE + "/suggestions", "", ""))
                .get("items")
                .valueStream()
                .filter(it -> it.get("why").asString().equals(why))
                .findFirst()
                .orElseThrow();
    }

    private static String address(JsonNode suggestion) {
        return HERE + "/suggestions/" + suggestion.get("id").asString();
    }

    @Test
    void aThresholdIsSetAnewWithItsSourceByWhoReadIt() throws Exception {
        var address = HERE + "/thresholds/groups-reached";
        var read = call(donor, "GET", address, "", "");
        var anew = "{\"value\": \"4\", \"source\": \"Decision 3/2026\"}";
        assertThat(call(donor, "PUT", address, anew, read.getHeader("ETag")).getStatus())
                .isEqualTo(403);
        assertThat(call(token, "PUT", address, anew, "").getStatus()).isEqualTo(428);
        assertThat(call(token, "PUT", address, anew.replace("Decision 3/2026", ""), read.getHeader("ETag"))
                        .getStatus())
                .isEqualTo(422);
        var set = call(token, "PUT", address, anew, read.getHeader("ETag"));
        assertThat(body(set).get("value").asInt()).isEqualTo(4);
        assertThat(body(set).get("basis").asString()).isEqualTo("entered");
        assertThat(call(token, "PUT", address, anew, read.getHeader("ETag")).getStatus())
                .isEqualTo(412);
    }

    /** On its own State's one assessment, so it is concluded before this ends. */
    @Test
    void anAssessmentIsAnsweredReviewedAndConcluded() throws Exception {
        for (var open : body(call(token, "GET", HERE + "/assessments", "", "")).get("items")) {
            if (!open.get("concluded").asBoolean()) {
                var address = HERE + "/assessments/" + open.get("id").asString();
                var tag = call(token, "GET", address, "", "").getHeader("ETag");
                call(deciding, "POST", address + "/conclusion", "", tag);
            }
        }
        var begun = made(token, "/assessments", "");
        var answer = "{\"verdict\": \"met\", \"evidence\": \"Decree 12.\"}";
        var answered = call(token, "PUT", begun.address() + "/answers/legislation-2-2", answer, begun.tag());
        assertThat(answered.getStatus()).as(answered.getContentAsString()).isEqualTo(200);
        assertThat(call(token, "POST", begun.address() + "/opening", "", answered.getHeader("ETag"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(call(donor, "GET", begun.address(), "", "").getStatus()).isEqualTo(404);
        var filled = call(token, "POST", begun.address() + "/filling", "", answered.getHeader("ETag"));
        var opened = call(deciding, "POST", begun.address() + "/opening", "", filled.getHeader("ETag"));
        var review = "{\"dimension\": \"legislation\", \"level\": 3, \"text\": \"Penalties are low.\"}";
        var reviewed = call(donor, "POST", begun.address() + "/reviews", review, opened.getHeader("ETag"));
        assertThat(body(reviewed).get("reviews").get(0).get("institution").asString())
                .isEqualTo("Council of Europe");
        var agreed = call(deciding, "POST", begun.address() + "/reviews/0/agreement", "", reviewed.getHeader("ETag"));
        var concluded = call(deciding, "POST", begun.address() + "/conclusion", "", agreed.getHeader("ETag"));
        assertThat(body(concluded).get("assessment").get("concluded").asBoolean())
                .isTrue();
        assertThat(body(concluded)
                        .get("assessment")
                        .get("dimensions")
                        .get(0)
                        .get("agreed")
                        .asInt())
                .isEqualTo(3);
    }

    /** What was made. */
    private record Made(String address, String tag) {

        String id() {
            return address.substring(address.lastIndexOf('/') + 1);
        }
    }

    private Made made(String token, String where, String body) throws Exception {
        var answer = call(token, "POST", HERE + where, body, "");
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isEqualTo(201);
        assertThat(answer.getHeader("Location")).isNotNull();
        return new Made(answer.getHeader("Location"), answer.getHeader("ETag"));
    }
}
