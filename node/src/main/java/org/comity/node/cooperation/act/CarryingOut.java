package org.comity.node.cooperation.act;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.comity.node.cooperation.AnsweringEmergency;
import org.comity.node.cooperation.AnsweringOrder;
import org.comity.node.cooperation.AnsweringTakeDown;
import org.comity.node.cooperation.ApprovingRequest;
import org.comity.node.cooperation.ClosingRequest;
import org.comity.node.cooperation.DecidingRequest;
import org.comity.node.cooperation.ExecutingAssistance;
import org.comity.node.cooperation.ExecutingPreservation;
import org.comity.node.cooperation.PursuingOrder;
import org.comity.node.cooperation.PursuingRequest;
import org.comity.node.cooperation.PursuingTakeDown;
import org.comity.node.cooperation.RegularisingEmergency;
import org.comity.node.cooperation.ReviewingEmergency;
import org.comity.node.cooperation.SharingInformation;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.Safeguards;
import org.comity.node.cooperation.request.TakeDown;
import org.comity.node.evidence.ExhibitId;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.springframework.stereotype.Component;

/** Takes a form to the use case that it stands for. */
@Component
public class CarryingOut {

    private final ApprovingRequest approving;
    private final PursuingRequest pursuing;
    private final DecidingRequest deciding;
    private final ExecutingPreservation executing;
    private final ExecutingAssistance assisting;
    private final AnsweringOrder answering;
    private final PursuingOrder order;
    private final ClosingRequest closing;
    private final AnsweringEmergency emergency;
    private final RegularisingEmergency regularising;
    private final ReviewingEmergency reviewing;
    private final AnsweringTakeDown takingDown;
    private final PursuingTakeDown pursuingTakeDown;
    private final SharingInformation sharing;

    CarryingOut(
            ApprovingRequest approving,
            PursuingRequest pursuing,
            DecidingRequest deciding,
            ExecutingPreservation executing,
            ExecutingAssistance assisting,
            AnsweringOrder answering,
            PursuingOrder order,
            ClosingRequest closing,
            AnsweringEmergency emergency,
            RegularisingEmergency regularising,
            ReviewingEmergency reviewing,
            AnsweringTakeDown takingDown,
            PursuingTakeDown pursuingTakeDown,
            SharingInformation sharing) {
        this.approving = approving;
        this.pursuing = pursuing;
        this.deciding = deciding;
        this.executing = executing;
        this.assisting = assisting;
        this.answering = answering;
        this.order = order;
        this.closing = closing;
        this.emergency = emergency;
        this.regularising = regularising;
        this.reviewing = reviewing;
        this.takingDown = takingDown;
        this.pursuingTakeDown = pursuingTakeDown;
        this.sharing = sharing;
    }

