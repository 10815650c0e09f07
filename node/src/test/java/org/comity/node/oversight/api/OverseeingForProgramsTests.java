package org.comity.node.oversight.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.node.NodeTest;
import org.comity.node.ThroughPrograms;
import org.comity.node.cooperation.SomeRequests;
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

/** Programs do what the forms of oversight do, as far as a person lets them decide. */
@NodeTest
class OverseeingForProgramsTests extends ThroughPrograms {

    private static final String HERE = "/api/v1/oversight";
    private static final PartyId BOLIVIA = new PartyId("BO-desk");

    /** The forms of this room, and where a program does the same. */
    private static final Map<String, List<String>> FORMS = Map.of(
            "/oversight/reports/{year:[0-9]{4}}",
            List.of("POST /reports/{year}"),
            "/oversight/complaints",
            List.of("POST /complaints"),
            "/oversight/complaints/{number:[0-9]{1,9}}",
            List.of("POST /complaints/{number}/decision", "POST /complaints/{number}/erasure"),
            "/oversight/findings/{id}",
            List.of("POST /findings/{id}/acts/{act}"),
            "/oversight/alerts",
            List.of("POST /alerts"),
            "/oversight/alerts/{id}",
            List.of("POST /alerts/{id}/acts/{act}"),
            "/oversight/auditor",
            List.of("POST /auditor"),
            "/oversight/samples",
            List.of("POST /samples"),
            "/oversight/samples/{number:[0-9]{1,9}}/{request}/verdicts",
            List.of("PUT /samples/{number}/requests/{request}/verdicts/{point}"),
            "/oversight/samples/{number:[0-9]{1,9}}/{request}/findings",
            List.of("POST /samples/{number}/requests/{request}/findings"));

    @Autowired
    ApplicationContext context;

    @Autowired
    Clock clock;

    private Person overseer;
    private String reading;
    private String deciding;

    @BeforeEach
    void anOverseer() {
        overseer = SomePeople.with(jdbc, Role.OVERSEER);
        reading = tokenOf(overseer, "oversight:read");
        deciding = tokenOf(overseer, "oversight:read", "oversight:decide");
    }

    @Test
    void whatEachFormOfThisRoomDoesAProgramCanDoToo() {
        assertCallable("oversight", HERE, FORMS);
    }

    @Test
    void aSampleIsDrawnReviewedAndItsFindingFollowedAndTheLookAtTheCaseIsWrittenDown(
            @Autowired Peers peers, @Autowired @WallClock Clock wall) throws Exception {
        if (peers.find(BOLIVIA).isEmpty()) {
            peers.add(SampleNodes.contactPoint(BOLIVIA.value(), 1, wall).card(), "administrator");
        }
        for (int i = 0; i < 3; i++) {
            jdbc.sql("update cooperation.request set opened_at = timestamptz '2021-05-01 00:00+00' where id = :id")
                    .param("id", new SomeRequests(context, BOLIVIA).arrived().value())
                    .update();
        }
        var wanted = """
                {"name": "Of 2021", "of": "received-from-states", "from": "2021-01-01", "until": "2021-12-31", "each": 1}""";
        var refused = call(reading, "POST", HERE + "/samples", wanted, "");
        assertThat(refused.getStatus()).isEqualTo(403);
        assertThat(refused.getHeader("WWW-Authenticate")).contains("oversight:decide");
        var sample = call(deciding, "POST", HERE + "/samples", wanted, "");
        assertThat(sample.getStatus()).as(sample.getContentAsString()).isEqualTo(201);
        var drawn = body(sample).get("drawn").get(0);
        assertThat(body(call(reading, "GET", sample.getHeader("Location") + "?again=true", "", ""))
                        .get("same")
                        .asBoolean())
                .isTrue();

        var desk = sample.getHeader("Location") + "/requests/"
                + drawn.get("request").asString();
        assertThat(body(call(reading, "GET", desk, "", "")).get("points")).hasSize(6);
        assertThat(body(call(
                                reading,
                                "GET",
                                HERE + "/readings?what="
                                        + drawn.get("reference").asString(),
                                "",
                                ""))
                        .get("items")
                        .findValuesAsString("address"))
                .as("who watches is watched")
                .contains(desk);
        var verdict = call(deciding, "PUT", desk + "/verdicts/necessity", "{\"verdict\": \"doubtful\"}", "");
        assertThat(verdict.getStatus()).isEqualTo(422);
        assertThat(verdict.getContentType()).isEqualTo("application/problem+json");
        assertThat(body(verdict).get("field").asString()).isEqualTo("remark-necessity");
        assertThat(body(call(
                                deciding,
                                "PUT",
                                desk + "/verdicts/necessity",
                                "{\"verdict\": \"doubtful\", \"remark\": \"No date\"}",
                                ""))
                        .get("points")
                        .get(0)
                        .get("verdict")
                        .asString())
                .isEqualTo("doubtful");

        var due = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(3);
        var finding = call(
                deciding,
                "POST",
                desk + "/findings",
                "{\"point\": \"necessity\", \"text\": \"Why so late?\", \"due\": \"" + due + "\"}",
                "");
        var acts = finding.getHeader("Location") + "/acts/";
        assertThat(call(deciding, "POST", acts + "settle", "{\"text\": \"Explained.\"}", "")
                        .getStatus())
                .isEqualTo(428);
        assertThat(call(deciding, "POST", acts + "settle", "{\"text\": \"Explained.\"}", "\"9\"")
                        .getStatus())
                .isEqualTo(412);
        var settled = call(deciding, "POST", acts + "settle", "{\"text\": \"Explained.\"}", finding.getHeader("ETag"));
        assertThat(body(settled).get("state").asString()).isEqualTo("settled");
    }

