package org.comity.node.cooperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.comity.node.exchange.Patience.eventually;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.comity.hi1.Checksum;
import org.comity.hi1.CountryCode;
import org.comity.hi1.DeliveryContent;
import org.comity.hi1.DeliveryObject;
import org.comity.hi1.EndpointId;
import org.comity.hi1.LDTaskObject;
import org.comity.hi1.LDTaskStatus;
import org.comity.hi1.NotificationObject;
import org.comity.hi1.NotificationType;
import org.comity.hi1.QualifiedDateTime;
import org.comity.hi1.TreatyStep;
import org.comity.node.cooperation.clock.RequestClock;
import org.comity.node.cooperation.life.ClockKind;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.RequestKind;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.CaseFile;
import org.comity.node.cooperation.request.DataWanted;
import org.comity.node.cooperation.request.DeliveredFile;
import org.comity.node.cooperation.request.Identifier;
import org.comity.node.cooperation.request.ItemOutcome;
import org.comity.node.cooperation.request.ObjectionGround;
import org.comity.node.cooperation.request.RequestContent;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.cooperation.request.Step;
import org.comity.node.cooperation.request.TakeDown;
import org.comity.node.cooperation.request.Urgency;
import org.comity.node.cooperation.request.UrgencyLevel;
import org.comity.node.directory.PartyId;
import org.comity.node.evidence.Custody;
import org.comity.node.evidence.Exhibit;
import org.comity.node.evidence.Fetch;
import org.comity.node.evidence.Origin;
import org.comity.node.evidence.Particulars;
import org.comity.node.evidence.TakingInEvidence;
import org.comity.node.exchange.Hi1Contents;
import org.comity.node.exchange.Hi1Shelf;
import org.comity.node.settings.FreePort;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Portugal orders, a provider in Germany answers; HI-1 with mutual TLS carries all of it over real sockets. */
class OrderStoryTests {

    private static final int MIB = 1 << 20;
    private static final String NUMBER = "+351210000000";

    private static OrderNode portugal;
    private static OrderNode provider;
    private static CutLine line;

    @BeforeAll
    static void start() {
        int shown = FreePort.any();
        portugal = new OrderNode("PT-contact-point", "24-7-contact");
        provider = new OrderNode("DE-mail", "provider", "--comity.hi1-url=https://127.0.0.1:" + shown + "/hi1");
        line = new CutLine(shown, provider.door());
        OrderNode.introduce(portugal, provider);
    }

    @AfterAll
    static void stop() throws IOException {
        portugal.close();
        provider.close();
        line.close();
    }

