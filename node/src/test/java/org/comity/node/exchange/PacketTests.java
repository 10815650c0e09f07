package org.comity.node.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.comity.node.exchange.Patience.eventually;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.comity.node.directory.Channel;
import org.comity.node.directory.NodeCard;
import org.comity.node.directory.PartyId;
import org.comity.node.directory.Peers;
import org.comity.node.exchange.Delivery.Proof;
import org.comity.node.exchange.Delivery.State;
import org.comity.node.exchange.as4.SealedMessage;
import org.comity.node.exchange.packet.Packet;
import org.comity.node.frame.Noted;
import org.comity.node.journal.Journal;
import org.comity.node.settings.ComitySettings;
import org.comity.node.time.WallTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Two nodes that no network joins, and one that is not meant. */
class PacketTests {

    static final String BY = "a duty officer";

    static ExchangeNode portugal;
    static ExchangeNode brazil;
    static ExchangeNode chile;

    private final UUID conversation = UUID.randomUUID();

    @BeforeAll
    static void start() {
        portugal = ExchangeNode.start("PT-contact-point");
        brazil = ExchangeNode.start("BR-contact-point");
        chile = ExchangeNode.start("CL-contact-point");
        ExchangeNode.introduce(portugal, brazil);
        ExchangeNode.introduce(portugal, chile);
        for (ExchangeNode peer : List.of(brazil, chile)) {
            portugal.get(Peers.class).reach(peer.own().party(), Channel.PACKET, BY);
            peer.get(Peers.class).reach(portugal.own().party(), Channel.PACKET, BY);
        }
    }

    @AfterAll
    static void stop() {
        portugal.close();
        brazil.close();
        chile.close();
    }

    @Test
    void messagesAreCarriedThereAndTheirReceiptsBack() {
        MessageId first = portugal.send(conversation, brazil, "<one/>");
        MessageId second = portugal.inTransaction(() -> portugal.get(Outbox.class)
                .send(new Envelope(
                        conversation,
                        party(brazil),
                        "<two/>".getBytes(),
                        List.of(new Enclosure("form.pdf", "application/pdf", "%PDF".getBytes())))));
        assertThat(portugal.delivery(first).channel()).isEqualTo(Channel.PACKET);

        var taken = brazil.get(CarryingPackets.class).take(packetFor(brazil), BY);

        assertThat(taken.outcomes()).allSatisfy(it -> assertThat(it.trouble()).isEmpty());
        assertThat(brazil.events())
                .contains(
                        new EnvelopeReceived(first, party(portugal), conversation),
                        new EnvelopeReceived(second, party(portugal), conversation));
        assertThat(brazil.take(conversation)).containsExactly("<one/>", "<two/>");
        assertThat(brazil.get(Inbox.class).enclosures(party(portugal), second))
                .singleElement()
                .satisfies(form -> assertThat(form.content()).isEqualTo("%PDF".getBytes()));
        assertThat(portugal.delivery(first).state()).isEqualTo(State.SENT);
        assertThat(portugal.delivery(first).handedOverAt()).isPresent();

        byte[] receipts =
                brazil.get(Packets.class).file(taken.back().orElseThrow().id()).orElseThrow();
        portugal.get(CarryingPackets.class).take(receipts, BY);

        assertThat(portugal.delivery(first).state()).isEqualTo(State.CONFIRMED);
        assertThat(portugal.delivery(second).proof()).contains(Proof.SIGNED_RECEIPT);
        assertThat(portugal.events())
                .anyMatch(it -> it instanceof DeliveryConfirmed confirmed
                        && confirmed.id().equals(second));
        assertThat(portugal.journaled()).contains("packet-made", "envelope-handed-over", "packet-taken");
    }

    @Test
    void whatCameTwiceIsTakenOnceAndHeldUntilWhatIsBeforeIt() {
        portugal.send(conversation, brazil, "<one/>");
        byte[] early = packetFor(brazil);
        portugal.send(conversation, brazil, "<two/>");
        byte[] late = packetFor(brazil);

        brazil.get(CarryingPackets.class).take(late, BY);
        var again = brazil.get(CarryingPackets.class).take(early, BY);

        assertThat(again.outcomes()).allSatisfy(it -> assertThat(it.trouble()).isEmpty());
        assertThat(brazil.take(conversation)).containsExactly("<one/>", "<two/>");
    }

