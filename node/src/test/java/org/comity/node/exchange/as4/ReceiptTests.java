package org.comity.node.exchange.as4;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.directory.OwnNode;
import org.comity.node.directory.SampleNodes;
import org.comity.node.exchange.MessageId;
import org.comity.node.exchange.as4.Refusal.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sender believes an answer only if it proves the delivery of exactly this message to exactly this peer. */
class ReceiptTests {

    private static final Clock NOW =
            Clock.fixed(Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC);
    private static final OwnNode PORTUGAL = SampleNodes.contactPoint("PT-contact-point", 18080, NOW);
    private static final OwnNode BRAZIL = SampleNodes.contactPoint("BR-contact-point", 18081, NOW);
    private static final OwnNode IMPOSTOR = SampleNodes.contactPoint("BR-contact-point", 18081, NOW);
    private static final String SOAP = "application/soap+xml";

    private static final Signals PORTUGALS = new Signals(PORTUGAL, NOW);
    private static final SealedMessage SENT = sealed("one@pt.comity", "<a/>");
    private static final SealedMessage ANOTHER = sealed("two@pt.comity", "<b/>");

    @Test
    void theReceiptOfThePeerForThisMessageIsProof() {
        byte[] receipt = receiptOf(BRAZIL, SENT);

        assertThat(judge(receipt)).isEqualTo(new Answer.Receipt(receipt));
    }

    @Test
    void aReceiptForAnyOfItsSealsIsProof() {
        SealedMessage earlier = sealed("one@pt.comity", "<a/>");

        assertThat(PORTUGALS.judge(receiptOf(BRAZIL, earlier), SOAP, BRAZIL.card(), List.of(SENT, earlier)))
                .isInstanceOf(Answer.Receipt.class);
        assertThat(judge(receiptOf(BRAZIL, earlier))).isInstanceOf(Answer.Worthless.class);
    }

    @Test
    void aReceiptForAnotherMessageIsWorthless() {
        assertThat(judge(receiptOf(BRAZIL, ANOTHER))).isInstanceOf(Answer.Worthless.class);
    }

    @Test
    void aReceiptForOtherContentUnderTheSameIdentifierIsWorthless() {
        assertThat(judge(receiptOf(BRAZIL, sealed("one@pt.comity", "<other/>"))))
                .isInstanceOf(Answer.Worthless.class);
    }

    @Test
    void aReceiptSignedByAnyoneElseIsWorthless() {
        OpenedMessage opened = open(BRAZIL, SENT);

        assertThat(judge(new Signals(IMPOSTOR, NOW).receiptFor(opened))).isInstanceOf(Answer.Worthless.class);
        assertThat(judge(new Signals(PORTUGAL, NOW).receiptFor(opened))).isInstanceOf(Answer.Worthless.class);
    }

    @Test
    void anUnsignedReceiptIsWorthless() {
        String signed = new String(receiptOf(BRAZIL, SENT), UTF_8);
        String unsigned = signed.replaceAll("(?s)<(\\w+:)?Security.*?</(\\w+:)?Security>", "");
        assertThat(unsigned).isNotEqualTo(signed).contains("NonRepudiationInformation");

        assertThat(judge(unsigned.getBytes(UTF_8))).isInstanceOf(Answer.Worthless.class);
    }

    @Test
    void anAlteredReceiptIsWorthless() {
        String genuine = new String(receiptOf(BRAZIL, ANOTHER), UTF_8);
        assertThat(genuine).contains("two@pt.comity");

        assertThat(judge(genuine.replace("two@pt.comity", "one@pt.comity").getBytes(UTF_8)))
                .isInstanceOf(Answer.Worthless.class);
    }

    @Test
    void anAnswerFromTheFutureIsWorthless() {
        Clock ahead = Clock.offset(NOW, Duration.ofHours(1));
        byte[] answer = new Signals(BRAZIL, ahead)
                .errorFor(new Refusal(Reason.CONTENT, "no").of("one@pt.comity", "PT-contact-point"));

        assertThat(judge(answer)).isInstanceOf(Answer.Worthless.class);
    }

    @Test
    void aSignedRefusalSaysWhetherItIsForGood() {
        assertThat(judge(refusalOf(BRAZIL, Reason.CONTENT))).isEqualTo(new Answer.Refused("The reason.", true));
        assertThat(judge(refusalOf(BRAZIL, Reason.UNKNOWN_PARTY))).isEqualTo(new Answer.Refused("The reason.", false));
    }

    @Test
    void aRefusalByAnyoneElseIsWorthless() {
        assertThat(judge(refusalOf(IMPOSTOR, Reason.CONTENT))).isInstanceOf(Answer.Worthless.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "OK", "<html><body>It works!</body></html>", "<!DOCTYPE a><a/>"})
    void anythingElseIsWorthless(String body) {
        assertThat(judge(body.getBytes(UTF_8))).isInstanceOf(Answer.Worthless.class);
        assertThat(PORTUGALS.judge(body.getBytes(UTF_8), null, BRAZIL.card(), List.of(SENT)))
                .isInstanceOf(Answer.Worthless.class);
    }

    @Test
    void aUserMessageIsNoAnswer() {
        assertThat(PORTUGALS.judge(SENT.body(), SENT.contentType(), BRAZIL.card(), List.of(SENT)))
                .isInstanceOf(Answer.Worthless.class);
    }

    private static Answer judge(byte[] answer) {
        return PORTUGALS.judge(answer, SOAP, BRAZIL.card(), List.of(SENT));
    }

    private static byte[] refusalOf(OwnNode node, Reason reason) {
        return new Signals(node, NOW)
                .errorFor(new Refusal(reason, "The reason.").of("one@pt.comity", "PT-contact-point"));
    }

    private static byte[] receiptOf(OwnNode node, SealedMessage message) {
        return new Signals(node, NOW).receiptFor(open(node, message));
    }

    private static OpenedMessage open(OwnNode node, SealedMessage message) {
        return new Opening(node, NOW)
                .open(message.body(), message.contentType(), party -> Optional.of(PORTUGAL.card()));
    }

    private static SealedMessage sealed(String id, String content) {
        return new Sealing(PORTUGAL, NOW)
                .seal(new MessageId(id), BRAZIL.card(), UUID.randomUUID(), 1, content.getBytes(UTF_8));
    }
}
