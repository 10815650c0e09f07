package org.comity.node.cooperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.comity.node.exchange.Patience.eventually;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.hi1.CountryCode;
import org.comity.hi1.EndpointId;
import org.comity.hi1.LDTaskObject;
import org.comity.hi1.LDTaskStatus;
import org.comity.hi1.NotificationObject;
import org.comity.hi1.NotificationType;
import org.comity.hi1.QualifiedDateTime;
import org.comity.hi1.TreatyStep;
import org.comity.node.cooperation.life.ClockKind;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.RequestKind;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.CaseFile;
import org.comity.node.cooperation.request.DeliveredFile;
import org.comity.node.cooperation.request.ItemOutcome;
import org.comity.node.cooperation.request.ObjectionGround;
import org.comity.node.cooperation.request.RequestContent;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.cooperation.request.Urgency;
import org.comity.node.cooperation.request.UrgencyLevel;
import org.comity.node.exchange.Hi1Shelf;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Portugal orders, a provider in Germany answers; HI-1 with mutual TLS carries all of it over real sockets. */
class OrderStoryTests {

    private static final String NUMBER = "+351210000000";

    private static OrderNode portugal;
    private static OrderNode provider;

    @BeforeAll
    static void start() {
        portugal = new OrderNode("PT-contact-point", "24-7-contact");
        provider = new OrderNode("DE-mail", "provider");
        OrderNode.introduce(portugal, provider);
    }

    @AfterAll
    static void stop() {
        portugal.close();
        provider.close();
    }

    @Test
    void anOrderIsServedAskedAboutAndAnsweredItemByItem() {
        var id = served(RequestKind.PRODUCTION_ORDER, "eu2023-1543:5", UrgencyLevel.URGENT);
        assertThat(provider.view(id).form())
                .hasValueSatisfying(form -> assertThat(form).contains("shadow.market"));
        assertThat(portugal.view(id).runningClocks())
                .filteredOn(clock -> clock.kind() == ClockKind.COMPLIANCE)
                .singleElement()
                .satisfies(clock -> assertThat(clock.provision()).isEqualTo("eu2023-1543:10(3)"));

        var deciding = provider.the(DecidingRequest.class);
        deciding.acknowledge(provider.agent, id, "");
        deciding.askClarification(provider.agent, id, "Which of the two accounts of that name?");
        portugal.ask(provider);
        assertThat(portugal.state(id)).isEqualTo(RequestState.CLARIFICATION);
        portugal.the(PursuingRequest.class).answerClarification(portugal.officer, id, "The one made in 2024.");
        eventually(() -> assertThat(provider.state(id)).isEqualTo(RequestState.ACKNOWLEDGED));
        assertThat(provider.view(id).timeline().getLast().particulars().reason())
                .hasValue("The one made in 2024.");

        assertThatThrownBy(() -> disclose(id, List.of(true, false))).hasMessageContaining("genuine and in form");
        verify(id);
        disclose(id, List.of(true, false));
        portugal.ask(provider);
        portugal.ask(provider);
        assertThat(portugal.state(id)).isEqualTo(RequestState.PARTLY_DISCLOSED);
        assertThat(portugal.view(id).request().production().orElseThrow().outcomes())
                .extracting(ItemOutcome::preserved)
                .containsExactly(true, false);
        assertThat(portugal.view(id).files())
                .as("two files of one name are two files")
                .extracting(DeliveredFile::name, DeliveredFile::sha256)
                .hasSize(2)
                .containsExactlyInAnyOrderElementsOf(provider.view(id).files().stream()
                        .map(file -> tuple(file.name(), file.sha256()))
                        .toList());
        assertThat(portugal.view(id).timeline())
                .as("what is read again moves nothing")
                .filteredOn(step -> step.event() == RequestEvent.PARTLY_DISCLOSED)
                .hasSize(1);

        portugal.the(PursuingRequest.class).confirmReceipt(portugal.officer, id, "");
        eventually(() -> assertThat(provider.state(id)).isEqualTo(RequestState.RECEIPT_CONFIRMED));
    }

    /** The order asked for silence until a day: nothing is told before it, and the task does not get lost. */
    @Test
    void thePersonIsToldWhenTheSilenceEnds() {
        var id = served(RequestKind.PRODUCTION_ORDER, "eu2023-1543:5", UrgencyLevel.URGENT);
        provider.the(DecidingRequest.class).acknowledge(provider.agent, id, "");
        verify(id);
        disclose(id, List.of());
        var notices = provider.the(UserNotices.class);
        assertThat(notices.open(provider.agent)).anyMatch(owed -> owed.order().equals(id));
        assertThatThrownBy(() -> notices.told(provider.agent, id, "By mail"))
                .isInstanceOf(ActRefused.NotPermitted.class);
    }

