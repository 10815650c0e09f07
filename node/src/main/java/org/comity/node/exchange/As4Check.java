package org.comity.node.exchange;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.comity.node.checkup.Check;
import org.comity.node.checkup.Finding;
import org.comity.node.checkup.Subject;
import org.comity.node.directory.NodeCard;
import org.comity.node.directory.OwnNode;
import org.comity.node.exchange.as4.Answer;
import org.comity.node.exchange.as4.Purpose;
import org.comity.node.exchange.as4.SealedMessage;
import org.comity.node.exchange.as4.Sealing;
import org.comity.node.exchange.as4.Signals;
import org.comity.node.frame.Said;
import org.springframework.stereotype.Component;

/**
 * Test messages to the own address, as peers would send them: past whatever proxy stands before. One is sealed and must bring
 * back this node's receipt; the other has lost its signature and must not.
 */
@Component
class As4Check implements Check {

    private static final byte[] CONTENT = "<test/>".getBytes(StandardCharsets.US_ASCII);

    private final OwnNode own;
    private final Sealing sealing;
    private final Signals signals;
    private final RefusalLog refusals;
    private final Post post;

    As4Check(OwnNode own, Sealing sealing, Signals signals, RefusalLog refusals, Post post) {
        this.own = own;
        this.sealing = sealing;
        this.signals = signals;
        this.refusals = refusals;
        this.post = post;
    }

    @Override
    public Subject subject() {
        return Subject.AS4;
    }

    @Override
    public List<Finding> look() {
        String address = own.card().as4Endpoint().toString();
        try {
            return switch (answer(sealed())) {
                case Answer.Receipt _ -> List.of(Finding.well(Said.of("checkup.as4.well", address)), unsigned());
                case Answer.Refused(String text, boolean _) ->
                    List.of(Finding.failed(
                            Said.of("checkup.as4.refused", address, text), Said.of("checkup.as4.refused.to-do")));
                case Answer.Worthless(String why, String detail) ->
                    List.of(Finding.failed(
                            Said.of("checkup.as4.another", address, trouble(why, detail)),
                            Said.of("checkup.as4.another.to-do")));
            };
        } catch (IOException unreached) {
            return List.of(Finding.failed(
                    Said.of("checkup.as4.unreached", address, trouble(Post.why(unreached), "")),
                    Said.of("checkup.as4.unreached.to-do")));
        }
    }

    /** Nobody else can know the message's id before it arrives, so only this refusal is left out of the journal. */
    private Finding unsigned() throws IOException {
        SealedMessage message = sealed().withoutSignature();
        refusals.expect(message.id());
        try {
            return answer(message) instanceof Answer.Refused
                    ? Finding.well(Said.of("checkup.as4.unsigned"))
                    : Finding.failed(
                            Said.of("checkup.as4.unsigned-taken"), Said.of("checkup.as4.unsigned-taken.to-do"));
        } finally {
            refusals.expectNoLonger(message.id());
        }
    }

    private SealedMessage sealed() {
        return sealing.seal(Purpose.TEST, MessageId.fresh(own.party()), own.card(), UUID.randomUUID(), 1, CONTENT);
    }

    private Answer answer(SealedMessage message) throws IOException {
        NodeCard card = own.card();
        URI address = card.as4Endpoint();
        Post.Reply reply = post.deliver(address, message);
        return signals.judge(reply.body(), reply.contentType().orElse(null), card, List.of(message));
    }

    private Said trouble(String why, String detail) {
        return Said.of("exchange.trouble." + why, own.party().value(), detail);
    }
}
