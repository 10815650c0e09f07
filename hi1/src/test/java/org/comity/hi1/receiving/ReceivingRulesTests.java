package org.comity.hi1.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.hi1.ActionRequest;
import org.comity.hi1.ActionResponse;
import org.comity.hi1.AuthorisationDesiredStatus;
import org.comity.hi1.AuthorisationObject;
import org.comity.hi1.AuthorisationStatus;
import org.comity.hi1.CspConfig;
import org.comity.hi1.DeliveryContent;
import org.comity.hi1.DeliveryObject;
import org.comity.hi1.DictionaryEntry;
import org.comity.hi1.EndpointId;
import org.comity.hi1.ErrorCode;
import org.comity.hi1.ErrorInformation;
import org.comity.hi1.HI1Message;
import org.comity.hi1.HI1Object;
import org.comity.hi1.Header;
import org.comity.hi1.Hi1Exception;
import org.comity.hi1.Hi1Reader;
import org.comity.hi1.LDTaskObject;
import org.comity.hi1.LPTaskDesiredStatus;
import org.comity.hi1.LPTaskObject;
import org.comity.hi1.LPTaskStatus;
import org.comity.hi1.NotificationObject;
import org.comity.hi1.ObjectType;
import org.comity.hi1.Payload;
import org.comity.hi1.QualifiedDateTime;
import org.comity.hi1.RequestType;
import org.comity.hi1.TargetFormat;
import org.junit.jupiter.api.Test;

class ReceivingRulesTests {

    private static final EndpointId LISBON = EndpointId.of("PT", "PT-contact-point");
    private static final EndpointId BRASILIA = EndpointId.of("BR", "BR-contact-point");
    private static final EndpointId PROVIDER = EndpointId.of("XX", "XX-mail");
    private static final UUID WARRANT = UUID.fromString("7dbbc880-8750-4d3c-abe7-ea4a17646045");
    private static final UUID TASK = UUID.fromString("f1205c94-4f56-4d97-9717-39410073979b");

    private final Shelves shelves = new Shelves();
    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private final Hi1Receiver provider =
            Hi1Receiver.of(PROVIDER, EnumSet.of(Side.PROVIDER), shelves, shelves.answers, () -> now);

    @Test
    void aNewObjectIsOfGenerationOneAndItsSenders() {
        assertThat(send(LISBON, create(task()))).containsExactly(ActionResponse.created(TASK));

        var kept = kept(LISBON);
        assertThat(kept.base().generation()).contains(1);
        assertThat(kept.base().owner()).contains("PT-contact-point");
        assertThat(kept.base().lastChanged()).contains(QualifiedDateTime.of(now));
        assertThat(kept.status()).contains(LPTaskStatus.AWAITING_PRESERVATION.entry());
    }

    @Test
    void anAnswerRepeatsTheEndpointsOfTheRequestAndDoesNotSwapThem() {
        var request = request(LISBON, create(task()));
        var answer = provider.take(request).answer();
        assertThat(answer.header().sender()).isEqualTo(LISBON);
        assertThat(answer.header().receiver()).isEqualTo(PROVIDER);
        assertThat(answer.header().transaction()).isEqualTo(request.header().transaction());
    }

    @Test
    void anUpdateMergesFieldByFieldAndRaisesTheGeneration() {
        send(LISBON, create(task().desiredExpiration(QualifiedDateTime.parse("2026-12-31T00:00:00Z"))));
        now = now.plus(Duration.ofHours(1));

        var answers = send(
                LISBON,
                update(LPTaskObject.builder(TASK).desiredExpiration(QualifiedDateTime.parse("2027-03-31T00:00:00Z"))));

        var kept = (LPTaskObject) kept(LISBON);
        assertThat(answers).containsExactly(new ActionResponse.Updated(TASK, Optional.of(kept)));
        assertThat(kept.base().generation()).contains(2);
        assertThat(kept.base().lastChanged()).contains(QualifiedDateTime.of(now));
        assertThat(kept.desiredExpiration()).contains(QualifiedDateTime.parse("2027-03-31T00:00:00Z"));
        assertThat(kept.desiredStatus()).contains(LPTaskDesiredStatus.PRESERVED.entry());
        assertThat(kept.base().externalIdentifier()).contains("case 17");
    }

