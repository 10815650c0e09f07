package org.comity.node.exchange.as4;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.security.interfaces.XECPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import javax.xml.parsers.DocumentBuilderFactory;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.xml.security.keys.KeyInfo;
import org.apache.xml.security.utils.Constants;
import org.comity.node.directory.OwnNode;
import org.comity.node.directory.SampleNodes;
import org.comity.node.exchange.MessageId;
import org.comity.node.exchange.as4.Forger.Forged;
import org.comity.node.exchange.as4.Refusal.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpeningTests {

    private static final Clock NOW =
            Clock.fixed(Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS), ZoneOffset.UTC);
    private static final OwnNode PORTUGAL = SampleNodes.contactPoint("PT-contact-point", 18080, NOW);
    private static final OwnNode BRAZIL = SampleNodes.contactPoint("BR-contact-point", 18081, NOW);
    private static final OwnNode ARGENTINA = SampleNodes.contactPoint("AR-contact-point", 18082, NOW);
    private static final OwnNode STRANGER = SampleNodes.contactPoint("XX-stranger", 18083, NOW);

    private static final Opening.Circle CIRCLE = party -> Optional.of(party)
            .flatMap(wanted -> java.util.stream.Stream.of(PORTUGAL, ARGENTINA)
                    .filter(node -> node.party().equals(wanted))
                    .findFirst())
            .map(OwnNode::card);

    private static final UUID CONVERSATION = UUID.fromString("7f0c2a52-77a5-4c3c-9c39-1d4f2f8a11aa");
    private static final byte[] CONTENT = "<HI1Message>preserve</HI1Message>".getBytes(UTF_8);
    private static final SealedMessage SEALED =
            new Sealing(PORTUGAL, NOW).seal(new MessageId("one@pt.comity"), BRAZIL.card(), CONVERSATION, 3, CONTENT);

    private static final Opening BRAZILS = new Opening(BRAZIL, NOW);

    @Test
    void whatWasSealedIsOpenedAsItWas() {
        OpenedMessage opened = BRAZILS.open(SEALED.body(), SEALED.contentType(), CIRCLE);

        assertThat(opened.id()).isEqualTo(new MessageId("one@pt.comity"));
        assertThat(opened.from()).isEqualTo(PORTUGAL.party());
        assertThat(opened.conversation()).isEqualTo(CONVERSATION);
        assertThat(opened.sequence()).isEqualTo(3);
        assertThat(opened.content()).isEqualTo(CONTENT);
        assertThat(opened.sentAt()).isEqualTo(NOW.instant());
    }

    /** 02 1A is how DER begins an integer of 26 bytes; DSA keys are integers, and DSA does not look at the identifier. */
    @Test
    void aKeyThatLooksLikeAnIntegerIsStillReadAsWhatItsIdentifierNames() throws Exception {
        var document = DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .newDocument();
        var keyInfo = new KeyInfo(document);
        document.appendChild(keyInfo.getElement());
        var value = document.createElementNS(Constants.SignatureSpec11NS, "dsig11:DEREncodedKeyValue");
        value.setTextContent("MCowBQYDK2VuAyEAAhp1OuJBOJo8bG8d3Tc159mw7IHmCEEdSZm7gL5XimI=");
        keyInfo.getElement().appendChild(value);
        As4.start();

        assertThat(keyInfo.getPublicKey()).isInstanceOf(XECPublicKey.class);
    }

    @Test
    void theContentIsNotReadableOnTheWire() {
        assertThat(new String(SEALED.body(), ISO_8859_1)).doesNotContain("preserve");
    }

    @Test
    void aProperForgeryOfTheTestsIsTakenSoThatTheOthersFailForTheirOwnReason() {
        Forged proper = forger().make();

        assertThat(BRAZILS.open(proper.body(), proper.contentType(), CIRCLE).content())
                .isEqualTo("<a/>".getBytes(UTF_8));
    }

    @Test
    void anUnsignedMessageIsRefused() {
        assertThat(refusal(forger().unsigned())).isEqualTo(Reason.UNSIGNED);
    }

    @Test
    void anUnencryptedMessageIsRefused() {
        assertThat(refusal(forger().unencrypted())).isEqualTo(Reason.NOT_ENCRYPTED);
    }

    @Test
    void aMessageThatIsNeitherIsRefused() {
        assertThat(refusal(forger().unsigned().unencrypted())).isEqualTo(Reason.UNSIGNED);
    }

    @Test
    void aMessageSignedByAnotherPeerIsRefused() {
        assertThat(refusal(forger().signedBy(ARGENTINA))).isEqualTo(Reason.WRONG_SIGNER);
    }

    @Test
    void aMessageSignedUnderAForeignRootIsRefused() {
        assertThat(refusal(forger().signedBy(STRANGER))).isEqualTo(Reason.WRONG_SIGNER);
    }

    @Test
    void aMessageSignedByAnImpostorOfTheSameNameIsRefused() {
        OwnNode impostor = SampleNodes.contactPoint("PT-contact-point", 18080, NOW);

        assertThat(refusal(forger().signedBy(impostor))).isEqualTo(Reason.WRONG_SIGNER);
    }

    @Test
    void aMessageSignedWithTheReceiversOwnKeyIsRefused() {
        assertThat(refusal(forger().signedBy(BRAZIL))).isEqualTo(Reason.WRONG_SIGNER);
    }

    @Test
    void anUnknownSenderIsRefused() {
        Refusal refusal = refused(Forger.message(STRANGER, BRAZIL.card(), NOW).make());

        assertThat(refusal.reason()).isEqualTo(Reason.UNKNOWN_PARTY);
        assertThat(refusal.claimedParty()).contains("XX-stranger");
    }

    @Test
    void aMessageForAnotherNodeIsRefused() {
        assertThat(refusal(Forger.message(PORTUGAL, ARGENTINA.card(), NOW))).isEqualTo(Reason.MISADDRESSED);
    }

    @Test
    void aMessageSealedToAnotherKeyIsRefused() {
        assertThat(refusal(forger().sealedTo(ARGENTINA.card()))).isEqualTo(Reason.WRONG_SIGNER);
    }

    @Test
    void aMessageForwardedForSomeoneElseIsRefused() {
        assertThat(refusal(forger().property(As4.ORIGINAL_SENDER, "AR-contact-point")))
                .isEqualTo(Reason.MISADDRESSED);
        assertThat(refusal(forger().property(As4.FINAL_RECIPIENT, "AR-contact-point")))
                .isEqualTo(Reason.MISADDRESSED);
    }

    @Test
    void anotherServiceActionOrAgreementIsRefused() {
        assertThat(refusal(forger().with(message -> message.setServiceValue("urn:other"))))
                .isEqualTo(Reason.FOREIGN_PROFILE);
        assertThat(refusal(forger().with(message -> message.setAction("urn:other"))))
                .isEqualTo(Reason.FOREIGN_PROFILE);
        assertThat(refusal(forger().with(message -> message.setAgreementRefValue("urn:other"))))
                .isEqualTo(Reason.FOREIGN_PROFILE);
    }

    @Test
    void aMessageMustHoldExactlyOnePayload() {
        assertThat(refusal(forger().payloads(2))).isEqualTo(Reason.FOREIGN_PROFILE);
        assertThat(refusal(forger().payloads(0).unencrypted())).isEqualTo(Reason.FOREIGN_PROFILE);
    }

    @Test
    void anotherMediaTypeOrNoCompressionIsRefused() {
        assertThat(refusal(forger().mimeType("text/html"))).isEqualTo(Reason.FOREIGN_PROFILE);
        assertThat(refusal(forger().uncompressed())).isEqualTo(Reason.FOREIGN_PROFILE);
    }

    @Test
    void aStaleMessageAndOneFromTheFutureAreRefused() {
        assertThat(refusal(forger().sentAt(NOW.instant().minus(Duration.ofDays(9)))))
                .isEqualTo(Reason.WRONG_TIME);
        assertThat(refusal(forger().sentAt(NOW.instant().plus(Duration.ofMinutes(6)))))
                .isEqualTo(Reason.WRONG_TIME);
    }

    @Test
    void aSequenceThatIsNoCountIsRefused() {
        for (String wrong : new String[] {"0", "-1", "1.5", "x", "99999999999", " 1"}) {
            assertThat(refusal(forger().property(As4.SEQUENCE, wrong))).isEqualTo(Reason.FOREIGN_PROFILE);
        }
    }

    @Test
    void aConversationThatIsNoUuidIsRefused() {
        assertThat(refusal(forger().with(message -> message.setConversationID("../../etc"))))
                .isEqualTo(Reason.FOREIGN_PROFILE);
    }

    @Test
    void aMessageIdentifierThatIsTooLongIsRefused() {
        assertThat(refusal(forger().id("x".repeat(300) + "@a"))).isEqualTo(Reason.MALFORMED);
    }

    @Test
    void contentThatUnpacksToMoreThanTheLimitIsRefused() {
        assertThat(refusal(forger().content(new byte[As4.MOST_CONTENT_BYTES + 1])))
                .isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void aBodyOverTheLimitIsRefusedUnread() {
        Refusal refusal = refused(new Forged(SEALED.contentType(), new byte[As4.MOST_BODY_BYTES + 1]));

        assertThat(refusal.reason()).isEqualTo(Reason.TOO_LARGE);
    }

    @Test
    void aChangedHeaderIsRefused() {
        assertThat(refused(altered("one@pt.comity", "two@pt.comity")).reason()).isEqualTo(Reason.WRONG_SIGNER);
        assertThat(refused(altered(">3<", ">4<")).reason()).isEqualTo(Reason.WRONG_SIGNER);
    }

    @Test
    void aChangedByteOfTheEncryptedContentIsRefused() {
        byte[] body = SEALED.body().clone();
        String text = new String(body, ISO_8859_1);
        int attachment = text.indexOf("\r\n\r\n", text.lastIndexOf("Content-ID")) + 4;
        body[attachment + 20] ^= 1;

        assertThat(refused(new Forged(SEALED.contentType(), body)).reason())
                .isIn(Reason.WRONG_SIGNER, Reason.UNREADABLE);
    }

    @Test
    void otherContentUnderAGenuineSignatureIsRefused() {
        Forged same = forger().swappedAfterSigningFor("<a/>".getBytes(UTF_8)).make();

        assertThat(BRAZILS.open(same.body(), same.contentType(), CIRCLE).content())
                .isEqualTo("<a/>".getBytes(UTF_8));
        assertThat(refusal(forger().swappedAfterSigningFor("<b/>".getBytes(UTF_8))))
                .isEqualTo(Reason.WRONG_SIGNER);
    }

    @Test
    void aGenuineSignatureWrappedAroundAnotherHeaderIsRefused() {
        String text = new String(SEALED.body(), ISO_8859_1);
        int start = text.indexOf("<eb:Messaging");
        int end = text.indexOf("</eb:Messaging>") + "</eb:Messaging>".length();
        assertThat(start).isPositive();
        String forged = text.substring(start, end).replace("one@pt.comity", "two@pt.comity");
        String unsignedId = forged.replaceFirst("Id=\"[^\"]+\"", "Id=\"other\"");
        assertThat(unsignedId).isNotEqualTo(forged);

        Forged besideTheGenuine = forged(text.substring(0, end) + forged + text.substring(end));
        Forged inItsPlace = forged(text.substring(0, start) + unsignedId + text.substring(end));

        assertThat(refused(besideTheGenuine).reason()).isEqualTo(Reason.MALFORMED);
        assertThat(refused(inItsPlace).reason()).isEqualTo(Reason.UNSIGNED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE x [<!ENTITY a \"b\">]>",
                "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/x.dtd\">",
                "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>",
                "<!DOCTYPE l [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
                        + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]>"
            })
    void aDocumentTypeIsRefused(String doctype) {
        String text = new String(SEALED.body(), ISO_8859_1);
        int envelope = text.indexOf("<S12:Envelope");
        assertThat(envelope).isPositive();

        assertThat(refused(forged(text.substring(0, envelope) + doctype + text.substring(envelope)))
                        .reason())
                .isEqualTo(Reason.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "garbage",
                "<a/>",
                "<S12:Envelope xmlns:S12=\"http://www.w3.org/2003/05/soap-envelope\"/>",
                "<S11:Envelope xmlns:S11=\"http://schemas.xmlsoap.org/soap/envelope/\"><S11:Header/><S11:Body/></S11:Envelope>",
                "--b\r\n\r\n--b--"
            })
    void garbageIsRefusedWhateverItsMediaType(String body) {
        for (String type : new String[] {
            "application/soap+xml", "multipart/related; boundary=b", "multipart/related", "text/plain", "nonsense", ""
        }) {
            assertThat(refused(new Forged(type, body.getBytes(UTF_8))).reason())
                    .isIn(Reason.MALFORMED, Reason.FOREIGN_PROFILE, Reason.UNSIGNED);
        }
    }

    @Property(tries = 60)
    void noAlteredByteIsTakenForAnotherMessage(
            @ForAll @IntRange(min = 0, max = 20_000) int position, @ForAll @IntRange(min = 1, max = 255) int change) {
        byte[] body = SEALED.body().clone();
        body[position % body.length] ^= (byte) change;
        try {
            OpenedMessage opened = BRAZILS.open(body, SEALED.contentType(), CIRCLE);
            assertThat(opened.content()).isEqualTo(CONTENT);
            assertThat(opened.id()).isEqualTo(SEALED.id());
            assertThat(opened.sequence()).isEqualTo(3);
            assertThat(opened.from()).isEqualTo(PORTUGAL.party());
        } catch (Refusal refusal) {
            assertThat(refusal.text()).doesNotContain("Exception", "com.helger");
        }
    }

    private static Forger forger() {
        return Forger.message(PORTUGAL, BRAZIL.card(), NOW);
    }

    private static Reason refusal(Forger forger) {
        return refused(forger.make()).reason();
    }

    private static Refusal refused(Forged message) {
        Refusal refusal =
                catchThrowableOfType(Refusal.class, () -> BRAZILS.open(message.body(), message.contentType(), CIRCLE));
        assertThat(refusal).as("a refusal").isNotNull();
        assertThat(refusal.text()).doesNotContain("Exception", "com.helger");
        return refusal;
    }

    private static Forged altered(String from, String to) {
        String text = new String(SEALED.body(), ISO_8859_1);
        assertThat(text).contains(from);
        return forged(text.replace(from, to));
    }

    private static Forged forged(String text) {
        return new Forged(SEALED.contentType(), text.getBytes(ISO_8859_1));
    }
}
