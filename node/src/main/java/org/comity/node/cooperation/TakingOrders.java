package org.comity.node.cooperation;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.comity.hi1.DocumentObject;
import org.comity.hi1.HI1Object;
import org.comity.hi1.Hi1Writer;
import org.comity.hi1.LDTaskObject;
import org.comity.hi1.LPTaskObject;
import org.comity.hi1.TDTaskObject;
import org.comity.node.cooperation.form.Forms;
import org.comity.node.cooperation.life.By;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.request.Particulars;
import org.comity.node.cooperation.request.PeerMessage;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.cooperation.wire.OrderMessages;
import org.comity.node.cooperation.wire.ReadOrders;
import org.comity.node.directory.PartyId;
import org.comity.node.exchange.Hi1ActionTaken;
import org.comity.node.exchange.Hi1Shelf;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The provider's door: orders, and what their issuers say later. It happens in the transaction that stores the answer, so
 * each is taken once; what can't be read was turned away before ({@link ScreeningOrders}).
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TakingOrders {

    private final Hi1Shelf shelf;
    private final Requests requests;
    private final References references;
    private final PlanningRoutes planning;
    private final Forms forms;
    private final Advancing advancing;
    private final FollowingUp followingUp;
    private final HearingProviders hearing;

    TakingOrders(
            Hi1Shelf shelf,
            Requests requests,
            References references,
            PlanningRoutes planning,
            Forms forms,
            Advancing advancing,
            FollowingUp followingUp,
            HearingProviders hearing) {
        this.shelf = shelf;
        this.requests = requests;
        this.references = references;
        this.planning = planning;
        this.forms = forms;
        this.advancing = advancing;
        this.followingUp = followingUp;
        this.hearing = hearing;
    }

    @EventListener
    void on(Hi1ActionTaken taken) {
        shelf.find(taken.from(), taken.object()).ifPresent(object -> take(taken, object));
    }

    private void take(Hi1ActionTaken taken, HI1Object object) {
        switch (taken.verb()) {
            case CREATED, DELIVERED -> {
                switch (object) {
                    case LDTaskObject task -> arrive(taken.from(), task);
                    case LPTaskObject task -> arrive(taken.from(), task);
                    case TDTaskObject task -> arrive(taken.from(), task);
                    case DocumentObject document ->
                        OrderMessages.read(document).ifPresent(step -> hear(taken.from(), document, step));
                    default -> hearing.hear(taken.from(), object);
                }
            }
            case UPDATED -> cancel(taken, object);
        }
    }

    private void arrive(PartyId issuer, HI1Object task) {
        ReadOrders.order(task, shelf.of(issuer)).ifPresent(asks -> {
            var route = planning.incoming(asks.kind(), issuer.state(), asks.provision(), asks.content());
            var arrived = Request.arrived(
                    asks,
                    issuer,
                    references.forIncoming(),
                    asks.content().withRequestedState(planning.ownState()),
                    route,
                    advancing.now());
            advancing.arrive(arrived, issuer, OrderMail.message(task.identifier()), Hi1Writer.write(task));
            forms.keepForeign(arrived.id(), asks.formLanguage(), asks.formHtml());
            followingUp.arrived(arrived);
        });
    }

    private void hear(PartyId issuer, DocumentObject document, PeerMessage.Tells step) {
        hear(issuer, document, step.request(), step, document.identifier());
    }

    private void hear(PartyId issuer, HI1Object object, RequestId id, PeerMessage.Tells step, UUID message) {
        requests.hold(id)
                .ifPresent(order -> advancing.hear(
                        order,
                        step.event(),
                        issuer,
                        step.occurredAt(),
                        step.particulars(),
                        OrderMail.message(message),
                        Hi1Writer.write(object)));
    }

    /** For systems that say by their own field alone that nothing more is wanted; ours have said it already. */
    private void cancel(Hi1ActionTaken taken, HI1Object task) {
        if (!OrderMessages.isCancelled(task)) {
            return;
        }
        requests.hold(new RequestId(task.identifier()))
                .filter(order -> order.side() == Side.REQUESTED)
                .ifPresent(order -> {
                    var event = order.state().isRunningOut() ? RequestEvent.RELEASED : RequestEvent.WITHDRAWN;
                    if (order.life()
                            .offered(order.state(), event, By.REQUESTING)
                            .isPresent()) {
                        advancing.hear(
                                order,
                                event,
                                taken.from(),
                                advancing.now(),
                                Particulars.NONE,
                                OrderMail.message(UUID.nameUUIDFromBytes(
                                        (taken.transaction() + "/" + taken.action()).getBytes(StandardCharsets.UTF_8))),
                                Hi1Writer.write(task));
                    }
                });
    }
}
