package org.comity.node.cooperation;

import org.comity.node.cooperation.life.Side;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.Request;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;

/** Which role an act asks for. */
final class Permissions {

    private Permissions() {}

    static void desk(Person person) {
        if (!person.is(Role.DUTY_OFFICER) && !person.is(Role.LAWYER)) {
            throw new ActRefused.NotPermitted(Said.of("cooperation.refused.desk"));
        }
    }

    static void approver(Person person) {
        if (!person.is(Role.APPROVER)) {
            throw new ActRefused.NotPermitted(Said.of("cooperation.refused.approver"));
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