    @Test
    void aStaleGenerationIsRefused() {
        send(LISBON, create(task()));
        provider.put(
                LISBON,
                ((LPTaskObject) kept(LISBON))
                        .with()
                        .status(LPTaskStatus.PRESERVED)
                        .build());

        assertFails(ErrorCode.IMPROPER_CHANGE, send(LISBON, update(release().generation(1))));
        assertThat(kept(LISBON).base().generation()).contains(2);
        assertThat(send(LISBON, update(release().generation(2)))).hasOnlyElementsOfType(ActionResponse.Updated.class);
        assertThat(kept(LISBON).base().generation()).contains(3);
    }

    @Test
    void theSenderNeverWritesWhereATaskStands() {
        assertFails(ErrorCode.VALUE_FIXED, send(LISBON, create(task().status(LPTaskStatus.PRESERVED))));
        assertFails(
                ErrorCode.VALUE_FIXED,
                send(LISBON, create(task().expiration(QualifiedDateTime.parse("2030-01-01T00:00:00Z")))));
        send(LISBON, create(task()));
        assertFails(
                ErrorCode.VALUE_FIXED,
                send(LISBON, update(LPTaskObject.builder(TASK).status(LPTaskStatus.PRESERVED))));
        assertThat(send(LISBON, update(release().status(LPTaskStatus.AWAITING_PRESERVATION))))
                .as("sent back as it was")
                .hasOnlyElementsOfType(ActionResponse.Updated.class);
    }

    @Test
    void aNewObjectBringsNoGeneration() {
        assertFails(ErrorCode.IMPROPER_VALUE, send(LISBON, create(task().generation(1))));
    }

    @Test
    void anObjectThatIsThereIsNotMadeAgain() {
        send(LISBON, create(task()));
        assertFails(ErrorCode.OBJECT_EXISTS, send(LISBON, create(task())));
    }

    @Test
    void whatIsNotThereIsNeitherUpdatedNorCancelledNorGiven() {
        assertFails(ErrorCode.UPDATE_UNKNOWN, send(LISBON, update(LPTaskObject.builder(TASK))));
        assertFails(ErrorCode.CANCEL_UNKNOWN, send(LISBON, update(release())));
        assertFails(ErrorCode.GET_UNKNOWN, send(LISBON, ActionRequest.get(TASK)));
    }

    @Test
    void nobodySeesOrTouchesWhatIsAnothers() {
        send(LISBON, create(task()));
        assertFails(ErrorCode.GET_UNKNOWN, send(BRASILIA, ActionRequest.get(TASK)));
        assertFails(ErrorCode.CANCEL_UNKNOWN, send(BRASILIA, update(release())));
        assertThat(send(BRASILIA, ActionRequest.List.everything()))
                .containsExactly(new ActionResponse.Listed(List.of()));
        assertThat(kept(LISBON).base().generation()).contains(1);
    }

    @Test
    void nobodyOwnsAnObjectForAnother() {
        assertFails(ErrorCode.IMPROPER_VALUE, send(BRASILIA, create(task().ownedBy(LISBON))));
        send(LISBON, create(task()));
        assertFails(
                ErrorCode.VALUE_FIXED,
                send(LISBON, update(LPTaskObject.builder(TASK).ownedBy(BRASILIA))));
    }

    @Test
    void anObjectOfTheReceiverIsReadButNotWritten() {
        var note = UUID.randomUUID();
        provider.put(
                LISBON, NotificationObject.builder(note).details("Preserved").build());
        assertThat(send(LISBON, ActionRequest.get(note))).hasOnlyElementsOfType(ActionResponse.Got.class);
        assertFails(
                ErrorCode.VALUE_FIXED,
                send(
                        LISBON,
                        ActionRequest.update(
                                NotificationObject.builder(note).details("Lost").build())));
    }

    @Test
    void aTaskStaysOfItsKind() {
        send(LISBON, create(task()));
        assertFails(
                ErrorCode.VALUE_FIXED,
                send(LISBON, ActionRequest.update(LDTaskObject.builder(TASK).build())));
    }

