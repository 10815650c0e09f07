package org.comity.node.cooperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.RequestKind;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.CaseFile;
import org.comity.node.cooperation.request.Conditions;
import org.comity.node.cooperation.request.ItemOutcome;
import org.comity.node.cooperation.request.PlannedRoute;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestContent;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.documents.FormLanguage;
import org.comity.node.documents.Reading;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Data is asked for, limited, obtained and handed over, between two nodes whose messages really travel. */
class AssistanceStoryTests {

    private static final String DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    private final TwoNodes nodes = new TwoNodes();
    private final TestNode portugal = nodes.portugal;
    private final TestNode brazil = nodes.brazil;
    private final PursuingRequest pursuing = portugal.the(PursuingRequest.class);
    private final DecidingRequest deciding = brazil.the(DecidingRequest.class);
    private final ExecutingAssistance assisting = brazil.the(ExecutingAssistance.class);

    @AfterEach
    void close() {
        nodes.close();
    }

    /** Article 29(7): what counts is that the request has arrived, not that it is long. */
    @Test
    void theArrivalOfTheRequestForTheDataFreezesItsPreservationOnBothSides() {
        var preservation = nodes.preserved();
        var request = sentFollowing(preservation);

        assertThat(brazil.state(request)).isEqualTo(RequestState.SENT);
        nodes.carry();
        assertThat(brazil.state(preservation)).isEqualTo(RequestState.FOLLOWUP_RECEIVED);
        assertThat(portugal.state(preservation)).isEqualTo(RequestState.FOLLOWUP_RECEIVED);
        assertThat(portugal.view(preservation).following())
                .extracting(Request::id)
                .containsExactly(request);
        assertThat(portugal.view(request).race().held()).isTrue();

        nodes.advance(Duration.ofDays(200));
        assertThat(brazil.state(preservation)).isEqualTo(RequestState.FOLLOWUP_RECEIVED);
    }

    /** Article 26(2): who can't keep the conditions says so first; the sender then decides. */
    @Test
    void informationIsGivenOnlyAfterTheReceiverHasSaidWhetherItKeepsTheConditions() {
        var sharing = portugal.the(SharingInformation.class);
        var receiving = brazil.the(SharingInformation.class);
        var accepted = offered();
        assertThat(brazil.view(accepted).request().content().conditions()).isEqualTo("For this investigation only");
        assertThatThrownBy(() -> sharing.give(portugal.approver, accepted, "The accounts are …", "", List.of()))
                .isInstanceOf(ActRefused.WrongState.class);
        receiving.acceptConditions(brazil.approver, accepted, "");
        nodes.carry();
        assertThatThrownBy(() -> sharing.give(portugal.officer, accepted, "The accounts are …", "", List.of()))
                .isInstanceOf(ActRefused.NotPermitted.class);
        sharing.give(portugal.approver, accepted, "The accounts are a, b and c.", "", List.of());
        nodes.carry();
        assertThat(brazil.view(accepted).timeline().getLast().particulars().reason())
                .hasValue("The accounts are a, b and c.");
        assertThat(brazil.view(accepted).request().conditions())
                .hasValueSatisfying(bound -> assertThat(bound.accepted()).isTrue());
        receiving.confirm(brazil.officer, accepted, "An investigation was opened");
        nodes.carry();
        assertThat(portugal.state(accepted)).isEqualTo(RequestState.RECEIPT_CONFIRMED);

        var declined = offered();
        receiving.declineConditions(brazil.officer, declined, "Our courts must see it");
        nodes.carry();
        assertThat(portugal.state(declined)).isEqualTo(RequestState.CONSULTATION);
        sharing.give(portugal.approver, declined, "The accounts are a, b and c.", "", List.of());
        nodes.carry();
        assertThat(brazil.state(declined)).isEqualTo(RequestState.DELIVERED);
    }

    private RequestId offered() {
        var file = portugal.the(OpeningCaseFile.class)
                .open(
                        portugal.officer,
                        new OpeningCaseFile.Opening(
                                "Operation", TwoNodes.ILLEGAL_ACCESS, "Access was sold.", CaseFile.DESK));
        var drafting = portugal.the(DraftingRequest.class);
        var id = drafting.begin(portugal.officer, file.reference(), RequestKind.SPONTANEOUS_INFORMATION);
        var content = TwoNodes.complete(RequestContent.blank(TwoNodes.ILLEGAL_ACCESS, "Access was sold."))
                .withConditions("For this investigation only");
        var version = drafting.save(portugal.officer, id, 0, content);
        version = drafting.chooseRoute(portugal.officer, id, version, "ets185:26", brazil.party);
        drafting.submit(portugal.officer, id, version);
        portugal.the(ApprovingRequest.class).approve(portugal.approver, id, "");
        nodes.carry();
        deciding.acknowledge(brazil.officer, id, "");
        nodes.carry();
        return id;
    }

