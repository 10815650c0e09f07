package org.comity.hi1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import javax.xml.namespace.QName;
import org.junit.jupiter.api.Test;

class ForeignParametersTests {

    /** Prefixes of its own, one of ours bound to something else, a QName within a value, and no default namespace. */
    private static final String FROM_ELSEWHERE = """
            <c:HI1Message xmlns:c="http://uri.etsi.org/03120/common/2019/10/Core"
                xmlns:i="http://www.w3.org/2001/XMLSchema-instance" xmlns:t="http://uri.etsi.org/03120/common/2020/09/Task"
                xmlns:auth="urn:example:not-ours" xmlns:zz="urn:example:zz">
              <c:Header>
                <c:SenderIdentifier><c:CountryCode>XX</c:CountryCode><c:UniqueIdentifier>A</c:UniqueIdentifier></c:SenderIdentifier>
                <c:ReceiverIdentifier><c:CountryCode>XX</c:CountryCode><c:UniqueIdentifier>B</c:UniqueIdentifier></c:ReceiverIdentifier>
                <c:TransactionIdentifier>46f95c5b-57d6-47f8-959f-cd8807d08bf6</c:TransactionIdentifier>
                <c:Timestamp>2026-03-01T14:05:06.000000+01:00</c:Timestamp>
                <c:Version><c:ETSIVersion>V1.23.1</c:ETSIVersion><c:NationalProfileOwner>XX</c:NationalProfileOwner>
                  <c:NationalProfileVersion>1</c:NationalProfileVersion></c:Version>
              </c:Header>
              <c:Payload><c:RequestPayload><c:ActionRequests><c:ActionRequest>
                <c:ActionIdentifier>0</c:ActionIdentifier>
                <c:CREATE><c:HI1Object i:type="t:LPTaskObject">
                  <c:ObjectIdentifier>f1205c94-4f56-4d97-9717-39410073979b</c:ObjectIdentifier>
                  <t:NationalLPTaskingParameters i:type="zz:Local">
                    <t:CountryCode> XX </t:CountryCode>
                    <zz:What i:type="auth:Thing">zz:value &amp; <![CDATA[<more>]]></zz:What>
                    <plain xmlns="urn:example:plain" note='"quoted"'/>
                  </t:NationalLPTaskingParameters>
                </c:HI1Object></c:CREATE>
              </c:ActionRequest></c:ActionRequests></c:RequestPayload></c:Payload>
            </c:HI1Message>
            """;

    @Test
    void nationalParametersOfOthersSurviveWithTheirNamespaces() {
        var message = Hi1Reader.read(FROM_ELSEWHERE.getBytes(StandardCharsets.UTF_8));
        var written = Hi1Writer.write(message);

        assertThat(Hi1Reader.read(written)).isEqualTo(message);
        assertThat(Hi1Writer.write(Hi1Reader.read(written))).isEqualTo(written);
        var foreign = foreignOf(message);
        assertThat(foreign.country()).isEqualTo(CountryCode.of("XX"));
        assertThat(foreign.type()).isEqualTo(new QName("urn:example:zz", "Local"));
        assertThat(foreign.xml())
                .contains(
                        "xmlns:auth=\"urn:example:not-ours\"",
                        "xmlns:zz=\"urn:example:zz\"",
                        "i:type=\"auth:Thing\"",
                        ">zz:value &amp; &lt;more&gt;</zz:What>",
                        "<plain xmlns=\"urn:example:plain\" note=\"&quot;quoted&quot;\"></plain>");
    }

    @Test
    void nationalParametersNeedTheirCountryFirst() {
        var bad = FROM_ELSEWHERE.replace("<t:CountryCode> XX </t:CountryCode>", "");
        assertThatThrownBy(() -> Hi1Reader.read(bad.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        Hi1Exception.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.ELEMENT_MISSING));
    }

    @Test
    void nationalParametersStayInTheirSlot() {
        var foreign = foreignOf(Hi1Reader.read(FROM_ELSEWHERE.getBytes(StandardCharsets.UTF_8)));
        var moved = HI1Message.request(
                Messages.header(),
                ActionRequest.create(DocumentObject.builder(Messages.DOCUMENT)
                        .national(foreign)
                        .build()));
        assertThatThrownBy(() -> Hi1Writer.write(moved)).isInstanceOf(Hi1Exception.class);
    }

    private static ForeignParameters foreignOf(HI1Message message) {
        var create = (ActionRequest.Create)
                ((Payload.Requests) message.payload()).actions().getFirst();
        return (ForeignParameters) ((LPTaskObject) create.object()).national().orElseThrow();
    }
}
