package org.comity.node.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.comity.node.identity.SomePeople.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.comity.node.NodeTest;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.comity.node.identity.SecretSeal;
import org.comity.node.identity.SomePeople;
import org.comity.node.journal.Journaled;
import org.comity.node.notice.Webhook.Delivery;
import org.comity.node.time.WallTime;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@NodeTest
class WebhooksTests {

    private static final WebhookSettings ALLOWED = new WebhookSettings(true, Duration.ofSeconds(5), Duration.ofDays(3));
    private static final WebhookSettings USUAL = new WebhookSettings(false, Duration.ofSeconds(5), Duration.ofDays(3));

    /** One call as it arrived. */
    private record Call(String id, String timestamp, String signature, String body) {}

    /** Something of the law happened. */
    private record Step(String subject) implements Journaled {
        @Override
        public String what() {
            return "law-change-published";
        }

        @Override
        public String actor() {
            return "reviewer";
        }

        @Override
        public Map<String, Object> details() {
            return Map.of("secret", "not for machines");
        }
    }

    @Autowired
    Webhooks webhooks;

    @Autowired
    Timers timers;

    @Autowired
    Notices notices;

    @Autowired
    NoticeBoard board;

    @Autowired
    SecretSeal seal;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    MockMvc pages;

    private final List<Call> calls = new ArrayList<>();
    private HttpServer machine;
    private int answer = 204;
    private Instant now = WallTime.clock().instant().truncatedTo(ChronoUnit.MICROS);
    private Person administrator;
    private KeepingWebhooks.Registered registered;

    @BeforeEach
    void aMachineThatListens() throws IOException {
        machine = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        machine.createContext("/told", this::take);
        machine.start();
        administrator = SomePeople.with(jdbc, Role.ADMINISTRATOR);
        registered = register(ALLOWED, address("/told"));
    }

    @AfterEach
    void nobodyListensAnyMore() {
        webhooks.remove(registered.webhook().id(), now);
        machine.stop(0);
    }

