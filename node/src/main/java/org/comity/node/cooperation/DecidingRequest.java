package org.comity.node.cooperation;

import java.util.List;
import org.comity.node.cooperation.life.By;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.DataCategory;
import org.comity.node.cooperation.request.LegalCheck;
import org.comity.node.cooperation.request.Particulars;
import org.comity.node.cooperation.request.PlannedRoute;
import org.comity.node.cooperation.request.Request;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.cooperation.request.Safeguards;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The requested side looks at a request and decides.
 *
 * <p>One person records the legal check. The decision needs a second person, an approver, in an emergency, for content, and
 * for a refusal on essential interests, on a political offence or on discrimination; else the same person may take it.
 */
@Service
@Transactional
public class DecidingRequest {

    private final Visibility visibility;
    private final PlanningRoutes planning;
    private final Advancing advancing;
    private final Requests requests;

    DecidingRequest(Visibility visibility, PlanningRoutes planning, Advancing advancing, Requests requests) {
        this.visibility = visibility;
        this.planning = planning;
        this.advancing = advancing;
        this.requests = requests;
    }

    /** @param ownReference the requested side's own; empty keeps the one that this node gave */
    public void acknowledge(Person person, RequestId id, String ownReference) {
        var request = request(person, id);
        Permissions.answers(person, request);
        var reference = ownReference.isBlank() ? request.reference() : ownReference.strip();
        if (!reference.equals(request.reference()) && requests.hasReference(reference)) {
            throw new ActRefused.Malformed("ownReference", Said.of("cooperation.refused.reference-taken", reference));
        }
        advancing.act(request, RequestEvent.ACKNOWLEDGED, person, Particulars.NONE.reference(reference));
    }

    public void askClarification(Person person, RequestId id, String question) {
        var request = request(person, id);
        Permissions.answers(person, request);
        advancing.act(
                request,
                RequestEvent.CLARIFICATION_ASKED,
                person,
                Particulars.because(Permissions.said("question", question, "cooperation.refused.question")));
    }

    /** @param ownLaw the national power on which the order will rest */
    public record Check(Safeguards safeguards, String ownLaw) {}

    /** Records the own view on legality, necessity and proportionality, with the route as this node plans it today. */
    public void recordLegalCheck(Person person, RequestId id, Check check) {
        var request = request(person, id);
        Permissions.answerer(person);
        if (!check.safeguards().areAnswered()) {
            throw new ActRefused.Incomplete(
                    Said.of("cooperation.refused.legal-check"),
                    List.of(),
                    List.of("legality", "necessity", "proportionality"));
        }
        var ownLaw = Permissions.said("ownLawBasis", check.ownLaw(), "cooperation.refused.own-law");
        var legalCheck = new LegalCheck(
                check.safeguards(), ownLaw, planning.incoming(request), person.id(), person.name(), advancing.now());
        advancing.act(
                request.checked(legalCheck),
                RequestEvent.LEGALLY_CHECKED,
                person,
                Particulars.because(check.safeguards().legality()).remarks(ownLaw));
    }

    /** ETS 185 art. 29(6): it would not secure the data, or would tip off. */
    public void warn(Person person, RequestId id, String reason) {
        Permissions.answerer(person);
        advancing.act(
                request(person, id),
                RequestEvent.WARNED,
                person,
                Particulars.because(Permissions.said("reason", reason, "cooperation.refused.warning")));
    }

    public void accept(Person person, RequestId id) {
        var request = request(person, id);
        var check = checked(request, RequestEvent.ACCEPTED);
        if (needsSecondPerson(request)) {
            secondPerson(person, check, Said.of("cooperation.refused.accepting"));
        } else {
            Permissions.deskOrApprover(person);
        }
        advancing.act(request, RequestEvent.ACCEPTED, person, Particulars.NONE);
    }

    /** @param ground id from the closed list of the route's provision */
    public void refuse(Person person, RequestId id, String ground, String reason) {
        var request = request(person, id);
        var check = checked(request, RequestEvent.REFUSED);
        var offered = check.route()
                .offeredGround(ground)
                .orElseThrow(() -> new ActRefused.Malformed(
                        "ground",
                        Said.of(
                                "cooperation.refused.ground",
                                ground,
                                check.route().provision(),
                                grounds(check.route()))));
        if (offered.isForASecondPerson() || request.content().urgency().isEmergency()) {
            secondPerson(person, check, Said.of("cooperation.refused.refusing"));
        } else {
            Permissions.deskOrApprover(person);
        }
        advancing.act(
                request,
                RequestEvent.REFUSED,
                person,
                Particulars.because(Permissions.said("reason", reason, "cooperation.refused.reason"))
                        .ground(offered.id())
                        .remarks(offered.text()));
    }

    /** Safeguards ask for four eyes in an emergency and for content. */
    static boolean needsSecondPerson(Request request) {
        return request.content().urgency().isEmergency()
                || request.kind().isRealTime()
                || request.content().data().wants(DataCategory.CONTENT);
    }

    private static String grounds(PlannedRoute route) {
        return String.join(
                "; ",
                route.offeredGrounds().stream()
                        .map(ground -> ground.id() + " " + ground.text())
                        .toList());
    }

    static LegalCheck checked(Request request, RequestEvent event) {
        if (request.life().offered(request.state(), event, By.REQUESTED).isEmpty()) {
            throw new ActRefused.WrongState(request, event);
        }
        return request.legalCheck()
                .orElseThrow(
                        () -> new ActRefused.Incomplete(Said.of("cooperation.refused.no-check"), List.of(), List.of()));
    }

    static void secondPerson(Person person, LegalCheck check, Said refusal) {
        Permissions.secondAfter(check.by(), person, refusal);
    }

    private Request request(Person person, RequestId id) {
        var request = visibility.held(person, id);
        Permissions.side(request, Side.REQUESTED);
        return request;
    }
}