    public void carryOut(Act act, Person person, Request request, Answers said) {
        var id = request.id();
        var reason = said.text("reason");
        switch (act) {
            case APPROVE -> approving.approve(person, id, said.text("comment"));
            case RETURN -> approving.giveBack(person, id, reason);
            case RETRY_DELIVERY -> pursuing.sendAgain(person, id);
            case ACKNOWLEDGE -> deciding.acknowledge(person, id, said.text("ownReference"));
            case CLARIFY -> deciding.askClarification(person, id, said.text("question"));
            case ANSWER -> pursuing.answerClarification(person, id, said.text("answer"));
            case PROCEED -> pursuing.proceedAfterWarning(person, id, reason);
            case LEGAL_CHECK -> deciding.recordLegalCheck(person, id, check(said));
            case ACCEPT -> deciding.accept(person, id);
            case REFUSE -> deciding.refuse(person, id, said.text("ground"), reason);
            case WARN -> deciding.warn(person, id, reason);
            case ORDER -> executing.order(person, id, said.text("provider"), said.text("legalBasis"));
            case RENEW_ORDER -> executing.renewOrder(person, id);
            case RECORD_PRESERVED -> executing.recordPreserved(person, id, confirmation(request, said));
            case NOT_FOUND -> executing.reportNotFound(person, id, reason);
            case ASK_EXTENSION ->
                pursuing.askExtension(person, id, said.requiredMoment("until"), reason, kept(request, said));
            case GRANT_EXTENSION ->
                executing.grantExtension(person, id, said.requiredMoment("until"), kept(request, said));
            case DECLINE_EXTENSION -> executing.declineExtension(person, id, reason);
            case SERVE -> assisting.recordServed(person, id, said.text("provider"));
            case CALL_BACK -> emergency.recordCallBack(person, id, said.text("contact"), said.text("confirmed"));
            case DISCLOSE_NOW ->
                emergency.disclose(
                        person,
                        id,
                        outcome(request, said),
                        said.text("reference"),
                        said.text("digest"),
                        exhibits(said));
            case REGULARISE -> regularising.regularise(person, id, said.text("paper"), said.text("reference"));
            case ASK_DELETION -> emergency.askDeletion(person, id, reason);
            case REPORT_DELETION -> regularising.reportDeletion(person, id, said.text("report"));
            case FIND_JUSTIFIED -> reviewing.review(person, id, ReviewingEmergency.Finding.JUSTIFIED, said.text("why"));
            case FIND_FALSE ->
                reviewing.review(person, id, ReviewingEmergency.Finding.NOT_AN_EMERGENCY, said.text("why"));
            case CONSULT -> assisting.consult(person, id, said.text("question"));
            case ANSWER_CONSULTATION -> pursuing.answerConsultation(person, id, said.text("answer"));
            case OFFER_CONDITIONS ->
                assisting.offerConditions(person, id, said.text("conditions"), said.text("provision"));
            case ACCEPT_CONDITIONS -> pursuing.acceptConditions(person, id, said.text("note"));
            case DECLINE_CONDITIONS -> pursuing.declineConditions(person, id, reason);
            case RECORD_OBTAINED -> assisting.recordExecuted(person, id, outcome(request, said));
            case HAND_OVER ->
                assisting.handOver(person, id, said.text("reference"), said.text("digest"), exhibits(said));
            case CONFIRM_RECEIPT -> pursuing.confirmReceipt(person, id, said.text("remark"));
            case POSTPONE -> assisting.postpone(person, id, reason, said.requiredMoment("reviewAt"));
            case RESUME -> assisting.resume(person, id);
            case NOTHING_OBTAINED -> assisting.reportImpossible(person, id, reason);
            case FOLLOW_UP -> pursuing.announceFollowUp(person, id, said.text("reference"), said.text("authority"));
            case FOLLOW_UP_RECEIVED ->
                executing.recordFollowUp(person, id, said.text("reference"), kept(request, said));
            case FOLLOW_UP_REFUSED -> executing.recordFollowUpRefused(person, id, reason, kept(request, said));
            case RECORD_PRODUCTION ->
                executing.recordProduction(person, id, said.text("reference"), kept(request, said));
            case RELEASE -> pursuing.release(person, id, reason, kept(request, said));
            case WITHDRAW -> pursuing.withdraw(person, id, reason);
            case VERIFY -> answering.recordVerified(person, id, said.text("remark"));
            case CALL_ISSUER -> answering.recordCallBack(person, id, said.text("number"), said.text("answeredBy"));
            case DISCLOSE -> answering.disclose(person, id, handOver(request, said));
            case STATE_COSTS -> answering.stateCosts(person, id, said.text("costs"));
            case OBJECT -> answering.object(person, id, said.text("ground"), reason);
            case CLAIM_CONFLICT -> answering.claimConflict(person, id, said.text("law"), reason);
            case BAR -> answering.passOnBar(person, id, said.text("ground"), reason);
            case DECLINE -> answering.decline(person, id, said.text("ground"), reason);
            case REFER_OBJECTION -> answering.referObjection(person, id, said.text("authority"), reason);
            case RECORD_DISMISSED -> answering.recordDismissed(person, id, reason);
            case UPHOLD -> order.uphold(person, id, reason);
            case NOTIFY_AUTHORITY -> order.recordNotified(person, id, said.text("authority"));
            case RECORD_LATE_OBJECTION ->
                order.recordLateObjection(person, id, said.text("authority"), said.text("ground"), reason);
            case CONFIRM_PRODUCTION -> order.confirmProduction(person, id, said.text("reference"));
            case SEEK_ENFORCEMENT -> order.seekEnforcement(person, id, said.text("authority"), reason);
            case ACCEPT_OFFER -> sharing.acceptConditions(person, id, said.text("note"));
            case DECLINE_OFFER -> sharing.declineConditions(person, id, reason);
            case GIVE -> sharing.give(person, id, said.text("information"), said.text("reference"), exhibits(said));
            case SAY_USE -> sharing.confirm(person, id, said.text("use"));
            case KEEP_CONTENT ->
                takingDown.preserve(
                        person,
                        id,
                        said.requiredMoment("keptAt"),
                        kept(request, said),
                        said.text("reference"),
                        exhibits(said));
            case GO_WITHOUT_KEEPING -> takingDown.waivePreservation(person, id, reason);
            case TAKE_DOWN ->
                takingDown.takeDown(
                        person,
                        id,
                        new AnsweringTakeDown.Done(
                                said.requiredMoment("doneAt"),
                                TakeDown.Means.of(said.text("means")),
                                kept(request, said),
                                said.text("remark")));
            case NOT_NOW -> takingDown.object(person, id, said.text("ground"), reason);
            case LEAVE_UP -> takingDown.refuse(person, id, said.text("ground"), reason);
            case STATE_REASONS -> takingDown.stateReasons(person, id, said.text("reasons"), said.text("redress"));
            case REPORT_SUSPICION -> takingDown.reportSuspicion(person, id, said.text("authority"), said.text("facts"));
            case RECORD_COMPLAINT -> takingDown.recordComplaint(person, id, reason);
            case LEAVE_DOWN -> takingDown.uphold(person, id, reason);
            case PUT_BACK -> takingDown.reinstate(person, id, reason);
            case FOUND_DOWN -> pursuingTakeDown.recordDown(person, id, said.text("remark"));
            case FOUND_UP -> pursuingTakeDown.reportStillUp(person, id, said.text("where"));
            case REVOKE -> pursuingTakeDown.revoke(person, id, reason);
            case CLOSE -> closing.close(person, id, said.text("note"));
        }
    }