    @Test
    void contentThatTheReceiverRefusesIsGivenUpWhenItsAnswerIsCarriedBack() {
        MessageId id = portugal.send(conversation, brazil, "<unacceptable/>");

        var taken = brazil.get(CarryingPackets.class).take(packetFor(brazil), BY);
        assertThat(taken.outcomes())
                .filteredOn(it -> it.message().equals(id))
                .allSatisfy(
                        it -> assertThat(it.trouble().orElseThrow().toString()).contains("This is not for us."));
        portugal.get(CarryingPackets.class)
                .take(
                        brazil.get(Packets.class)
                                .file(taken.back().orElseThrow().id())
                                .orElseThrow(),
                        BY);

        assertThat(portugal.delivery(id).state()).isEqualTo(State.FAILED);
    }

    @Test
    void whatThePacketTellsOfItsSenderIsComparedWithWhatIsKnown() {
        String early = portugal.get(Journal.class).checkpoint().toString();
        portugal.send(conversation, brazil, "<one/>");
        assertThat(brazil.get(CarryingPackets.class).take(packetFor(brazil), BY).differences())
                .isEmpty();
        Instant later = WallTime.clock().instant().plusSeconds(60);
        NodeCard known = portugal.own().card();

        assertThat(differences(known.bytes(), early, later))
                .singleElement()
                .asString()
                .contains("cut or replaced");
        assertThat(differences(chile.own().card().bytes(), now(portugal), later))
                .singleElement()
                .asString()
                .contains("another root key");
        assertThat(differences(new byte[3], "cut", later))
                .extracting(Noted::toString)
                .satisfiesExactly(
                        card -> assertThat(card).contains("can’t be read"),
                        journal -> assertThat(journal).contains("nothing shows whether that journal only grew"));
    }

    private static List<Noted> differences(byte[] card, String checkpoint, Instant madeAt) {
        return brazil.get(ComparingSender.class)
                .differences(
                        Packet.of(
                                UUID.randomUUID(), party(portugal), party(brazil), madeAt, List.of(), card, checkpoint),
                        portugal.own().card());
    }

    private static String now(ExchangeNode node) {
        return node.get(Journal.class).checkpoint().toString();
    }

    @Test
    void theSamePacketIsRefusedTheSecondTime() {
        portugal.send(conversation, brazil, "<one/>");
        byte[] packet = packetFor(brazil);
        brazil.get(CarryingPackets.class).take(packet, BY);

        assertThat(refusal(brazil, packet)).contains("was taken in before", "Nothing was taken twice");
    }

    @Test
    void aPacketForAnotherNodeIsRefused() {
        portugal.send(conversation, brazil, "<one/>");

        assertThat(refusal(chile, packetFor(brazil))).contains("sealed to another node");
    }

    @Test
    void aPacketFromNobodyKnownIsRefused() {
        try (ExchangeNode stranger = ExchangeNode.start("AR-contact-point")) {
            stranger.get(Peers.class).add(chile.own().card(), "test");
            stranger.send(conversation, chile, "<one/>");

            assertThat(refusal(
                            chile,
                            stranger.get(Packets.class)
                                    .file(stranger.get(CarryingPackets.class)
                                            .make(party(chile), BY)
                                            .id())
                                    .orElseThrow()))
                    .contains("AR-contact-point, which is not in the directory");
        }
    }

    /** A packet is made while the network is tried: what was sealed first is what both carry. */
    @Test
    void twoSealsOfOneMomentAreOne() {
        MessageId id = portugal.send(conversation, brazil, "<one/>");
        OutgoingEnvelopes outgoing = portugal.get(OutgoingEnvelopes.class);
        SealedMessage first = portugal.get(OverAs4.class)
                .sealed(outgoing.find(id).orElseThrow(), brazil.own().card());

        SealedMessage other = new SealedMessage(id, first.contentType(), new byte[] {1}, first.references());

        assertThat(outgoing.keep(other, "the same key", 0).body()).isEqualTo(first.body());
        assertThat(outgoing.seals(id)).hasSize(1);
    }

