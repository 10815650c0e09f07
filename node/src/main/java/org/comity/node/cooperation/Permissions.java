package org.comity.node.cooperation;

import org.comity.node.identity.Person;
import org.comity.node.identity.Role;

/** Which role an act asks for. */
final class Permissions {

    private Permissions() {}

    static void desk(Person person) {
        if (!person.is(Role.DUTY_OFFICER) && !person.is(Role.LAWYER)) {
            throw new ActRefused.NotPermitted(
                    "Only a duty officer or a lawyer of the central authority can do this. Ask one on duty.");
        }
    }

    static void approver(Person person) {
        if (!person.is(Role.APPROVER)) {
            throw new ActRefused.NotPermitted("Only an approver can do this. Ask one on duty.");
        }
    }

    static void deskOrApprover(Person person) {
        if (!person.is(Role.APPROVER)) {
            desk(person);
        }
    }

    static void side(Request request, Side side) {
        if (request.side() != side) {
            throw new ActRefused.NotPermitted(
                    side == Side.REQUESTING
                            ? "This is for the requesting State to do; here the request came in."
                            : "This is for the requested State to do; here the request went out.");
        }
    }

    static String said(String field, String text, String question) {
        if (text.isBlank()) {
            throw new ActRefused.Malformed(field, question);
        }
        return text.strip();
    }
}