    @Test
    void whatHasEndedIsNotUpdated() {
        send(LISBON, create(task()));
        provider.put(
                LISBON,
                ((LPTaskObject) kept(LISBON))
                        .with()
                        .status(LPTaskStatus.EXPIRED)
                        .build());
        assertFails(ErrorCode.UPDATE_EXPIRED, send(LISBON, update(release())));
    }

    @Test
    void aTaskLeansOnlyOnWhatIsThere() {
        assertFails(ErrorCode.LINK_UNKNOWN, send(LISBON, create(task().associatedWith(WARRANT))));
        assertThat(send(LISBON, ActionRequest.create(warrant().build()), create(task().associatedWith(WARRANT))))
                .containsExactly(ActionResponse.created(WARRANT), ActionResponse.created(TASK));
        provider.put(
                LISBON,
                ((AuthorisationObject) shelves.find(LISBON, WARRANT).orElseThrow())
                        .with()
                        .status(AuthorisationStatus.EXPIRED)
                        .build());
        var later = UUID.randomUUID();
        assertFails(
                ErrorCode.LINK_EXPIRED,
                send(LISBON, create(LPTaskObject.preserve(later).associatedWith(WARRANT))));
    }

    @Test
    void ifOneActionFailsNoneIsApplied() {
        var answers = send(
                LISBON,
                ActionRequest.create(warrant().build()),
                create(task().status(LPTaskStatus.PRESERVED).associatedWith(WARRANT)),
                ActionRequest.create(LDTaskObject.disclose(UUID.randomUUID())
                        .associatedWith(TASK)
                        .build()));

        assertThat(codes(answers))
                .containsExactly(
                        Optional.of(ErrorCode.GENERAL),
                        Optional.of(ErrorCode.VALUE_FIXED),
                        Optional.of(ErrorCode.LINK_FAILED));
        assertThat(((ActionResponse.Failed) answers.getFirst()).error().description())
                .startsWith("Not applied, because action 1 failed");
        assertThat(shelves.size()).isZero();
    }

    @Test
    void questionsAreAnsweredEachForItself() {
        send(LISBON, create(task()));
        var answers = send(LISBON, ActionRequest.get(WARRANT), ActionRequest.get(TASK));
        assertThat(codes(answers)).containsExactly(Optional.of(ErrorCode.GET_UNKNOWN), Optional.empty());
    }

    @Test
    void laterActionsSeeWhatEarlierOnesDid() {
        var answers = send(LISBON, create(task()), update(release()), ActionRequest.get(TASK));
        var got = (ActionResponse.Got) answers.get(2);
        assertThat(got.object().base().generation()).contains(2);
        assertThat(got.object().desiredStatus()).contains(LPTaskDesiredStatus.CANCELLED.entry());
    }

    @Test
    void aRequestThatComesAgainGetsTheFirstAnswer() {
        var request = request(LISBON, create(task()));
        var first = provider.take(request);
        now = now.plus(Duration.ofDays(1));
        var again = provider.take(request);

        assertThat(first.changes()).hasSize(1);
        assertThat(again.repeated()).isTrue();
        assertThat(again.changes()).isEmpty();
        assertThat(again.answer()).isEqualTo(first.answer());
    }

    @Test
    void whatFailedForTheMomentIsTriedAnew() {
        var request = request(LISBON, create(task()));
        var busy = provider.admitting((from, object) ->
                Optional.of(ErrorInformation.of(ErrorCode.TRANSIENT, "The registry is down. Try again.")));
        assertFails(ErrorCode.TRANSIENT, answers(busy.take(request)));
        assertThat(answers(provider.take(request))).containsExactly(ActionResponse.created(TASK));
    }

    @Test
    void aTransactionIdentifierIsNotUsedForAnotherRequest() {
        var request = request(LISBON, create(task()));
        provider.take(request);
        var other = HI1Message.request(request.header(), update(release()));
        assertRefused(ErrorCode.IMPROPER_VALUE, provider.take(other));
        assertThat(kept(LISBON).base().generation()).contains(1);
    }

