package org.comity.hi1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The examples that ETSI publishes with the standard. */
class EtsiExamplesTests {

    /** Older examples are read as such, since nothing they use has changed. */
    private static final Hi1Reader.Limits OF_ANY_AGE =
            Hi1Reader.Limits.DEFAULT.withOldest(EtsiVersion.parse("V1.12.1"));

    /** Slips against the rules of the standard, which are refused by their code and read once mended. */
    private static final Map<String, Slip> SLIPS = Map.of(
            "etsi-hi1-1.12.1/examples/response2.xml",
                    new Slip(ErrorCode.DUPLICATE_ACTION, EtsiExamplesTests::numberedFromZero),
            "etsi-hi1-1.12.1/examples/request7_TrafficPolicyObject.xml",
                    new Slip(ErrorCode.DUPLICATE_ACTION, EtsiExamplesTests::numberedFromZero),
            "etsi-hi1-1.12.1/examples/mutliple-auth-example-request.xml",
                    new Slip(ErrorCode.IMPROPER_VALUE, EtsiExamplesTests::numberedFromZero),
            "etsi-hi1-1.12.1/examples/request6_signed.xml",
                    new Slip(ErrorCode.NOT_SUPPORTED, EtsiExamplesTests::unsigned));

    private record Slip(ErrorCode code, UnaryOperator<String> mending) {}

    @TestFactory
    Stream<DynamicTest> anExampleIsReadAndWrittenBackAsItWas() {
        return Conformance.examples()
                .map(it -> dynamicTest(name(it), () -> {
                    var message = Hi1Reader.read(mended(it), OF_ANY_AGE);
                    var written = Hi1Writer.write(message);
                    Conformance.validate(written);
                    assertThat(Hi1Reader.read(written, OF_ANY_AGE)).isEqualTo(message);
                    assertThat(Hi1Writer.write(Hi1Reader.read(written, OF_ANY_AGE)))
                            .isEqualTo(written);
                }));
    }

    /** What was there is there again: the values of all elements, in their order. */
    @TestFactory
    Stream<DynamicTest> anExampleLosesNothing() {
        return Conformance.examples()
                .map(it -> dynamicTest(name(it), () -> {
                    var written = Hi1Writer.write(Hi1Reader.read(mended(it), OF_ANY_AGE));
                    assertThat(leaves(written)).isEqualTo(leaves(mended(it)));
                }));
    }

    @TestFactory
    Stream<DynamicTest> anExampleThatBreaksARuleIsRefusedByItsCode() {
        return Conformance.examples()
                .filter(it -> SLIPS.containsKey(name(it)))
                .map(it -> dynamicTest(
                        name(it),
                        () -> assertThatThrownBy(() -> Hi1Reader.read(Files.readAllBytes(it), OF_ANY_AGE))
                                .isInstanceOfSatisfying(
                                        Hi1Exception.class,
                                        e -> assertThat(e.code())
                                                .isEqualTo(SLIPS.get(name(it)).code()))));
    }

    @Test
    void theTakedownExampleIsReadInFull() throws Exception {
        var file = Conformance.example("etsi-hi1/examples/request_takedown.xml");
        var actions =
                ((Payload.Requests) Hi1Reader.read(Files.readAllBytes(file)).payload()).actions();

        var task = (TDTaskObject) ((ActionRequest.Create) actions.get(1)).object();
        assertThat(task.desiredStatus().flatMap(it -> it.as(TDTaskDesiredStatus.class)))
                .contains(TDTaskDesiredStatus.PENDING);
        assertThat(task.request().orElseThrow().observedTimes()).hasSize(3);
        assertThat(task.deadlines().getFirst().at()).contains(QualifiedDateTime.parse("2026-02-01T12:00:00Z"));
        assertThat(task.disclosureReferences().getFirst().value()).contains("Alternative disclosure reference");
        var document = (DocumentObject) ((ActionRequest.Create) actions.get(2)).object();
        assertThat(document.type().flatMap(it -> it.as(DocumentType.class))).contains(DocumentType.TAKEDOWN_REFINEMENT);
    }

