package org.comity.node.cooperation;

import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.Request;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.comity.node.identity.PersonId;
import org.comity.node.identity.Power;

/** Which role an act asks for. */
final class Permissions {

    private Permissions() {}

    /** What either side's desk does, whether the request went out or came in. */
    static void desk(Person person) {
        if (!person.may(Power.ANSWER)) {
            drafter(person);
        }
    }

    static boolean isDesk(Person person) {
        return person.may(Power.ANSWER) || person.may(Power.DRAFT);
    }

    static void drafter(Person person) {
        if (!person.may(Power.DRAFT)) {
            throw new ActRefused.NotPermitted(Said.of("cooperation.refused.desk"));
        }
    }

    static void answerer(Person person) {
        if (!person.may(Power.ANSWER)) {
            throw new ActRefused.NotPermitted(Said.of("cooperation.refused.desk"));
        }
    }

    static void executor(Person person) {
        if (!person.may(Power.EXECUTE)) {
            throw new ActRefused.NotPermitted(Said.of("cooperation.refused.desk"));
        }
    }

    /** Who takes in what others ask: the desk, and at a provider its agents. */
    static void answers(Person person, Request request) {
        if (request.kind().isOrder()) {
            agent(person);
        } else {
            answerer(person);
        }
    }

    /** Who carries it out. */
    static void executes(Person person, Request request) {
        if (request.kind().isOrder()) {
            agent(person);
        } else {
            executor(person);
        }
    }

    private static void agent(Person person) {
        if (!person.may(Power.PRODUCE)) {
            throw new ActRefused.NotPermitted(Said.of("cooperation.refused.provider-agent"));
        }
    }

    static void approver(Person person) {
        if (!person.may(Power.APPROVE)) {
            throw new ActRefused.NotPermitted(Said.of("cooperation.refused.approver"));
        }
    }

    /** Somebody else than the first, who does not approve in the first one's stead either. */
    static void secondAfter(PersonId first, Person person, Said refusal) {
        approver(person);
        if (!person.mayAsSecond(Power.APPROVE, first)) {
            throw new ActRefused.NotPermitted(refusal);
        }
    }

    static void deskOrApprover(Person person) {
        if (!person.may(Power.APPROVE)) {
            desk(person);
        }
    }

    static void side(Request request, Side side) {
        if (request.side() != side) {
            throw new ActRefused.NotPermitted(
                    side == Side.REQUESTING
                            ? Said.of("cooperation.refused.came-in")
                            : Said.of("cooperation.refused.went-out"));
        }
    }

    /** The text, stripped. @param otherwise key of what is said when there is none */
    static String said(String field, String text, String otherwise) {
        if (text.isBlank()) {
            throw new ActRefused.Malformed(field, Said.of(otherwise));
        }
        return text.strip();
    }
}
