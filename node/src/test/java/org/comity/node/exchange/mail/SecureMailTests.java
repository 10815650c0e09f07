package org.comity.node.exchange.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.node.exchange.Patience.eventually;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.comity.node.directory.Channel;
import org.comity.node.directory.Correspondents;
import org.comity.node.directory.MailContact;
import org.comity.node.directory.NodeFunction;
import org.comity.node.directory.PartyId;
import org.comity.node.documents.SomeForms;
import org.comity.node.exchange.Deliveries;
import org.comity.node.exchange.Delivery;
import org.comity.node.exchange.Enclosure;
import org.comity.node.exchange.Envelope;
import org.comity.node.exchange.ExchangeNode;
import org.comity.node.exchange.MessageId;
import org.comity.node.exchange.Outbox;
import org.comity.node.identity.Person;
import org.comity.node.identity.PersonId;
import org.comity.node.identity.Role;
import org.comity.node.time.WallTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node and a real mail server over TLS; the authority at the other end has a mail program and no node. */
class SecureMailTests {

    static final PartyId ARGENTINA = new PartyId("AR-central-authority");

    static MailHouse house;
    static ExchangeNode portugal;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        house = MailHouse.open();
        portugal = ExchangeNode.start("PT-contact-point", house.settings());
        enter(portugal, house);
    }

    @AfterAll
    static void stop() {
        portugal.close();
        house.close();
    }

    @BeforeEach
    void emptyMailboxes() {
        house.forget();
    }

    @Test
    void anEnvelopeForAnAuthorityWithoutANodeLeavesAsOneSealedMail() throws Exception {
        MessageId id = send(UUID.randomUUID(), "<request/>");

        eventually(() -> assertThat(delivery(id).handedOverAt()).isPresent());
        assertThat(delivery(id).state()).isEqualTo(Delivery.State.SENT);
        assertThat(delivery(id).channel()).isEqualTo(Channel.MAIL);
        assertThat(house.arrived()).hasSize(1);
        MimeMessage mail =
                new MimeMessage(null, new ByteArrayInputStream(house.arrived().getFirst()));
        assertThat(mail.getMessageID()).isEqualTo("<" + id + ">");
        assertThat(mail.getContentType()).contains("application/pkcs7-mime", "enveloped-data");
        assertThat(mail.getSubject())
                .contains(id.value().substring(0, 18), "EXERCISE")
                .doesNotContain("Perez");
        assertThat(new String(house.arrived().getFirst(), StandardCharsets.ISO_8859_1))
                .doesNotContain("<request/>");
        assertThat(portugal.journaled()).contains("envelope-queued", "envelope-handed-over");
    }

    @Test
    void openSslOpensTheMailChecksTheSignatureAndFindsTheForms() throws Exception {
        assumeTrue(works("openssl", "version"), "There is no openssl here, so nobody else checks the mail.");
        byte[] form = SomeForms.pdf();
        MessageId id = send(
                UUID.randomUUID(),
                "<request/>",
                new Enclosure("request.pdf", "application/pdf", form),
                new Enclosure("Anfrage – über.txt", "text/plain", "ä".getBytes(StandardCharsets.UTF_8)));
        eventually(() -> assertThat(delivery(id).handedOverAt()).isPresent());

        Path mail = Files.write(folder.resolve("mail.eml"), house.arrived().getFirst());
        Path key = Files.writeString(
                folder.resolve("key.pem"), MailHouse.pem(house.theirKeys().key()));
        Path own = Files.writeString(
                folder.resolve("own.pem"), MailHouse.pem(house.theirKeys().certificate()));
        Path signer = Files.writeString(
                folder.resolve("signer.pem"),
                MailHouse.pem(portugal.get(WritingLetters.class).keys().certificate()));
        run(
                "openssl",
                "cms",
                "-decrypt",
                "-in",
                mail.toString(),
                "-inkey",
                key.toString(),
                "-recip",
                own.toString(),
                "-out",
                folder.resolve("signed.eml").toString());
        run(
                "openssl",
                "cms",
                "-verify",
                "-in",
                folder.resolve("signed.eml").toString(),
                "-CAfile",
                signer.toString(),
                "-purpose",
                "smimesign",
                "-out",
                folder.resolve("content.eml").toString());

        Opened.Content content = OpeningMail.content(Files.readAllBytes(folder.resolve("content.eml")));
        assertThat(content.text()).contains("A signed answer is our receipt");
        assertThat(content.enclosures())
                .extracting(Enclosure::name)
                .containsExactly("request.pdf", "Anfrage – über.txt", "request-hi1.xml");
        assertThat(content.enclosures().getFirst().content()).isEqualTo(form);
        assertThat(content.enclosures().getLast().content()).isEqualTo("<request/>".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theMailsOfOneMatterLeaveInTheirOrderAndNameTheOnesBefore() throws Exception {
        UUID conversation = UUID.randomUUID();
        MessageId first = send(conversation, "<one/>");
        MessageId second = send(conversation, "<two/>");
        MessageId third = send(conversation, "<three/>");

        eventually(() -> assertThat(house.arrived()).hasSize(3));
        MimeMessage last =
                new MimeMessage(null, new ByteArrayInputStream(house.arrived().getLast()));
        assertThat(last.getMessageID()).isEqualTo("<" + third + ">");
        assertThat(last.getHeader("References", " ")).contains("<" + first + ">", "<" + second + ">");
    }

    @Test
    void whatIsSentAgainIsTheVerySameMail() {
        MessageId id = send(UUID.randomUUID(), "<again/>");
        eventually(() -> assertThat(house.arrived()).hasSize(1));

        portugal.get(Outbox.class).retry(id, "a duty officer");

        eventually(() -> assertThat(house.arrived()).hasSize(2));
        assertThat(house.arrived().get(1)).isEqualTo(house.arrived().get(0));
    }

    @Test
    void aServerThatBeginsInClearGetsTheMailOnlyAfterStartTls() throws Exception {
        try (StartTlsDoor door = house.behindStartTls()) {
            new MailServers(house.startingTls(door.port()))
                    .send("Subject: hello\r\n\r\nsealed\r\n".getBytes(StandardCharsets.US_ASCII), MailHouse.THEIRS);

            assertThat(new String(house.arrived().getFirst(), StandardCharsets.US_ASCII))
                    .contains("sealed");
            assertThat(door.inClear())
                    .contains("STARTTLS")
                    .noneMatch(line -> line.contains("AUTH") || line.contains("DATA"));
        }
    }

    @Test
    void nothingIsEverHandedToAServerInClear() {
        try (ExchangeNode node = ExchangeNode.start(
                "ES-contact-point",
                house.settingsWith(
                        "--comity.mail.smtp.tls=starttls",
                        "--comity.mail.imap.host=",
                        "--comity.mail.smtp.port=" + house.portInClear()))) {
            enter(node, house);
            MessageId id = node.inTransaction(() -> node.get(Outbox.class)
                    .send(new Envelope(UUID.randomUUID(), ARGENTINA, "<secret/>".getBytes(StandardCharsets.UTF_8))));

            eventually(() -> assertThat(
                            node.get(Deliveries.class).find(id).orElseThrow().lastError())
                    .hasValueSatisfying(why -> assertThat(why.toString()).contains("STARTTLS")));
            assertThat(house.arrived()).isEmpty();
        }
    }

    static void enter(ExchangeNode node, MailHouse house) {
        Correspondents correspondents = node.get(Correspondents.class);
        correspondents.enter(
                new Correspondents.Entry(
                        ARGENTINA,
                        "Central authority, AR",
                        Set.of(NodeFunction.CENTRAL_AUTHORITY),
                        List.of("es", "en"),
                        Optional.of(MailContact.read(
                                MailHouse.THEIRS,
                                MailHouse.pem(house.theirKeys().certificate()).getBytes(StandardCharsets.US_ASCII),
                                WallTime.clock())),
                        ""),
                person("first"));
        correspondents.confirm(ARGENTINA, "called back at the number in the treaty's list", person("second"));
    }

    static Person person(String name) {
        return new Person(new PersonId(UUID.randomUUID()), name, Set.of(Role.ADMINISTRATOR));
    }

    private static MessageId send(UUID conversation, String content, Enclosure... enclosures) {
        return portugal.inTransaction(() -> portugal.get(Outbox.class)
                .send(new Envelope(
                        conversation, ARGENTINA, content.getBytes(StandardCharsets.UTF_8), List.of(enclosures))));
    }

    private static Delivery delivery(MessageId id) {
        return portugal.get(Deliveries.class).find(id).orElseThrow();
    }

    private static boolean works(String... command) {
        try {
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }
}