    @Test
    void aComplaintIsTakenInDecidedAndItsComplainantErased() throws Exception {
        var heard = "{\"receivedOn\": \"2026-01-02\", \"subject\": \"Kept too long\", \"name\": \"Somebody\","
                + " \"text\": \"They have it.\"}";
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var taken = call(deciding, "POST", HERE + "/complaints", heard, key);
        assertThat(taken.getStatus()).as(taken.getContentAsString()).isEqualTo(201);
        assertThat(call(deciding, "POST", HERE + "/complaints", heard, key).getHeader("Location"))
                .isEqualTo(taken.getHeader("Location"));
        assertThat(taken.getContentAsString()).doesNotContain("Somebody", "They have it.");
        var address = taken.getHeader("Location");
        var early = call(deciding, "POST", address + "/erasure", "{\"because\": \"x\"}", taken.getHeader("ETag"));
        assertThat(early.getStatus()).isEqualTo(422);
        var decided = call(
                deciding,
                "POST",
                address + "/decision",
                "{\"outcome\": \"upheld\", \"remedy\": \"data-deleted\", \"reasons\": \"It was.\"}",
                taken.getHeader("ETag"));
        assertThat(body(decided).get("remedy").asString()).isEqualTo("data-deleted");
        var erased = call(
                deciding, "POST", address + "/erasure", "{\"because\": \"their wish\"}", decided.getHeader("ETag"));
        assertThat(body(erased).get("complainantErased").asBoolean()).isTrue();
    }

    @Test
    void patternsAreLookedForReportsPublishedAndAnAuditorServed() throws Exception {
        assertThat(call(deciding, "POST", HERE + "/alerts", "", "").getStatus()).isEqualTo(204);
        assertThat(call(deciding, "POST", HERE + "/alerts/" + UUID.randomUUID() + "/acts/close", "{}", "")
                        .getStatus())
                .isEqualTo(422);
        assertThat(body(call(reading, "GET", HERE + "/reports/2019", "", ""))
                        .get("over")
                        .asBoolean())
                .isTrue();
        var published = call(deciding, "POST", HERE + "/reports/2019", "{}", "");
        assertThat(published.getStatus()).as(published.getContentAsString()).isEqualTo(201);
        assertThat(call(deciding, "POST", HERE + "/reports/2019", "{}", "").getStatus())
                .as("a correction says what it corrects")
                .isEqualTo(422);
        var file = call(deciding, "POST", HERE + "/auditor?from=2019-01-01&until=2019-12-31", "", "");
        assertThat(file.getContentAsByteArray()).startsWith('P', 'K');
    }

    @Test
    void nobodyElsesProgramGetsIn() throws Exception {
        var officer = tokenOf(SomePeople.with(jdbc, Role.DUTY_OFFICER), "oversight:read", "oversight:decide");
        for (var address : List.of("/samples", "/findings", "/alerts", "/readings", "/statistics", "/reports/2019")) {
            assertThat(call(officer, "GET", HERE + address, "", "").getStatus())
                    .as(address)
                    .isEqualTo(404);
        }
        assertThat(call(officer, "POST", HERE + "/auditor", "", "").getStatus()).isEqualTo(404);
    }
}