    @Test
    void twoSendersMayChanceOnOneTransactionIdentifier() {
        var header = Header.of(LISBON, PROVIDER, UUID.randomUUID(), now);
        provider.take(HI1Message.request(header, create(task())));
        var other = new Header(
                BRASILIA, PROVIDER, header.transaction(), header.timestamp(), header.version(), header.workflow());
        assertThat(provider.take(HI1Message.request(other, create(task()))).repeated())
                .isFalse();
    }

    @Test
    void aRequestForSomebodyElseIsRefusedWhole() {
        var header = Header.of(LISBON, BRASILIA, UUID.randomUUID(), now);
        assertRefused(ErrorCode.VALIDATION, provider.take(HI1Message.request(header, create(task()))));
    }

    @Test
    void anAnswerIsNoRequest() {
        var answer = provider.take(request(LISBON, create(task()))).answer();
        assertRefused(ErrorCode.VALIDATION, provider.take(answer));
    }

    @Test
    void whatCannotBeReadIsRefusedUnderItsTransactionOrUnderNone() {
        var unread = readable("<?xml version=\"1.0\"?><HI1Message/>");
        var answer = provider.refusalOf(unread, LISBON);
        assertThat(answer.header().transaction()).isEqualTo(new UUID(0, 0));
        assertThat(answer.header().sender()).isEqualTo(LISBON);
        assertThat(((Payload.Refusal) answer.payload()).error().meaning()).contains(ErrorCode.VALIDATION);
    }

    @Test
    void aProviderTakesNeitherNotificationsNorDeliveries() {
        var id = UUID.randomUUID();
        assertFails(
                ErrorCode.NOT_SUPPORTED,
                send(LISBON, ActionRequest.create(NotificationObject.builder(id).build())));
        assertFails(ErrorCode.NOT_SUPPORTED, send(LISBON, ActionRequest.deliver(delivery(id))));
    }

    @Test
    void anAuthorityTakesDeliveriesAndNotificationsButNoTasks() {
        var authority = Hi1Receiver.of(LISBON, EnumSet.of(Side.AUTHORITY), shelves, shelves.answers, () -> now);
        var id = UUID.randomUUID();
        var header = Header.of(PROVIDER, LISBON, UUID.randomUUID(), now);

        var taken = authority.take(HI1Message.request(header, ActionRequest.deliver(delivery(id))));
        assertThat(taken.changes())
                .singleElement()
                .matches(it -> it.verb() == Taken.Verb.DELIVERED && it.object() instanceof DeliveryObject);

        var second = Header.of(PROVIDER, LISBON, UUID.randomUUID(), now);
        assertFails(ErrorCode.NOT_SUPPORTED, answers(authority.take(HI1Message.request(second, create(task())))));
        var third = Header.of(PROVIDER, LISBON, UUID.randomUUID(), now);
        assertFails(
                ErrorCode.NOT_SUPPORTED,
                answers(authority.take(HI1Message.request(third, ActionRequest.create(delivery(UUID.randomUUID()))))));
        var fourth = Header.of(PROVIDER, LISBON, UUID.randomUUID(), now);
        assertFails(
                ErrorCode.IMPROPER_VALUE,
                answers(authority.take(HI1Message.request(
                        fourth, new ActionRequest.Deliver(UUID.randomUUID(), delivery(UUID.randomUUID()))))));
    }

