package org.comity.node.identity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.comity.node.identity.SomePeople.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.comity.node.NodeTest;
import org.comity.node.frame.Said;
import org.comity.node.identity.Enrolment;
import org.comity.node.identity.HoldingTokens;
import org.comity.node.identity.KeepingMachines;
import org.comity.node.identity.Person;
import org.comity.node.identity.RepeatableCalls;
import org.comity.node.identity.Role;
import org.comity.node.identity.SomePeople;
import org.comity.node.identity.WithToken;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;

@NodeTest
class DoorForProgramsTests {

    @Autowired
    HoldingTokens tokens;

    @Autowired
    KeepingMachines machines;

    @Autowired
    Enrolment enrolment;

    @Autowired
    RepeatableCalls calls;

    @Autowired
    MockMvc pages;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private final HttpClient client = HttpClient.newHttpClient();
    private Person administrator;
    private Person officer;

    @BeforeEach
    void people() {
        administrator = SomePeople.with(jdbc, Role.ADMINISTRATOR);
        officer = SomePeople.with(jdbc, Role.DUTY_OFFICER);
    }

    @AfterEach
    void nobodyIsCalling() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void aTokenOpensWhatItsScopesName() throws Exception {
        var answer =
                asked("/api/v1/myself", made(officer, officer, "myself:read").secret());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains(officer.name(), "\"DUTY_OFFICER\"", "\"myself:read\"");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void anotherScopeOrNoneIsRefusedByAProblemThatNamesIt() throws Exception {
        var answer = asked("/api/v1/myself", made(officer, officer, "law:read").secret());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(
                        challenge -> assertThat(challenge).contains("insufficient_scope", "scope=\"myself:read\""));
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("the token lacks a scope");
    }

    @Test
    void aTokenThatIsNoneIsRefusedByAProblem() throws Exception {
        var answer = asked("/api/v1/myself", "comity_nothing");

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
        assertThat(answer.body()).contains("\"status\":401");
        assertThat(answer.headers().firstValue("Comity-Exercise"))
                .as("a node that plays says so in refusals too")
                .hasValue("true");
    }

    @Test
    void aTokenOpensNoPage() throws Exception {
        String secret = made(officer, officer, "myself:read").secret();

        assertThat(asked("/account", secret).statusCode()).isEqualTo(401);
    }

    @Test
    void aRevokedTokenAndThatOfSomebodyWhoGotNewKeysAreNone() throws Exception {
        var revoked = made(officer, officer, "myself:read");
        tokens.revoke(officer, revoked.token().id());
        var another = made(officer, officer, "myself:read");
        enrolment.startAnew(administrator, officer.id());

        assertThat(asked("/api/v1/myself", revoked.secret()).statusCode()).isEqualTo(401);
        assertThat(asked("/api/v1/myself", another.secret()).statusCode()).isEqualTo(401);
    }

    @Test
    void everyoneKeepsTheirOwnTokensAndAdministratorsThoseOfMachines() {
        var machine = machines.add(administrator, "case system", Set.of(Role.DUTY_OFFICER));
        var mine = made(officer, officer, "myself:read");

        assertThat(made(administrator, machine, "myself:read").token().holder()).isEqualTo(machine.id());
        assertThatThrownBy(() -> made(officer, machine, "myself:read")).isInstanceOf(Enrolment.Refused.class);
        assertThatThrownBy(() -> tokens.revoke(administrator, mine.token().id()))
                .isInstanceOf(Enrolment.Refused.class);
    }

    @Test
    void aMachineNeverApproves() {
        assertThatThrownBy(() -> machines.add(administrator, "case system", Set.of(Role.APPROVER)))
                .hasMessage(Said.of("identity.refused.machine-roles").inEnglish());
    }

    @Test
    void aTokenIsShownOnceAndItsDigestAloneIsKept() throws Exception {
        var result = pages.perform(post("/account/tokens")
                        .with(signedIn(officer))
                        .with(csrf())
                        .param("name", "reader")
                        .param("scopes", "myself:read")
                        .param("days", "30"))
                .andReturn();
        var flash = result.getFlashMap();
        var page = Jsoup.parse(
                pages.perform(get("/account/tokens").with(signedIn(officer)).flashAttrs(flash))
                        .andReturn()
                        .getResponse()
                        .getContentAsString());
        var again = Jsoup.parse(pages.perform(get("/account/tokens").with(signedIn(officer)))
                .andReturn()
                .getResponse()
                .getContentAsString());

        String secret = page.select("#secret").text();
        assertThat(secret).startsWith("comity_").hasSize(50);
        assertThat(again.select("#secret")).isEmpty();
        assertThat(again.title()).startsWith("Tokens for programs · ");
        assertThat(again.select("#tokens").text()).contains("reader", "never used", "myself:read");
        assertThat(jdbc.sql("select count(*) from identity.token where position(:secret in token::text) > 0")
                        .param("secret", secret)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void aTokenWithoutAnEndIsNotMade() throws Exception {
        var page = pages.perform(post("/account/tokens")
                        .with(signedIn(officer))
                        .with(csrf())
                        .param("name", "reader")
                        .param("scopes", "myself:read")
                        .param("days", ""))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(Jsoup.parse(page).select("#days-error").text()).contains("at most 366 days");
    }

    @Test
    void aCallThatComesAgainGetsItsFirstAnswerAndActsOnce() throws Exception {
        var acted = new AtomicInteger();
        FilterChain act = (request, response) -> {
            assertThat(new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("one");
            ((HttpServletResponse) response).setStatus(201);
            ((HttpServletResponse) response).setHeader("Location", "/api/v1/things/" + acted.incrementAndGet());
            response.getOutputStream().print("made " + acted.get());
        };
        calledBy(officer);

        var first = called("k1", "one", act);
        var again = called("k1", "one", act);

        assertThat(acted).hasValue(1);
        assertThat(again.getStatus()).isEqualTo(first.getStatus()).isEqualTo(201);
        assertThat(again.getContentAsString())
                .isEqualTo(first.getContentAsString())
                .isEqualTo("made 1");
        assertThat(again.getHeader("Location")).isEqualTo("/api/v1/things/1");
        assertThat(again.getHeader(RepeatingCalls.REPLAYED)).isEqualTo("true");
    }

    @Test
    void aKeyIsForOneCallOfOneToken() throws Exception {
        FilterChain act = (request, response) -> ((HttpServletResponse) response).setStatus(204);
        calledBy(officer);
        called("k2", "one", act);

        assertThat(called("k2", "other", act).getStatus()).isEqualTo(422);

        calledBy(SomePeople.with(jdbc, Role.DUTY_OFFICER));
        assertThat(called("k2", "other", act).getStatus()).isEqualTo(204);
    }

    @Test
    void aCallWhoseFirstIsNotAnsweredYetWaitsAndAFaultOfOursFreesTheKey() throws Exception {
        calledBy(officer);
        called("k3", "one", (request, response) -> {
            assertThat(called("k3", "one", (_, _) -> {}).getStatus()).isEqualTo(409);
            ((HttpServletResponse) response).setStatus(503);
        });

        assertThat(called("k3", "one", (request, response) -> ((HttpServletResponse) response).setStatus(204))
                        .getStatus())
                .isEqualTo(204);
    }

    @Test
    void whoShowsTooManyWrongTokensIsNotHeardForAWhile() {
        var wrong = new WrongTokens(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
        for (int i = 0; i < WrongTokens.MOST; i++) {
            assertThat(wrong.areTooManyFrom("192.0.2.1")).isFalse();
            wrong.seenFrom("192.0.2.1");
        }
        assertThat(wrong.areTooManyFrom("192.0.2.1")).isTrue();
        assertThat(wrong.areTooManyFrom("192.0.2.2")).isFalse();
    }

    private void calledBy(Person person) {
        var caller = tokens.call(made(person, person, "law:read").secret()).orElseThrow();
        SecurityContextHolder.getContext().setAuthentication(new WithToken(caller));
    }

    private MockHttpServletResponse called(String key, String body, FilterChain act) {
        var request = new MockHttpServletRequest("POST", "/api/v1/things");
        request.addHeader(RepeatingCalls.KEY, key);
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        var response = new MockHttpServletResponse();
        try {
            new RepeatingCalls(calls).doFilter(request, response, act);
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
        return response;
    }

    private HoldingTokens.Made made(Person by, Person holder, String... scopes) {
        return tokens.make(by, holder.id(), "test", HoldingTokens.read(Set.of(scopes)), 30);
    }

    private HttpResponse<String> asked(String path, String token) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json")
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
