package org.comity.node.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.comity.node.directory.OwnNode;
import org.comity.node.directory.Peers;
import org.comity.node.directory.SampleNodes;
import org.comity.node.exchange.as4.Answer;
import org.comity.node.exchange.as4.As4;
import org.comity.node.exchange.as4.Forger;
import org.comity.node.exchange.as4.Forger.Forged;
import org.comity.node.exchange.as4.SealedMessage;
import org.comity.node.exchange.as4.Sealing;
import org.comity.node.exchange.as4.Signals;
import org.comity.node.journal.Journaled;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What may come in at a node's door, over HTTP, and what may not. */
class DoorTests {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final OwnNode PORTUGAL = SampleNodes.contactPoint("PT-contact-point", 1, CLOCK);
    private static final OwnNode ARGENTINA = SampleNodes.contactPoint("AR-contact-point", 2, CLOCK);
    private static final OwnNode STRANGER = SampleNodes.contactPoint("XX-stranger", 3, CLOCK);

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String NOTHING_IN_PARTICULAR = "application/octet-stream";

    static ExchangeNode brazil;

    private final UUID conversation = UUID.randomUUID();

    @BeforeAll
    static void start() {
        brazil = ExchangeNode.start("BR-contact-point");
        brazil.get(Peers.class).add(PORTUGAL.card(), "test");
        brazil.get(Peers.class).add(ARGENTINA.card(), "test");
    }

    @AfterAll
    static void stop() {
        brazil.close();
    }

    @Test
    void hostileMessagesAreRefusedJournaledAndLeaveNothing() throws Exception {
        List<Forged> hostile = List.of(
                forger().unsigned().make(),
                forger().unencrypted().make(),
                forger().signedBy(ARGENTINA).make(),
                forger().signedBy(STRANGER).make(),
                forger().sealedTo(ARGENTINA.card()).make(),
                forger().payloads(2).make(),
                forger().mimeType("text/html").make(),
                forger().sentAt(CLOCK.instant().minus(9, ChronoUnit.DAYS)).make(),
                Forger.message(STRANGER, brazil.own().card(), CLOCK).make(),
                Forger.message(PORTUGAL, ARGENTINA.card(), CLOCK).make());
        long stored = stored();
        int refused = refusals();

        for (Forged message : hostile) {
            HttpResponse<byte[]> answer = post(message.contentType(), message.body());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(new String(answer.body(), UTF_8))
                    .contains("Signature", "severity=\"failure\"")
                    .doesNotContain("Receipt>", "Exception", "com.helger", "\tat ");
        }

        assertThat(stored()).isEqualTo(stored);
        assertThat(refusals()).isEqualTo(refused + hostile.size());
        assertThat(brazil.events().stream()
                        .filter(Journaled.class::isInstance)
                        .map(Journaled.class::cast)
                        .filter(event -> event.what().equals("envelope-refused"))
                        .map(event -> event.details().get("reason")))
                .contains("unsigned", "not-encrypted", "wrong-signer", "unknown-party", "misaddressed", "wrong-time");
    }

    @Test
    void garbageIsAnsweredPolitely() throws Exception {
        for (String type : List.of(NOTHING_IN_PARTICULAR, "application/soap+xml", "multipart/related;boundary=x")) {
            HttpResponse<byte[]> answer = post(type, "garbage".getBytes(UTF_8));
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(new String(answer.body(), UTF_8)).doesNotContain("Exception", "\tat ");
        }
    }

