package org.comity.node.cooperation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.comity.node.cooperation.clock.Targets;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.Particulars;
import org.comity.node.cooperation.request.PlannedRoute;
import org.comity.node.cooperation.request.Preservation;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the requesting side does once its request is out. */
@Service
@Transactional
public class PursuingRequest {

    private final Visibility visibility;
    private final Advancing advancing;
    private final RetryingDelivery retrying;
    private final Timeline timeline;

    PursuingRequest(Visibility visibility, Advancing advancing, RetryingDelivery retrying, Timeline timeline) {
        this.visibility = visibility;
        this.advancing = advancing;
        this.retrying = retrying;
        this.timeline = timeline;
    }

    public void answerClarification(Person person, RequestId id, String answer) {
        act(
                person,
                id,
                RequestEvent.CLARIFIED,
                Particulars.because(Permissions.said("answer", answer, "cooperation.refused.answer")));
    }

    /** In spite of the requested side's warning (ETS 185 art. 29(6)). */
    public void proceedAfterWarning(Person person, RequestId id, String reason) {
        act(person, id, RequestEvent.PROCEEDED, Particulars.because(reason));
    }

    public void askExtension(Person person, RequestId id, Instant until, String reason) {
        askExtension(person, id, until, reason, List.of());
    }

    /** @param items for each identifier of the request, in its order, whether it is to be kept for longer; empty means all */
    public void askExtension(Person person, RequestId id, Instant until, String reason, List<Boolean> items) {
        var request = request(person, id);
        var kept = request.preservation()
                .orElseThrow(() -> new ActRefused.WrongState(request, RequestEvent.EXTENSION_ASKED));
        if (request.kind().isOrder()) {
            requireLawful(request, kept, until);
        }
        var chosen = request.chosen(items);
        var end = kept.latestEnd(chosen);
        if (!until.isAfter(end)) {
            throw new ActRefused.Malformed("until", Said.of("cooperation.refused.ask-later", end));
        }
        advancing.act(
                request,
                RequestEvent.EXTENSION_ASKED,
                person,
                Particulars.because(Permissions.said("reason", reason, "cooperation.refused.longer"))
                        .keptUntil(until.truncatedTo(ChronoUnit.SECONDS))
                        .outcomes(chosen));
    }

    /** Some laws extend an order once, by a time of their own (EU 2023/1543 art. 11(1), 18 USC 2703(f)). */
    private void requireLawful(Request order, Preservation kept, Instant until) {
        var longest = order.route().flatMap(PlannedRoute::extension);
        if (longest.isEmpty()) {
            return;
        }
        var before = timeline.of(order.id()).stream().anyMatch(step -> step.event() == RequestEvent.EXTENSION_GRANTED);
        var latest = Targets.end(kept.keptUntil(), longest.get());
        if (before || until.isAfter(latest)) {
            throw new ActRefused.Malformed(
                    "until",
                    Said.of("cooperation.refused.extension-once", longest.get().getDays(), latest));
        }
    }

    /** What the requesting side says before the other one refuses or limits its help. */
    public void answerConsultation(Person person, RequestId id, String answer) {
        act(
                person,
                id,
                RequestEvent.CONSULTED,
                Particulars.because(Permissions.said("answer", answer, "cooperation.refused.answer")));
    }

    /** Binds this side from now on; an approver says so, as an approver sends a request. */
    public void acceptConditions(Person person, RequestId id, String note) {
        var request = visibility.held(person, id);
        Permissions.side(request, Side.REQUESTING);
        Permissions.approver(person);
        advancing.act(request, RequestEvent.CONDITIONS_ACCEPTED, person, Particulars.NONE.remarks(note));
    }

    public void declineConditions(Person person, RequestId id, String reason) {
        act(
                person,
                id,
                RequestEvent.CONDITIONS_DECLINED,
                Particulars.because(Permissions.said("reason", reason, "cooperation.refused.conditions-declined")));
    }

    /** @param remark what was found wrong or missing; empty when all is there */
    public void confirmReceipt(Person person, RequestId id, String remark) {
        act(person, id, RequestEvent.RECEIPT_CONFIRMED, Particulars.NONE.remarks(remark));
    }

    /** Tells that the request for mutual assistance is under way; only its receipt stops the clock (art. 29(7)). */
    public void announceFollowUp(Person person, RequestId id, String reference, String authority) {
        act(
                person,
                id,
                RequestEvent.FOLLOWUP_ANNOUNCED,
                Particulars.NONE
                        .reference(Permissions.said("reference", reference, "cooperation.refused.follow-up"))
                        .remarks(authority));
    }

    public void release(Person person, RequestId id, String reason) {
        release(person, id, reason, List.of());
    }

    /** @param items for each identifier of the request, in its order, whether it is no longer needed; empty means all */
    public void release(Person person, RequestId id, String reason, List<Boolean> items) {
        var request = request(person, id);
        advancing.act(
                request,
                RequestEvent.RELEASED,
                person,
                Particulars.because(Permissions.said("reason", reason, "cooperation.refused.no-longer"))
                        .outcomes(request.chosen(items)));
    }

    /** A draft is dropped; a request that is out is taken back. */
    public void withdraw(Person person, RequestId id, String reason) {
        act(
                person,
                id,
                RequestEvent.WITHDRAWN,
                Particulars.because(Permissions.said("reason", reason, "cooperation.refused.withdrawn")));
    }

    /** Tries again to deliver what the exchange gave up. */
    public void sendAgain(Person person, RequestId id) {
        request(person, id);
        retrying.retry(person, id);
    }

    private void act(Person person, RequestId id, RequestEvent event, Particulars particulars) {
        advancing.act(request(person, id), event, person, particulars);
    }

    private Request request(Person person, RequestId id) {
        var request = visibility.held(person, id);
        Permissions.side(request, Side.REQUESTING);
        Permissions.drafter(person);
        return request;
    }
}
