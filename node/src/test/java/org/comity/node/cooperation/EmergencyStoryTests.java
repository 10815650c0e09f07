package org.comity.node.cooperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.RequestKind;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.CaseFile;
import org.comity.node.cooperation.request.EmergencyClaim;
import org.comity.node.cooperation.request.EmergencyClaim.Risk;
import org.comity.node.cooperation.request.EmergencyDefinition;
import org.comity.node.cooperation.request.RequestContent;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.cooperation.request.TimeRange;
import org.comity.node.cooperation.request.Urgency;
import org.comity.node.cooperation.request.UrgencyLevel;
import org.comity.node.identity.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Someone is in danger, so data is disclosed at once; what was left out follows, and the use is looked at. */
class EmergencyStoryTests {

    private static final EmergencyClaim CLAIM = new EmergencyClaim(
            Risk.LIFE_OR_SAFETY,
            "A child of nine",
            "Abduction",
            "Last seen an hour ago",
            "It shows where the phone is");

    private final TwoNodes nodes = new TwoNodes();
    private final TestNode portugal = nodes.portugal;
    private final TestNode brazil = nodes.brazil;
    private final AnsweringEmergency answering = brazil.the(AnsweringEmergency.class);
    private final RegularisingEmergency regularising = portugal.the(RegularisingEmergency.class);

    @AfterEach
    void close() {
        nodes.close();
    }

    @Test
    void aStrangerIsCalledBackBeforeAnythingIsDisclosedToIt() {
        var id = checked();
        assertThatThrownBy(() -> disclose(id))
                .isInstanceOf(ActRefused.NotPermitted.class)
                .hasMessageContaining("Call its registered contact back first");
        assertThatThrownBy(() -> answering.recordCallBack(brazil.officer, id, "", "They asked"))
                .hasMessageContaining("Never call a number from the message");
        answering.recordCallBack(brazil.officer, id, "Duty desk, number of the directory", "They asked for it");
        disclose(id);
        nodes.carry();
        assertThat(List.of(portugal.state(id), brazil.state(id))).containsOnly(RequestState.TO_REGULARISE);
        assertThat(portugal.view(id).request().production().orElseThrow().handoverReference())
                .isEqualTo("Sealed line 3");
        assertThat(portugal.view(id).timeline())
                .as("it stays where it was made")
                .noneMatch(step -> step.event() == RequestEvent.CALLED_BACK);
    }

    @Test
    void whoWasDealtWithBeforeNeedsNoCallBackButStillASecondPerson() {
        nodes.acknowledged();
        var id = checked();
        assertThatThrownBy(() -> disclose(id, brazil.officer)).isInstanceOf(ActRefused.NotPermitted.class);
        disclose(id);
        assertThat(brazil.state(id)).isEqualTo(RequestState.TO_REGULARISE);
    }

    @Test
    void thePapersFollowAndAnOverseerLooksAtEachUseBeforeItIsFiled() {
        var id = disclosed();
        regularising.regularise(portugal.officer, id, "The judge confirmed it", "12/26");
        nodes.carry();
        assertThat(List.of(portugal.state(id), brazil.state(id))).containsOnly(RequestState.REGULARISED);
        assertThat(portugal.view(id).runningClocks()).isEmpty();

        var closing = portugal.the(ClosingRequest.class);
        assertThatThrownBy(() -> closing.close(portugal.officer, id, "")).hasMessageContaining("overseer");
        var reviewing = portugal.the(ReviewingEmergency.class);
        assertThatThrownBy(() ->
                        reviewing.review(portugal.approver, id, ReviewingEmergency.Finding.JUSTIFIED, "Read the file"))
                .isInstanceOf(ActRefused.NotPermitted.class);
        reviewing.review(portugal.overseer, id, ReviewingEmergency.Finding.NOT_AN_EMERGENCY, "Nobody was missing");
        closing.close(portugal.officer, id, "");
        assertThat(portugal.state(id)).isEqualTo(RequestState.CLOSED);
        assertThat(brazil.view(id).timeline())
                .as("each side reviews for itself")
                .noneMatch(step -> step.event() == RequestEvent.REVIEWED);
    }

