package org.comity.node.exchange;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.node.exchange.Patience.eventually;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.comity.node.directory.PartyId;
import org.comity.node.directory.Peers;
import org.comity.node.directory.SampleNodes;
import org.comity.node.exchange.Delivery.State;
import org.comity.node.settings.FreePort;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Peers that are down, deaf or killed at the worst moment: nothing is lost, nothing is done twice. */
class FaultTests {

    static ExchangeNode portugal;
    static ExchangeNode brazil;

    private final UUID conversation = UUID.randomUUID();
    private final List<AutoCloseable> open = new ArrayList<>();

    @BeforeAll
    static void start() {
        portugal = ExchangeNode.start("PT-contact-point");
        brazil = ExchangeNode.start("BR-contact-point");
        ExchangeNode.introduce(portugal, brazil);
    }

    @AfterAll
    static void stop() {
        portugal.close();
        brazil.close();
    }

    @AfterEach
    void mend() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
        Stream.of(portugal, brazil).filter(node -> !node.isRunning()).forEach(ExchangeNode::start);
        portugal.get(Peers.class).replace(brazil.own().card(), "test");
    }

    @Test
    void aPeerThatIsDownGetsTheSameMessageWhenItIsBack() {
        brazil.stop();

        MessageId id = portugal.inTransaction(() ->
                portugal.get(Outbox.class).send(new Envelope(conversation, brazilsParty(), "<late/>".getBytes())));
        eventually(() -> assertThat(portugal.delivery(id).attempts()).isGreaterThan(2));
        eventually(() -> assertThat(failures(portugal, id)).hasSize(1));
        assertThat(failures(portugal, id).getFirst().gaveUp()).isFalse();
        assertThat(failures(portugal, id).getFirst().reason())
                .hasToString("No receipt from BR-contact-point: it can’t be reached. If it is urgent, telephone.");
        assertThat(portugal.get(Deliveries.class).of(brazilsParty()).answering())
                .isFalse();

        brazil.start();

        eventually(() -> assertThat(portugal.delivery(id).state()).isEqualTo(State.CONFIRMED));
        assertThat(brazil.take(conversation)).containsExactly("<late/>");
        assertThat(portugal.get(Deliveries.class).of(brazilsParty()).answering())
                .isTrue();
        assertThat(failures(portugal, id)).hasSize(1);
        assertThat(seals(portugal, id)).isEqualTo(1);
    }

    @Test
    void aPersonCanTryAgainWhatWasGivenUp() {
        brazil.stop();
        MessageId id = portugal.inTransaction(() ->
                portugal.get(Outbox.class).send(new Envelope(conversation, brazilsParty(), "<late/>".getBytes())));
        eventually(() -> assertThat(portugal.delivery(id).attempts()).isPositive());
        portugal.get(JdbcClient.class)
                .sql("update exchange.outgoing set trying_since = trying_since - interval '25 hours'")
                .update();
        eventually(() -> assertThat(portugal.delivery(id).state()).isEqualTo(State.FAILED));
        assertThat(failures(portugal, id).getLast().gaveUp()).isTrue();

        brazil.start();
        portugal.get(Outbox.class).retry(id, "duty officer");

        eventually(() -> assertThat(portugal.delivery(id).state()).isEqualTo(State.CONFIRMED));
        assertThat(brazil.take(conversation)).containsExactly("<late/>");
        assertThat(portugal.journaled()).contains("envelope-given-up", "envelope-retried", "envelope-delivered");
    }

    @Test
    void aReceiptThatIsLostOnItsWayIsGivenAgain() throws Exception {
        int deaf = FreePort.any();
        open.add(new DeafOnce(deaf, brazil.port()));
        redirect(portugal, brazil, deaf);

        MessageId id = portugal.send(conversation, brazil, "<once/>");

        eventually(() -> assertThat(portugal.delivery(id).state()).isEqualTo(State.CONFIRMED));
        assertThat(portugal.delivery(id).attempts()).isEqualTo(2);
        assertThat(brazil.take(conversation)).containsExactly("<once/>");
        assertThat(brazil.events())
                .filteredOn(event -> event instanceof EnvelopeReceived received
                        && received.id().equals(id))
                .hasSize(1);
        assertThat(portugal.get(Deliveries.class).evidence(id).orElseThrow().receipt())
                .isEqualTo(receiptKeptBy(brazil, id));
    }

    @Test
    void aReceiverKilledBetweenCommitAndReceiptHasTheMessageOnceAndGivesTheReceiptAfterwards() throws Exception {
        brazil.stop();
        Process doomed = fork(DoomedNode.Fate.RECEIVER, brazil);
        try (BufferedReader says = doomed.inputReader()) {
            await(says, DoomedNode.READY);
            MessageId id = portugal.inTransaction(() ->
                    portugal.get(Outbox.class).send(new Envelope(conversation, brazilsParty(), "<once/>".getBytes())));
            await(says, DoomedNode.COMMITTED);
            kill(doomed);
            assertThat(portugal.delivery(id).state()).isEqualTo(State.SENT);

            brazil.start();

            eventually(() -> assertThat(portugal.delivery(id).state()).isEqualTo(State.CONFIRMED));
            assertThat(brazil.take(conversation)).containsExactly("<once/>");
            assertThat(portugal.get(Deliveries.class).evidence(id).orElseThrow().receipt())
                    .isEqualTo(receiptKeptBy(brazil, id));
        }
    }

    @Test
    void aSenderKilledAfterItsCommitSendsWhenItIsBack() throws Exception {
        portugal.stop();
        brazil.stop();
        Process doomed = fork(DoomedNode.Fate.SENDER, portugal);
        try (BufferedReader says = doomed.inputReader()) {
            await(says, DoomedNode.COMMITTED);
            kill(doomed);
        }

        brazil.start();
        portugal.start();

        eventually(() -> assertThat(portugal.get(Deliveries.class).inConversation(DoomedNode.CONVERSATION))
                .extracting(Delivery::state)
                .containsExactly(State.CONFIRMED));
        assertThat(brazil.take(DoomedNode.CONVERSATION)).containsExactly("<last-words/>");
    }

    /** Lets everything through, but keeps the answer to the first message to itself. */
    private static final class DeafOnce implements AutoCloseable {
        private final ServerSocket door;

        DeafOnce(int port, int behind) throws IOException {
            door = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
            Thread.ofVirtual().start(() -> {
                AtomicBoolean heard = new AtomicBoolean();
                while (!door.isClosed()) {
                    try {
                        Socket caller = door.accept();
                        Thread.ofVirtual().start(() -> pass(caller, behind, heard));
                    } catch (IOException closed) {
                        return;
                    }
                }
            });
        }

        private static void pass(Socket caller, int behind, AtomicBoolean heard) {
            try (caller;
                    Socket node = new Socket(InetAddress.getLoopbackAddress(), behind)) {
                byte[] start = caller.getInputStream().readNBytes("POST /as4".length());
                boolean deaf = new String(start, US_ASCII).equals("POST /as4") && heard.compareAndSet(false, true);
                node.getOutputStream().write(start);
                Thread.ofVirtual().start(() -> {
                    try {
                        caller.getInputStream().transferTo(node.getOutputStream());
                    } catch (IOException ended) {
                        // the caller left
                    }
                });
                InputStream answer = node.getInputStream();
                if (deaf) {
                    assertThat(answer.read()).isNotNegative();
                } else {
                    answer.transferTo(caller.getOutputStream());
                }
            } catch (IOException ended) {
                // one of the two left
            }
        }

        @Override
        public void close() throws IOException {
            door.close();
        }
    }

    private Process fork(DoomedNode.Fate fate, ExchangeNode node) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                DoomedNode.class.getName(),
                fate.name()));
        command.addAll(node.arguments());
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        open.add(process::destroyForcibly);
        return process;
    }

    private static void await(BufferedReader says, String word) throws IOException {
        for (String line = says.readLine(); !word.equals(line); line = says.readLine()) {
            assertThat(line).as("the forked node ended before it said " + word).isNotNull();
        }
    }

    /** SIGKILL: no hook runs, no connection is closed in order. */
    private static void kill(Process process) throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private static void redirect(ExchangeNode from, ExchangeNode to, int port) {
        var moved = SampleNodes.movedTo(to.own(), port);
        from.get(Peers.class).add(moved, "test");
    }

    private static PartyId brazilsParty() {
        return new PartyId("BR-contact-point");
    }

    private static List<DeliveryFailed> failures(ExchangeNode node, MessageId id) {
        return node.events().stream()
                .filter(DeliveryFailed.class::isInstance)
                .map(DeliveryFailed.class::cast)
                .filter(failure -> failure.id().equals(id))
                .toList();
    }

    private static int seals(ExchangeNode node, MessageId id) {
        return node.get(OutgoingEnvelopes.class).seals(id).size();
    }

    private static byte[] receiptKeptBy(ExchangeNode node, MessageId id) {
        return node.get(JdbcClient.class)
                .sql("select receipt from exchange.incoming where message_id = :id")
                .param("id", id.value())
                .query(byte[].class)
                .single();
    }
}