    @Test
    void aRequestThatArrivesBeforeTheDataIsKeptFreezesItOnceItIs() {
        var preservation = nodes.ordered();
        sentFollowing(preservation);
        nodes.carry();
        assertThat(brazil.state(preservation)).isEqualTo(RequestState.ORDERED);

        nodes.preserve(preservation);
        nodes.carry();
        assertThat(List.of(brazil.state(preservation), portugal.state(preservation)))
                .containsOnly(RequestState.FOLLOWUP_RECEIVED);
    }

    @Test
    void dataIsObtainedItemByItemHandedOverAndConfirmed() {
        var preservation = nodes.preserved();
        var request = granted(preservation);

        assisting.recordExecuted(
                brazil.officer,
                request,
                new ExecutingAssistance.Outcome(
                        brazil.clock.instant(), "Example Hosting", List.of(true, false), "No logs of that port"));
        nodes.carry();
        assertThat(portugal.state(request)).isEqualTo(RequestState.PARTLY_EXECUTED);
        assertThat(portugal.view(request).request().production().orElseThrow().outcomes())
                .extracting(ItemOutcome::preserved)
                .containsExactly(true, false);

        assertThatThrownBy(() -> assisting.handOver(brazil.officer, request, "Parcel 7", "abc"))
                .hasMessageContaining("64 hexadecimal digits");
        assisting.handOver(brazil.officer, request, "Parcel 7", DIGEST);
        nodes.carry();
        assertThat(portugal.view(request).request().production().orElseThrow().digest())
                .isEqualTo("sha256:" + DIGEST);
        assertThat(portugal.state(preservation)).isEqualTo(RequestState.PRODUCED);

        pursuing.confirmReceipt(portugal.officer, request, "");
        nodes.carry();
        assertThat(List.of(portugal.state(request), brazil.state(request)))
                .containsOnly(RequestState.RECEIPT_CONFIRMED);
    }

    @Test
    void acceptedConditionsBindAndDeclinedOnesLetTheOtherSideDecideAnew() {
        var request = acknowledged(nodes.preserved());
        assertThatThrownBy(() -> assisting.offerConditions(brazil.officer, request, "Only here", "article 28"))
                .hasMessageContaining("ets185:28(2)(b)");
        assisting.offerConditions(brazil.officer, request, "Only for this investigation", "ets185:28(2)(b)");
        nodes.carry();
        pursuing.declineConditions(portugal.officer, request, "The defence must see it too");
        nodes.carry();
        assertThat(brazil.state(request)).isEqualTo(RequestState.ACKNOWLEDGED);
        assertThat(brazil.view(request).request().conditions()).isEmpty();

        assisting.offerConditions(brazil.officer, request, "Only for this trial", "ets185:28(2)(b)");
        nodes.carry();
        assertThatThrownBy(() -> pursuing.acceptConditions(portugal.officer, request, ""))
                .isInstanceOf(ActRefused.NotPermitted.class);
        pursuing.acceptConditions(portugal.approver, request, "");
        nodes.carry();
        assertThat(List.of(portugal.state(request), brazil.state(request))).containsOnly(RequestState.EXECUTING);
        assertThat(brazil.view(request).request().conditions())
                .hasValue(new Conditions("Only for this trial", "ets185:28(2)(b)", true));
    }

    @Test
    void aPostponementHasADayOnWhichItIsLookedAtAgain() {
        var request = acknowledged(nodes.preserved());
        var now = brazil.clock.instant();
        assertThatThrownBy(() -> assisting.postpone(brazil.officer, request, "Our own trial", now))
                .hasMessageContaining("future");
        assisting.postpone(brazil.officer, request, "Our own trial", now.plus(Duration.ofDays(40)));
        nodes.carry();
        assertThat(portugal.view(request).timeline().getLast().particulars().reviewAt())
                .hasValue(now.plus(Duration.ofDays(40)));

        nodes.advance(Duration.ofDays(41));
        assertThat(brazil.view(request).timeline().getLast().event()).isEqualTo(RequestEvent.REVIEW_DUE);
        assisting.resume(brazil.officer, request);
        nodes.carry();
        assertThat(portugal.state(request)).isEqualTo(RequestState.ACKNOWLEDGED);
    }

    @Test
    void aConsultationGoesBeforeARefusalOnAGroundOfTheClosedList() {
        var request = acknowledged(nodes.preserved());
        assisting.consult(brazil.officer, request, "Our law asks for a judge's decision: is there one?");
        nodes.carry();
        pursuing.answerConsultation(portugal.officer, request, "There is none.");
        nodes.carry();
        nodes.check(request);
        var grounds = brazil.view(request).refusalGrounds();
        assertThat(grounds).isNotEmpty();
        deciding.refuse(brazil.approver, request, grounds.getLast().id(), "Our courts have ruled on it");
        nodes.carry();
        assertThat(portugal.state(request)).isEqualTo(RequestState.REFUSED);
    }