    @Test
    void withoutPapersInTimeWhatWasDisclosedIsDeletedAndThatIsReported() {
        var id = disclosed();
        nodes.advance(Duration.ofHours(49));
        assertThat(portugal.view(id).timeline().getLast().event()).isEqualTo(RequestEvent.TARGET_MISSED);
        answering.askDeletion(brazil.officer, id, "No paper came in two days");
        nodes.carry();
        assertThat(portugal.state(id)).isEqualTo(RequestState.DELETION_OWED);
        assertThatThrownBy(() -> regularising.reportDeletion(portugal.officer, id, " "))
                .hasMessageContaining("deleted");
        regularising.reportDeletion(portugal.officer, id, "Both copies were wiped");
        nodes.carry();
        assertThat(List.of(portugal.state(id), brazil.state(id))).containsOnly(RequestState.DELETED);
    }

    @Test
    void papersThatPassACallForDeletionStillCount() {
        var id = disclosed();
        regularising.regularise(portugal.officer, id, "The judge confirmed it", "12/26");
        answering.askDeletion(brazil.officer, id, "No paper came");
        nodes.carry();
        assertThat(List.of(portugal.state(id), brazil.state(id))).containsOnly(RequestState.REGULARISED);
    }

    @Test
    void theClaimIsMeasuredByTheDefinitionOfTheInstrument() {
        var partial = drafted(RequestKind.EMERGENCY_DISCLOSURE, "ets185:31", content(Optional.empty()));
        assertThatThrownBy(() -> nodes.submit(partial)).hasMessageContaining("who is at risk of what");
        var infrastructure = new EmergencyClaim(
                Risk.CRITICAL_INFRASTRUCTURE, "A town", "No water", "The pumps stop", "It shows who stops them");
        var another = drafted(RequestKind.EMERGENCY_DISCLOSURE, "ets185:31", content(Optional.of(infrastructure)));
        assertThatThrownBy(() -> nodes.submit(another)).hasMessageContaining("cets224:3(2)(c)");
        assertThat(EmergencyDefinition.of("eu2023-1543").admits(Risk.CRITICAL_INFRASTRUCTURE))
                .isTrue();
    }

    @Test
    void theClaimTravelsInItsPartsAndStandsOnTheForm() {
        var id = sent();
        assertThat(brazil.view(id).request().content().emergency()).hasValue(CLAIM);
        assertThat(brazil.view(id).request().kind()).isEqualTo(RequestKind.EMERGENCY_DISCLOSURE);
        assertThat(portugal.view(id).form().orElseThrow()).contains("A child of nine", "It shows where the phone is");
        assertThat(brazil.view(id).runningClocks())
                .extracting(clock -> clock.length())
                .containsExactly("PT1H");
    }

    @Test
    void moreFactsAreAskedAndGiven() {
        var id = acknowledged();
        brazil.the(DecidingRequest.class).askClarification(brazil.officer, id, "Which phone?");
        nodes.carry();
        portugal.the(PursuingRequest.class).answerClarification(portugal.officer, id, "The one of the child");
        nodes.carry();
        assertThat(brazil.state(id)).isEqualTo(RequestState.ACKNOWLEDGED);
    }

    @Test
    void aTimeOfWhichAQuarterIsLeftIsSaidOnce() {
        var id = nodes.acknowledged();
        nodes.advance(Duration.ofHours(17));
        assertThat(escalations(id)).isZero();
        assertThat(row(id).escalated()).isFalse();
        nodes.advance(Duration.ofHours(1));
        assertThat(escalations(id)).isOne();
        assertThat(row(id).escalated()).isTrue();
        nodes.advance(Duration.ofHours(2));
        assertThat(escalations(id)).isOne();
        assertThat(portugal.state(id)).isEqualTo(RequestState.ACKNOWLEDGED);
    }

