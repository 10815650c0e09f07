package org.comity.node.cooperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.comity.node.cooperation.clock.RequestClock;
import org.comity.node.cooperation.life.ClockKind;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.RequestKind;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.CaseFile;
import org.comity.node.cooperation.request.DataCategory;
import org.comity.node.cooperation.request.FollowUpIntention;
import org.comity.node.cooperation.request.KeptItem;
import org.comity.node.cooperation.request.Offence;
import org.comity.node.cooperation.request.RequestContent;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.cooperation.request.Safeguards;
import org.comity.node.directory.PartyId;
import org.comity.node.exchange.EnvelopeScreening.EnvelopeRefused;
import org.comity.node.identity.Person;
import org.comity.node.identity.PersonId;
import org.comity.node.identity.Role;
import org.comity.node.identity.StandIn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** The story of a request, told on both sides at once. */
class CooperationStoryTests {

    static TwoNodes nodes;
    static TestNode portugal;
    static TestNode brazil;

    @BeforeAll
    static void start() {
        nodes = new TwoNodes();
        portugal = nodes.portugal;
        brazil = nodes.brazil;
    }

    @AfterAll
    static void stop() {
        nodes.close();
    }

    @AfterEach
    void nothingIsOnItsWay() {
        nodes.carry();
        portugal.journal.clear();
        brazil.journal.clear();
    }

    static void bothAre(RequestState state, RequestId id) {
        assertThat(portugal.state(id)).isEqualTo(state);
        assertThat(brazil.state(id)).isEqualTo(state);
    }

    @Test
    void theWholeStoryIsTheSameOnBothSides() {
        var id = nodes.approved();
        assertThat(portugal.state(id)).isEqualTo(RequestState.APPROVED);
        nodes.carry();
        bothAre(RequestState.SENT, id);
        var asked = portugal.view(id).request().content();
        var arrived = brazil.view(id).request().content();
        assertThat(arrived.data()).isEqualTo(asked.data());
        assertThat(arrived.offence()).isEqualTo(asked.offence());
        assertThat(arrived.facts()).isEqualTo(asked.facts());
        assertThat(arrived.urgency()).isEqualTo(asked.urgency());
        assertThat(arrived.confidentiality()).isEqualTo(asked.confidentiality());
        assertThat(arrived.followUp()).isEqualTo(asked.followUp());
        assertThat(brazil.view(id).form()).isEqualTo(portugal.view(id).form()).isPresent();

        var deciding = brazil.the(DecidingRequest.class);
        deciding.acknowledge(brazil.officer, id, "BR-OWN-77-" + id);
        nodes.carry();
        assertThat(portugal.view(id).request().counterpartReference()).isEqualTo("BR-OWN-77-" + id);
        nodes.check(id);
        deciding.accept(brazil.officer, id);
        brazil.the(ExecutingPreservation.class).order(brazil.officer, id, "Example Hosting", "Own law, article 13");
        nodes.preserve(id);
        nodes.carry();
        bothAre(RequestState.PRESERVED, id);
        assertThat(portugal.view(id).request().preservation())
                .isEqualTo(brazil.view(id).request().preservation())
                .isPresent();

        var kept = portugal.view(id).request().preservation().get();
        assertThat(kept.keptUntil()).isEqualTo(kept.effectedAt().plus(Duration.ofDays(60)));
        var longer = kept.keptUntil().plus(Duration.ofDays(60));
        portugal.the(PursuingRequest.class).askExtension(portugal.officer, id, longer, "The court sits in January");
        nodes.carry();
        assertThat(brazil.view(id).extensionPending()).isTrue();
        brazil.the(ExecutingPreservation.class).grantExtension(brazil.officer, id, longer);
        nodes.carry();
        bothAre(RequestState.EXTENDED, id);
        assertThat(portugal.view(id).request().preservation().get().keptUntil()).isEqualTo(longer);

        portugal.the(PursuingRequest.class).announceFollowUp(portugal.officer, id, "MLA-5", "Central authority");
        nodes.carry();
        brazil.the(ExecutingPreservation.class).recordFollowUp(brazil.officer, id, "MLA-5");
        nodes.carry();
        bothAre(RequestState.FOLLOWUP_RECEIVED, id);
        brazil.the(ExecutingPreservation.class).recordProduction(brazil.officer, id, "EV-1");
        nodes.carry();
        bothAre(RequestState.PRODUCED, id);
        portugal.the(ClosingRequest.class).close(portugal.officer, id, "");
        assertThat(portugal.state(id)).isEqualTo(RequestState.CLOSED);
    }

