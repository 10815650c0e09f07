package org.comity.node.cooperation.web;

import java.util.List;
import org.comity.node.cooperation.act.Wording;
import org.comity.node.exchange.ReceivedAnswer;
import org.comity.node.exchange.SignatureCheck;

/**
 * A mail or a letter in answer to a request.
 *
 * @param sender as it says; only the signature proves it
 * @param proved the signature is the sender's
 */
record Letter(
        String id,
        String sender,
        Moment cameAt,
        String signature,
        boolean proved,
        String text,
        List<ReceivedAnswer.Attached> documents) {

    static Letter of(ReceivedAnswer answer, Wording wording) {
        return new Letter(
                answer.id().toString(),
                answer.sender(),
                Moment.of(answer.cameAt()),
                wording.of(answer.signature().said()),
                answer.signature() == SignatureCheck.PROVED,
                answer.text(),
                answer.attached());
    }

    /** As an option of a list. */
    public String named() {
        return sender + ", " + cameAt.text();
    }
}