    @Test
    void theDisclosureExampleNamesTheEarlierPreservation() throws Exception {
        var file = Conformance.example("etsi-hi1/examples/request4-Preservation-Link.xml");
        var actions =
                ((Payload.Requests) Hi1Reader.read(Files.readAllBytes(file)).payload()).actions();

        var task = (LDTaskObject) ((ActionRequest.Create) actions.get(1)).object();
        assertThat(task.reference()).contains(new Ldid("XX-ACTOR01-1234"));
        assertThat(task.preservationReferences().getFirst().value()).isEqualTo("ExternalReferenceValue");
        assertThat(task.destinations().getFirst().address()).contains(new DeliveryAddress.Ipv4("192.0.2.0"));
    }

    @Test
    void anInterceptionTaskIsKeptAsItIs() throws Exception {
        var file = Conformance.example("etsi-hi1-1.12.1/examples/request1.xml");
        var actions = ((Payload.Requests)
                        Hi1Reader.read(Files.readAllBytes(file), OF_ANY_AGE).payload())
                .actions();

        var task = (ForeignObject) ((ActionRequest.Create) actions.get(1)).object();
        assertThat(task.isInterceptionTask()).isTrue();
        assertThat(task.base().owner()).contains("ACTOR01");
        assertThat(task.elements())
                .extracting(it -> it.name().getLocalPart())
                .containsExactly("Reference", "TargetIdentifier", "DeliveryType", "DeliveryDetails", "CSPID");
    }

    @Test
    void thePreservationExampleIsReadInFull() throws Exception {
        var file = Conformance.example("etsi-hi1/examples/request8_LPTaskObject.xml");
        var message = Hi1Reader.read(Files.readAllBytes(file));

        var payload = (Payload.Requests) message.payload();
        var create = (ActionRequest.Create) payload.actions().getFirst();
        var task = (LPTaskObject) create.object();
        assertThat(task.desiredStatus().flatMap(it -> it.as(LPTaskDesiredStatus.class)))
                .contains(LPTaskDesiredStatus.PRESERVED);
        assertThat(task.desiredExpiration()).contains(QualifiedDateTime.parse("2023-06-30T12:00:00Z"));
        assertThat(task.request().orElseThrow().values())
                .containsExactly(new RequestValue(TargetFormat.E164.type(), "442079460223"));
    }

    @Test
    void anOlderVersionIsRefusedAndTheTransactionIsKnown() throws Exception {
        var file = Conformance.example("etsi-hi1/examples/response1.xml");
        var xml = Files.readString(file, StandardCharsets.UTF_8);

        assertThatThrownBy(() -> Hi1Reader.read(xml.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(Hi1Exception.class, e -> {
                    assertThat(e.code()).isEqualTo(ErrorCode.VERSION_NOT_SUPPORTED);
                    assertThat(e.header().orElseThrow().transaction())
                            .hasToString("c02358b2-76cf-4ba4-a8eb-f6436ccaea2e");
                });
    }

    private static byte[] mended(Path file) throws IOException {
        var slip = SLIPS.get(name(file));
        var bytes = Files.readAllBytes(file);
        return slip == null
                ? bytes
                : slip.mending()
                        .apply(new String(bytes, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8);
    }

    private static String numberedFromZero(String xml) {
        var next = new AtomicInteger();
        return Pattern.compile("<ActionIdentifier>[0-9]+<")
                .matcher(xml)
                .replaceAll(it -> "<ActionIdentifier>" + next.getAndIncrement() + "<");
    }

    private static String unsigned(String xml) {
        return xml.replaceAll("(?s)<ds:Signature .*</ds:Signature>", "");
    }

    private static List<String> leaves(byte[] xml) throws Exception {
        var reader = XMLInputFactory.newDefaultFactory().createXMLStreamReader(new ByteArrayInputStream(xml));
        var leaves = new ArrayList<String>();
        var text = "";
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    leaves.add(reader.getName().toString());
                    text = "";
                }
                case XMLStreamConstants.CHARACTERS -> text += reader.getText();
                case XMLStreamConstants.END_ELEMENT -> {
                    leaves.add(text.strip());
                    text = "";
                }
                default -> {}
            }
        }
        return leaves;
    }

    private static String name(Path file) {
        return file.subpath(file.getNameCount() - 3, file.getNameCount())
                .toString()
                .replace('\\', '/');
    }
}
