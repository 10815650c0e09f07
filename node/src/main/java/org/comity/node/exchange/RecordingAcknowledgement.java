package org.comity.node.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.comity.node.directory.Channel;
import org.comity.node.exchange.Delivery.Proof;
import org.comity.node.exchange.FilingAnswers.FilingRefused;
import org.comity.node.exchange.OutgoingEnvelopes.Outgoing;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where no machine can give a receipt, a person records what they know, and how. */
@Service
@Transactional
public class RecordingAcknowledgement {

    private static final int LONGEST = 500;

    private final OutgoingEnvelopes outgoing;
    private final Settling settling;
    private final Clock clock;

    RecordingAcknowledgement(OutgoingEnvelopes outgoing, Settling settling, Clock clock) {
        this.outgoing = outgoing;
        this.settling = settling;
        this.clock = clock;
    }

    /** The papers were handed in, sent by courier, or the like. */
    public void handOver(MessageId id, String how, Person by) {
        Outgoing envelope = onPaperOrByMail(id);
        requireText(how, "how");
        outgoing.attempted(id, Channel.PAPER);
        settling.handedOver(envelope, Channel.PAPER, how.strip().getBytes(StandardCharsets.UTF_8), by.name());
    }

    /**
     * The other side said that it has the message.
     *
     * @param source from which the person knows, such as a telephone call and with which office
     */
    public void acknowledge(MessageId id, String source, Person by) {
        Outgoing envelope = onPaperOrByMail(id);
        requireText(source, "source");
        byte[] record = Said.of("exchange.acknowledged.record", by.name(), clock.instant(), source.strip())
                .inEnglish()
                .getBytes(StandardCharsets.UTF_8);
        if (!settling.acknowledged(envelope, Proof.RECORD, record, by.name())) {
            throw new FilingRefused("source", Said.of("exchange.acknowledged.refused.already"));
        }
    }

    private Outgoing onPaperOrByMail(MessageId id) {
        return outgoing.find(id)
                .filter(it -> !outgoing.channel(id).leadsToANode())
                .orElseThrow(() -> new FilingRefused("source", Said.of("exchange.acknowledged.refused.node")));
    }

    private static void requireText(String text, String field) {
        if (text.isBlank() || text.length() > LONGEST) {
            throw new FilingRefused(field, Said.of("exchange.acknowledged.refused.source", LONGEST));
        }
    }
}