    private static AnsweringOrder.HandOver handOver(Request request, Answers said) {
        return new AnsweringOrder.HandOver(
                said.requiredMoment("producedAt"),
                kept(request, said),
                said.text("reference"),
                said.text("remark"),
                said.files(),
                exhibits(said));
    }

    private static DecidingRequest.Check check(Answers said) {
        return new DecidingRequest.Check(
                new Safeguards(said.text("legality"), said.text("necessity"), said.text("proportionality")),
                said.text("ownLawBasis"));
    }

    private static ExecutingPreservation.Confirmation confirmation(Request request, Answers said) {
        Optional<Instant> until = said.moment("preservedUntil");
        return new ExecutingPreservation.Confirmation(
                said.requiredMoment("effectiveAt"),
                until,
                said.text("provider"),
                kept(request, said),
                said.text("remark"));
    }

    private static ExecutingAssistance.Outcome outcome(Request request, Answers said) {
        return new ExecutingAssistance.Outcome(
                said.requiredMoment("obtainedAt"), said.text("provider"), kept(request, said), said.text("remark"));
    }

    private static List<ExhibitId> exhibits(Answers said) {
        try {
            return said.all("exhibits").stream().map(ExhibitId::of).toList();
        } catch (IllegalArgumentException unknown) {
            throw new ActRefused.Malformed("exhibits", Said.of("cooperation.refused.exhibits"));
        }
    }

    /** A list of which no box is ticked means that nothing is kept; a caller without the list means everything. */
    private static List<Boolean> kept(Request request, Answers said) {
        if (!said.has("items") && !said.has("itemsListed")) {
            return List.of();
        }
        var ticked = said.all("items");
        return IntStream.range(0, request.content().data().identifiers().size())
                .mapToObj(item -> ticked.contains(Integer.toString(item)))
                .toList();
    }
}