    @Test
    void signaturesAreThoseOfTheSpecification() {
        assertThat(Signing.signature(
                        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        Instant.ofEpochSecond(1614265330),
                        "{\"test\": 2432232314}"))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void aCallIsSignedAndTakenOnce() {
        var delivery = told("{\"type\":\"x\"}");

        assertThat(calling(ALLOWED).attempt(delivery)).isEmpty();
        assertThat(calling(ALLOWED).attempt(delivery)).isEmpty();

        assertThat(calls).hasSize(1);
        var call = calls.getFirst();
        assertThat(call.signature())
                .isEqualTo(Signing.signature(
                        registered.secret(),
                        call.id(),
                        Instant.ofEpochSecond(Long.parseLong(call.timestamp())),
                        "{\"type\":\"x\"}"));
        assertThat(webhooks.delivery(delivery).orElseThrow().status()).hasValue(204);
        assertThat(webhooks.delivery(delivery).orElseThrow().doneAt()).isPresent();
    }

    @Test
    void aCallThatIsNotTakenIsRepeatedUnderTheSameIdTenTimesAtMost() {
        answer = 503;
        var delivery = told("{}");
        var waits = new ArrayList<Duration>();
        var patient = new WebhookSettings(true, Duration.ofSeconds(5), Duration.ofDays(30));
        for (var next = calling(patient).attempt(delivery);
                next.isPresent();
                next = calling(patient).attempt(delivery)) {
            waits.add(Duration.between(now, next.get()));
            now = next.get();
        }

        assertThat(waits).isEqualTo(CallingWebhooks.WAITS);
        assertThat(calls).hasSize(10).extracting(Call::id).containsOnly("msg_" + delivery);
        assertThat(webhooks.delivery(delivery).orElseThrow().givenUpAt()).isPresent();
    }

    @Test
    void whatTookNothingForDaysIsCalledNoMoreAndAnAdministratorIsTold() {
        answer = 500;
        calling(ALLOWED).attempt(told("{}"));
        now = now.plus(Duration.ofDays(3));
        calling(ALLOWED).attempt(told("{}"));

        assertThat(webhooks.find(registered.webhook().id()).orElseThrow().disabledAt())
                .isPresent();
        assertThat(board.of(administrator.id(), 0))
                .extracting(NoticeBoard.Entry::link)
                .contains("/webhooks/" + registered.webhook().id());
    }

    @Test
    void aNameThatBeginsToLeadInsideIsNotCalled() {
        var delivery = told("{}");

        assertThat(calling(USUAL).attempt(delivery)).isPresent();

        assertThat(calls).isEmpty();
        assertThat(webhooks.delivery(delivery).orElseThrow().trouble()).hasValue("inside");
    }

    @Test
    void aRedirectIsNotFollowed() {
        answer = 307;
        var delivery = told("{}");

        assertThat(calling(ALLOWED).attempt(delivery)).isPresent();
        assertThat(calls).hasSize(1);
    }

    @Test
    void addressesInsideAndWithoutTlsAreNotRegistered() {
        assertThatThrownBy(() -> register(USUAL, "https://127.0.0.1/"))
                .hasMessage(Said.of("notice.refused.inside").inEnglish());
        assertThatThrownBy(() -> register(USUAL, "http://8.8.8.8/"))
                .hasMessage(Said.of("notice.refused.url").inEnglish());
        assertThatThrownBy(() -> register(USUAL, "https://me:secret@8.8.8.8/"))
                .hasMessage(Said.of("notice.refused.url").inEnglish());
    }

    @Test
    void everyStepOfItsTopicIsToldWithoutWhatItSaysAndNoStepThatWasRolledBack() {
        transaction.executeWithoutResult(_ -> events.publishEvent(new Step("law-change:1")));
        transaction.executeWithoutResult(undone -> {
            events.publishEvent(new Step("law-change:2"));
            undone.setRollbackOnly();
        });
        transaction.executeWithoutResult(_ -> events.publishEvent(new Step("duty:desk")));

        assertThat(webhooks.deliveries(registered.webhook().id(), 10))
                .singleElement()
                .satisfies(told -> assertThat(told.body())
                        .contains("\"type\":\"law-change-published\"", "\"subject\":\"law-change:1\"")
                        .doesNotContain("not for machines"));
    }

    @Test
    void thePageShowsTheAnswersAndTellsAgain() throws Exception {
        answer = 500;
        calling(ALLOWED).attempt(told("{\"n\":1}"));
        var path = "/webhooks/" + registered.webhook().id();
        var page = Jsoup.parse(pages.perform(get(path).with(signedIn(administrator)))
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(page.select("#deliveries").text()).contains("500", "is tried again", "1 attempt");

        pages.perform(post(page.select("#deliveries form").attr("action"))
                .with(signedIn(administrator))
                .with(csrf()));

        assertThat(webhooks.deliveries(registered.webhook().id(), 10))
                .extracting(Delivery::body)
                .containsExactly("{\"n\":1}", "{\"n\":1}");
    }

    private void take(HttpExchange call) throws IOException {
        calls.add(new Call(
                call.getRequestHeaders().getFirst("webhook-id"),
                call.getRequestHeaders().getFirst("webhook-timestamp"),
                call.getRequestHeaders().getFirst("webhook-signature"),
                new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        call.getResponseHeaders().add("Location", "/told");
        call.sendResponseHeaders(answer, -1);
        call.close();
    }

    /** Without a timer: the running node would call too. */
    private UUID told(String body) {
        var id = UUID.randomUUID();
        webhooks.add(new Delivery(
                id,
                registered.webhook().id(),
                "x",
                body,
                now,
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()));
        return id;
    }

    private KeepingWebhooks.Registered register(WebhookSettings settings, String url) {
        return Objects.requireNonNull(
                transaction.execute(_ -> new KeepingWebhooks(webhooks, timers, seal, settings, events, clock())
                        .register(administrator, "case system", url, Set.of(Topic.LAW))));
    }

    private CallingWebhooks calling(WebhookSettings settings) {
        return new CallingWebhooks(webhooks, notices, seal, settings, events, transaction, clock(), WallTime.clock());
    }

    private Clock clock() {
        return Clock.fixed(now, ZoneOffset.UTC);
    }

    private String address(String path) {
        return "http://127.0.0.1:" + machine.getAddress().getPort() + path;
    }
}
