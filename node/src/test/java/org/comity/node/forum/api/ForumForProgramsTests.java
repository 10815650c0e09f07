package org.comity.node.forum.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.node.NodeTest;
import org.comity.node.ThroughPrograms;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.comity.node.identity.SomePeople;
import org.comity.node.time.ShiftableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;

/** What people do in the forum, programs do by the same rules; answers are checked against the description of the addresses. */
@NodeTest(properties = "comity.test.room=forum")
class ForumForProgramsTests extends ThroughPrograms {

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
    ShiftableClock clock;

    private Person keeper;
    private String secretariat;

    @BeforeEach
    void aSecretariat() throws Exception {
        for (var table : List.of("kept", "change")) {
            jdbc.sql("delete from forum." + table + " where kind in ('reply', 'questionnaire')")
                    .update();
        }
        keeper = SomePeople.with(jdbc, Role.SECRETARIAT);
        secretariat = tokenOf(keeper, "forum:read", "forum:write", "forum:decide");
    }

    @Test
    void whatEachFormOfThisRoomDoesAProgramCanDoToo() {
        assertCallable("forum", FORUM, FORMS);
    }

    @Test
    void aMeetingIsConvenedOnceAndItsRegistersRestOnTheVersionThatWasRead() throws Exception {
        var key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        var head = """
                {"body": "cybercrime-eg", "mandate": "ccpcj-26-4", "title": "Eighth meeting", "session": 8,
                 "place": "Vienna", "from": "2026-11-24", "until": "2026-11-26"}""";

        problem(
                asked(secretariat, "POST", "/meetings", head.replace("ccpcj-26-4", "ecosoc-2016-241"), Map.of()),
                422,
                "malformed");
        var convened = asked(secretariat, "POST", "/meetings", head, key);
        var again = asked(secretariat, "POST", "/meetings", head, key);
        assertThat(convened.getStatus()).as(convened.getContentAsString()).isEqualTo(201);
        assertValid("ForumMeeting", body(convened));
        assertThat(again.getHeader("Location")).isEqualTo(convened.getHeader("Location"));
        var meeting = convened.getHeader("Location").substring(FORUM.length());

        var agenda = meeting + "/registers/agenda";
        problem(asked(secretariat, "PUT", agenda, "{\"text\": \"2 | Crime\"}", Map.of()), 428, "version-missing");
        problem(asked(secretariat, "PUT", agenda, "{\"text\": \"2 | Crime\"}", tag(7)), 412, "changed-meanwhile");
        var faulty = asked(secretariat, "PUT", agenda, "{\"text\": \"2 | Crime\\nx\"}", tag(1));
        assertThat(problem(faulty, 422, "malformed").get("detail").asString()).contains("Line 2");
        problem(asked(secretariat, "PUT", agenda, "no JSON", tag(1)), 400, "unreadable");
        done(asked(secretariat, "PUT", agenda, "{\"text\": \"2 | Crime\"}", tag(1)));
        done(asked(
                secretariat,
                "PUT",
                meeting + "/registers/statements",
                "{\"text\": \"2 | BR | restricted | en | Ours.\\n2 | NL | restricted | en | Theirs.\"}",
                tag(2)));
        done(asked(secretariat, "PUT", meeting + "/registers/speakers", "{\"text\": \"2 | BR\"}", tag(3)));
        done(asked(secretariat, "POST", meeting + "/items/2/opening", "", tag(4)));
        var spoken = done(asked(secretariat, "POST", meeting + "/speakers/0/floor", "", tag(5)));
        assertThat(spoken.get("registers").get("speakers").asString()).contains("spoke");

        var brazil = tokenOf(SomePeople.of(jdbc, "BR", Role.DELEGATE), "forum:read", "forum:write");
        var seen = done(asked(brazil, "GET", meeting, "", Map.of()));
        assertThat(seen.get("registers").get("statements").asString())
                .contains("Ours.")
                .doesNotContain("Theirs.");
        assertThat(seen.get("registers").has("points")).isFalse();
        problem(asked(brazil, "PUT", agenda, "{\"text\": \"\"}", tag(6)), 403, "not-permitted");
        assertThat(asked(tokenOf(keeper, "forum:read"), "PUT", agenda, "{\"text\": \"\"}", tag(6))
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void membersOfABodyAreReadAsOfADay() throws Exception {
        var body = asked(secretariat, "GET", "/bodies/ecosoc", "", Map.of());
        var read = Map.of("If-Match", body.getHeader("ETag"));
        var terms =
                "{\"members\": \"BR | 2024-01-01 | 2026-12-31 | Election of 2023\\nNL | 2027-01-01 | | Election of 2026\"}";

        problem(asked(secretariat, "PUT", "/bodies/ecosoc/seats", "{\"members\": \"BR\"}", read), 422, "malformed");
        assertValid("ForumBody", done(asked(secretariat, "PUT", "/bodies/ecosoc/seats", terms, read)));
        var then = done(asked(secretariat, "GET", "/bodies/ecosoc?on=2026-12-31", "", Map.of()));
        assertThat(then.get("members").findValuesAsString("state")).containsExactly("BR");
    }

    @Test
    void aDelegationsPositionIsADecisionAndTheListComesInPages() throws Exception {
        var recommendation = "/recommendations/"
                + done(asked(
                                secretariat,
                                "POST",
                                "/recommendations",
                                "{\"meeting\": \"eg-4\", \"theme\": \"prevention\", \"text\": \"Train judges.\", \"proposer\": \"NL\"}",
                                Map.of()))
                        .get("id")
                        .asString();
        var brazil = SomePeople.of(jdbc, "BR", Role.DELEGATE);
        var position = recommendation + "/position";

        var withoutScope = asked(tokenOf(brazil, "forum:write"), "PUT", position, "{\"supports\": true}", Map.of());
        assertThat(withoutScope.getHeader("WWW-Authenticate")).contains("scope=\"forum:decide\"");
        var token = tokenOf(brazil, "forum:read", "forum:decide");
        var taken = done(asked(token, "PUT", position, "{\"supports\": true}", Map.of()));
        assertValid("ForumRecommendation", taken);
        assertThat(taken.get("supportedBy").asInt()).isEqualTo(1);
        assertThat(taken.get("proposers").isNull()).isTrue();
        done(asked(token, "DELETE", position, "", Map.of()));
        problem(asked(secretariat, "POST", recommendation + "/life/adopt", "", tag(3)), 409, "wrong-state");
        done(asked(secretariat, "POST", recommendation + "/life/compile", "", tag(3)));
        var gaps = done(asked(
                secretariat,
                "POST",
                recommendation + "/figures",
                "{\"state\": \"GH\", \"instrument\": \"ets185\"}",
                tag(4)));
        assertValid("ForumRecommendation", gaps);
        assertThat(gaps.get("figures").get(0).get("source").asString()).isEqualTo("/law/states/GH");
        problem(
                asked(
                        secretariat,
                        "POST",
                        recommendation + "/figures",
                        "{\"gauge\": \"refused\", \"from\": \"2001-01-01\", \"until\": \"2001-12-31\"}",
                        tag(5)),
                422,
                "malformed");
        assertThat(done(asked(secretariat, "DELETE", recommendation + "/figures/0", "", tag(5)))
                        .get("figures")
                        .size())
                .isZero();

        var list = asked(secretariat, "GET", "/recommendations", "", Map.of());
        assertThat(body(list).get("items").size()).isEqualTo(50);
        assertThat(list.getHeader("Link")).contains("rel=\"next\"");
        assertThat(body(asked(secretariat, "GET", "/recommendations/compilation?meeting=eg-4", "", Map.of()))
                        .toString())
                .contains("Train judges.");
    }

    @Test
    void aMemberBreaksTheSilenceThroughAProgramAndOthersDoNot() throws Exception {
        var end = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(30, ChronoUnit.DAYS);
        var begun = asked(secretariat, "POST", "/silence", """
                {"body": "cybercrime-eg", "mandate": "ccpcj-26-4", "rules": "%s", "title": "Days of the meeting",
                 "text": "The meeting is held in Vienna.", "languages": ["en", "fr", "es", "ar", "ru", "zh"],
                 "members": ["BR", "NL"], "zone": "Europe/Vienna", "end": "%s"}""".formatted("plenary", end), Map.of());
        assertThat(begun.getStatus()).as(begun.getContentAsString()).isEqualTo(201);
        assertValid("ForumSilence", body(begun));
        var acts = begun.getHeader("Location").substring(FORUM.length()) + "/acts";

        var ghana = tokenOf(SomePeople.of(jdbc, "GH", Role.DELEGATE), "forum:read", "forum:decide");
        problem(asked(ghana, "POST", acts, "{\"step\": \"objection\"}", Map.of()), 403, "not-permitted");
        var brazil = tokenOf(SomePeople.of(jdbc, "BR", Role.DELEGATE), "forum:read", "forum:decide");
        var broken = done(asked(brazil, "POST", acts, "{\"step\": \"objection\"}", Map.of()));
        assertThat(broken.get("standing").asString()).isEqualTo("objected");
        problem(
                asked(
                        tokenOf(SomePeople.of(jdbc, "MOJ", Role.READER), "forum:read"),
                        "GET",
                        acts.replace("/acts", ""),
                        "",
                        Map.of()),
                404,
                "not-found");
    }

    @Test
    void aReportIsDraftedEditedAndHadAsAFileAndBracketsBlockItsAdoption() throws Exception {
        var drafted = asked(
                secretariat, "POST", "/reports", "{\"meeting\": \"eg-4\", \"model\": \"expert-group\"}", Map.of());
        assertThat(drafted.getStatus()).as(drafted.getContentAsString()).isEqualTo(201);
        assertValid("ForumReport", body(drafted));
        var report = drafted.getHeader("Location").substring(FORUM.length());

        done(asked(secretariat, "PUT", report + "/blocks/1", "{\"text\": \"Words of ours.\"}", tag(1)));
        done(asked(
                secretariat,
                "POST",
                report + "/blocks/1/next",
                "{\"kind\": \"paragraph\", \"text\": \"More.\"}",
                tag(2)));
        done(asked(secretariat, "DELETE", report + "/blocks/2", "", tag(3)));
        done(asked(secretariat, "POST", report + "/restoration", "{\"version\": 1}", tag(4)));
        problem(asked(secretariat, "POST", report + "/adoption", "{\"sitting\": 1}", tag(5)), 422, "malformed");
        assertThat(asked(secretariat, "GET", report + "/file?as=pdf&in=fr", "", Map.of())
                        .getContentAsByteArray())
                .startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        problem(asked(secretariat, "GET", report + "/file?as=odt", "", Map.of()), 404, "not-found");
    }

    @Test
    void aRespondentAnswersTheStudyAndTheAnswersAreReadAtTheirLevel() throws Exception {
        var due = LocalDate.now(clock.withZone(ZoneOffset.UTC)).plusMonths(2);
        var invited = asked(
                secretariat,
                "POST",
                "/study/replies",
                "{\"questionnaire\": \"study-1\", \"year\": 2026, \"respondent\": \"BR\", \"due\": \"%s\"}"
                        .formatted(due),
                Map.of());
        assertThat(invited.getStatus()).as(invited.getContentAsString()).isEqualTo(201);
        var reply = invited.getHeader("Location").substring(FORUM.length());
        var brazil = tokenOf(SomePeople.of(jdbc, "BR", Role.DELEGATE), "forum:read", "forum:write", "forum:decide");
        problem(
                asked(tokenOf(SomePeople.of(jdbc, "NL", Role.DELEGATE), "forum:read"), "GET", reply, "", Map.of()),
                404,
                "not-found");

        var wrong = asked(
                brazil, "PUT", reply + "/answers", "{\"answers\": {\"Q-STA-02\": {\"values\": [\"many\"]}}}", tag(1));
        assertThat(problem(wrong, 422, "malformed").get("field").asString()).isEqualTo("Q-STA-02");
        var answered = done(asked(
                brazil,
                "PUT",
                reply + "/answers",
                "{\"answers\": {\"Q-STA-02\": {\"values\": [\"7\"], \"level\": \"secretariat\"}}}",
                tag(1)));
        assertValid("StudyReply", answered);
        done(asked(brazil, "POST", reply + "/life/submit", "", tag(2)));
        done(asked(
                secretariat, "POST", reply + "/clarifications", "{\"key\": \"Q-STA-02\", \"text\": \"All?\"}", tag(3)));
        done(asked(brazil, "POST", reply + "/clarifications/1", "{\"text\": \"No.\", \"instead\": [\"8\"]}", tag(4)));
        done(asked(secretariat, "POST", reply + "/life/accept", "", tag(5)));

        var answers = "/study/answers?question=Q-STA-02";
        assertThat(body(asked(secretariat, "GET", answers, "", Map.of()))
                        .get("items")
                        .size())
                .isEqualTo(1);
        assertThat(body(asked(brazil, "GET", answers, "", Map.of()))
                        .get("items")
                        .size())
                .isZero();
    }

    @Test
    void aStateCommentsOnADraftOfTheStudyAndIsAnswered() throws Exception {
        var begun = asked(
                secretariat,
                "POST",
                "/study/drafts",
                "{\"title\": \"Draft\", \"text\": \"# Scope\\nCrime crosses borders.\"}",
                Map.of());
        assertThat(begun.getStatus()).as(begun.getContentAsString()).isEqualTo(201);
        assertValid("StudyDraftJson", body(begun));
        var draft = begun.getHeader("Location").substring(FORUM.length());
        var brazil = tokenOf(SomePeople.of(jdbc, "BR", Role.DELEGATE), "forum:read", "forum:decide");
        problem(asked(brazil, "GET", draft, "", Map.of()), 404, "not-found");
        var until = "{\"until\": \"%s\"}";
        var today = LocalDate.now(clock.withZone(ZoneOffset.UTC));
        done(asked(secretariat, "POST", draft + "/opening", until.formatted(today), tag(1)));
        done(asked(secretariat, "PUT", draft + "/until", until.formatted(today.plusDays(9)), tag(2)));
        problem(
                asked(secretariat, "PUT", draft + "/text", "{\"title\": \"x\", \"text\": \"x\"}", tag(3)),
                422,
                "malformed");

        var said = "{\"passage\": 1, \"wording\": \"Crime crosses every border.\"}";
        done(asked(brazil, "POST", draft + "/comments", said, Map.of()));
        var all = done(asked(brazil, "POST", draft + "/comments", "{\"text\": \"Thanks\"}", Map.of()));
        assertValid("StudyDraftJson", all);
        done(asked(brazil, "DELETE", draft + "/comments/2", "", Map.of()));
        var answered =
                done(asked(secretariat, "PUT", draft + "/comments/1/answer", "{\"outcome\": \"taken\"}", tag(6)));
        assertThat(answered.get("passages").get(1).get("reads").asString()).isEqualTo("Crime crosses every border.");
        problem(asked(secretariat, "POST", draft + "/revision", "", Map.of()), 409, "wrong-state");
        assertThat(asked(brazil, "GET", draft + "/comments/file?as=csv", "", Map.of())
                        .getContentAsString())
                .contains("Crime crosses every border.")
                .doesNotContain("Thanks");
    }

    @Test
    void aVersionOfTheQuestionnaireIsDraftedAndFrozen() throws Exception {
        var drafted = asked(secretariat, "POST", "/study/questionnaires", "", Map.of());
        assertThat(drafted.getStatus()).as(drafted.getContentAsString()).isEqualTo(201);
        assertValid("StudyQuestionnaire", body(drafted));
        var version = drafted.getHeader("Location").substring(FORUM.length());
        done(asked(
                secretariat,
                "PUT",
                version + "/questions/Q-PRE-99",
                "{\"theme\": \"prevention\", \"text\": \"Who warns?\", \"kind\": \"text\", \"respondents\": [\"state\"]}",
                tag(1)));
        done(asked(secretariat, "DELETE", version + "/questions/Q-PRE-99", "", tag(2)));
        var frozen = done(asked(secretariat, "POST", version + "/freezing", "", tag(3)));
        assertThat(frozen.get("frozen").asBoolean()).isTrue();
    }

    private JsonNode done(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getStatus()).as(answer.getContentAsString()).isIn(200, 201);
        return body(answer);
    }

    private static Map<String, String> tag(int version) {
        return Map.of("If-Match", "\"" + version + "\"");
    }

    private MockHttpServletResponse asked(
            String token, String method, String address, String body, Map<String, String> headers) throws Exception {
        return call(token, method, FORUM + address, body, headers);
    }
}