    @Test
    void everyStepIsJournaledOnBothSides() {
        var id = nodes.preserved();
        assertThat(portugal.journal).extracting(it -> it.what()).contains("request-approved", "request-preserved");
        assertThat(brazil.journal)
                .filteredOn(it -> it.subject().equals("request:" + id))
                .extracting(it -> it.what())
                .containsExactly(
                        "request-delivered",
                        "request-acknowledged",
                        "request-legally-checked",
                        "request-accepted",
                        "request-ordered",
                        "request-preserved");
    }

    @Test
    void whatWasSentIsWhatWasTakenIn() {
        var id = nodes.acknowledged();
        var sent = portugal.view(id).timeline().stream()
                .filter(step -> step.event() == RequestEvent.APPROVED)
                .findFirst()
                .orElseThrow();
        assertThat(brazil.the(ReadingRequests.class).hi1(brazil.officer, id, 1))
                .isPresent()
                .get()
                .isEqualTo(portugal.the(ReadingRequests.class)
                        .hi1(portugal.officer, id, sent.number())
                        .orElseThrow());
        assertThat(brazil.view(id).timeline().getFirst().message()).isEqualTo(sent.message());
    }

    @Test
    void whoDraftedDoesNotApprove() {
        var file = portugal.the(OpeningCaseFile.class)
                .open(
                        portugal.secondApprover,
                        new OpeningCaseFile.Opening("Own", TwoNodes.ILLEGAL_ACCESS, "Facts", CaseFile.DESK));
        var drafting = portugal.the(DraftingRequest.class);
        var id = drafting.begin(portugal.secondApprover, file.reference(), RequestKind.PRESERVATION);
        var version = drafting.save(
                portugal.secondApprover,
                id,
                0,
                TwoNodes.complete(RequestContent.blank(TwoNodes.ILLEGAL_ACCESS, "Facts")));
        var routed = drafting.chooseRoute(portugal.secondApprover, id, version, "ets185:29", brazil.party);
        drafting.submit(portugal.secondApprover, id, routed);

        assertThatThrownBy(() -> portugal.the(ApprovingRequest.class).approve(portugal.secondApprover, id, ""))
                .isInstanceOf(ActRefused.NotPermitted.class)
                .hasMessageContaining("another person");
        assertThat(portugal.view(id).offered()).isEmpty();
        assertThatThrownBy(() -> portugal.jdbc()
                        .sql("update cooperation.request set approver = drafter, approver_name = '' where id = :id")
                        .param("id", id.value())
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("four_eyes");
    }

    @Test
    void whoIsAnApproverInTheDraftersSteadAloneDoesNotApprove() {
        var id = nodes.drafted();
        nodes.submit(id);
        var drafter = portugal.view(id).request().drafter().orElseThrow();
        var lent = new StandIn(drafter.id(), drafter.name(), Set.of(Role.APPROVER), Instant.MAX);
        var substitute = new Person(
                new PersonId(UUID.randomUUID()),
                "substitute",
                Set.of(Role.DUTY_OFFICER),
                Set.of(),
                List.of(lent),
                false);

        assertThatThrownBy(() -> portugal.the(ApprovingRequest.class).approve(substitute, id, ""))
                .isInstanceOf(ActRefused.NotPermitted.class)
                .hasMessageContaining("you stand in for the person who drafted");
        assertThat(portugal.out).isEmpty();
    }

    @Test
    void whoeverIsNoApproverDoesNotApprove() {
        var id = nodes.drafted();
        nodes.submit(id);
        assertThatThrownBy(() -> portugal.the(ApprovingRequest.class).approve(portugal.lawyer, id, ""))
                .isInstanceOf(ActRefused.NotPermitted.class);
        assertThat(portugal.out).isEmpty();
    }

    @Test
    void aReturnedRequestIsADraftAgain() {
        var id = nodes.drafted();
        nodes.submit(id);
        portugal.the(ApprovingRequest.class).giveBack(portugal.approver, id, "Narrow the range");
        assertThat(portugal.state(id)).isEqualTo(RequestState.DRAFT);
        assertThat(portugal.view(id).timeline().getLast().particulars().reason())
                .contains("Narrow the range");
    }

    @Test
    void withoutSafeguardsNothingGoesToApproval() {
        var id = nodes.drafted(TwoNodes.complete(RequestContent.blank(TwoNodes.ILLEGAL_ACCESS, "Access was sold."))
                .withSafeguards(new Safeguards("legal", "", "proportionate")));
        assertThatThrownBy(() -> nodes.submit(id))
                .isInstanceOf(ActRefused.Incomplete.class)
                .hasMessageContaining("necessity");
    }

    @Test
    void aMissingElementNeedsItsReason() {
        var complete = TwoNodes.complete(RequestContent.blank(TwoNodes.ILLEGAL_ACCESS, "Access was sold."));
        var without = complete.withFollowUp(FollowUpIntention.NONE);
        var id = nodes.drafted(without);
        var drafting = portugal.the(DraftingRequest.class);
        assertThatThrownBy(() -> nodes.submit(id)).hasMessageContaining("ets185:29(2)(f)");

        drafting.save(
                portugal.officer, id, nodes.version(id), without.withMissingReason("The prosecutor decides tomorrow"));
        nodes.submit(id);
        assertThat(portugal.state(id)).isEqualTo(RequestState.AWAITING_APPROVAL);
    }

    @Test
    void anotherOffenceMeansAnotherRoute() {
        var id = nodes.drafted();
        var content = portugal.view(id).request().content();
        portugal.the(DraftingRequest.class)
                .save(
                        portugal.officer,
                        id,
                        nodes.version(id),
                        content.withOffence(new Offence(java.util.List.of("ets185:8"), "fraud", "")));
        assertThat(portugal.view(id).request().route()).isEmpty();
    }

    @Test
    void aRefusalNamesAGroundFromTheClosedList() {
        var id = nodes.checked();
        var deciding = brazil.the(DecidingRequest.class);
        assertThatThrownBy(() -> deciding.refuse(brazil.approver, id, "untoc:18(21)(b)", "Because"))
                .isInstanceOf(ActRefused.Malformed.class)
                .hasMessageContaining("ets185:29(5)(a)");
        assertThatThrownBy(() -> deciding.refuse(brazil.approver, id, "ets185:29(4)", "No dual criminality"))
                .isInstanceOf(ActRefused.Malformed.class);
        assertThatThrownBy(() -> deciding.refuse(brazil.approver, id, "ets185:29(5)(a)", " "))
                .isInstanceOf(ActRefused.Malformed.class);

        deciding.refuse(brazil.approver, id, "ets185:29(5)(a)", "The offence is a political one");
        nodes.carry();
        bothAre(RequestState.REFUSED, id);
        assertThat(portugal.view(id).timeline().getLast().particulars().ground())
                .contains("ets185:29(5)(a)");
    }

    @Test
    void aRefusalOnEssentialInterestsNeedsASecondPerson() {
        var id = nodes.checked();
        assertThatThrownBy(() ->
                        brazil.the(DecidingRequest.class).refuse(brazil.officer, id, "ets185:29(5)(b)", "Security"))
                .isInstanceOf(ActRefused.NotPermitted.class);
    }

    @Test
    void withoutItsOwnLegalCheckTheRequestedSideDecidesNothing() {
        var id = nodes.acknowledged();
        assertThatThrownBy(() -> brazil.the(DecidingRequest.class).accept(brazil.officer, id))
                .isInstanceOf(ActRefused.Incomplete.class);
        assertThat(brazil.view(id).offered()).doesNotContain(RequestEvent.ACCEPTED, RequestEvent.REFUSED);
    }

    @Test
    void contentIsAcceptedBySomeoneOtherThanWhoCheckedIt() {
        var base = TwoNodes.complete(RequestContent.blank(TwoNodes.ILLEGAL_ACCESS, "Access was sold."));
        var data = base.data();
        var id = nodes.approved(base.withData(data.withCategories(java.util.Set.of(DataCategory.CONTENT))));
        nodes.carry();
        var deciding = brazil.the(DecidingRequest.class);
        deciding.acknowledge(brazil.officer, id, "");
        deciding.recordLegalCheck(brazil.secondApprover, id, new DecidingRequest.Check(TwoNodes.SAFEGUARDS, "Own law"));
        assertThatThrownBy(() -> deciding.accept(brazil.secondApprover, id))
                .isInstanceOf(ActRefused.NotPermitted.class)
                .hasMessageContaining("another person");
        deciding.accept(brazil.approver, id);
        assertThat(brazil.state(id)).isEqualTo(RequestState.ACCEPTED);
    }

    @Test
    void aQuestionIsAskedAndAnswered() {
        var id = nodes.acknowledged();
        brazil.the(DecidingRequest.class).askClarification(brazil.officer, id, "Which of the two accounts?");
        nodes.carry();
        bothAre(RequestState.CLARIFICATION, id);
        assertThat(portugal.view(id).timeline().getLast().particulars().reason())
                .contains("Which of the two accounts?");
        portugal.the(PursuingRequest.class).answerClarification(portugal.officer, id, "The second");
        nodes.carry();
        bothAre(RequestState.ACKNOWLEDGED, id);
    }

    @Test
    void aWarningWaitsForTheRequestingSidesDecision() {
        var id = nodes.acknowledged();
        brazil.the(DecidingRequest.class).warn(brazil.officer, id, "The provider tells its users");
        nodes.carry();
        bothAre(RequestState.WARNED, id);
        assertThatThrownBy(() -> brazil.the(DecidingRequest.class).accept(brazil.officer, id))
                .isInstanceOf(ActRefused.WrongState.class);
        portugal.the(PursuingRequest.class).proceedAfterWarning(portugal.officer, id, "We accept the risk");
        nodes.carry();
        bothAre(RequestState.ACKNOWLEDGED, id);
    }

    @Test
    void dataIsKeptForSixtyDaysAtLeast() {
        var id = nodes.ordered();
        var now = brazil.clock.instant();
        assertThatThrownBy(() -> brazil.the(ExecutingPreservation.class)
                        .recordPreserved(
                                brazil.officer,
                                id,
                                ExecutingPreservation.Confirmation.ofAll(
                                        now, Optional.of(now.plus(Duration.ofDays(59))), "Example Hosting")))
                .isInstanceOf(ActRefused.Malformed.class)
                .hasMessageContaining("ets185:29(7)");
    }

    @Test
    void whatIsKeptInPartIsSaidByItem() {
        var id = nodes.ordered();
        brazil.the(ExecutingPreservation.class)
                .recordPreserved(
                        brazil.officer,
                        id,
                        new ExecutingPreservation.Confirmation(
                                brazil.clock.instant(),
                                Optional.empty(),
                                "Example Hosting",
                                List.of(true, false),
                                "no log for that address"));
        nodes.carry();
        bothAre(RequestState.PARTIAL, id);
        assertThat(items(portugal, id)).containsExactly(RequestState.PRESERVED, RequestState.NOT_FOUND);
        assertThat(brazil.the(DutyBoard.class).rows(brazil.officer))
                .filteredOn(row -> row.id().equals(id))
                .singleElement()
                .satisfies(row -> assertThat(row.kept().orElseThrow().held()).isEqualTo(1));
    }

    /** As PRESERVED per item: one is kept for longer and followed up, the other ends when its own time does. */
    @Test
    void eachItemIsKeptForItself() {
        var id = nodes.preserved();
        var first = portugal.view(id).request().preservation().orElseThrow().keptUntil();
        var longer = first.plus(Duration.ofDays(90));
        portugal.the(PursuingRequest.class)
                .askExtension(portugal.officer, id, longer, "One account matters", List.of(true, false));
        nodes.carry();
        brazil.the(ExecutingPreservation.class).grantExtension(brazil.officer, id, longer, List.of(true, false));
        nodes.carry();
        bothAre(RequestState.EXTENDED, id);
        assertThat(items(portugal, id)).containsExactly(RequestState.EXTENDED, RequestState.PRESERVED);
        assertThat(portugal.view(id).request().preservation().orElseThrow().keptUntil())
                .isEqualTo(first);
        assertThat(ends(portugal, id)).containsExactly(first);

        nodes.advance(Duration.ofDays(60));
        bothAre(RequestState.EXTENDED, id);
        assertThat(items(portugal, id)).containsExactly(RequestState.EXTENDED, RequestState.LAPSED);
        assertThat(items(brazil, id)).isEqualTo(items(portugal, id));
        assertThat(ends(portugal, id)).containsExactly(longer);
        assertThat(ends(brazil, id)).containsExactly(longer);
        assertThat(brazil.out).isEmpty();

        brazil.the(ExecutingPreservation.class).recordFollowUp(brazil.lawyer, id, "MLA-11");
        nodes.carry();
        bothAre(RequestState.FOLLOWUP_RECEIVED, id);
        assertThat(ends(portugal, id)).isEmpty();
        brazil.the(ExecutingPreservation.class).recordProduction(brazil.officer, id, "EV-11");
        nodes.carry();
        bothAre(RequestState.PRODUCED, id);
        assertThat(items(portugal, id)).containsExactly(RequestState.PRODUCED, RequestState.LAPSED);
    }

    @Test
    void whatIsNoLongerNeededIsReleasedAndTheRestIsKept() {
        var id = nodes.preserved();
        var pursuing = portugal.the(PursuingRequest.class);
        pursuing.release(portugal.officer, id, "Not his address", List.of(false, true));
        nodes.carry();
        bothAre(RequestState.PARTIAL, id);
        assertThat(items(brazil, id)).containsExactly(RequestState.PRESERVED, RequestState.RELEASED);
        assertThat(ends(brazil, id)).hasSize(1);
        assertThatThrownBy(() -> pursuing.release(portugal.officer, id, "Again", List.of(false, true)))
                .isInstanceOf(ActRefused.Malformed.class)
                .hasMessageContaining("0007");
        pursuing.release(portugal.officer, id, "He confessed");
        nodes.carry();
        bothAre(RequestState.RELEASED, id);
    }

    private static List<RequestState> items(TestNode node, RequestId id) {
        return node.view(id).request().preservation().orElseThrow().items().stream()
                .map(KeptItem::state)
                .toList();
    }

    /** When the clocks that run let something lapse. */
    private static List<Instant> ends(TestNode node, RequestId id) {
        return node.view(id).runningClocks().stream()
                .filter(clock -> clock.kind() == ClockKind.PRESERVATION)
                .map(RequestClock::dueAt)
                .toList();
    }

    @Test
    void preservationLapsesSixtyDaysAfterItWasEffectedOnBothSides() {
        var id = nodes.preserved();
        nodes.advance(Duration.ofDays(60).minusMinutes(1));
        bothAre(RequestState.PRESERVED, id);
        assertThat(portugal.view(id).timeline())
                .filteredOn(step -> step.event() == RequestEvent.EXPIRY_NEARS)
                .hasSize(4);
        nodes.advance(Duration.ofMinutes(1));
        bothAre(RequestState.LAPSED, id);
        assertThat(portugal.out).isEmpty();
        assertThat(brazil.view(id).runningClocks()).isEmpty();
    }

    @Test
    void aClockFiresOnceHoweverOftenItIsLookedAt() {
        var id = nodes.preserved();
        nodes.advance(Duration.ofDays(61));
        portugal.the(LookingAtClocks.class).fireDue();
        portugal.the(LookingAtClocks.class).fireDue();
        assertThat(portugal.view(id).timeline())
                .filteredOn(step -> step.event() == RequestEvent.LAPSED)
                .hasSize(1);
    }

    @Test
    void afterTheFollowUpIsReceivedNothingLapses() {
        var id = nodes.preserved();
        brazil.the(ExecutingPreservation.class).recordFollowUp(brazil.lawyer, id, "MLA-9");
        nodes.carry();
        nodes.advance(Duration.ofDays(400));
        bothAre(RequestState.FOLLOWUP_RECEIVED, id);
        assertThat(portugal.view(id).clocks())
                .filteredOn(clock -> clock.kind() == ClockKind.PRESERVATION)
                .allMatch(clock -> clock.stoppedBy()
                        .filter(RequestEvent.FOLLOWUP_RECEIVED::equals)
                        .isPresent());
    }

    @Test
    void anAnnouncementAloneDoesNotStopTheClock() {
        var id = nodes.preserved();
        portugal.the(PursuingRequest.class).announceFollowUp(portugal.officer, id, "MLA-10", "");
        nodes.carry();
        nodes.advance(Duration.ofDays(61));
        bothAre(RequestState.LAPSED, id);
    }

    @Test
    void anExtensionGrantedInTimeSurvivesALapseOnTheOtherSide() {
        var id = nodes.preserved();
        var longer =
                portugal.view(id).request().preservation().get().keptUntil().plus(Duration.ofDays(30));
        portugal.the(PursuingRequest.class).askExtension(portugal.officer, id, longer, "More time");
        nodes.carry();
        brazil.the(ExecutingPreservation.class).grantExtension(brazil.officer, id, longer);
        nodes.advance(Duration.ofDays(61));
        assertThat(portugal.state(id)).isEqualTo(RequestState.LAPSED);
        nodes.carry();
        bothAre(RequestState.EXTENDED, id);
    }

    @Test
    void noExtensionIsGrantedThatNobodyAskedFor() {
        var id = nodes.preserved();
        var longer = brazil.clock.instant().plus(Duration.ofDays(100));
        assertThatThrownBy(() -> brazil.the(ExecutingPreservation.class).grantExtension(brazil.officer, id, longer))
                .isInstanceOf(ActRefused.NotPermitted.class);
    }

    @Test
    void aWithdrawalThatCrossesThePreservationPrevailsOnBothSides() {
        var id = nodes.ordered();
        nodes.preserve(id);
        portugal.the(PursuingRequest.class).withdraw(portugal.officer, id, "Found at home");
        nodes.carry();
        bothAre(RequestState.WITHDRAWN, id);
        var late = portugal.view(id).timeline().getLast();
        assertThat(late.event()).isEqualTo(RequestEvent.PRESERVED);
        assertThat(late.effective()).isFalse();
    }

    @Test
    void silenceIsSaidAndNeverTakenForConsent() {
        var id = nodes.approved();
        nodes.carry();
        nodes.advance(Duration.ofHours(3));
        bothAre(RequestState.SENT, id);
        assertThat(portugal.view(id).timeline().getLast().event()).isEqualTo(RequestEvent.TARGET_MISSED);
    }

    @Test
    void whatCantBeDeliveredIsSaidAndCanBeSentAgain() {
        var id = nodes.approved();
        nodes.giveUp(portugal, brazil);
        assertThat(portugal.state(id)).isEqualTo(RequestState.UNDELIVERED);
        assertThat(portugal.view(id).timeline().getLast().particulars().cause())
                .hasValueSatisfying(cause -> assertThat(cause.toString()).contains("did not answer"));
        portugal.the(PursuingRequest.class).sendAgain(portugal.officer, id);
        nodes.carry();
        bothAre(RequestState.SENT, id);
    }

    @Test
    void aLaterMessageThatWasGivenUpCanBeSentAgainToo() {
        var id = nodes.approved();
        nodes.carry();
        brazil.the(DecidingRequest.class).acknowledge(brazil.officer, id, "");
        nodes.giveUp(brazil, portugal);
        assertThat(brazil.view(id).hasUndelivered()).isTrue();
        brazil.the(RetryingDelivery.class).retry(brazil.officer, id);
        nodes.carry();
        bothAre(RequestState.ACKNOWLEDGED, id);
        assertThatThrownBy(() -> brazil.the(RetryingDelivery.class).retry(brazil.officer, id))
                .isInstanceOf(ActRefused.NotPermitted.class);
    }

    @Test
    void aRecipientThatTheDirectoryDoesNotKnowIsSaidBeforeApproval() {
        var id = nodes.drafted();
        assertThatThrownBy(() -> portugal.the(DraftingRequest.class)
                        .chooseRoute(portugal.officer, id, nodes.version(id), "ets185:29", new PartyId("BR-unknown")))
                .isInstanceOf(ActRefused.Malformed.class)
                .hasMessageContaining("directory");
    }

    @Test
    void anAnswerProvesDeliveryEvenWhenTheReceiptWasLost() {
        var id = nodes.approved();
        var sent = portugal.out.peek();
        nodes.giveUp(portugal, brazil);
        brazil.receive(portugal.party, sent);
        brazil.the(DecidingRequest.class).acknowledge(brazil.officer, id, "");
        nodes.carry();
        bothAre(RequestState.ACKNOWLEDGED, id);
    }

    @Test
    void whenTheExchangeFailsNothingHasHappened() {
        var id = nodes.drafted();
        nodes.submit(id);
        var carried = (TestNode.Carried) portugal.the(Correspondence.class);
        carried.broken = true;
        try {
            assertThatThrownBy(() -> portugal.the(ApprovingRequest.class).approve(portugal.approver, id, ""))
                    .hasMessageContaining("broken");
        } finally {
            carried.broken = false;
        }
        assertThat(portugal.state(id)).isEqualTo(RequestState.AWAITING_APPROVAL);
        assertThat(portugal.view(id).request().approver()).isEmpty();
    }

    @Test
    void aRequestForAnotherPartyIsNoOnesToChange() {
        var id = nodes.acknowledged();
        brazil.the(DecidingRequest.class).askClarification(brazil.officer, id, "Which?");
        var message = brazil.out.peek();
        try (var spain = new TestNode("ES")) {
            assertThatThrownBy(() -> portugal.receive(spain.party, message))
                    .isInstanceOf(EnvelopeRefused.class)
                    .hasMessageContaining("signed by ES-contact-point");
            assertThatThrownBy(() -> spain.receive(brazil.party, message))
                    .isInstanceOf(EnvelopeRefused.class)
                    .hasMessageContaining("this node is ES-contact-point");
        }
    }

    @Test
    void whatIsNoHi1IsRefusedAtTheDoor() {
        assertThatThrownBy(() -> brazil.the(Screening.class)
                        .screen(
                                portugal.party,
                                "<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]><x>&y;</x>".getBytes()))
                .isInstanceOf(EnvelopeRefused.class);
    }

    @Test
    void aStepIsNeverChangedOrRemoved() {
        var id = nodes.acknowledged();
        assertThatThrownBy(() -> portugal.jdbc()
                        .sql("update cooperation.step set actor = 'x' where request = :id")
                        .param("id", id.value())
                        .update())
                .hasMessageContaining("never changed");
        assertThatThrownBy(() -> portugal.jdbc()
                        .sql("delete from cooperation.step where request = :id")
                        .param("id", id.value())
                        .update())
                .hasMessageContaining("never changed");
    }

    @Test
    void theBoardShowsFirstWhatEndsFirst() {
        var waiting = nodes.approved();
        nodes.carry();
        var kept = nodes.preserved();
        var rows = brazil.the(DutyBoard.class).rows(brazil.officer);
        assertThat(rows).extracting(DutyBoard.Row::id).containsSubsequence(waiting, kept);
        assertThat(rows).isSortedAccordingTo((a, b) -> due(a).compareTo(due(b)));
        assertThat(brazil.the(DutyBoard.class).rows(brazil.administrator)).isEmpty();
    }

    private static Instant due(DutyBoard.Row row) {
        return row.due().orElse(row.openedAt().plus(DutyBoard.ASSUMED_LIFE));
    }
}
