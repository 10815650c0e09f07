package org.comity.hi1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The examples that ETSI publishes with the standard. */
class EtsiExamplesTests {

    /** Older examples are read as such, since nothing they use has changed. */
    private static final Hi1Reader.Limits OF_ANY_AGE =
            Hi1Reader.Limits.DEFAULT.withOldest(EtsiVersion.parse("V1.12.1"));

    /** Interception, disclosure, take-down, delivery, traffic policies and signatures are not read yet. */
    private static final Set<String> READ = Set.of(
            "etsi-hi1/examples/request8_LPTaskObject.xml",
            "etsi-hi1/examples/response1.xml",
            "etsi-hi1/examples/response5.xml",
            "etsi-hi1-1.12.1/examples/request2.xml",
            "etsi-hi1-1.12.1/examples/request3.xml",
            "etsi-hi1-1.12.1/examples/response1.xml",
            "etsi-hi1-1.12.1/examples/response3.xml",
            "etsi-hi1-1.12.1/examples/response4.xml",
            "etsi-hi1-1.12.1/examples/response5.xml",
            "etsi-hi1-1.12.1/examples/response6.xml");

    @TestFactory
    Stream<DynamicTest> anExampleOfWhatWeKnowIsReadAndWrittenBackAsItWas() {
        return Conformance.examples()
                .filter(EtsiExamplesTests::isRead)
                .map(it -> dynamicTest(name(it), () -> {
                    var message = Hi1Reader.read(Files.readAllBytes(it), OF_ANY_AGE);
                    var written = Hi1Writer.write(message);
                    Conformance.validate(written);
                    assertThat(Hi1Reader.read(written, OF_ANY_AGE)).isEqualTo(message);
                }));
    }

    @TestFactory
    Stream<DynamicTest> anExampleOfWhatWeDoNotKnowIsRefusedAsNotSupported() {
        return Conformance.examples()
                .filter(it -> !isRead(it))
                .map(it -> dynamicTest(
                        name(it),
                        () -> assertThatThrownBy(() -> Hi1Reader.read(Files.readAllBytes(it), OF_ANY_AGE))
                                .isInstanceOfSatisfying(
                                        Hi1Exception.class,
                                        e -> assertThat(e.code()).isEqualTo(ErrorCode.NOT_SUPPORTED))));
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

    private static boolean isRead(Path file) {
        return READ.contains(name(file));
    }

    private static String name(Path file) {
        return file.subpath(file.getNameCount() - 3, file.getNameCount())
                .toString()
                .replace('\\', '/');
    }
}
