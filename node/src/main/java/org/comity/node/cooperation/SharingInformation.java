package org.comity.node.cooperation;

import java.util.List;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.Side;
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
 * Information that nobody asked for (ETS 185 art. 26): the receiver says whether it can keep the conditions before it learns
 * more than the summary; the information itself leaves with a second person's act, as its offer did.
 */
@Service
@Transactional
public class SharingInformation {

    private final Visibility visibility;
    private final Advancing advancing;
    private final HandingOverEvidence evidence;
    private final TransactionOperations transactions;

    SharingInformation(
            Visibility visibility,
            Advancing advancing,
            HandingOverEvidence evidence,
            TransactionOperations transactions) {
        this.visibility = visibility;
        this.advancing = advancing;
        this.evidence = evidence;
        this.transactions = transactions;
    }

    /** Binds the receiver from now on; an approver says so. */
    public void acceptConditions(Person person, RequestId id, String note) {
        var offer = request(person, id, Side.REQUESTED);
        Permissions.approver(person);
        advancing.act(offer, RequestEvent.CONDITIONS_ACCEPTED, person, Particulars.NONE.remarks(note));
    }

    /** The receiver can't keep them, and says so before it learns more; the sender decides. */
    public void declineConditions(Person person, RequestId id, String reason) {
        var offer = request(person, id, Side.REQUESTED);
        Permissions.answerer(person);
        advancing.act(
                offer,
                RequestEvent.CONDITIONS_DECLINED,
                person,
                Particulars.because(Permissions.said("reason", reason, "cooperation.refused.conditions-declined")));
    }

    /**
     * Gives the information.
     *
     * @param reference under which what belongs to it is handed over, beside the text; of what comes out of the vault, its
     *     marks are it
     * @param exhibits of this information or of its case, out of the vault
     */
    @Transactional(propagation = Propagation.NEVER)
    public void give(Person person, RequestId id, String information, String reference, List<ExhibitId> exhibits) {
        var seen = visibility.request(person, id);
        mayGive(person, seen);
        var chosen = evidence.choose(seen, exhibits);
        transactions.executeWithoutResult(_ -> {
            var offer = visibility.held(person, id);
            mayGive(person, offer);
            var named = chosen.reference(reference);
            var told = Particulars.because(
                            Permissions.said("information", information, "cooperation.refused.information"))
                    .reference(named.isBlank() ? offer.reference() : named);
            advancing.act(offer, RequestEvent.HANDED_OVER, person, told.exhibits(chosen.release(offer, person)));
        });
    }

    private static void mayGive(Person person, Request offer) {
        Permissions.side(offer, Side.REQUESTING);
        Permissions.approver(person);
        offer.drafter()
                .ifPresent(drafter ->
                        Permissions.secondAfter(drafter.id(), person, Said.of("cooperation.refused.giving-drafter")));
    }

    /** @param use what the receiver does with it, as far as it may say */
    public void confirm(Person person, RequestId id, String use) {
        var offer = request(person, id, Side.REQUESTED);
        Permissions.answerer(person);
        advancing.act(offer, RequestEvent.RECEIPT_CONFIRMED, person, Particulars.NONE.remarks(use));
    }

    private Request request(Person person, RequestId id, Side side) {
        var request = visibility.held(person, id);
        Permissions.side(request, side);
        return request;
    }
}
