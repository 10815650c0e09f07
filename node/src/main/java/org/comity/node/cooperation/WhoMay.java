package org.comity.node.cooperation;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.request.LegalCheck;
import org.comity.node.cooperation.request.Request;
import org.comity.node.identity.Person;
import org.comity.node.identity.PersonId;
import org.comity.node.identity.Power;

/** Who may take which step. What a person is offered and what is let through both rest on this, so that they can't differ. */
final class WhoMay {

    /** What carries out what was accepted; all else that is answered is the State's own position. */
    private static final Set<RequestEvent> EXECUTION = EnumSet.of(
            RequestEvent.ORDERED,
            RequestEvent.ORDER_RENEWED,
            RequestEvent.PRESERVED,
            RequestEvent.PARTLY_PRESERVED,
            RequestEvent.NOT_FOUND,
            RequestEvent.EXTENSION_GRANTED,
            RequestEvent.EXTENSION_DECLINED,
            RequestEvent.FOLLOWUP_RECEIVED,
            RequestEvent.FOLLOWUP_REFUSED,
            RequestEvent.PRODUCED,
            RequestEvent.SERVED,
            RequestEvent.EXECUTED,
            RequestEvent.PARTLY_EXECUTED,
            RequestEvent.IMPOSSIBLE,
            RequestEvent.HANDED_OVER);

    private WhoMay() {}

    static boolean take(Person person, Request request, RequestEvent event) {
        if (event == RequestEvent.REVIEWED) {
            return person.may(Power.READ_EVERYTHING);
        }
        if (request.side() == Side.REQUESTING) {
            return ask(person, request, event);
        }
        return request.kind().isOrder() ? person.may(Power.PRODUCE) : answer(person, request, event);
    }

    /** Who writes a request, or takes it in, has it translated. */
    static boolean translate(Person person, Request request) {
        if (request.side() == Side.REQUESTING) {
            return person.may(Power.DRAFT);
        }
        return person.may(request.kind().isOrder() ? Power.PRODUCE : Power.ANSWER);
    }

    private static boolean ask(Person person, Request request, RequestEvent event) {
        return switch (event) {
            // information that nobody asked for leaves with a second person's act, as its offer did
            case APPROVED, RETURNED, HANDED_OVER ->
                isSecond(person, request.drafter().map(Request.Signatory::id));
            case CONDITIONS_ACCEPTED, ORDER_UPHELD, REVOKED -> person.may(Power.APPROVE);
            case CLOSED -> person.may(Power.DRAFT) || person.may(Power.APPROVE);
            default -> person.may(Power.DRAFT);
        };
    }

    private static boolean answer(Person person, Request request, RequestEvent event) {
        if (EXECUTION.contains(event)) {
            return person.may(Power.EXECUTE);
        }
        var desk = person.may(Power.ANSWER);
        return switch (event) {
            case DISCLOSED -> isSecondAfterCheck(person, request);
            case ACCEPTED ->
                DecidingRequest.needsSecondPerson(request)
                        ? isSecondAfterCheck(person, request)
                        : desk || person.may(Power.APPROVE);
            // a ground that weighs more asks for the second person, which is known only once it is chosen
            case REFUSED ->
                request.content().urgency().isEmergency()
                        ? isSecondAfterCheck(person, request)
                        : desk || person.may(Power.APPROVE);
            case CONDITIONS_ACCEPTED -> person.may(Power.APPROVE);
            case CLOSED -> desk || person.may(Power.APPROVE);
            default -> desk;
        };
    }

    private static boolean isSecondAfterCheck(Person person, Request request) {
        return isSecond(person, request.legalCheck().map(LegalCheck::by));
    }

    private static boolean isSecond(Person person, Optional<PersonId> first) {
        return first.map(it -> person.mayAsSecond(Power.APPROVE, it)).orElseGet(() -> person.may(Power.APPROVE));
    }
}
