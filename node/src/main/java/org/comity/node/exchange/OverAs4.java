package org.comity.node.exchange;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.comity.node.directory.Fingerprint;
import org.comity.node.directory.NodeCard;
import org.comity.node.directory.PartyId;
import org.comity.node.exchange.OutgoingEnvelopes.Outgoing;
import org.comity.node.exchange.OutgoingEnvelopes.Seal;
import org.comity.node.exchange.as4.Answer;
import org.comity.node.exchange.as4.As4;
import org.comity.node.exchange.as4.SealedMessage;
import org.comity.node.exchange.as4.Sealing;
import org.comity.node.exchange.as4.Signals;
import org.comity.node.frame.Noted;
import org.comity.node.time.WallClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Delivers to another node: seals once, sends the very same bytes at every attempt, and judges what comes back. */
@Component
class OverAs4 {

    private static final Logger log = LoggerFactory.getLogger(OverAs4.class);

    /** Well before the receiver calls the message stale. */
    private static final Duration SEAL_AGES = As4.OLDEST.minus(Duration.ofDays(1));

    /** A trouble that three seals don't mend is not the seal's. */
    private static final int MOST_SEALS = 3;

    private final OutgoingEnvelopes outgoing;
    private final Sealing sealing;
    private final Signals signals;
    private final Post post;
    private final Clock wallClock;

    OverAs4(OutgoingEnvelopes outgoing, Sealing sealing, Signals signals, Post post, @WallClock Clock wallClock) {
        this.outgoing = outgoing;
        this.sealing = sealing;
        this.signals = signals;
        this.post = post;
        this.wallClock = wallClock;
    }

    Attempt deliver(Outgoing envelope, NodeCard card) {
        try {
            Post.Reply reply = post.deliver(card.as4Endpoint(), sealed(envelope, card));
            Answer answer = judge(envelope, reply.body(), reply.contentType().orElse(""), card);
            if (answer instanceof Answer.Worthless worthless) {
                log.info("The answer of {} is worth nothing: {}, HTTP {}", card.party(), worthless, reply.status());
            }
            if (answer instanceof Answer.Refused(String _, boolean forGood) && !forGood) {
                sealAnew(envelope, card);
            }
            return attempt(envelope.party(), answer);
        } catch (IOException e) {
            return attempt(envelope.party(), new Answer.Worthless(Post.why(e)));
        }
    }

    /** What an answer about the envelope is worth, whichever way it came. */
    Answer judge(Outgoing envelope, byte[] signal, String contentType, NodeCard card) {
        List<SealedMessage> sent =
                outgoing.seals(envelope.id()).stream().map(Seal::message).toList();
        return signals.judge(signal, contentType.isEmpty() ? null : contentType, card, sent);
    }

    /** The bytes of the first attempt, unless they would be refused by now. */
    SealedMessage sealed(Outgoing envelope, NodeCard card) {
        String sealedTo = Fingerprint.of(card.encryption()).hex();
        List<Seal> seals = outgoing.seals(envelope.id());
        if (!seals.isEmpty()
                && seals.getFirst().sealedTo().equals(sealedTo)
                && seals.getFirst().sealedAt().isAfter(wallClock.instant().minus(SEAL_AGES))) {
            return seals.getFirst().message();
        }
        return seal(envelope, card, seals.size());
    }

    /** A seal that the other node can't open won't open the next time either. */
    private void sealAnew(Outgoing envelope, NodeCard card) {
        int seals = outgoing.seals(envelope.id()).size();
        if (seals < MOST_SEALS) {
            seal(envelope, card, seals);
        }
    }

    private SealedMessage seal(Outgoing envelope, NodeCard card, int earlier) {
        SealedMessage sealed =
                sealing.seal(envelope.id(), card, envelope.conversation(), envelope.sequence(), envelope.content());
        return outgoing.keep(sealed, Fingerprint.of(card.encryption()).hex(), earlier);
    }

    static Attempt attempt(PartyId party, Answer answer) {
        return switch (answer) {
            case Answer.Receipt(byte[] receipt) -> new Attempt.Receipted(receipt);
            case Answer.Refused(String text, boolean forGood) -> {
                Noted trouble = Noted.of("exchange.trouble.refused", party.value(), text);
                yield forGood ? new Attempt.Refused(trouble) : new Attempt.NotYet(trouble, true);
            }
            case Answer.Worthless(String why, String detail) ->
                new Attempt.NotYet(Noted.of("exchange.trouble." + why, party.value(), detail), false);
        };
    }
}
