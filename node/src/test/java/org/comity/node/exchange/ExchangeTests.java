package org.comity.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.comity.node.exchange.Patience.eventually;

import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.comity.node.directory.NodeFunction;
import org.comity.node.directory.PartyId;
import org.comity.node.directory.Peers;
import org.comity.node.exchange.Delivery.State;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;

/** Two nodes on real sockets. */
class ExchangeTests {

    static ExchangeNode portugal;
    static ExchangeNode brazil;

    private final UUID conversation = UUID.randomUUID();

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

    @Test
    void anEnvelopeArrivesAndItsReceiptComesBack() {
        MessageId id = portugal.send(conversation, brazil, "<preserve/>");

        eventually(() -> assertThat(portugal.delivery(id).state()).isEqualTo(State.CONFIRMED));
        assertThat(brazil.take(conversation)).containsExactly("<preserve/>");
        assertThat(portugal.events())
                .filteredOn(DeliveryConfirmed.class::isInstance)
                .extracting(event -> ((DeliveryConfirmed) event).id())
                .contains(id);
        assertThat(brazil.events())
                .contains(new EnvelopeReceived(id, portugal.own().party(), conversation));
        assertThat(portugal.journaled()).contains("envelope-queued", "envelope-delivered");
        assertThat(brazil.journaled()).contains("envelope-received");
    }

    @Test
    void theProofOfDeliveryIsKept() {
        MessageId id = portugal.send(conversation, brazil, "<preserve/>");
        eventually(() -> assertThat(portugal.delivery(id).state()).isEqualTo(State.CONFIRMED));

        Deliveries.Evidence evidence =
                portugal.get(Deliveries.class).evidence(id).orElseThrow();

        byte[] arrived = brazil.get(JdbcClient.class)
                .sql("select body from exchange.incoming where message_id = :id")
                .param("id", id.value())
                .query(byte[].class)
                .single();
        byte[] receipt = brazil.get(JdbcClient.class)
                .sql("select receipt from exchange.incoming where message_id = :id")
                .param("id", id.value())
                .query(byte[].class)
                .single();
        assertThat(evidence.sent()).isEqualTo(arrived);
        assertThat(evidence.receipt()).isEqualTo(receipt);
    }

    @Test
    void bothSidesCanSpeakInOneConversation() {
        portugal.send(conversation, brazil, "<ask/>");
        eventually(() -> assertThat(brazil.get(Inbox.class).waiting()).contains(conversation));
        assertThat(brazil.take(conversation)).containsExactly("<ask/>");

        brazil.send(conversation, portugal, "<answer/>");
        eventually(() -> assertThat(portugal.get(Inbox.class).waiting()).contains(conversation));
        assertThat(portugal.take(conversation)).containsExactly("<answer/>");
    }

    @Test
    void manyEnvelopesAreTakenInTheOrderInWhichTheyWereHandedOver() {
        for (int i = 1; i <= 12; i++) {
            portugal.send(conversation, brazil, "<n" + i + "/>");
        }

        eventually(() -> assertThat(portugal.get(Deliveries.class).inConversation(conversation))
                .extracting(Delivery::state)
                .containsOnly(State.CONFIRMED));
        assertThat(brazil.take(conversation))
                .containsExactly(
                        "<n1/>", "<n2/>", "<n3/>", "<n4/>", "<n5/>", "<n6/>", "<n7/>", "<n8/>", "<n9/>", "<n10/>",
                        "<n11/>", "<n12/>");
    }

    @Test
    void whatTheCallerRollsBackWasNeverSent() {
        assertThatThrownBy(() -> portugal.inTransaction(() -> {
                    portugal.get(Outbox.class)
                            .send(new Envelope(conversation, brazil.own().party(), "<a/>".getBytes()));
                    throw new IllegalArgumentException("changed my mind");
                }))
                .hasMessage("changed my mind");
        portugal.send(conversation, brazil, "<b/>");

        eventually(() -> assertThat(brazil.get(Inbox.class).waiting()).contains(conversation));
        assertThat(brazil.take(conversation)).containsExactly("<b/>");
        assertThat(portugal.get(Deliveries.class).inConversation(conversation))
                .extracting(Delivery::sequence)
                .containsExactly(1L);
    }