    @Test
    void aListIsOfTheKindTimeAndStandingAskedFor() {
        send(LISBON, ActionRequest.create(warrant().build()));
        now = now.plus(Duration.ofMinutes(10));
        send(LISBON, create(task()));
        var none = Optional.<DictionaryEntry>empty();

        assertThat(listed(ActionRequest.List.everything())).containsExactly(WARRANT, TASK);
        assertThat(listed(new ActionRequest.List(
                        Optional.of(ObjectType.LP_TASK.entry()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        none,
                        Optional.empty())))
                .containsExactly(TASK);
        assertThat(listed(new ActionRequest.List(
                        none,
                        Optional.of(QualifiedDateTime.of(now)),
                        Optional.empty(),
                        Optional.empty(),
                        none,
                        Optional.empty())))
                .containsExactly(TASK);
        assertThat(listed(new ActionRequest.List(
                        none,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(LPTaskStatus.PRESERVED.entry()),
                        Optional.empty())))
                .isEmpty();
        assertThat(listed(new ActionRequest.List(
                        none, Optional.empty(), Optional.empty(), Optional.of(1), none, Optional.empty())))
                .containsExactly(WARRANT);
    }

    @Test
    void aProviderSaysWhatItCanDo() {
        assertFails(ErrorCode.NOT_SUPPORTED, send(LISBON, ActionRequest.getCspConfig()));
        var config = CspConfig.of(
                QualifiedDateTime.of(now),
                List.of(CspConfig.Targeting.of(TargetFormat.EMAIL, RequestType.SUBSCRIBER_DATA)));
        var taken = provider.configured(() -> config).take(request(LISBON, ActionRequest.getCspConfig()));
        assertThat(answers(taken)).containsExactly(new ActionResponse.Configured(config));
    }

    @Test
    void anEndpointMayAskMoreThanTheStandard() {
        var strict = provider.admitting(
                (from, object) -> object.base().associatedObjects().isEmpty()
                        ? Optional.of(ErrorInformation.of(ErrorCode.ELEMENT_MISSING, "A task needs its warrant."))
                        : Optional.empty());
        assertFails(ErrorCode.ELEMENT_MISSING, answers(strict.take(request(LISBON, create(task())))));
        assertThat(shelves.size()).isZero();
    }

    private static LPTaskObject.Builder task() {
        return LPTaskObject.preserve(TASK).externalIdentifier("case 17");
    }

    private static LPTaskObject.Builder release() {
        return LPTaskObject.release(TASK);
    }

    private static AuthorisationObject.Builder warrant() {
        return AuthorisationObject.builder(WARRANT).desiredStatus(AuthorisationDesiredStatus.APPROVED);
    }

    private static DeliveryObject delivery(UUID id) {
        return DeliveryObject.builder(id)
                .content(DeliveryContent.BinaryData.of(new byte[] {1, 2}, "text/plain", "log.txt"))
                .build();
    }

    private static ActionRequest create(LPTaskObject.Builder task) {
        return ActionRequest.create(task.build());
    }

    private static ActionRequest update(LPTaskObject.Builder task) {
        return ActionRequest.update(task.build());
    }

    private HI1Message request(EndpointId from, ActionRequest... actions) {
        return HI1Message.request(Header.of(from, PROVIDER, UUID.randomUUID(), now), actions);
    }

    private List<ActionResponse> send(EndpointId from, ActionRequest... actions) {
        return answers(provider.take(request(from, actions)));
    }

    private List<UUID> listed(ActionRequest.List question) {
        var answer = (ActionResponse.Listed) send(LISBON, question).getFirst();
        return answer.records().stream().map(ActionResponse.Listing::identifier).toList();
    }

    private HI1Object kept(EndpointId counterpart) {
        return shelves.find(counterpart, TASK).orElseThrow();
    }

    private static List<ActionResponse> answers(Taken taken) {
        return ((Payload.Responses) taken.answer().payload()).actions();
    }

    private static Hi1Exception readable(String xml) {
        try {
            Hi1Reader.read(xml.getBytes());
        } catch (Hi1Exception e) {
            return e;
        }
        throw new AssertionError("this is no message");
    }

    private static List<Optional<ErrorCode>> codes(List<ActionResponse> answers) {
        return answers.stream()
                .map(it -> it instanceof ActionResponse.Failed failed
                        ? failed.error().meaning()
                        : Optional.<ErrorCode>empty())
                .toList();
    }

    private static void assertFails(ErrorCode code, List<ActionResponse> answers) {
        assertThat(codes(answers)).as(answers.toString()).containsExactly(Optional.of(code));
    }

    private static void assertRefused(ErrorCode code, Taken taken) {
        assertThat(taken.answer().payload())
                .isInstanceOfSatisfying(
                        Payload.Refusal.class,
                        it -> assertThat(it.error().meaning()).contains(code));
        assertThat(taken.changes()).isEmpty();
    }
}