    @BeforeEach
    void theLineIsWhole() {
        line.mend();
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
        portugal.the(KeepingDeliveries.class).keepAll();
        provider.the(KeepingDeliveries.class).keepAll();
        assertThat(portugal.view(id).files())
                .allSatisfy(file -> assertThat(file.exhibit()).isPresent());
        assertThat(portugal.view(id).exhibits()).hasSize(2).allSatisfy(exhibit -> {
            assertThat(exhibit.particulars().origin()).isEqualTo(Origin.PROVIDER);
            assertThat(exhibit.particulars().from()).isEqualTo(provider.party.value());
            assertThat(exhibit.particulars().provision()).isEqualTo("eu2023-1543:5");
            assertThat(exhibit.particulars().about()).hasSize(2);
        });
        assertThat(provider.view(id).exhibits())
                .hasSize(2)
                .allSatisfy(exhibit -> assertThat(provider.the(Custody.class)
                                .of(exhibit.id())
                                .steps()
                                .getLast()
                                .said()
                                .what())
                        .isEqualTo("released"));
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

    /** EU 2023/1543 arts. 10(4) and 12: sent in eight hours, objected to within 96, and then deleted, with a report. */
    @Test
    void whatWasSentInAnEmergencyIsDeletedWhenTheStateThatWasToldObjects() {
        var id = served(RequestKind.PRODUCTION_ORDER, "eu2023-1543:5", UrgencyLevel.EMERGENCY);
        var pursuing = portugal.the(PursuingOrder.class);
        pursuing.recordNotified(portugal.officer, id, "Enforcing authority of Germany");
        eventually(() -> assertThat(provider.view(id).timeline())
                .extracting(Step::event)
                .contains(RequestEvent.AUTHORITY_NOTIFIED));
        assertThat(portugal.view(id).runningClocks())
                .filteredOn(clock -> clock.kind() == ClockKind.NOTIFIED_AUTHORITY)
                .singleElement()
                .satisfies(clock -> {
                    assertThat(clock.length()).isEqualTo("PT96H");
                    assertThat(clock.provision()).isEqualTo("eu2023-1543:12");
                });
        provider.the(DecidingRequest.class).acknowledge(provider.agent, id, "");
        verify(id);
        provider.the(RegisteredNumbers.class).register(provider.administrator, portugal.party, NUMBER, "duty desk");
        provider.the(AnsweringOrder.class).recordCallBack(provider.agent, id, NUMBER, "duty officer");
        disclose(id, List.of());
        portugal.ask(provider);
        portugal.the(PursuingRequest.class).confirmReceipt(portugal.officer, id, "");
        assertThatThrownBy(() -> portugal.the(ClosingRequest.class).close(portugal.officer, id, ""))
                .hasMessageContaining("may still object until");

        assertThatThrownBy(() -> pursuing.recordLateObjection(
                        portugal.officer, id, "Enforcing authority", "eu2023-1543:99", "Privilege"))
                .isInstanceOf(ActRefused.Malformed.class);
        pursuing.recordLateObjection(
                portugal.officer, id, "Enforcing authority", "eu2023-1543:12(1)(a)", "Privileged: delete all of it");
        eventually(() -> assertThat(provider.state(id)).isEqualTo(RequestState.DELETION_OWED));
        assertThat(provider.view(id).timeline().getLast().particulars().ground())
                .as("as a field, not only in words")
                .hasValue("eu2023-1543:12(1)(a)");
        assertThat(portugal.view(id).runningClocks())
                .extracting(RequestClock::kind)
                .containsExactly(ClockKind.DELETION);

        var regularising = portugal.the(RegularisingEmergency.class);
        assertThatThrownBy(() -> regularising.reportDeletion(portugal.officer, id, " "))
                .isInstanceOf(ActRefused.Malformed.class);
        regularising.reportDeletion(portugal.officer, id, "Both files deleted from the vault and from the case system");
        eventually(() -> assertThat(provider.state(id)).isEqualTo(RequestState.DELETED));
        assertThat(provider.view(id).timeline().getLast().particulars().reason())
                .hasValueSatisfying(report -> assertThat(report).contains("Both files deleted"));
    }

    /** Nothing binds the provider: it says on which ground of the list it declines, and nobody can enforce it. */
    @Test
    void aVoluntaryRequestIsMarkedAsOneAndMayBeDeclined() {
        var id = served(RequestKind.VOLUNTARY_PRESERVATION, "voluntary:preservation", UrgencyLevel.URGENT);
        var theirs = provider.view(id).request();
        assertThat(theirs.kind()).isEqualTo(RequestKind.VOLUNTARY_PRESERVATION);
        assertThat(theirs.content().data().holder()).isEqualTo("hosting");
        assertThat(portugal.view(id).request().route().orElseThrow().findings())
                .anyMatch(finding -> finding.reason().contains("provider's discretion"));
        assertThat(provider.view(id).form())
                .hasValueSatisfying(form -> assertThat(form).contains("keep data voluntarily"));
        provider.the(DecidingRequest.class).acknowledge(provider.agent, id, "");
        var answering = provider.the(AnsweringOrder.class);
        assertThatThrownBy(() -> answering.object(
                        provider.agent, id, ObjectionGround.OFFENCE_NOT_COVERED.id(), "There is no order"))
                .isInstanceOf(ActRefused.WrongState.class);
        assertThatThrownBy(() -> answering.decline(provider.agent, id, "voluntary:answer(z)", "We would rather not"))
                .isInstanceOf(ActRefused.Malformed.class);
        answering.decline(provider.agent, id, "voluntary:answer(d)", "Our terms ask for an order");
        portugal.ask(provider);
        assertThat(portugal.state(id)).isEqualTo(RequestState.REFUSED);
        assertThat(provider.the(TransparencyReport.class)
                        .csv(java.time.LocalDate.EPOCH, java.time.LocalDate.parse("2999-12-31")))
                .contains("voluntary-preservation");
    }

    /** ETS 185 arts. 16 and 18 in the law of Portugal: an order that stays within the State, by the same road. */
    @Test
    void aProviderOfOnesOwnStateIsOrderedUnderOnesOwnLaw() {
        try (var own = new OrderNode("PT-mail", "provider")) {
            OrderNode.introduce(portugal, own);
            var id = drafted(RequestKind.NATIONAL_PRODUCTION_ORDER, UrgencyLevel.URGENT, null, wanted -> wanted);
            var drafting = portugal.the(DraftingRequest.class);
            var draft = portugal.view(id).request();
            var version = drafting.save(
                    portugal.officer, id, draft.version(), draft.content().withRequestedState("PT"));
            var route = portugal.the(PlanningRoutes.class)
                    .routes(portugal.officer, id)
                    .getFirst();
            assertThat(route.provision()).isEqualTo("ets185:18");
            assertThat(route.findings())
                    .anyMatch(it -> it.rule().equals("own-power") && it.result().equals("met"));
            version = drafting.chooseRoute(portugal.officer, id, version, route.provision(), own.party);
            drafting.submit(portugal.officer, id, version);
            portugal.the(ApprovingRequest.class).approve(portugal.approver, id, "");
            eventually(() -> assertThat(portugal.state(id)).isEqualTo(RequestState.SENT));

            assertThat(own.view(id).request().kind()).isEqualTo(RequestKind.NATIONAL_PRODUCTION_ORDER);
            assertThat(own.view(id).form())
                    .hasValueSatisfying(form -> assertThat(form).contains("under national law"));
            own.the(DecidingRequest.class).acknowledge(own.agent, id, "");
            own.the(AnsweringOrder.class)
                    .object(own.agent, id, ObjectionGround.IMMUNITY_OR_PRIVILEGE.id(), "The account of a lawyer");
            portugal.ask(own);
            assertThat(portugal.state(id)).isEqualTo(RequestState.OBJECTION);
        }
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

    /** EU 2021/784 arts. 3, 4(7) and 6: one hour; kept before it goes, and for six months after; put back when the order falls. */
    @Test
    void contentIsKeptBeforeItIsTakenDownAndPutBackWhenTheOrderFalls() throws IOException {
        var kept = served(RequestKind.PRESERVATION_ORDER, "eu2023-1543:6", UrgencyLevel.URGENT);
        var drafted = drafted(RequestKind.TAKE_DOWN, UrgencyLevel.URGENT, kept, wanted -> wanted);
        assertThatThrownBy(() -> submit(drafted, "eu-tco:3"))
                .hasMessageContaining("preserved first")
                .hasMessageContaining("12 hours before");
        provider.the(DecidingRequest.class).acknowledge(provider.agent, kept, "");
        var now = provider.the(Clock.class).instant();
        provider.the(ExecutingPreservation.class)
                .recordPreserved(
                        provider.agent,
                        kept,
                        ExecutingPreservation.Confirmation.ofAll(now, Optional.empty(), "DE-mail"));
        portugal.ask(provider);
        var announced = Optional.of(now.minus(Duration.ofHours(13)));
        var id = sent(
                drafted(RequestKind.TAKE_DOWN, UrgencyLevel.URGENT, kept, it -> it.withAnnouncedAt(announced)),
                "eu-tco:3");
        assertThat(provider.view(id).request().follows()).hasValue(kept);
        assertThat(provider.view(id).request().content().takeDown()).hasValueSatisfying(wanted -> {
            assertThat(wanted.content()).isEqualTo(TakeDown.Content.TERRORIST);
            assertThat(wanted.territories()).containsExactly("DE", "PT");
            assertThat(wanted.redress()).isEqualTo("Administrative court, within a month");
        });
        assertThat(provider.view(id).runningClocks())
                .filteredOn(clock -> clock.kind() == ClockKind.COMPLIANCE)
                .singleElement()
                .satisfies(clock -> {
                    assertThat(clock.length()).isEqualTo("PT1H");
                    assertThat(clock.provision()).isEqualTo("eu-tco:3(3)");
                });

        provider.the(DecidingRequest.class).acknowledge(provider.agent, id, "");
        verify(id);
        var answering = provider.the(AnsweringTakeDown.class);
        assertThatThrownBy(() -> takeDown(id, List.of())).isInstanceOf(ActRefused.WrongState.class);
        assertThatThrownBy(() -> answering.waivePreservation(provider.agent, id, " "))
                .hasMessageContaining("You answer for that");
        var copy = takeIn(id, MIB);
        answering.preserve(provider.agent, id, provider.the(Clock.class).instant(), List.of(), "", List.of(copy.id()));
        assertThat(provider.view(id).timeline().getLast().particulars().reference())
                .as("it is kept already, under the earlier order")
                .hasValue(provider.view(kept).request().reference());
        takeDown(id, List.of(true, false));
        portugal.ask(provider);
        assertThat(portugal.state(id)).isEqualTo(RequestState.TAKEN_DOWN);
        assertThat(arrived(id).sha256())
                .as("the copy that was kept, handed over out of the vault")
                .isEqualTo(copy.sha256());
        assertThat(what(provider, copy)).containsExactly("taken-in", "released");
        assertThat(portugal.view(id).timeline().getLast().particulars().outcomes())
                .extracting(ItemOutcome::preserved)
                .containsExactly(true, false);
        assertThat(portugal.view(id).runningClocks())
                .filteredOn(clock -> clock.kind() == ClockKind.REDRESS)
                .singleElement()
                .satisfies(clock -> assertThat(clock.length()).isEqualTo("P6M"));

        var pursuing = portugal.the(PursuingTakeDown.class);
        pursuing.reportStillUp(portugal.officer, id, "The second address, today at noon");
        eventually(() -> assertThat(provider.the(OrderQueue.class).rows(provider.agent))
                .anyMatch(row -> row.id().equals(id) && row.waitsForUs()));
        takeDown(id, List.of());
        answering.stateReasons(provider.agent, id, "Removed by order", "Administrative court");
        answering.recordComplaint(provider.agent, id, "It is a documentary");
        portugal.ask(provider);
        assertThat(portugal.state(id)).isEqualTo(RequestState.UNDER_REVIEW);
        assertThatThrownBy(() -> pursuing.revoke(portugal.officer, id, "It was wrong"))
                .isInstanceOf(ActRefused.NotPermitted.class);
        pursuing.revoke(portugal.approver, id, "The authority of the provider's State found so");
        eventually(() -> assertThat(provider.state(id)).isEqualTo(RequestState.REINSTATEMENT_OWED));
        answering.reinstate(provider.agent, id, "The order fell");
        portugal.ask(provider);
        assertThat(portugal.state(id)).isEqualTo(RequestState.REINSTATED);
    }

    /** EU 2022/2065 art. 16: the provider decides, on a ground of the law's list; a hotline's notice says whose it is. */
    @Test
    void aNoticeIsDecidedOnAGroundOfTheLawsList() {
        var id = sent(
                drafted(
                        RequestKind.TAKE_DOWN,
                        UrgencyLevel.URGENT,
                        null,
                        it -> it.withUnpreserved("A hotline's report; nobody investigates yet")
                                .withFlaggedBy("Hotline, report 4711")),
                "eu-dsa:16");
        assertThat(provider.view(id).request().content().takeDown())
                .hasValueSatisfying(wanted -> assertThat(wanted.flaggedBy()).isEqualTo("Hotline, report 4711"));
        assertThat(provider.view(id).form())
                .hasValueSatisfying(form -> assertThat(form).contains("Notice of unlawful content", "report 4711"));
        provider.the(DecidingRequest.class).acknowledge(provider.agent, id, "");
        var answering = provider.the(AnsweringTakeDown.class);
        assertThatThrownBy(() -> answering.refuse(provider.agent, id, "eu-tco:3(7)", "No time"))
                .isInstanceOf(ActRefused.Malformed.class);
        answering.refuse(provider.agent, id, "eu-dsa:16(5)", "Satire, and marked as such");
        portugal.ask(provider);
        assertThat(portugal.state(id)).isEqualTo(RequestState.REFUSED);
        assertThat(portugal.view(id).timeline().getLast().particulars().ground())
                .hasValue("eu-dsa:16(5)");
    }

    private static void takeDown(RequestId id, List<Boolean> items) {
        provider.the(AnsweringTakeDown.class)
                .takeDown(
                        provider.agent,
                        id,
                        new AnsweringTakeDown.Done(
                                provider.the(Clock.class).instant(),
                                TakeDown.Means.REMOVE,
                                items,
                                "The second is hosted elsewhere"));
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
    /** The one holds the request and wants the shelf; the other holds the shelf and wants the request. */
    @Test
    void whatComesInGivesWayToWhoeverAnswersAtThatMoment() {
        var id = served(RequestKind.PRODUCTION_ORDER, "eu2023-1543:5", UrgencyLevel.URGENT);
        var shelf = provider.the(Hi1Shelf.class);
        var jdbc = provider.the(JdbcClient.class);
        provider.inTransaction(() -> {
            jdbc.sql("select id from cooperation.request where id = :id for update")
                    .param("id", id.value())
                    .query(UUID.class)
                    .single();
            portugal.the(PursuingRequest.class).withdraw(portugal.officer, id, "Not needed any more");
            eventually(() -> assertThat(jdbc.sql(
                                    "select count(*) from pg_locks where locktype = 'advisory' and granted"
                                            + " and database = (select oid from pg_database where datname = current_database())")
                            .query(Integer.class)
                            .single())
                    .as("the withdrawal has the shelf")
                    .isPositive());
            return shelf.put(
                    portugal.party, shelf.find(portugal.party, id.value()).orElseThrow());
        });
        eventually(() -> assertThat(provider.state(id)).isEqualTo(RequestState.WITHDRAWN));
    }

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

    /** ETSI TS 103 120, Delivery by URL: fetched with the certificate of the messages, and only by whom it is for. */
    @Test
    void whatIsTooLargeForAnAnswerIsFetchedFromTheProvidersVaultAlsoOverALineThatBreaks() throws Exception {
        var id = served(RequestKind.PRODUCTION_ORDER, "eu2023-1543:5", UrgencyLevel.URGENT);
        provider.the(DecidingRequest.class).acknowledge(provider.agent, id, "");
        verify(id);
        var ours = takeIn(id, 6 * MIB + 5);
        provider.the(AnsweringOrder.class)
                .disclose(
                        provider.agent,
                        id,
                        new AnsweringOrder.HandOver(
                                provider.the(Clock.class).instant(),
                                List.of(),
                                "",
                                "",
                                List.of(accounts("shadow.market,2024")),
                                List.of(ours.id())));
        portugal.ask(provider);
        line.cutAfter(4 * MIB);
        portugal.ask(provider);
        eventually(() ->
                assertThat(portugal.view(id).fetches().getFirst().trouble()).isPresent());
        long before = line.passed();
        line.mend();

        var theirs = arrived(id);
        assertThat(line.passed() - before)
                .as("what had come is not asked for again")
                .isLessThan(5 * MIB);
        assertThat(portugal.state(id)).isEqualTo(RequestState.DISCLOSED);
        assertThat(theirs.sha256()).isEqualTo(ours.sha256());
        assertThat(theirs.particulars().name()).isEqualTo("mailbox.mbox");
        assertThat(theirs.particulars().origin()).isEqualTo(Origin.PROVIDER);
        assertThat(theirs.particulars().provision()).isEqualTo("eu2023-1543:5");
        assertThat(what(portugal, theirs)).containsExactly("taken-in");
        assertThat(what(provider, ours)).containsExactly("taken-in", "released");
        assertThat(provider.view(id).releases()).singleElement().satisfies(release -> {
            assertThat(release.recipient()).isEqualTo(portugal.party.value());
            assertThat(release.isFetched()).isTrue();
        });
        var released = provider.view(id).releases().getFirst().id();
        var contents = provider.the(Hi1Contents.class);
        assertThat(contents.find(portugal.party, released)).isPresent();
        assertThat(contents.find(new PartyId("BR-contact-point"), released))
                .as("for anybody else there is nothing")
                .isEmpty();
        assertThat(provider.the(ReadingRequests.class).file(provider.agent, id, released))
                .as("what is large is given out by its own page")
                .isEmpty();
    }

    /** An address of its own choosing would make this node knock at strangers' doors. */
    @Test
    void whatADeliveryNamesElsewhereIsNotAskedFor() {
        var id = served(RequestKind.PRODUCTION_ORDER, "eu2023-1543:5", UrgencyLevel.URGENT);
        var delivery = DeliveryObject.builder(UUID.randomUUID())
                .ownedBy(EndpointId.of(provider.party.state(), provider.party.value()))
                .associatedWith(id.value())
                .content(new DeliveryContent.Url(
                        "https://127.0.0.1:1/secret",
                        Optional.of(5L),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(Checksum.sha256(new byte[5]))))
                .build();
        provider.inTransaction(() -> provider.the(Hi1Shelf.class).put(portugal.party, delivery));
        portugal.ask(provider);
        eventually(() -> assertThat(portugal.view(id).fetches())
                .singleElement()
                .extracting(Fetch::state)
                .isEqualTo(Fetch.State.BROKEN));
    }

    /** Nobody could say of it later that it is what was delivered: a person is told what to ask for. */
    @Test
    void whatADeliveryNamesWithoutItsLengthOrDigestWaitsForTheProviderToSayThem() {
        var id = served(RequestKind.PRODUCTION_ORDER, "eu2023-1543:5", UrgencyLevel.URGENT);
        var delivery = UUID.randomUUID();
        shelve(id, delivery, Optional.empty(), List.of());
        portugal.ask(provider);
        portugal.ask(provider);

        eventually(() -> assertThat(portugal.view(id).unfetchable())
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.name()).isEqualTo("mailbox.mbox");
                    assertThat(it.why().inEnglish()).contains("neither the length nor the SHA-256", "deliver it again");
                }));
        assertThat(portugal.view(id).fetches()).isEmpty();
        shelve(id, delivery, Optional.of(5L), List.of(Checksum.sha256(new byte[5])));
        portugal.ask(provider);
        eventually(() -> assertThat(portugal.view(id).unfetchable()).isEmpty());
        assertThat(portugal.view(id).fetches()).hasSize(1);
    }