    @Test
    void anEmergencyOfANewContactWaitsForACallToANumberThatWasKnownBefore() {
        var id = served(RequestKind.PRODUCTION_ORDER, "eu2023-1543:5", UrgencyLevel.EMERGENCY);
        assertThat(provider.view(id).runningClocks())
                .filteredOn(clock -> clock.kind() == ClockKind.COMPLIANCE)
                .singleElement()
                .satisfies(clock -> assertThat(clock.length()).isEqualTo("PT8H"));
        provider.the(DecidingRequest.class).acknowledge(provider.agent, id, "");
        verify(id);
        assertThatThrownBy(() -> disclose(id, List.of())).hasMessageContaining("Call a registered number");

        var answering = provider.the(AnsweringOrder.class);
        assertThatThrownBy(() -> answering.recordCallBack(provider.agent, id, NUMBER, "duty officer"))
                .hasMessageContaining("not registered");
        var numbers = provider.the(RegisteredNumbers.class);
        assertThatThrownBy(() -> numbers.register(provider.agent, portugal.party, NUMBER, "duty desk"))
                .isInstanceOf(ActRefused.NotPermitted.class);
        numbers.register(provider.administrator, portugal.party, "+351 21 000 00 00", "duty desk");
        answering.recordCallBack(provider.agent, id, NUMBER, "duty officer");
        disclose(id, List.of());
        portugal.ask(provider);
        assertThat(portugal.state(id)).isEqualTo(RequestState.DISCLOSED);
        assertThat(provider.view(id).timeline())
                .filteredOn(step -> step.event() == RequestEvent.CALLED_BACK)
                .singleElement()
                .satisfies(step -> {
                    assertThat(step.actor()).isEqualTo(provider.agent.name());
                    assertThat(step.particulars().reference()).hasValue(NUMBER);
                });
    }

    @Test
    void anObjectionIsLookedAtByTheIssuerAndTheOrderUpheldOrWithdrawn() {
        var id = served(RequestKind.PRODUCTION_ORDER, "eu2023-1543:5", UrgencyLevel.URGENT);
        provider.the(DecidingRequest.class).acknowledge(provider.agent, id, "");
        var answering = provider.the(AnsweringOrder.class);
        assertThatThrownBy(() -> answering.object(provider.agent, id, "order:no-mood", "We would rather not"))
                .isInstanceOf(ActRefused.Malformed.class);
        answering.object(provider.agent, id, ObjectionGround.OFFENCE_NOT_COVERED.id(), "No maximum of three years");
        portugal.ask(provider);
        assertThat(portugal.state(id)).isEqualTo(RequestState.OBJECTION);

        var pursuing = portugal.the(PursuingOrder.class);
        assertThatThrownBy(() -> pursuing.uphold(portugal.officer, id, "It is listed"))
                .isInstanceOf(ActRefused.NotPermitted.class);
        pursuing.uphold(portugal.approver, id, "Illegal access is a listed offence (article 5(4))");
        eventually(() -> assertThat(provider.state(id)).isEqualTo(RequestState.ACKNOWLEDGED));

        answering.claimConflict(provider.agent, id, "Law of a third State, article 7", "The user lives there");
        portugal.ask(provider);
        assertThat(portugal.state(id)).isEqualTo(RequestState.SUSPENDED);
        portugal.the(PursuingRequest.class).withdraw(portugal.officer, id, "The claim is right");
        eventually(() -> assertThat(provider.state(id)).isEqualTo(RequestState.WITHDRAWN));
    }

    /** EU 2023/1543 art. 11(1): sixty days, thirty more once, and for as long as it takes once an order to produce follows. */
    @Test
    void aPreservationOrderIsExtendedOnceAndKeptWhenAnOrderToProduceFollows() {
        var id = served(RequestKind.PRESERVATION_ORDER, "eu2023-1543:6", UrgencyLevel.URGENT);
        provider.the(DecidingRequest.class).acknowledge(provider.agent, id, "");
        var now = provider.the(Clock.class).instant();
        provider.the(ExecutingPreservation.class)
                .recordPreserved(
                        provider.agent, id, ExecutingPreservation.Confirmation.ofAll(now, Optional.empty(), "DE-mail"));
        portugal.ask(provider);
        var kept = portugal.view(id).request().preservation().orElseThrow();
        assertThat(Duration.between(kept.effectedAt(), kept.keptUntil())).isEqualTo(Duration.ofDays(60));

        var pursuing = portugal.the(PursuingRequest.class);
        assertThatThrownBy(() -> pursuing.askExtension(
                        portugal.officer, id, kept.keptUntil().plus(Duration.ofDays(31)), "Still needed"))
                .hasMessageContaining("once, by 30 days");
        var longer = kept.keptUntil().plus(Duration.ofDays(30));
        pursuing.askExtension(portugal.officer, id, longer, "Still needed");
        eventually(() -> assertThat(provider.view(id).extensionPending()).isTrue());
        provider.the(ExecutingPreservation.class).grantExtension(provider.agent, id, longer);
        portugal.ask(provider);
        assertThat(portugal.state(id)).isEqualTo(RequestState.EXTENDED);

        portugal.the(PursuingOrder.class).confirmProduction(portugal.officer, id, "EPOC 7/26");
        eventually(() -> assertThat(provider.state(id)).isEqualTo(RequestState.FOLLOWUP_RECEIVED));
        assertThat(provider.view(id).runningClocks()).isEmpty();
    }