    @Test
    void aPacketThatWasAlteredOrCutIsRefused() throws Exception {
        portugal.send(conversation, brazil, "<one/>");
        byte[] packet = packetFor(brazil);
        byte[] sealed = entry(packet, "packet.p7m");
        sealed[sealed.length / 2] ^= 1;

        assertThat(refusal(brazil, zip("packet.p7m", sealed))).contains("altered after it was sealed");
        assertThat(refusal(brazil, Arrays.copyOf(packet, packet.length / 2))).contains("not whole");
        assertThat(refusal(brazil, "not a zip".getBytes())).contains("not a packet");
        assertThat(refusal(brazil, zip("other.txt", new byte[3]))).contains("not a packet");
        assertThat(brazil.take(conversation)).isEmpty();
        assertThat(brazil.journaled()).contains("packet-refused");
    }

    @Test
    void theCoverSaysWhatTheFileIsAndNothingOfItsContent() throws Exception {
        portugal.send(conversation, brazil, "<one/>");
        byte[] packet = packetFor(brazil);

        assertThat(new String(entry(packet, "READ-ME.txt"), StandardCharsets.UTF_8))
                .contains("PT-contact-point", "BR-contact-point", "packet import", "IF YOU FOUND THIS FILE")
                .contains(portugal.own().card().fingerprint().toString());
        assertThat(new String(packet, StandardCharsets.ISO_8859_1)).doesNotContain("<one/>", conversation.toString());
    }

    @Test
    void whatWaitedForAHandLeavesByItselfOnceThePeerIsConnectedAgain() {
        MessageId id = portugal.send(conversation, chile, "<one/>");
        try {
            portugal.get(Peers.class).reach(party(chile), Channel.AS4, BY);

            eventually(() -> assertThat(portugal.delivery(id).state()).isEqualTo(State.CONFIRMED));
        } finally {
            portugal.get(Peers.class).reach(party(chile), Channel.PACKET, BY);
        }
    }

    @Test
    void whatIsPutIntoTheFolderIsTakenInToo() throws Exception {
        portugal.send(conversation, brazil, "<one/>");
        Path home = brazil.get(ComitySettings.class).home();
        Files.createDirectories(PacketFolder.in(home));
        Files.write(PacketFolder.in(home).resolve("brought.comity-packet"), packetFor(brazil));
        Path outcome = PacketFolder.out(home).resolve("brought.comity-packet" + PacketFolder.OUTCOME);

        eventually(() -> assertThat(outcome).exists());
        List<String> lines = Files.readAllLines(outcome);
        assertThat(lines).first().isEqualTo("done");
        assertThat(Path.of(lines.getLast())).exists();
        assertThat(brazil.take(conversation)).containsExactly("<one/>");

        Files.writeString(PacketFolder.in(home).resolve("ask.wish"), "XX-nobody");
        Path refused = PacketFolder.out(home).resolve("ask.wish" + PacketFolder.OUTCOME);
        eventually(() -> assertThat(refused).exists());
        assertThat(Files.readAllLines(refused)).first().isEqualTo("refused");
    }

    @Test
    void withNothingToCarryThereIsNoPacket() {
        assertThatThrownBy(() -> chile.get(CarryingPackets.class).make(party(portugal), BY))
                .isInstanceOf(PacketNotTaken.class)
                .hasMessageContaining("Nothing waits for PT-contact-point");
    }

    private static PartyId party(ExchangeNode node) {
        return node.own().party();
    }

    private static byte[] packetFor(ExchangeNode to) {
        return portugal.get(Packets.class)
                .file(portugal.get(CarryingPackets.class).make(party(to), BY).id())
                .orElseThrow();
    }

    private static String refusal(ExchangeNode at, byte[] packet) {
        try {
            at.get(CarryingPackets.class).take(packet, BY);
            throw new AssertionError("It was taken.");
        } catch (PacketNotTaken refused) {
            return refused.said().inEnglish();
        }
    }

    private static byte[] entry(byte[] zip, String name) throws Exception {
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return in.readAllBytes();
                }
            }
        }
        throw new AssertionError("There is no " + name + ".");
    }

    private static byte[] zip(String name, byte[] content) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }
}
