package org.comity.node.exchange.hi1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.comity.node.exchange.Patience.eventually;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.hi1.ActionRequest;
import org.comity.hi1.ActionResponse;
import org.comity.hi1.DeliveryContent;
import org.comity.hi1.DeliveryObject;
import org.comity.hi1.EndpointId;
import org.comity.hi1.ErrorCode;
import org.comity.hi1.HI1Message;
import org.comity.hi1.Header;
import org.comity.hi1.Hi1Reader;
import org.comity.hi1.Hi1Writer;
import org.comity.hi1.LPTaskObject;
import org.comity.hi1.LPTaskStatus;
import org.comity.hi1.Payload;
import org.comity.node.directory.OwnNode;
import org.comity.node.directory.PartyId;
import org.comity.node.directory.SampleNodes;
import org.comity.node.exchange.ExchangeNode;
import org.comity.node.exchange.Hi1ActionTaken;
import org.comity.node.exchange.Hi1Answered;
import org.comity.node.exchange.Hi1CallDelayed;
import org.comity.node.exchange.Hi1CallFailed;
import org.comity.node.exchange.Hi1Calls;
import org.comity.node.exchange.Hi1Outbox;
import org.comity.node.exchange.Hi1Parties;
import org.comity.node.exchange.Hi1Shelf;
import org.comity.node.settings.FreePort;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An authority's node, a provider's node, and systems that are not ours, over real sockets. */
class Hi1OverHttpsTests {

    private static final PartyId PORTUGAL = new PartyId("PT-contact-point");
    private static final PartyId PROVIDER = new PartyId("DE-mail");
    private static final EndpointId PORTUGALS = EndpointId.of("PT", "PT-contact-point");
    private static final EndpointId PROVIDERS = EndpointId.of("DE", "DE-mail");
    private static final int MOST_BYTES = 100_000;

    private static int authoritysPort;
    private static int providersPort;
    private static ExchangeNode authority;
    private static ExchangeNode provider;
    private static OwnNode foreign;

    private final UUID task = UUID.randomUUID();

    @BeforeAll
    static void start() {
        authoritysPort = FreePort.any();
        authority = ExchangeNode.start("PT-contact-point", "--comity.hi1.port=" + authoritysPort);
        providersPort = FreePort.any();
        provider = ExchangeNode.start(
                "DE-mail",
                "--comity.functions=provider",
                "--comity.hi1.port=" + providersPort,
                "--comity.hi1.most-bytes=" + MOST_BYTES);
        ExchangeNode.introduce(authority, provider);
        authority.get(Hi1Parties.class).locate(PROVIDER, url(providersPort), "test");
        provider.get(Hi1Parties.class).locate(PORTUGAL, url(authoritysPort), "test");

        foreign = SampleNodes.contactPoint("XX-actor01", 1, Clock.systemUTC());
        provider.get(Hi1Parties.class)
                .admit(
                        foreign.party(),
                        EndpointId.of("XX", "ACTOR01"),
                        foreign.card().signing(),
                        URI.create("https://actor01.example/hi1"),
                        "test");
    }

    @AfterAll
    static void stop() {
        authority.close();
        provider.close();
    }

    @AfterEach
    void mend() {
        if (!provider.isRunning()) {
            provider.start();
        }
    }

    @Test
    void anAuthorityAsksAProviderAndReadsWhereItsRequestStands() {
        assertThat(ask(ActionRequest.create(LPTaskObject.preserve(task).build())))
                .containsExactly(ActionResponse.created(task));
        assertThat(takenBy(provider))
                .containsExactly(new Hi1ActionTaken(
                        PORTUGAL,
                        takenBy(provider).getFirst().transaction(),
                        0,
                        Hi1ActionTaken.Verb.CREATED,
                        task,
                        "LPTask",
                        1));
        assertThat(provider.journaled()).contains("hi1-request-answered");
        assertThat(authority.journaled()).contains("hi1-call-made", "hi1-call-answered");

        var shelf = provider.get(Hi1Shelf.class);
        var kept = (LPTaskObject) shelf.find(PORTUGAL, task).orElseThrow();
        provider.inTransaction(() ->
                shelf.put(PORTUGAL, kept.with().status(LPTaskStatus.PRESERVED).build()));

        var got = (ActionResponse.Got) ask(ActionRequest.get(task)).getFirst();
        assertThat(((LPTaskObject) got.object()).status()).contains(LPTaskStatus.PRESERVED.entry());
        assertThat(got.object().base().generation()).contains(2);
        assertThat(ask(ActionRequest.getCspConfig())).hasOnlyElementsOfType(ActionResponse.Configured.class);
    }