    @Test
    void whatArisesInRealTimeHasABeginningAnEndAndASecondPerson() {
        var said = content(Optional.empty()).withUrgency(Urgency.ROUTINE);
        var open = said.withData(said.data().withRange(TimeRange.OPEN));
        var endless = drafted(RequestKind.REAL_TIME_TRAFFIC, "ets185:33", open);
        assertThatThrownBy(() -> nodes.submit(endless)).hasMessageContaining("from when to when");

        var id = drafted(RequestKind.REAL_TIME_TRAFFIC, "ets185:33", said);
        send(id);
        assertThat(brazil.view(id).request().kind()).isEqualTo(RequestKind.REAL_TIME_TRAFFIC);
        brazil.the(DecidingRequest.class).acknowledge(brazil.officer, id, "");
        nodes.check(id);
        assertThatThrownBy(() -> brazil.the(DecidingRequest.class).accept(brazil.officer, id))
                .isInstanceOf(ActRefused.NotPermitted.class);
        brazil.the(DecidingRequest.class).accept(brazil.approver, id);
        nodes.carry();
        assertThat(portugal.state(id)).isEqualTo(RequestState.EXECUTING);
    }

    private long escalations(RequestId id) {
        return portugal.view(id).timeline().stream()
                .filter(step -> step.event() == RequestEvent.ESCALATED && step.to() == RequestState.ACKNOWLEDGED)
                .count();
    }

    private DutyBoard.Row row(RequestId id) {
        return portugal.the(DutyBoard.class).rows(portugal.officer).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static RequestContent content(Optional<EmergencyClaim> claim) {
        return TwoNodes.complete(RequestContent.blank(TwoNodes.ILLEGAL_ACCESS, "A child was taken."))
                .with(it -> it.emergency(claim)
                        .urgency(new Urgency(UrgencyLevel.EMERGENCY, "A child is missing"))
                        .proceeding("Prosecution, 12/26")
                        .missingReason("There is no time"));
    }

    private RequestId drafted(RequestKind kind, String provision, RequestContent content) {
        var file = portugal.the(OpeningCaseFile.class)
                .open(
                        portugal.officer,
                        new OpeningCaseFile.Opening(
                                "Operation", TwoNodes.ILLEGAL_ACCESS, "A child was taken.", CaseFile.DESK));
        var drafting = portugal.the(DraftingRequest.class);
        var id = drafting.begin(portugal.officer, file.reference(), kind);
        var version = drafting.save(portugal.officer, id, 0, content);
        drafting.chooseRoute(portugal.officer, id, version, provision, brazil.party);
        return id;
    }

    private void send(RequestId id) {
        nodes.submit(id);
        portugal.the(ApprovingRequest.class).approve(portugal.approver, id, "");
        nodes.carry();
    }

    private RequestId sent() {
        var id = drafted(RequestKind.EMERGENCY_DISCLOSURE, "ets185:31", content(Optional.of(CLAIM)));
        send(id);
        return id;
    }

    private RequestId acknowledged() {
        var id = sent();
        brazil.the(DecidingRequest.class).acknowledge(brazil.officer, id, "");
        nodes.carry();
        return id;
    }

    private RequestId checked() {
        var id = acknowledged();
        nodes.check(id);
        return id;
    }

    private void disclose(RequestId id) {
        disclose(id, brazil.approver);
    }

    private void disclose(RequestId id, Person person) {
        answering.disclose(
                person,
                id,
                new ExecutingAssistance.Outcome(brazil.clock.instant(), "Example Hosting", List.of(), ""),
                "Sealed line 3",
                "",
                List.of());
    }

    private RequestId disclosed() {
        var id = checked();
        answering.recordCallBack(brazil.officer, id, "Duty desk, number of the directory", "They asked for it");
        disclose(id);
        nodes.carry();
        return id;
    }
}