    @Test
    void aStepThatCannotBeReadHoldsNoOtherUp() {
        var unread = served(RequestKind.PRODUCTION_ORDER, "eu2023-1543:5", UrgencyLevel.URGENT);
        provider.inTransaction(() -> provider.the(Hi1Shelf.class).put(portugal.party, said(unread, "conjured")));
        var other = served(RequestKind.PRODUCTION_ORDER, "eu2023-1543:5", UrgencyLevel.URGENT);
        provider.the(DecidingRequest.class).acknowledge(provider.agent, other, "");

        portugal.ask(provider);

        assertThat(portugal.state(unread)).isEqualTo(RequestState.SENT);
        assertThat(portugal.state(other)).isEqualTo(RequestState.ACKNOWLEDGED);
    }

    private static NotificationObject said(RequestId order, String step) {
        var now = QualifiedDateTime.of(provider.the(Clock.class).instant());
        return NotificationObject.builder(UUID.randomUUID())
                .ownedBy(EndpointId.of(provider.party.state(), provider.party.value()))
                .associatedWith(order.value())
                .type(NotificationType.GENERAL)
                .isNew(true)
                .timestamp(now)
                .national(TreatyStep.builder(new CountryCode(provider.party.state()), step, 1, now)
                        .build())
                .build();
    }

    /** Such a system answers what it is asked, and tells no steps. */
    @Test
    void aProviderWithASystemOfItsOwnIsAskedWhereTheTaskStands() {
        var id = served(RequestKind.PRODUCTION_ORDER, "eu2023-1543:5", UrgencyLevel.URGENT);
        var shelf = provider.the(Hi1Shelf.class);
        provider.inTransaction(() -> shelf.put(
                portugal.party,
                ((LDTaskObject) shelf.find(portugal.party, id.value()).orElseThrow())
                        .with()
                        .status(LDTaskStatus.DISCLOSURE_NOT_AVAILABLE)
                        .build()));
        portugal.ask(provider);
        assertThat(portugal.state(id)).isEqualTo(RequestState.NOT_FOUND);
    }

    private static void verify(RequestId id) {
        provider.the(AnsweringOrder.class).recordVerified(provider.agent, id, "Certificate of the card, form complete");
    }

    private static void disclose(RequestId id, List<Boolean> items) {
        provider.the(AnsweringOrder.class)
                .disclose(
                        provider.agent,
                        id,
                        new AnsweringOrder.HandOver(
                                provider.the(Clock.class).instant(),
                                items,
                                "",
                                "No logs of that port",
                                List.of(accounts("shadow.market,2024"), accounts("shadow.market,2025"))));
    }

    private static AnsweringOrder.Attachment accounts(String row) {
        return new AnsweringOrder.Attachment(
                "account.csv", "text/csv", ("name,since\n" + row).getBytes(StandardCharsets.UTF_8));
    }

    /** Drafted, approved by a second person, sent, and taken in by the provider's node. */
    private static RequestId served(RequestKind kind, String provision, UrgencyLevel urgency) {
        var file = portugal.the(OpeningCaseFile.class)
                .open(
                        portugal.officer,
                        new OpeningCaseFile.Opening(
                                "Operation", TwoNodes.ILLEGAL_ACCESS, "Access was sold.", CaseFile.DESK));
        var drafting = portugal.the(DraftingRequest.class);
        var id = drafting.begin(portugal.officer, file.reference(), kind);
        var content = TwoNodes.complete(RequestContent.blank(TwoNodes.ILLEGAL_ACCESS, "Access was sold."))
                .with(it -> it.requestedState("DE")
                        .missingReason("No court is involved yet")
                        .urgency(new Urgency(urgency, "Logs live for ten days")));
        var version = drafting.save(portugal.officer, id, 0, content);
        version = drafting.chooseRoute(portugal.officer, id, version, provision, provider.party);
        drafting.submit(portugal.officer, id, version);
        portugal.the(ApprovingRequest.class).approve(portugal.approver, id, "");
        eventually(() -> assertThat(portugal.state(id)).isEqualTo(RequestState.SENT));
        assertThat(provider.state(id)).isEqualTo(RequestState.SENT);
        return id;
    }
}