    @Test
    void anAnswerThatDoesNotComeIsSaidAndNeverTakenForConsent() {
        var request = acknowledged(nodes.preserved());
        nodes.advance(Duration.ofDays(31));
        assertThat(portugal.state(request)).isEqualTo(RequestState.ACKNOWLEDGED);
        assertThat(portugal.view(request).timeline().getLast().event()).isEqualTo(RequestEvent.TARGET_MISSED);
    }

    @Test
    void thePathOfPreservedTrafficIsAskedForUnderArticle30() {
        var preservation = nodes.preserved();
        var drafting = portugal.the(DraftingRequest.class);
        var id = drafting.followUp(portugal.officer, preservation, RequestKind.PARTIAL_DISCLOSURE);
        assertThat(portugal.the(PlanningRoutes.class).routes(portugal.officer, id))
                .extracting(PlannedRoute::provision)
                .startsWith("ets185:30");
        drafting.chooseRoute(portugal.officer, id, nodes.version(id), "ets185:30", brazil.party);
        nodes.submit(id);
        portugal.the(ApprovingRequest.class).approve(portugal.approver, id, "");
        nodes.carry();
        var arrived = brazil.view(id).request();
        assertThat(arrived.kind()).isEqualTo(RequestKind.PARTIAL_DISCLOSURE);
        assertThat(arrived.follows()).hasValue(preservation);
        deciding.acknowledge(brazil.officer, id, "");
        nodes.check(id);
        assertThat(brazil.view(id).refusalGrounds())
                .as("only political offence and essential interests (art. 30(2))")
                .noneMatch(PlannedRoute.RefusalGround::isDualCriminality);
    }

    /** The list of the provision itself, not the one that stands in for it. */
    @Test
    void aRequestUnderArticle31IsMeasuredByItsOwnTemplate() {
        var id = sentFollowing(nodes.preserved());
        var completeness = portugal.view(id).completeness();
        assertThat(completeness.provision()).isEqualTo("ets185:31");
        assertThat(completeness.elements())
                .hasSize(11)
                .allMatch(element -> element.id().startsWith("ets185:31,T-CY-template,"));
        assertThat(completeness.isComplete()).isTrue();
    }

    @Test
    void thePaperOfARequestBearsTheDayOfItsApprovalAndThatOfADraftBearsNone() throws IOException {
        var draft = nodes.drafted();
        var sent = sentFollowing(nodes.preserved());
        var onTheDay = paper(sent);
        nodes.advance(Duration.ofDays(40));

        assertThat(onTheDay).contains("Approved at");
        assertThat(paper(sent)).isEqualTo(onTheDay);
        assertThat(paper(draft)).doesNotContain("Approved at");
    }

    private String paper(RequestId id) throws IOException {
        var docx = portugal.the(ReadingRequests.class).docx(portugal.officer, id, Reading.in(FormLanguage.ENGLISH));
        try (var document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            return document.getTables().stream().map(XWPFTable::getText).collect(Collectors.joining("\n"));
        }
    }

    @Test
    void nothingIsFollowedUpThatNeverLeftTheNode() {
        var draft = nodes.drafted();
        assertThatThrownBy(() -> portugal.the(DraftingRequest.class)
                        .followUp(portugal.officer, draft, RequestKind.MUTUAL_ASSISTANCE))
                .isInstanceOf(ActRefused.NotPermitted.class)
                .hasMessageContaining("has not been sent");
    }

    /** Approved, but still on its way. */
    private RequestId sentFollowing(RequestId preservation) {
        var drafting = portugal.the(DraftingRequest.class);
        var id = drafting.followUp(portugal.officer, preservation, RequestKind.MUTUAL_ASSISTANCE);
        var draft = portugal.view(id).request();
        assertThat(draft.follows()).isEqualTo(Optional.of(preservation));
        var version = drafting.save(
                portugal.officer,
                id,
                draft.version(),
                draft.content()
                        .with(it -> it.proceeding("Public prosecution, Lisbon, 12/26")
                                .procedures("A certificate of the custodian")));
        drafting.chooseRoute(portugal.officer, id, version, "ets185:31", brazil.party);
        nodes.submit(id);
        portugal.the(ApprovingRequest.class).approve(portugal.approver, id, "");
        nodes.carryOne(portugal, brazil);
        return id;
    }

    private RequestId acknowledged(RequestId preservation) {
        var id = sentFollowing(preservation);
        nodes.carry();
        assertThat(brazil.view(id).request().content().procedures()).isEqualTo("A certificate of the custodian");
        assertThat(brazil.view(id).request().content().proceeding()).startsWith("Public prosecution");
        deciding.acknowledge(brazil.officer, id, "");
        nodes.carry();
        return id;
    }

    private RequestId granted(RequestId preservation) {
        var id = acknowledged(preservation);
        nodes.check(id);
        deciding.accept(brazil.officer, id);
        nodes.carry();
        assertThat(portugal.state(id)).isEqualTo(RequestState.EXECUTING);
        return id;
    }
}
