package org.comity.node.cooperation;

import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.Particulars;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the issuer does once its order is with the provider, beside what holds for every request. */
@Service
@Transactional
public class PursuingOrder {

    private final Visibility visibility;
    private final Advancing advancing;
    private final Timeline timeline;

    PursuingOrder(Visibility visibility, Advancing advancing, Timeline timeline) {
        this.visibility = visibility;
        this.advancing = advancing;
        this.timeline = timeline;
    }

    /** The issuer looked at the objection; an approver says that the order stands, as an approver sent it. */
    public void uphold(Person person, RequestId id, String reason) {
        var order = visibility.held(person, id);
        Permissions.side(order, Side.REQUESTING);
        Permissions.approver(person);
        advancing.act(
                order,
                RequestEvent.ORDER_UPHELD,
                person,
                Particulars.because(Permissions.said("reason", reason, "cooperation.refused.upheld")));
    }

    /** @param authority of the provider's State that was told, as that State's law asks (CETS 224 art. 7(5), EU 2023/1543 art. 8) */
    public void recordNotified(Person person, RequestId id, String authority) {
        act(
                person,
                id,
                RequestEvent.AUTHORITY_NOTIFIED,
                Particulars.NONE.reference(
                        Permissions.said("authority", authority, "cooperation.refused.notified-authority")));
    }

    /**
     * The authority that was told objects within its time, when data was handed over already: what came is deleted, or its use
     * limited as the authority says (EU 2023/1543 art. 10(4)).
     *
     * @param reason with what the authority specified
     */
    public void recordLateObjection(Person person, RequestId id, String authority, String ground, String reason) {
        var order = visibility.held(person, id);
        if (timeline.of(id).stream().noneMatch(step -> step.event() == RequestEvent.AUTHORITY_NOTIFIED)) {
            throw new ActRefused.NotPermitted(Said.of("cooperation.refused.nobody-told", order.reference()));
        }
        var listed = order.route()
                .flatMap(route -> route.refusalGround(ground))
                .orElseThrow(() -> new ActRefused.Malformed("ground", Said.of("cooperation.refused.bar")));
        act(
                person,
                id,
                RequestEvent.AUTHORITY_OBJECTED,
                Particulars.because(Permissions.said("reason", reason, "cooperation.refused.reason"))
                        .ground(listed.id())
                        .reference(Permissions.said("authority", authority, "cooperation.refused.notified-authority")));
    }

    /**
     * After an objection, or once the law's time has passed without an answer.
     *
     * @param authority of the provider's State that is asked
     */
    public void seekEnforcement(Person person, RequestId id, String authority, String reason) {
        var order = visibility.held(person, id);
        var provoked = timeline.of(id).stream()
                .map(step -> step.event())
                .anyMatch(event -> event == RequestEvent.UNANSWERED || event == RequestEvent.OBJECTED);
        if (!provoked) {
            throw new ActRefused.NotPermitted(Said.of("cooperation.refused.enforcement-early", order.reference()));
        }
        act(
                person,
                id,
                RequestEvent.ENFORCEMENT_SOUGHT,
                Particulars.because(Permissions.said("reason", reason, "cooperation.refused.reason"))
                        .reference(
                                Permissions.said("authority", authority, "cooperation.refused.enforcing-authority")));
    }

    /** An order or a request to produce what is kept has been issued (EU 2023/1543 annex V). */
    public void confirmProduction(Person person, RequestId id, String reference) {
        act(
                person,
                id,
                RequestEvent.PRODUCTION_CONFIRMED,
                Particulars.NONE.reference(Permissions.said("reference", reference, "cooperation.refused.follow-up")));
    }

    private void act(Person person, RequestId id, RequestEvent event, Particulars particulars) {
        var order = visibility.held(person, id);
        Permissions.side(order, Side.REQUESTING);
        Permissions.drafter(person);
        advancing.act(order, event, person, particulars);
    }
}
