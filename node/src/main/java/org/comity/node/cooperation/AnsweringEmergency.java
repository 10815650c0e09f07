package org.comity.node.cooperation;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.Particulars;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.evidence.ExhibitId;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The requested side of an emergency. False emergencies are the way in for impostors: whoever was never dealt with before is
 * called back first, at the contact that was registered before, and a second person discloses.
 */
@Service
@Transactional
public class AnsweringEmergency {

    private final Visibility visibility;
    private final Requests requests;
    private final Advancing advancing;
    private final FollowingUp followingUp;
    private final Timeline timeline;
    private final HandingOverEvidence evidence;
    private final TransactionOperations transactions;

    AnsweringEmergency(
            Visibility visibility,
            Requests requests,
            Advancing advancing,
            FollowingUp followingUp,
            Timeline timeline,
            HandingOverEvidence evidence,
            TransactionOperations transactions) {
        this.visibility = visibility;
        this.requests = requests;
        this.advancing = advancing;
        this.followingUp = followingUp;
        this.timeline = timeline;
        this.evidence = evidence;
        this.transactions = transactions;
    }

    /**
     * @param contact who was called, as the directory has it; never a number from the message
     * @param confirmed what they confirmed
     */
    public void recordCallBack(Person person, RequestId id, String contact, String confirmed) {
        Permissions.answerer(person);
        advancing.act(
                request(person, id),
                RequestEvent.CALLED_BACK,
                person,
                Particulars.because(Permissions.said("confirmed", confirmed, "cooperation.refused.call-back-what"))
                        .remarks(Permissions.said("contact", contact, "cooperation.refused.call-back-who")));
    }

    /**
     * @param reference under which it was handed over; of what comes out of the vault, its marks are it
     * @param digest SHA-256 of it in hexadecimal; empty where none
     * @param exhibits of this request, out of the vault
     */
    @Transactional(propagation = Propagation.NEVER)
    public void disclose(
            Person person,
            RequestId id,
            ExecutingAssistance.Outcome outcome,
            String reference,
            String digest,
            List<ExhibitId> exhibits) {
        var seen = visibility.request(person, id);
        mayDisclose(person, seen);
        var chosen = evidence.choose(seen, exhibits);
        transactions.executeWithoutResult(_ -> {
            var request = request(person, id);
            mayDisclose(person, request);
            var handover = Permissions.said("reference", chosen.reference(reference), "cooperation.refused.handover");
            var told = obtained(request, outcome)
                    .reference(handover)
                    .remarks(ExecutingAssistance.digest(chosen.digest(digest)));
            var after = advancing.act(
                    request, RequestEvent.DISCLOSED, person, told.exhibits(chosen.release(request, person)));
            followingUp.handedOver(after, handover);
        });
    }

    private void mayDisclose(Person person, Request request) {
        Permissions.side(request, Side.REQUESTED);
        var check = DecidingRequest.checked(request, RequestEvent.DISCLOSED);
        DecidingRequest.secondPerson(person, check, Said.of("cooperation.refused.accepting"));
        if (!isKnown(request)) {
            throw new ActRefused.NotPermitted(Said.of(
                    "cooperation.refused.call-back-first",
                    request.requireCounterpart().value()));
        }
    }

    private Particulars obtained(Request request, ExecutingAssistance.Outcome outcome) {
        if (outcome.obtainedAt().isAfter(advancing.now())) {
            throw new ActRefused.Malformed("obtainedAt", Said.of("cooperation.refused.obtained-later"));
        }
        var outcomes = ExecutingAssistance.outcomes(request, outcome);
        if (outcomes.stream().noneMatch(it -> it.preserved())) {
            throw new ActRefused.Malformed("items", Said.of("cooperation.refused.nothing-obtained"));
        }
        return Particulars.NONE
                .effectedAt(outcome.obtainedAt().truncatedTo(ChronoUnit.SECONDS))
                .provider(Permissions.said("provider", outcome.provider(), "cooperation.refused.source-of-data"))
                .outcomes(outcomes);
    }

    /** The papers did not come in time. */
    public void askDeletion(Person person, RequestId id, String reason) {
        Permissions.answerer(person);
        advancing.act(
                request(person, id),
                RequestEvent.UNREGULARISED,
                person,
                Particulars.because(Permissions.said("reason", reason, "cooperation.refused.deletion-why")));
    }

    /** There were dealings with this contact before, or it was called back about this request. */
    boolean isKnown(Request request) {
        return requests.dealtWithBefore(request.requireCounterpart(), request.id())
                || timeline.of(request.id()).stream().anyMatch(step -> step.event() == RequestEvent.CALLED_BACK);
    }

    private Request request(Person person, RequestId id) {
        var request = visibility.held(person, id);
        Permissions.side(request, Side.REQUESTED);
        return request;
    }
}