    @Test
    void anOversizedBodyIsNotRead() throws Exception {
        HttpResponse<byte[]> announced = post("application/soap+xml", new byte[As4.MOST_BODY_BYTES + 1]);
        HttpRequest unannounced = request("application/soap+xml")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[As4.MOST_BODY_BYTES + 1])))
                .build();

        assertThat(announced.statusCode()).isEqualTo(413);
        assertThat(HTTP.send(unannounced, BodyHandlers.ofByteArray()).statusCode())
                .isEqualTo(400);
    }

    @Test
    void theDoorOnlyTakesMessages() throws Exception {
        HttpRequest get = request("text/plain").GET().build();

        assertThat(HTTP.send(get, BodyHandlers.discarding()).statusCode()).isEqualTo(405);
    }

    @Test
    void aReplayedMessageGetsTheFirstReceiptByteForByteAndIsAppliedOnce() throws Exception {
        SealedMessage message = seal("replayed", 1, "<once/>");

        HttpResponse<byte[]> first = post(message.contentType(), message.body());
        HttpResponse<byte[]> second = post(message.contentType(), message.body());

        assertThat(judge(first, message)).isInstanceOf(Answer.Receipt.class);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(brazil.take(conversation)).containsExactly("<once/>");
        HttpResponse<byte[]> afterTaking = post(message.contentType(), message.body());
        assertThat(afterTaking.body()).isEqualTo(first.body());
        assertThat(brazil.take(conversation)).isEmpty();
    }

    @Test
    void theSameMessageManyTimesAtOnceIsAppliedOnce() throws Exception {
        SealedMessage message = seal("stampede", 1, "<once/>");

        try (ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<byte[]>>> answers = IntStream.range(0, 8)
                    .mapToObj(i -> senders.submit(() -> post(message.contentType(), message.body())))
                    .toList();
            byte[] receipt = answers.getFirst().get().body();
            for (Future<HttpResponse<byte[]>> answer : answers) {
                assertThat(answer.get().body()).isEqualTo(receipt);
            }
        }
        assertThat(brazil.take(conversation)).containsExactly("<once/>");
    }

    @Test
    void aSealMadeAnewForTheSameMessageGetsTheFirstReceipt() throws Exception {
        SealedMessage first = seal("resealed", 1, "<once/>");
        SealedMessage second = seal("resealed", 1, "<once/>");

        byte[] receipt = post(first.contentType(), first.body()).body();

        assertThat(post(second.contentType(), second.body()).body()).isEqualTo(receipt);
        assertThat(brazil.take(conversation)).containsExactly("<once/>");
    }

    @Test
    void theSameIdentifierWithOtherContentIsRefused() throws Exception {
        SealedMessage genuine = seal("twice", 1, "<first/>");
        SealedMessage other = seal("twice", 1, "<second/>");
        post(genuine.contentType(), genuine.body());

        HttpResponse<byte[]> answer = post(other.contentType(), other.body());

        assertThat(judge(answer, other)).isInstanceOf(Answer.Refused.class);
        assertThat(brazil.take(conversation)).containsExactly("<first/>");
    }

    @Test
    void aTakenPlaceInTheConversationIsNotGivenTwice() throws Exception {
        SealedMessage genuine = seal("a", 1, "<first/>");
        SealedMessage other = seal("b", 1, "<second/>");
        post(genuine.contentType(), genuine.body());

        assertThat(judge(post(other.contentType(), other.body()), other)).isInstanceOf(Answer.Refused.class);
        assertThat(brazil.take(conversation)).containsExactly("<first/>");
        assertThat(judge(post(other.contentType(), other.body()), other)).isInstanceOf(Answer.Refused.class);
    }

    @Test
    void envelopesOutOfOrderAreHeldAndThenTakenInOrder() throws Exception {
        SealedMessage third = seal("c3", 3, "<third/>");
        SealedMessage second = seal("c2", 2, "<second/>");
        SealedMessage first = seal("c1", 1, "<first/>");

        assertThat(judge(post(third.contentType(), third.body()), third)).isInstanceOf(Answer.Receipt.class);
        assertThat(judge(post(second.contentType(), second.body()), second)).isInstanceOf(Answer.Receipt.class);
        assertThat(brazil.take(conversation)).isEmpty();
        assertThat(brazil.get(Inbox.class).waiting()).doesNotContain(conversation);
        assertThat(brazil.get(Inbox.class).held())
                .filteredOn(held -> held.conversation().equals(conversation))
                .extracting(Inbox.HeldEnvelope::sequence, Inbox.HeldEnvelope::missing)
                .containsExactly(tuple(2L, 1L), tuple(3L, 1L));

        post(first.contentType(), first.body());
        assertThat(brazil.get(Inbox.class).waiting()).contains(conversation);
        assertThat(brazil.take(conversation)).containsExactly("<first/>", "<second/>", "<third/>");
        assertThat(brazil.get(Inbox.class).held())
                .noneMatch(held -> held.conversation().equals(conversation));
    }

    @Test
    void aPlaceAbsurdlyFarAheadIsRefused() throws Exception {
        SealedMessage far = seal("far", 999_999_999, "<far/>");

        assertThat(judge(post(far.contentType(), far.body()), far)).isInstanceOf(Answer.Refused.class);
    }

    private static Forger forger() {
        return Forger.message(PORTUGAL, brazil.own().card(), CLOCK);
    }

    private SealedMessage seal(String name, long sequence, String content) {
        return new Sealing(PORTUGAL, CLOCK)
                .seal(
                        new MessageId(name + "-" + conversation + "@pt.comity"),
                        brazil.own().card(),
                        conversation,
                        sequence,
                        content.getBytes(UTF_8));
    }

    private static Answer judge(HttpResponse<byte[]> answer, SealedMessage sent) {
        return new Signals(PORTUGAL, CLOCK)
                .judge(
                        answer.body(),
                        answer.headers().firstValue("Content-Type").orElse(null),
                        brazil.own().card(),
                        List.of(sent));
    }

    private static HttpResponse<byte[]> post(String contentType, byte[] body) throws Exception {
        return HTTP.send(
                request(contentType).POST(BodyPublishers.ofByteArray(body)).build(), BodyHandlers.ofByteArray());
    }

    private static HttpRequest.Builder request(String contentType) {
        return HttpRequest.newBuilder(brazil.endpoint())
                .version(HttpClient.Version.HTTP_1_1)
                .header("Content-Type", contentType);
    }

    private static long stored() {
        return brazil.get(JdbcClient.class)
                .sql("select count(*) from exchange.incoming")
                .query(Long.class)
                .single();
    }

    private static int refusals() {
        return (int)
                brazil.journaled().stream().filter("envelope-refused"::equals).count();
    }
}
