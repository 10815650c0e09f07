package org.comity.node.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.comity.node.directory.Channel;
import org.comity.node.directory.Correspondent;
import org.comity.node.directory.Counterpart;
import org.comity.node.directory.Counterparts;
import org.comity.node.directory.Peer;
import org.comity.node.exchange.OutgoingEnvelopes.Outgoing;
import org.comity.node.frame.Noted;
import org.springframework.stereotype.Component;

/**
 * One attempt to deliver one envelope, over the channel that the directory names now. No transaction is open while the
 * other side is spoken to: each step before and after is committed by itself, and an attempt that dies anywhere is repeated
 * with the same bytes.
 */
@Component
class Delivering {

    /** An earlier envelope of the conversation is still leaving; a mail program sorts nothing. */
    private static final Duration ANOTHER_FIRST = Duration.ofSeconds(1);

    private final OutgoingEnvelopes outgoing;
    private final Counterparts counterparts;
    private final OverAs4 as4;
    private final OverMail mail;
    private final Settling settling;
    private final Clock clock;

    Delivering(
            OutgoingEnvelopes outgoing,
            Counterparts counterparts,
            OverAs4 as4,
            OverMail mail,
            Settling settling,
            Clock clock) {
        this.outgoing = outgoing;
        this.counterparts = counterparts;
        this.as4 = as4;
        this.mail = mail;
        this.settling = settling;
        this.clock = clock;
    }

    /** Returns when to look again; nothing when it is delivered, given up, or in a person's hands. */
    Optional<Instant> attempt(MessageId id) {
        Optional<Outgoing> found = outgoing.find(id);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Outgoing envelope = found.get();
        return switch (envelope.state()) {
            case CONFIRMED, FAILED -> Optional.empty();
            case QUEUED, SENT -> {
                if (envelope.handedOverAt().isPresent()) {
                    settling.remind(envelope);
                    yield Optional.empty();
                }
                yield attempt(envelope);
            }
        };
    }

    private Optional<Instant> attempt(Outgoing envelope) {
        Optional<Counterpart> counterpart = counterparts.find(envelope.party());
        if (counterpart.isEmpty()) {
            outgoing.attempted(envelope.id(), Channel.AS4);
            return settling.settle(
                    envelope,
                    Channel.AS4,
                    new Attempt.NotYet(
                            Noted.of(
                                    "exchange.trouble.not-in-directory",
                                    envelope.party().value(),
                                    ""),
                            false));
        }
        Channel channel = counterpart.get().channel();
        if (channel.isByHand()) {
            outgoing.waitsForAPerson(envelope.id(), channel);
            return Optional.empty();
        }
        if (channel == Channel.MAIL && !outgoing.isNext(envelope)) {
            return Optional.of(clock.instant().plus(ANOTHER_FIRST));
        }
        outgoing.attempted(envelope.id(), channel);
        return settling.settle(
                envelope,
                channel,
                switch (counterpart.get()) {
                    case Peer peer -> as4.deliver(envelope, peer.card());
                    case Correspondent correspondent -> mail.deliver(envelope, correspondent);
                });
    }
}