    @Test
    void aProviderDeliversToTheAuthority() {
        var delivery = DeliveryObject.builder(task)
                .content(DeliveryContent.BinaryData.of(new byte[] {1, 2, 3}, "application/zip", "log.zip"))
                .build();
        assertThat(provider.get(Hi1Calls.class).call(PORTUGAL, List.of(ActionRequest.deliver(delivery))))
                .containsExactly(new ActionResponse.Delivered(task));
        assertThat(takenBy(authority)).extracting(Hi1ActionTaken::verb).containsExactly(Hi1ActionTaken.Verb.DELIVERED);
        var kept = (DeliveryObject)
                authority.get(Hi1Shelf.class).find(PROVIDER, task).orElseThrow();
        assertThat(kept.content()).isEqualTo(delivery.content());
    }

    @Test
    void aSystemThatIsNotOursIsAnsweredWithTheStandardsOwnExamples() throws Exception {
        for (String example :
                List.of("request8_LPTaskObject.xml", "request4-Preservation-Link.xml", "request_takedown.xml")) {
            var file = Path.of(
                    System.getProperty("comity.root", ".."), "../shared/domain/conformance/etsi-hi1/examples", example);
            assumeTrue(Files.exists(file), "the conformance examples are not beside the repository: " + file);
            var request = Files.readString(file)
                    .replaceFirst(
                            "(?s)<ReceiverIdentifier>.*?</ReceiverIdentifier>",
                            "<ReceiverIdentifier><CountryCode>DE</CountryCode>"
                                    + "<UniqueIdentifier>DE-mail</UniqueIdentifier></ReceiverIdentifier>");
            try (var caller = Caller.with(foreign.keys(), provider.own(), providersPort)) {
                var response = caller.post(request);
                assertThat(response.statusCode()).isEqualTo(200);
                assertThat(response.headers().firstValue("Content-Type"))
                        .hasValueSatisfying(it -> assertThat(it).startsWith("text/xml"));
                assertThat(((Payload.Responses) read(response.body()).payload()).actions())
                        .hasOnlyElementsOfType(ActionResponse.Created.class);
            }
        }
    }

    @Test
    void aCertificateThatNobodyTookInIsForbidden() throws Exception {
        var stranger = SampleNodes.contactPoint("BR-contact-point", 1, Clock.systemUTC());
        var impostor = SampleNodes.contactPoint("PT-contact-point", 1, Clock.systemUTC());
        for (OwnNode caller : List.of(stranger, impostor)) {
            try (var call = Caller.with(caller.keys(), provider.own(), providersPort)) {
                assertThat(call.post(preservation(PORTUGALS)).statusCode()).isEqualTo(403);
            }
        }
        assertThat(takenBy(provider)).isEmpty();
    }

    @Test
    void withoutACertificateThereIsNoConnection() throws Exception {
        try (var call = Caller.withoutCertificate(providersPort)) {
            assertThatThrownBy(() -> call.post(preservation(PORTUGALS))).isInstanceOf(IOException.class);
        }
        assertThat(takenBy(provider)).isEmpty();
    }

    @Test
    void nobodySendsInTheNameOfAnother() throws Exception {
        try (var caller = Caller.with(foreign.keys(), provider.own(), providersPort)) {
            assertThat(caller.post(preservation(PORTUGALS)).statusCode()).isEqualTo(403);
        }
        assertThat(takenBy(provider)).isEmpty();
        assertThat(provider.journaled()).contains("hi1-request-refused");
    }

