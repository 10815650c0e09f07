package org.comity.hi1.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.comity.hi1.ActionResponse;
import org.comity.hi1.Conformance;
import org.comity.hi1.EndpointId;
import org.comity.hi1.EtsiVersion;
import org.comity.hi1.HI1Message;
import org.comity.hi1.Hi1Reader;
import org.comity.hi1.Hi1Writer;
import org.comity.hi1.LDTaskObject;
import org.comity.hi1.LPTaskObject;
import org.comity.hi1.LPTaskStatus;
import org.comity.hi1.Payload;
import org.comity.hi1.TDTaskObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The requests that ETSI publishes as examples, answered; a client that is not ours sends no others. */
class EtsiDialogueTests {

    private static final Hi1Reader.Limits OF_ANY_AGE =
            Hi1Reader.Limits.DEFAULT.withOldest(EtsiVersion.parse("V1.12.1"));
    private static final String OLD = "etsi-hi1-1.12.1/examples/";
    private static final String NEW = "etsi-hi1/examples/";

    private final Shelves shelves = new Shelves();

    @Test
    void anInterceptionIsTakenInAskedForMendedAndGivenAPolicy() throws Exception {
        assertAnswered(OLD + "request1.xml", OLD + "response1.xml");
        assertAnswered(OLD + "request2.xml", OLD + "response2.xml");
        assertAnswered(OLD + "request3.xml", OLD + "response3.xml");

        var answer = answer(OLD + "request7_TrafficPolicyObject.xml");
        assertThat(shape(answer))
                .containsExactly(
                        "created f69eb93b-a85b-4ff7-abaa-6f3aead286d5",
                        "created 55e25c0a-787b-4049-b7fb-518a13a9483b",
                        "updated 2b36a78b-b628-416d-bd22-404e68a0cd36 generation 2");
        assertAnswered(OLD + "request6_signed.xml", null);
        assertThat(shape(answer(OLD + "mutliple-auth-example-request.xml"))).hasSize(2);
    }

    @Test
    void aDisclosureIsTakenIn() throws Exception {
        assertAnswered(OLD + "request4.xml", OLD + "response4.xml");
    }

    @Test
    void aDisclosureThatNamesAnEarlierPreservationIsTakenIn() throws Exception {
        assertThat(shape(answer(NEW + "request4-Preservation-Link.xml")))
                .hasSize(2)
                .allMatch(it -> it.startsWith("created"));
        assertThat(shelves.of(EndpointId.of("XX", "ACTOR01"))).hasAtLeastOneElementOfType(LDTaskObject.class);
    }

    @Test
    void aDisclosureByTimeOfUseIsTakenIn() throws Exception {
        assertAnswered(OLD + "request6.xml", OLD + "response6.xml");
    }

    @Test
    void aDeliveryIsTakenInByTheAuthority() throws Exception {
        assertAnswered(OLD + "request5-Binary-Delivery.xml", OLD + "response5.xml");
    }

    @Test
    void aDeliveryOfXmlIsTakenInByTheAuthority() throws Exception {
        assertAnswered(OLD + "request5-XML-Delivery.xml", NEW + "response5.xml");
    }

    @Test
    void aPreservationIsTakenInAndAwaitsADecision() throws Exception {
        assertThat(shape(answer(NEW + "request8_LPTaskObject.xml")))
                .containsExactly("created f1205c94-4f56-4d97-9717-39410073979b");
        var task = (LPTaskObject) shelves.of(EndpointId.of("XX", "ACTOR01")).getFirst();
        assertThat(task.status().flatMap(it -> it.as(LPTaskStatus.class))).contains(LPTaskStatus.AWAITING_PRESERVATION);
        assertThat(task.base().generation()).contains(1);
    }

    @Test
    void aTakedownWithItsPictureIsTakenIn() throws Exception {
        assertThat(shape(answer(NEW + "request_takedown.xml"))).hasSize(3).allMatch(it -> it.startsWith("created"));
        assertThat(shelves.of(EndpointId.of("XX", "ACTOR01"))).hasAtLeastOneElementOfType(TDTaskObject.class);
    }

    private void assertAnswered(String request, @Nullable String example) throws Exception {
        var answer = answer(request);
        assertThat(shape(answer)).noneMatch(it -> it.startsWith("failed"));
        if (example != null) {
            var expected = read(example);
            assertThat(answer.header().sender()).isEqualTo(expected.header().sender());
            assertThat(answer.header().receiver()).isEqualTo(expected.header().receiver());
            assertThat(answer.header().transaction())
                    .isEqualTo(expected.header().transaction());
            assertThat(shape(answer)).containsExactlyInAnyOrderElementsOf(shape(expected));
        }
    }

    private HI1Message answer(String example) throws Exception {
        var request = read(example);
        var receiver = Hi1Receiver.of(
                request.header().receiver(),
                EnumSet.allOf(Side.class),
                shelves,
                shelves.answers,
                InstantSource.fixed(Instant.parse("2026-11-22T10:00:00Z")));
        var answer = receiver.take(request).answer();
        Conformance.validate(Hi1Writer.write(answer));
        return answer;
    }

    /** What an answer says of each action, but for what is in the objects. */
    private static List<String> shape(HI1Message answer) {
        return ((Payload.Responses) answer.payload())
                .actions().stream()
                        .map(it -> switch (it) {
                            case ActionResponse.Created made -> "created " + made.identifier();
                            case ActionResponse.Updated made ->
                                "updated %s generation %s"
                                        .formatted(
                                                made.identifier(),
                                                made.object()
                                                        .orElseThrow()
                                                        .base()
                                                        .generation()
                                                        .orElseThrow());
                            case ActionResponse.Delivered made -> "delivered " + made.identifier();
                            case ActionResponse.Got got -> "got " + got.object().identifier();
                            case ActionResponse.Listed listed ->
                                "listed " + listed.records().size();
                            case ActionResponse.Configured configured -> "configured";
                            case ActionResponse.Failed failed -> "failed " + failed.error();
                        })
                        .toList();
    }

    /** Three examples number actions against the rule, one bears a signature, one misspells its endpoints: put right. */
    private static HI1Message read(String example) throws Exception {
        var next = new AtomicInteger();
        var xml = Pattern.compile("<ActionIdentifier>[0-9]+<")
                .matcher(Files.readString(Conformance.example(example)))
                .replaceAll(it -> "<ActionIdentifier>" + next.getAndIncrement() + "<")
                .replaceAll(">ACTOR([12])<", ">ACTOR0$1<")
                .replaceAll("(?s)<ds:Signature .*</ds:Signature>", "");
        return Hi1Reader.read(xml.getBytes(StandardCharsets.UTF_8), OF_ANY_AGE);
    }
}
