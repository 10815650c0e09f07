package org.comity.node.exchange.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.node.exchange.Patience.eventually;
import static org.comity.node.exchange.mail.SecureMailTests.ARGENTINA;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.comity.node.exchange.AnswerFiled;
import org.comity.node.exchange.Answers;
import org.comity.node.exchange.Deliveries;
import org.comity.node.exchange.Delivery;
import org.comity.node.exchange.DeliveryConfirmed;
import org.comity.node.exchange.Envelope;
import org.comity.node.exchange.ExchangeNode;
import org.comity.node.exchange.FilingAnswers;
import org.comity.node.exchange.MessageId;
import org.comity.node.exchange.Outbox;
import org.comity.node.exchange.ReceivedAnswer;
import org.comity.node.exchange.RecordingAcknowledgement;
import org.comity.node.exchange.SignatureCheck;
import org.comity.node.time.WallTime;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node that watches a real mailbox over TLS; the authority answers with whatever mail program it has. */
class AnswersByMailTests {

    static MailHouse house;
    static ExchangeNode portugal;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        house = MailHouse.open();
        portugal = ExchangeNode.start("PT-contact-point", house.settings());
        SecureMailTests.enter(portugal, house);
    }

    @AfterAll
    static void stop() {
        portugal.close();
        house.close();
    }

    private final UUID conversation = UUID.randomUUID();
    private MessageId asked;

    @BeforeEach
    void ask() {
        asked = portugal.inTransaction(() -> portugal.get(Outbox.class)
                .send(new Envelope(conversation, ARGENTINA, "<request/>".getBytes(StandardCharsets.UTF_8))));
        eventually(() -> assertThat(delivery().handedOverAt()).isPresent());
    }

    @Test
    void aSignedAnswerIsFiledByItselfAndIsTheReceipt() {
        house.answer(mail("In-Reply-To: <" + asked + ">", "Re: something", sealedAndSigned(house.theirKeys())));

        ReceivedAnswer answer = filed();
        assertThat(answer.signature()).isEqualTo(SignatureCheck.PROVED);
        assertThat(answer.sealed()).isTrue();
        assertThat(answer.text()).isEqualTo("We have preserved the data.");
        assertThat(answer.attached()).extracting(ReceivedAnswer.Attached::name).containsExactly("receipt.pdf");
        assertThat(portugal.get(Answers.class)
                        .enclosures(answer.id())
                        .getFirst()
                        .content())
                .isEqualTo("%PDF-1.7".getBytes(StandardCharsets.US_ASCII));
        assertThat(delivery().state()).isEqualTo(Delivery.State.CONFIRMED);
        assertThat(delivery().proof()).contains(Delivery.Proof.SIGNED_MAIL);
        assertThat(portugal.events())
                .contains(new AnswerFiled(
                        answer.id(), asked, conversation, ARGENTINA, SignatureCheck.PROVED, answer.cameAt()))
                .anyMatch(it -> it instanceof DeliveryConfirmed confirmed
                        && confirmed.id().equals(asked));
        assertThat(portugal.journaled()).contains("answer-taken", "answer-filed", "envelope-acknowledged");
    }

    @Test
    void theReferenceInTheSubjectIsEnough() {
        house.answer(mail(
                "X-Nothing: else",
                "AW: [" + asked.value().substring(0, 18).toUpperCase() + "] Answer",
                sealedAndSigned(house.theirKeys())));

        assertThat(filed().signature()).isEqualTo(SignatureCheck.PROVED);
    }

    @Test
    void whatNothingProvesWaitsForAPersonWhoFilesIt() {
        house.answer(mail(
                "In-Reply-To: <" + asked + ">",
                "Re",
                "Content-Type: text/plain; charset=utf-8\r\n\r\nSí, recibido.\r\n".getBytes(StandardCharsets.UTF_8)));

        ReceivedAnswer waiting = inTray();
        assertThat(waiting.signature()).isEqualTo(SignatureCheck.ABSENT);
        assertThat(waiting.suggestion()).contains(asked);
        assertThat(delivery().state()).isEqualTo(Delivery.State.SENT);

        portugal.get(FilingAnswers.class).file(waiting.id(), asked, SecureMailTests.person("a duty officer"));

        assertThat(filed().text()).isEqualTo("Sí, recibido.");
        assertThat(delivery().proof()).contains(Delivery.Proof.RECORD);
    }

    @Test
    void whoeverElseSignsProvesNothing() {
        MailKeys stranger = MailKeys.make(MailHouse.THEIRS, "Somebody", WallTime.clock());

        house.answer(mail("In-Reply-To: <" + asked + ">", "Re", sealedAndSigned(stranger)));

        assertThat(inTray().signature()).isEqualTo(SignatureCheck.STRANGER);
        assertThat(delivery().state()).isEqualTo(Delivery.State.SENT);
    }

    @Test
    void anAnswerThatWasAlteredIsShownAsBroken() throws Exception {
        assumeTrue(openssl(), "There is no openssl here, so no foreign mail program answers.");
        String signed = new String(clearSigned(), StandardCharsets.UTF_8);

        house.answer(mail(
                "In-Reply-To: <" + asked + ">",
                "Re",
                signed.replace("We refuse", "We agree").getBytes(StandardCharsets.UTF_8)));

        ReceivedAnswer waiting = inTray();
        assertThat(waiting.signature()).isEqualTo(SignatureCheck.BROKEN);
        assertThat(waiting.text()).contains("We agree");
    }

    @Test
    void anAnswerThatAForeignMailProgramSignedInClearIsProved() throws Exception {
        assumeTrue(openssl(), "There is no openssl here, so no foreign mail program answers.");

        house.answer(mail("References: <x@y> <" + asked + ">", "Re", clearSigned()));

        assertThat(filed().signature()).isEqualTo(SignatureCheck.PROVED);
        assertThat(filed().text()).contains("We refuse");
    }

    @Test
    void theSameMailIsTakenOnceHoweverOftenItComes() {
        byte[] answer = mail("In-Reply-To: <" + asked + ">", "Re", sealedAndSigned(house.theirKeys()));
        house.answer(answer);
        UUID id = filed().id();

        house.answer(answer);
        UUID again =
                portugal.inTransaction(() -> portugal.get(FilingAnswers.class).take(answer, "a duty officer"));

        assertThat(again).isEqualTo(id);
        assertThat(portugal.get(Answers.class).inConversation(conversation)).hasSize(1);
    }

    @Test
    void aMailThatCantBeOpenedIsKeptAndSaysWhy() {
        MailKeys another = MailKeys.make("x@y.example", "x", WallTime.clock());
        byte[] sealed = Smime.sealed("Content-Type: text/plain\r\n\r\nhm\r\n".getBytes(), another.certificate());
        byte[] mail = mail("In-Reply-To: <" + asked + ">", "Re", sealed);

        UUID id = portugal.get(FilingAnswers.class).take(mail, "a duty officer");

        ReceivedAnswer kept = portugal.get(Answers.class).require(id);
        assertThat(kept.trouble().orElseThrow().toString()).contains("sealed to another key");
        assertThat(portugal.get(Answers.class).raw(id)).contains(mail);
    }

    @Test
    void noMailKeepsTheNextOneFromBeingRead() {
        house.answer(mail("X-Odd: one", "\u0000", "Content-Type: application/pkcs7-mime\r\n\r\n0".getBytes()));
        house.answer(mail("X-Odd: two", "", "Content-Type: multipart/signed\r\n\r\n--\r\n".getBytes()));
        house.answer(mail("In-Reply-To: <" + asked + ">", "Re", sealedAndSigned(house.theirKeys())));

        assertThat(filed().signature()).isEqualTo(SignatureCheck.PROVED);
    }

    @Test
    void anAnnouncedAcknowledgementIsRecordedWithItsSource() {
        portugal.get(RecordingAcknowledgement.class)
                .acknowledge(asked, "telephone call with their registry", SecureMailTests.person("a duty officer"));

        assertThat(delivery().state()).isEqualTo(Delivery.State.CONFIRMED);
        assertThat(delivery().proof()).contains(Delivery.Proof.RECORD);
    }

    private Delivery delivery() {
        return portugal.get(Deliveries.class).find(asked).orElseThrow();
    }

    private ReceivedAnswer filed() {
        eventually(() -> assertThat(portugal.get(Answers.class).inConversation(conversation))
                .hasSize(1));
        return portugal.get(Answers.class).inConversation(conversation).getFirst();
    }

    private ReceivedAnswer inTray() {
        eventually(() -> assertThat(portugal.get(Answers.class).tray())
                .anyMatch(it -> it.suggestion().filter(asked::equals).isPresent()));
        return portugal.get(Answers.class).tray().stream()
                .filter(it -> it.suggestion().filter(asked::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static byte[] sealedAndSigned(MailKeys keys) {
        String entity = """
                Content-Type: multipart/mixed; boundary=b\r
                \r
                --b\r
                Content-Type: multipart/alternative; boundary=c\r
                \r
                --c\r
                Content-Type: text/plain; charset=us-ascii\r
                \r
                We have preserved the data.\r
                --c\r
                Content-Type: text/html\r
                \r
                <p>We have preserved the data.<img src="https://tracker.example/x"></p>\r
                --c--\r
                --b\r
                Content-Type: application/pdf\r
                Content-Disposition: attachment; filename="receipt.pdf"\r
                Content-Transfer-Encoding: base64\r
                \r
                JVBERi0xLjc=\r
                --b--\r
                """;
        return Smime.signedAndSealed(
                entity.getBytes(StandardCharsets.US_ASCII),
                keys,
                portugal.get(WritingLetters.class).keys().certificate());
    }

    private byte[] clearSigned() throws Exception {
        Path key = Files.writeString(
                folder.resolve("key.pem"), MailHouse.pem(house.theirKeys().key()));
        Path own = Files.writeString(
                folder.resolve("own.pem"), MailHouse.pem(house.theirKeys().certificate()));
        Path text = Files.writeString(
                folder.resolve("text"), "Content-Type: text/plain\r\n\r\nWe refuse, for article 27.\r\n");
        Process process = new ProcessBuilder(
                        "openssl",
                        "cms",
                        "-sign",
                        "-in",
                        text.toString(),
                        "-signer",
                        own.toString(),
                        "-inkey",
                        key.toString())
                .start();
        byte[] signed = process.getInputStream().readAllBytes();
        assertThat(process.waitFor()).isZero();
        return signed;
    }

    private static byte[] mail(String header, String subject, byte[] entity) {
        String head = "From: Registry <" + MailHouse.THEIRS + ">\r\nTo: " + MailHouse.OURS + "\r\nMessage-ID: <"
                + UUID.randomUUID() + "@authority.ar.example>\r\n" + header + "\r\nSubject: " + subject + "\r\n";
        byte[] first = head.getBytes(StandardCharsets.UTF_8);
        byte[] whole = new byte[first.length + entity.length];
        System.arraycopy(first, 0, whole, 0, first.length);
        System.arraycopy(entity, 0, whole, first.length, entity.length);
        return whole;
    }

    private static boolean openssl() throws Exception {
        try {
            return new ProcessBuilder(List.of("openssl", "version")).start().waitFor() == 0;
        } catch (IOException absent) {
            return false;
        }
    }
}