    private static void shelve(RequestId id, UUID delivery, Optional<Long> length, List<Checksum> sums) {
        var object = DeliveryObject.builder(delivery)
                .ownedBy(EndpointId.of(provider.party.state(), provider.party.value()))
                .associatedWith(id.value())
                .content(new DeliveryContent.Url(
                        "https://127.0.0.1:1/secret",
                        length,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("mailbox.mbox"),
                        Optional.empty(),
                        Optional.empty(),
                        sums))
                .build();
        provider.inTransaction(() -> provider.the(Hi1Shelf.class).put(portugal.party, object));
    }

    private static Exhibit takeIn(RequestId request, int size) throws IOException {
        var content = new byte[size];
        new Random(size).nextBytes(content);
        return provider.the(TakingInEvidence.class)
                .takeIn(
                        Particulars.of("mailbox.mbox", Origin.OFFICER, "Data team")
                                .withAbout(Set.of("request:" + request)),
                        provider.agent.name(),
                        Optional.of(provider.agent.id()),
                        new ByteArrayInputStream(content));
    }

    /** What the provider's delivery named, once it is in the issuer's vault. */
    private static Exhibit arrived(RequestId id) {
        eventually(() -> assertThat(portugal.view(id).fetches())
                .singleElement()
                .extracting(Fetch::state)
                .isEqualTo(Fetch.State.DONE));
        var fetched = portugal.view(id).fetches().getFirst().exhibit();
        return portugal.view(id).exhibits().stream()
                .filter(exhibit -> fetched.filter(exhibit.id()::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> what(OrderNode node, Exhibit exhibit) {
        return node.the(Custody.class).of(exhibit.id()).steps().stream()
                .map(step -> step.said().what())
                .toList();
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
                                List.of(accounts("shadow.market,2024"), accounts("shadow.market,2025")),
                                List.of()));
    }

    private static AnsweringOrder.Attachment accounts(String row) {
        return new AnsweringOrder.Attachment(
                "account.csv", "text/csv", ("name,since\n" + row).getBytes(StandardCharsets.UTF_8));
    }

    /** Drafted, approved by a second person, sent, and taken in by the provider's node. */
    private static RequestId served(RequestKind kind, String provision, UrgencyLevel urgency) {
        return sent(drafted(kind, urgency, null, wanted -> wanted), provision);
    }

    /** @param kept the earlier request under which the content is preserved */
    private static RequestId drafted(
            RequestKind kind, UrgencyLevel urgency, @Nullable RequestId kept, UnaryOperator<TakeDown> wanted) {
        var file = portugal.the(OpeningCaseFile.class)
                .open(
                        portugal.officer,
                        new OpeningCaseFile.Opening(
                                "Operation", TwoNodes.ILLEGAL_ACCESS, "Access was sold.", CaseFile.DESK));
        var drafting = portugal.the(DraftingRequest.class);
        var id = kept == null
                ? drafting.begin(portugal.officer, file.reference(), kind)
                : drafting.followUp(portugal.officer, kept, kind);
        var content = TwoNodes.complete(RequestContent.blank(TwoNodes.ILLEGAL_ACCESS, "Access was sold."))
                .with(it -> it.requestedState("DE")
                        .missingReason("No court is involved yet")
                        .urgency(new Urgency(urgency, "Logs live for ten days"))
                        .takeDown(
                                kind.takesDown()
                                        ? Optional.of(wanted.apply(
                                                TakeDown.BLANK.with(asked -> asked.content(TakeDown.Content.TERRORIST)
                                                        .territories(List.of("DE", "PT"))
                                                        .redress("Administrative court, within a month"))))
                                        : Optional.empty()));
        drafting.save(portugal.officer, id, 0, kind.takesDown() ? content.withData(posts(content)) : content);
        return id;
    }

    private static DataWanted posts(RequestContent content) {
        return content.data()
                .withIdentifiers(List.of(
                        Identifier.read(Identifier.Kind.URL, "https://posts.example/1"),
                        Identifier.read(Identifier.Kind.URL, "https://posts.example/2")));
    }

    private static void submit(RequestId id, String provision) {
        var drafting = portugal.the(DraftingRequest.class);
        var version = portugal.view(id).request().version();
        version = drafting.chooseRoute(portugal.officer, id, version, provision, provider.party);
        drafting.submit(portugal.officer, id, version);
    }

    private static RequestId sent(RequestId id, String provision) {
        submit(id, provision);
        portugal.the(ApprovingRequest.class).approve(portugal.approver, id, "");
        eventually(() -> assertThat(portugal.state(id)).isEqualTo(RequestState.SENT));
        assertThat(provider.state(id)).isEqualTo(RequestState.SENT);
        return id;
    }
}
