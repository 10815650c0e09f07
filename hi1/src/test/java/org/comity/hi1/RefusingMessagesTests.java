package org.comity.hi1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefusingMessagesTests {

    private static final String GOOD =
            new String(Hi1Writer.write(Messages.preservationRequest()), StandardCharsets.UTF_8);

    static Stream<Arguments> faults() {
        return Stream.of(
                fault("an element that does not exist", ErrorCode.VALIDATION, "<Payload>", "<Surprise/><Payload>"),
                fault(
                        "an element of another namespace",
                        ErrorCode.VALIDATION,
                        "<Payload>",
                        "<Payload xmlns=\"urn:x\">"),
                fault("another version of a namespace", ErrorCode.VALIDATION, "2019/10/Core\"", "2016/02/Core\""),
                fault(
                        "elements out of order",
                        ErrorCode.VALIDATION,
                        "(<treaty:Facts>.*?</treaty:Facts>)\\s*(<treaty:Necessity>.*?</treaty:Necessity>)",
                        "$2$1"),
                fault("an element twice", ErrorCode.VALIDATION, "(<treaty:Form>.*?</treaty:Form>)", "$1$1"),
                fault("no transaction", ErrorCode.VALIDATION, "<TransactionIdentifier>.*?</TransactionIdentifier>", ""),
                fault("no facts", ErrorCode.VALIDATION, "<treaty:Facts>.*?</treaty:Facts>", ""),
                fault(
                        "no language at the end",
                        ErrorCode.ELEMENT_MISSING,
                        "<treaty:Language>.*?</treaty:Language>",
                        ""),
                fault("an empty list of recipients", ErrorCode.ELEMENT_MISSING, "<auth:CSPID>.*?</auth:CSPID>", ""),
                fault("no action", ErrorCode.ELEMENT_MISSING, "<ActionRequest>.*</ActionRequest>", ""),
                fault("an action twice", ErrorCode.DUPLICATE_ACTION, "<ActionIdentifier>1<", "<ActionIdentifier>0<"),
                fault(
                        "a gap between actions",
                        ErrorCode.IMPROPER_VALUE,
                        "<ActionIdentifier>1<",
                        "<ActionIdentifier>5<"),
                fault("a negative action", ErrorCode.IMPROPER_VALUE, "<ActionIdentifier>1<", "<ActionIdentifier>-1<"),
                fault(
                        "a number beyond numbers",
                        ErrorCode.IMPROPER_VALUE,
                        "<ActionIdentifier>1<",
                        "<ActionIdentifier>9999999999<"),
                fault("a UUID in capitals", ErrorCode.IMPROPER_VALUE, "46f95c5b-57d6", "46F95C5B-57D6"),
                fault("a short UUID", ErrorCode.IMPROPER_VALUE, "46f95c5b-57d6", "46f95c5b-57d"),
                fault("a time without zone", ErrorCode.IMPROPER_VALUE, "2026-06-01T00:00:00Z", "2026-06-01T00:00:00"),
                fault(
                        "a time with a fraction",
                        ErrorCode.IMPROPER_VALUE,
                        "2026-06-01T00:00:00Z",
                        "2026-06-01T00:00:00.5Z"),
                fault("a timestamp without fraction", ErrorCode.IMPROPER_VALUE, "06.123456Z", "06Z"),
                fault("a day that does not exist", ErrorCode.IMPROPER_VALUE, "2026-06-01T00", "2026-06-31T00"),
                fault("a zone that does not exist", ErrorCode.IMPROPER_VALUE, "00:00:00\\+01:00", "00:00:00+15:00"),
                fault(
                        "an end before the start",
                        ErrorCode.IMPROPER_VALUE,
                        "2026-02-01T00:00:00\\+01:00",
                        "2027-02-01T00:00:00+01:00"),
                fault("a country in small letters", ErrorCode.IMPROPER_VALUE, "<CountryCode>PT<", "<CountryCode>pt<"),
                fault(
                        "an IPv6 address in short form",
                        ErrorCode.IMPROPER_VALUE,
                        "2001:0db8:0000:0000:0000:0000:0000:0001",
                        "2001:db8::1"),
                fault("a provision without article", ErrorCode.IMPROPER_VALUE, "ets185:29", "ets185"),
                fault("contents that are not base64", ErrorCode.IMPROPER_VALUE, "AAH/", "A*H/"),
                fault("a truth that is none", ErrorCode.IMPROPER_VALUE, ">true<", ">TRUE<"),
                fault("an old version", ErrorCode.VERSION_NOT_SUPPORTED, "V1.22.1", "V1.13.1"),
                fault("no version", ErrorCode.IMPROPER_VALUE, "V1.22.1", "1.22.1"),
                fault(
                        "an object of a kind we do not read",
                        ErrorCode.NOT_SUPPORTED,
                        "task:LPTaskObject",
                        "task:LXTaskObject"),
                fault("an object of no kind", ErrorCode.VALIDATION, " xsi:type=\"task:LPTaskObject\"", ""),
                fault("a type with an unbound prefix", ErrorCode.VALIDATION, "task:LPTaskObject", "tusk:LPTaskObject"),
                fault(
                        "a type that lies about its content",
                        ErrorCode.VALIDATION,
                        "task:LPTaskObject",
                        "notification:NotificationObject"),
                fault(
                        "the right type in the wrong namespace",
                        ErrorCode.NOT_SUPPORTED,
                        "task:LPTaskObject",
                        "auth:LPTaskObject"),
                fault(
                        "treaty particulars in the wrong slot",
                        ErrorCode.VALIDATION,
                        "treaty:TreatyPreservation",
                        "treaty:TreatyStep"),
                fault(
                        "treaty particulars of no kind",
                        ErrorCode.VALIDATION,
                        "treaty:TreatyPreservation",
                        "treaty:Unheard"),
                fault(
                        "a type where none is due",
                        ErrorCode.VALIDATION,
                        "<Payload>",
                        "<Payload xsi:type=\"MessagePayload\">"),
                fault("nil", ErrorCode.VALIDATION, "<Payload>", "<Payload xsi:nil=\"true\">"),
                fault("an attribute", ErrorCode.VALIDATION, "<Payload>", "<Payload id=\"1\">"),
                fault("text between elements", ErrorCode.VALIDATION, "<Payload>", "<Payload>hello"),
                fault("an element within text", ErrorCode.VALIDATION, "case 17", "case <b>17</b>"),
                fault(
                        "a question for the configuration with something in it",
                        ErrorCode.VALIDATION,
                        "<CREATE>.*?</CREATE>",
                        "<GETCSPCONFIG><Identifier/></GETCSPCONFIG>"),
                fault(
                        "a delivery of nothing",
                        ErrorCode.VALIDATION,
                        "<CREATE>.*?</CREATE>",
                        delivery("<delivery:Delivery><delivery:Nothing/></delivery:Delivery>")),
                fault(
                        "a delivery of two things",
                        ErrorCode.VALIDATION,
                        "<CREATE>.*?</CREATE>",
                        delivery("<delivery:Delivery><delivery:DataExistence>true</delivery:DataExistence>"
                                + "<delivery:DataExistence>true</delivery:DataExistence></delivery:Delivery>")),
                fault(
                        "a delivery of data without the data",
                        ErrorCode.ELEMENT_MISSING,
                        "<CREATE>.*?</CREATE>",
                        delivery("<delivery:Delivery><delivery:BinaryData/></delivery:Delivery>")),
                fault(
                        "a delivery of XML that is ours",
                        ErrorCode.VALIDATION,
                        "<CREATE>.*?</CREATE>",
                        delivery(
                                "<delivery:Delivery><delivery:XMLData><delivery:Data/></delivery:XMLData></delivery:Delivery>")),
                fault(
                        "a delivery of no XML",
                        ErrorCode.IMPROPER_VALUE,
                        "<CREATE>.*?</CREATE>",
                        delivery("<delivery:Delivery><delivery:XMLData/></delivery:Delivery>")),
                fault(
                        "a disclosure reference of no form",
                        ErrorCode.IMPROPER_VALUE,
                        "<CREATE>.*?</CREATE>",
                        delivery("<delivery:Reference><delivery:LDID>77</delivery:LDID></delivery:Reference>")),
                fault(
                        "a length below nothing",
                        ErrorCode.IMPROPER_VALUE,
                        "<CREATE>.*?</CREATE>",
                        delivery(
                                "<delivery:Delivery><delivery:URL><delivery:URL>https://x.example</delivery:URL>"
                                        + "<delivery:ContentLength>-1</delivery:ContentLength></delivery:URL></delivery:Delivery>")),
                fault(
                        "an address that is none",
                        ErrorCode.IMPROPER_VALUE,
                        "<CREATE>.*?</CREATE>",
                        delivery("<delivery:Delivery><delivery:URL><delivery:URL>not an address</delivery:URL>"
                                + "</delivery:URL></delivery:Delivery>")),
                fault(
                        "a disclosure without an order of its elements",
                        ErrorCode.VALIDATION,
                        "<CREATE>.*?</CREATE>",
                        created("task:LDTaskObject", "<task:Deadlines/><task:Reference>XX-A-1</task:Reference>")),
                fault(
                        "a destination that is nowhere",
                        ErrorCode.VALIDATION,
                        "<CREATE>.*?</CREATE>",
                        created(
                                "task:LDTaskObject",
                                "<task:DeliveryDetails><task:LDDeliveryDestination><task:DeliveryAddress/>"
                                        + "</task:LDDeliveryDestination></task:DeliveryDetails>")),
                fault(
                        "particulars of a take-down in a disclosure",
                        ErrorCode.VALIDATION,
                        "<CREATE>.*?</CREATE>",
                        created(
                                "task:LDTaskObject",
                                "<task:NationalLDTaskingParameters xsi:type=\"treaty:TreatyTakedown\"/>")),
                fault(
                        "an order against content without a ground",
                        ErrorCode.IMPROPER_VALUE,
                        "<CREATE>.*?</CREATE>",
                        created(
                                "task:TDTaskObject",
                                "<task:NationalTDTaskingParameters xsi:type=\"treaty:TreatyTakedown\">"
                                        + "<task:CountryCode>PT</task:CountryCode><treaty:Measure>remove</treaty:Measure>"
                                        + "<treaty:Explanation>x</treaty:Explanation></task:NationalTDTaskingParameters>")),
                fault("a verb that does not exist", ErrorCode.VALIDATION, "<CREATE>.*?</CREATE>", "<DELETE/>"),
                fault(
                        "a signature",
                        ErrorCode.NOT_SUPPORTED,
                        "</Payload>",
                        "</Payload><ds:Signature xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"/>"),
                fault("a document type", ErrorCode.VALIDATION, "<HI1Message", "<!DOCTYPE HI1Message><HI1Message"),
                fault(
                        "an entity of its own",
                        ErrorCode.VALIDATION,
                        "<HI1Message",
                        "<!DOCTYPE HI1Message [<!ENTITY e \"x\">]><HI1Message"),
                fault("an entity nobody declared", ErrorCode.VALIDATION, "case 17", "&secret;"),
                fault("a processing instruction", ErrorCode.VALIDATION, "<Payload>", "<?run me?><Payload>"),
                fault("something behind the end", ErrorCode.VALIDATION, "</HI1Message>", "</HI1Message><HI1Message/>"),
                fault("text behind the end", ErrorCode.VALIDATION, "</HI1Message>", "</HI1Message>more"),
                fault("a missing end", ErrorCode.VALIDATION, "</HI1Message>", ""),
                fault("a character that XML forbids", ErrorCode.VALIDATION, "case 17", "&#0;"),
                fault("a case reference too long", ErrorCode.IMPROPER_VALUE, "case 17", "x".repeat(256)),
                fault("facts too long", ErrorCode.IMPROPER_VALUE, "Somebody", "x".repeat(65_536)),
                fault("an attribute too long", ErrorCode.VALIDATION, "task:LPTaskObject", "t".repeat(3_000) + ":x"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    void refuses(String fault, ErrorCode code, String bad) {
        assertThat(bad).isNotEqualTo(GOOD);
        assertThatThrownBy(() -> read(bad)).isInstanceOfSatisfying(Hi1Exception.class, e -> {
            assertThat(e.code()).as(e.getMessage()).isEqualTo(code);
            assertThat(e.line()).isPositive();
            assertThat(e.getMessage()).contains("line " + e.line());
        });
    }

    @Test
    void theMessageThatTheFaultsAreMadeFromIsRead() {
        assertThat(read(GOOD)).isEqualTo(Messages.preservationRequest());
    }

    @Test
    void entitiesWithinEntitiesCostNothing() {
        var bomb = new StringBuilder("<!DOCTYPE HI1Message [<!ENTITY a0 \"ha\">");
        for (int i = 1; i < 40; i++) {
            bomb.append("<!ENTITY a%d \"&a%d;&a%d;&a%d;\">".formatted(i, i - 1, i - 1, i - 1));
        }
        var bad = GOOD.replace("<HI1Message", bomb + "]><HI1Message").replace("case 17", "&a39;");
        Assertions.assertTimeoutPreemptively(
                Duration.ofSeconds(5), () -> assertThatThrownBy(() -> read(bad)).isInstanceOf(Hi1Exception.class));
    }

    @Test
    void noFileIsReadForAnEntity() {
        var bad = GOOD.replace("<HI1Message", "<!DOCTYPE m [<!ENTITY f SYSTEM \"file:///etc/hostname\">]><HI1Message")
                .replace("case 17", "&f;");
        assertThatThrownBy(() -> read(bad))
                .isInstanceOfSatisfying(
                        Hi1Exception.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.VALIDATION));
    }

    @Test
    void aMessageLargerThanTheLimitIsRefusedBeforeItIsRead() {
        var large = GOOD + " ".repeat(1 << 20);
        assertThatThrownBy(() -> Hi1Reader.read(new ByteArrayInputStream(large.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOfSatisfying(
                        Hi1Exception.class,
                        e -> assertThat(e.code())
                                .as(e.getMessage() + e.getCause())
                                .isEqualTo(ErrorCode.TOO_LARGE));
    }

    @Test
    void elementsWithinElementsWithoutEndAreRefused() {
        var deep = GOOD.replace("<treaty:Facts>", "<a>".repeat(50_000));
        var foreign = GOOD.replaceAll(
                "(?s)<task:NationalLPTaskingParameters.*</task:NationalLPTaskingParameters>",
                "<task:NationalLPTaskingParameters xmlns:x=\"urn:x\" xsi:type=\"x:Y\"><task:CountryCode>XX</task:CountryCode>"
                        + "<x:a>".repeat(50_000) + "</task:NationalLPTaskingParameters>");
        assertThatThrownBy(() -> read(deep)).isInstanceOf(Hi1Exception.class);
        assertThatThrownBy(() -> read(foreign))
                .isInstanceOf(Hi1Exception.class)
                .hasMessageContaining("nested more than 32 deep");
    }

    @Test
    void manyCopiesOfLongDeclarationsAreRefused() {
        var declarations = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            declarations.append(" xmlns:p%d=\"urn:%s\"".formatted(i, "x".repeat(900)));
        }
        var approval = "<auth:AuthorisationApprovalDetails><common:ApprovalNationalDetails xsi:type=\"p0:T\">"
                + "<common:CountryCode>XX</common:CountryCode></common:ApprovalNationalDetails></auth:AuthorisationApprovalDetails>";
        var bad = GOOD.replace("<HI1Message", "<HI1Message" + declarations)
                .replaceFirst("<auth:AuthorisationApprovalDetails>", approval.repeat(1_000) + "$0");
        assertThatThrownBy(() -> read(bad))
                .isInstanceOfSatisfying(
                        Hi1Exception.class,
                        e -> assertThat(e.code())
                                .as(e.getMessage() + e.getCause())
                                .isEqualTo(ErrorCode.TOO_LARGE));
    }

    @Test
    void jsonIsRefusedAsAnEncoding() {
        assertThatThrownBy(() -> read("  {\"HI1Message\": {}}"))
                .isInstanceOfSatisfying(
                        Hi1Exception.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ENCODING_NOT_SUPPORTED));
    }

    @Test
    void onlyUtf8IsRead() {
        assertRefused(GOOD.replace("UTF-8", "ISO-8859-1"), StandardCharsets.ISO_8859_1);
        assertRefused(GOOD.replace("UTF-8", "UTF-16"), StandardCharsets.UTF_16);
        assertRefused(GOOD, StandardCharsets.ISO_8859_1);
    }

    @Test
    void aByteOrderMarkIsNoFault() {
        assertThat(read("\uFEFF" + GOOD)).isEqualTo(Messages.preservationRequest());
    }

    @Test
    void nothingAtAllIsRefused() {
        assertThatThrownBy(() -> Hi1Reader.read(new byte[0])).isInstanceOf(Hi1Exception.class);
        assertThatThrownBy(() -> Hi1Reader.read(new byte[100])).isInstanceOf(Hi1Exception.class);
    }

    @Test
    void theRefusalOfAPayloadKnowsTheHeaderToAnswer() {
        var bad = GOOD.replace("case 17", "<b/>");
        var refusal = catchThrowableOfType(Hi1Exception.class, () -> read(bad));
        var answer = HI1Message.refusal(refusal.header().orElseThrow(), Messages.NOW, refusal.information());

        assertThat(answer.header().transaction()).isEqualTo(Messages.header().transaction());
        assertThat(Hi1Reader.read(Hi1Writer.write(answer))).isEqualTo(answer);
    }

    @Test
    void commentsAndSpaceAroundValuesDoNotMatter() {
        var airy = GOOD.replace("<Payload>", "<!-- here it comes -->\n\n<Payload>")
                .replace("46f95c5b-57d6-47f8-959f-cd8807d08bf6", "\n 46f95c5b-57d6-47f8-959f<!-- -->-cd8807d08bf6\t")
                .replace("case 17", "case <![CDATA[1]]>7");
        assertThat(read(airy)).isEqualTo(Messages.preservationRequest());
    }

    private static void assertRefused(String xml, Charset charset) {
        assertThatThrownBy(() -> Hi1Reader.read(xml.getBytes(charset))).isInstanceOf(Hi1Exception.class);
    }

    private static Arguments fault(String name, ErrorCode code, String pattern, String replacement) {
        return Arguments.of(name, code, GOOD.replaceFirst("(?s)" + pattern, replacement));
    }

    private static String delivery(String content) {
        return created("delivery:DeliveryObject", content);
    }

    private static String created(String type, String content) {
        return "<CREATE><HI1Object xsi:type=\"%s\"><ObjectIdentifier>%s</ObjectIdentifier>%s</HI1Object></CREATE>"
                .formatted(type, Messages.TASK, content);
    }

    private static HI1Message read(String xml) {
        return Hi1Reader.read(xml.getBytes(StandardCharsets.UTF_8));
    }
}
