package org.comity.node.cooperation;

import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.Particulars;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.comity.node.identity.Power;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The second person: approves and thereby sends, or returns with a reason. */
@Service
@Transactional
public class ApprovingRequest {

    private final Visibility visibility;
    private final ReadyToTakeDown takingDown;
    private final Advancing advancing;

    ApprovingRequest(Visibility visibility, ReadyToTakeDown takingDown, Advancing advancing) {
        this.visibility = visibility;
        this.takingDown = takingDown;
        this.advancing = advancing;
    }

    /** @throws ActRefused.NotPermitted to the person who drafted it */
    public void approve(Person person, RequestId id, String comment) {
        var request = secondPerson(person, id);
        DraftingRequest.ReadyToSend.check(request);
        seenByAnother(person, request);
        takingDown.check(request);
        advancing.act(
                request.approvedBy(new Request.Signatory(person.id(), person.name())),
                RequestEvent.APPROVED,
                person,
                Particulars.NONE.remarks(comment));
    }

    public void giveBack(Person person, RequestId id, String reason) {
        var request = secondPerson(person, id);
        advancing.act(
                request,
                RequestEvent.RETURNED,
                person,
                Particulars.because(Permissions.said("reason", reason, "cooperation.refused.changes")));
    }

    /** Whoever reads the request by its translation reads what one person wrote and another saw. */
    private static void seenByAnother(Person person, Request request) {
        request.translations().current(request.content()).stream()
                .flatMap(it -> it.attachedBy().stream())
                .map(Request.Signatory::id)
                .distinct()
                .filter(translator -> !person.mayAsSecond(Power.APPROVE, translator))
                .findFirst()
                .ifPresent(translator -> {
                    throw new ActRefused.NotPermitted(Said.of("cooperation.refused.translator"));
                });
    }

    private Request secondPerson(Person person, RequestId id) {
        var request = visibility.held(person, id);
        Permissions.side(request, Side.REQUESTING);
        Permissions.approver(person);
        request.drafter()
                .ifPresent(drafter -> Permissions.secondAfter(
                        drafter.id(),
                        person,
                        Said.of(
                                drafter.id().equals(person.id())
                                        ? "cooperation.refused.drafter"
                                        : "cooperation.refused.stand-in")));
        return request;
    }
}