    @Test
    void whatIsMalformedIsRefusedInHi1() throws Exception {
        var good = new String(preservation(PORTUGALS), StandardCharsets.UTF_8);
        assertRefused(ErrorCode.VALIDATION, "this is no XML");
        assertRefused(ErrorCode.VALIDATION, good.replace("<HI1Message", "<!DOCTYPE x [<!ENTITY e \"f\">]><HI1Message"));
        assertRefused(ErrorCode.VALIDATION, good.replace("</Payload>", "<Surprise/></Payload>"));
        assertRefused(ErrorCode.ENCODING_NOT_SUPPORTED, "{\"HI1Message\": {}}");
        assertRefused(ErrorCode.VERSION_NOT_SUPPORTED, good.replace("V1.22.1", "V1.13.1"));
        assertRefused(ErrorCode.VALIDATION, good.replace("DE-mail", "DE-other"));
        assertThat(takenBy(provider)).isEmpty();
    }

    @Test
    void whatIsTooLongIsRefusedInHi1() throws Exception {
        var good = new String(preservation(PORTUGALS), StandardCharsets.UTF_8);
        assertRefused(ErrorCode.TOO_LARGE, good + " ".repeat(MOST_BYTES));
    }

    @Test
    void aRequestThatComesAgainGetsTheSameAnswerAndIsCarriedOutOnce() throws Exception {
        var request = preservation(PORTUGALS);
        try (var caller = Caller.with(authority.own().keys(), provider.own(), providersPort)) {
            var first = caller.post(request);
            var again = caller.post(request);
            assertThat(again.statusCode()).isEqualTo(200);
            assertThat(again.body()).isEqualTo(first.body());
        }
        assertThat(takenBy(provider)).hasSize(1);
    }

    @Test
    void behindTheDoorThereIsNothingElse() throws Exception {
        try (var caller = Caller.with(authority.own().keys(), provider.own(), providersPort)) {
            assertThat(caller.get("/hi1")).isEqualTo(405);
            assertThat(caller.get("/as4")).isEqualTo(404);
            assertThat(caller.get("/")).isEqualTo(404);
        }
    }

    @Test
    void nothingIsSentToSomebodyElseAtTheProvidersAddress() {
        authority.get(Hi1Parties.class).locate(PROVIDER, url(authoritysPort), "test");
        try {
            var failure = catchThrowableOfType(Hi1CallFailed.class, () -> ask(ActionRequest.get(task)));
            assertThat(failure).hasMessageContaining("someone whose certificate is not that of DE-mail");
            assertThat(failure.isWorthAnotherTry()).isFalse();
        } finally {
            authority.get(Hi1Parties.class).locate(PROVIDER, url(providersPort), "test");
        }
    }

    @Test
    void aPartyThatDoesNotAnswerIsWorthAnotherTry() {
        authority.get(Hi1Parties.class).locate(PROVIDER, url(FreePort.any()), "test");
        try {
            var failure = catchThrowableOfType(Hi1CallFailed.class, () -> ask(ActionRequest.get(task)));
            assertThat(failure.isWorthAnotherTry()).isTrue();
            assertThat(failure).hasMessageContaining("gave no answer");
        } finally {
            authority.get(Hi1Parties.class).locate(PROVIDER, url(providersPort), "test");
        }
    }