    @Test
    void sendingAndTakingNeedTheCallersTransaction() {
        Envelope envelope = new Envelope(conversation, brazil.own().party(), "<a/>".getBytes());

        assertThatThrownBy(() -> portugal.get(Outbox.class).send(envelope))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> portugal.get(Inbox.class).take(conversation))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void whatATakerRollsBackCanBeTakenAgain() {
        portugal.send(conversation, brazil, "<a/>");
        eventually(() -> assertThat(brazil.get(Inbox.class).waiting()).contains(conversation));

        assertThatThrownBy(() -> brazil.inTransaction(() -> {
                    assertThat(brazil.get(Inbox.class).take(conversation)).isPresent();
                    throw new IllegalArgumentException("fell over");
                }))
                .hasMessage("fell over");

        assertThat(brazil.take(conversation)).containsExactly("<a/>");
        assertThat(brazil.get(Inbox.class).waiting()).doesNotContain(conversation);
    }

    @Test
    void twoTakersNeverTakeTheSameEnvelope() throws Exception {
        for (int i = 0; i < 6; i++) {
            portugal.send(conversation, brazil, "<n" + i + "/>");
        }
        eventually(() -> assertThat(portugal.get(Deliveries.class).inConversation(conversation))
                .extracting(Delivery::state)
                .containsOnly(State.CONFIRMED));

        try (ExecutorService takers = Executors.newVirtualThreadPerTaskExecutor()) {
            var one = takers.submit(() -> brazil.take(conversation));
            var other = takers.submit(() -> brazil.take(conversation));
            assertThat(Stream.concat(one.get().stream(), other.get().stream()))
                    .hasSize(6)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void contentThatTheReceiverCantAcceptIsRefusedForGoodAndDoesNotHoldUpWhatFollows() {
        MessageId refused = portugal.send(conversation, brazil, "<unacceptable/>");
        MessageId next = portugal.send(conversation, brazil, "<good/>");

        eventually(() -> assertThat(portugal.delivery(refused).state()).isEqualTo(State.FAILED));
        eventually(() -> assertThat(portugal.delivery(next).state()).isEqualTo(State.CONFIRMED));
        assertThat(portugal.delivery(refused).lastError().orElseThrow())
                .hasToString("BR-contact-point refuses the message: This is not for us.");
        assertThat(portugal.events())
                .filteredOn(DeliveryFailed.class::isInstance)
                .extracting(event -> (DeliveryFailed) event)
                .filteredOn(failure -> failure.id().equals(refused))
                .singleElement()
                .matches(DeliveryFailed::gaveUp);
        assertThat(brazil.take(conversation)).containsExactly("<good/>");
    }

    @Test
    void contentWithADocumentTypeIsRefused() {
        for (String hostile : new String[] {
            "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>",
            "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>",
            "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;\">]><l>&c;</l>",
            "<a>&undefined;</a>",
            "<a>" + "<b>".repeat(XmlGuard.DEEPEST + 1) + "</b>".repeat(XmlGuard.DEEPEST + 1) + "</a>",
            "not xml",
            ""
        }) {
            MessageId id = portugal.send(UUID.randomUUID(), brazil, hostile);
            eventually(() -> assertThat(portugal.delivery(id).state()).isEqualTo(State.FAILED));
        }
    }

    @Test
    void aReceiverWhoIsNotAPeerIsSaidAtOnce() {
        assertThatThrownBy(() -> portugal.inTransaction(() -> portugal.get(Outbox.class)
                        .send(new Envelope(conversation, new PartyId("AR-contact-point"), new byte[0]))))
                .isInstanceOf(Peers.UnknownPeer.class)
                .hasMessageContaining("comity node peer add");
    }

    @Test
    void contentThatDoesNotFitIsSaidAtOnceAndTheLargestThatFitsArrives() {
        assertThatThrownBy(() -> portugal.send(conversation, brazil, "x".repeat(768 * 1024 + 1)))
                .isInstanceOf(Outbox.EnvelopeTooLarge.class);

        StringBuilder noise = new StringBuilder("<a>");
        new Random(7).ints(768 * 1024 - 7, 'a', 'z').forEach(letter -> noise.append((char) letter));
        MessageId id = portugal.send(conversation, brazil, noise.append("</a>").toString());
        eventually(() -> assertThat(portugal.delivery(id).state()).isEqualTo(State.CONFIRMED));
    }

    @Test
    void thePeersKnowWhenTheyLastHeardOfEachOther() {
        MessageId id = portugal.send(conversation, brazil, "<a/>");
        eventually(() -> assertThat(portugal.delivery(id).state()).isEqualTo(State.CONFIRMED));

        assertThat(portugal.get(Deliveries.class).of(brazil.own().party()).lastSuccessAt())
                .isPresent();
        assertThat(portugal.get(Peers.class).forState("BR", NodeFunction.CONTACT_24_7))
                .singleElement()
                .matches(peer -> peer.lastHeardAt().isPresent());
        assertThat(brazil.get(Peers.class).require(portugal.own().party()).lastHeardAt())
                .isPresent();
    }
}
