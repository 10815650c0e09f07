package org.comity.node.cooperation.request;

/**
 * On what the requested side helps (ETS 185 arts. 27(6) and 28(2), UNTOC art. 18(26)).
 *
 * @param provision on which they rest; empty where the requested side names none
 * @param accepted by the requesting side, which is bound from then on
 */
public record Conditions(String text, String provision, boolean accepted) {

    Conditions binding() {
        return new Conditions(text, provision, true);
    }
}