    @Test
    void aPartyThatIsDismissedIsOutAtOnce() throws Exception {
        var guest = SampleNodes.contactPoint("XX-guest", 1, Clock.systemUTC());
        var parties = provider.get(Hi1Parties.class);
        parties.admit(
                guest.party(),
                EndpointId.of("XX", "GUEST"),
                guest.card().signing(),
                URI.create("https://guest.example/hi1"),
                "test");
        try (var caller = Caller.with(guest.keys(), provider.own(), providersPort)) {
            assertThat(caller.post(preservation(EndpointId.of("XX", "GUEST"))).statusCode())
                    .isEqualTo(200);
            parties.dismiss(guest.party(), "test");
            assertThat(caller.post(preservation(EndpointId.of("XX", "GUEST"))).statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void aProviderKilledBetweenCommitAndAnswerHasCarriedItOutOnceAndGivesThatAnswerAfterwards() throws Exception {
        var transaction = UUID.randomUUID();
        var actions = List.<ActionRequest>of(
                ActionRequest.create(LPTaskObject.preserve(task).build()));
        provider.stop();
        Process doomed = fork(provider);
        try (BufferedReader says = doomed.inputReader()) {
            await(says, DoomedProvider.READY);
            var call = Thread.ofVirtual()
                    .unstarted(() -> catchThrowableOfType(
                            Hi1CallFailed.class,
                            () -> authority.get(Hi1Calls.class).call(PROVIDER, transaction, actions)));
            call.start();
            await(says, DoomedProvider.COMMITTED);
            doomed.destroyForcibly().waitFor();
            call.join();
        } finally {
            doomed.destroyForcibly().waitFor();
            provider.start();
        }

        assertThat(authority.get(Hi1Calls.class).call(PROVIDER, transaction, actions))
                .containsExactly(ActionResponse.created(task));
        assertThat(takenBy(provider)).as("not taken a second time").isEmpty();
        assertThat(provider.get(Hi1Shelf.class)
                        .find(PORTUGAL, task)
                        .orElseThrow()
                        .base()
                        .generation())
                .contains(1);
    }

    @Test
    void whatWasHandedOverArrivesInOrderWhenTheProviderIsBack() {
        var outbox = authority.get(Hi1Outbox.class);
        provider.stop();
        var sent = authority.inTransaction(() -> List.of(
                outbox.send(
                        PROVIDER,
                        task,
                        List.of(ActionRequest.create(LPTaskObject.preserve(task).build()))),
                outbox.send(
                        PROVIDER,
                        task,
                        List.of(ActionRequest.update(LPTaskObject.release(task).build())))));
        eventually(() -> assertThat(authority.events())
                .filteredOn(Hi1CallDelayed.class::isInstance)
                .extracting(it -> ((Hi1CallDelayed) it).transaction())
                .contains(sent.getFirst()));
        assertThat(outbox.answers(sent.getFirst())).isEmpty();
        assertThat(authority.journaled()).contains("hi1-call-delayed");

        provider.start();

        eventually(() -> assertThat(answered()).containsAll(sent));
        assertThat(answered()).containsExactlyElementsOf(sent);
        assertThat(outbox.answers(sent.getFirst())).contains(List.of(ActionResponse.created(task)));
        assertThat(outbox.answers(sent.getLast()).orElseThrow()).hasOnlyElementsOfType(ActionResponse.Updated.class);
        assertThat(takenBy(provider))
                .extracting(Hi1ActionTaken::verb)
                .containsExactly(Hi1ActionTaken.Verb.CREATED, Hi1ActionTaken.Verb.UPDATED);
    }

    private List<UUID> answered() {
        return authority.events().stream()
                .filter(Hi1Answered.class::isInstance)
                .map(Hi1Answered.class::cast)
                .filter(it -> it.conversation().equals(task))
                .map(Hi1Answered::transaction)
                .toList();
    }

    private List<ActionResponse> ask(ActionRequest... actions) {
        return authority.get(Hi1Calls.class).call(PROVIDER, List.of(actions));
    }

    private byte[] preservation(EndpointId from) {
        return Hi1Writer.write(HI1Message.request(
                Header.of(from, PROVIDERS, UUID.randomUUID(), Instant.parse("2026-11-22T10:00:00Z")),
                ActionRequest.create(LPTaskObject.preserve(task).build())));
    }

    private List<Hi1ActionTaken> takenBy(ExchangeNode node) {
        return node.events().stream()
                .filter(Hi1ActionTaken.class::isInstance)
                .map(Hi1ActionTaken.class::cast)
                .filter(it -> it.object().equals(task))
                .toList();
    }

    private static void assertRefused(ErrorCode code, String request) throws Exception {
        try (var caller = Caller.with(authority.own().keys(), provider.own(), providersPort)) {
            var response = caller.post(request);
            assertThat(response.statusCode()).isEqualTo(200);
            var refusal = (Payload.Refusal) read(response.body()).payload();
            assertThat(refusal.error().meaning()).as(refusal.toString()).isEqualTo(Optional.of(code));
        }
    }

    private static HI1Message read(byte[] body) {
        return Hi1Reader.read(body);
    }

    private static URI url(int port) {
        return URI.create("https://127.0.0.1:" + port + "/hi1");
    }

    private static Process fork(ExchangeNode node) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                DoomedProvider.class.getName()));
        command.addAll(node.arguments());
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void await(BufferedReader says, String word) throws IOException {
        for (String line = says.readLine(); !word.equals(line); line = says.readLine()) {
            assertThat(line).as("the forked node ended before it said " + word).isNotNull();
        }
    }
}
