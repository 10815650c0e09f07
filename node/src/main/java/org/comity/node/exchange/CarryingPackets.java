package org.comity.node.exchange;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.directory.Channel;
import org.comity.node.directory.NodeCard;
import org.comity.node.directory.OwnNode;
import org.comity.node.directory.PartyId;
import org.comity.node.directory.Peer;
import org.comity.node.directory.Peers;
import org.comity.node.exchange.OutgoingEnvelopes.Outgoing;
import org.comity.node.exchange.Packets.Kept;
import org.comity.node.exchange.as4.SealedMessage;
import org.comity.node.exchange.as4.Signals;
import org.comity.node.exchange.packet.Packet;
import org.comity.node.exchange.packet.PacketFormat;
import org.comity.node.frame.Noted;
import org.comity.node.frame.Said;
import org.comity.node.journal.Journal;
import org.comity.node.time.WallClock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Delivers by hand between nodes: a person takes a packet to the other side, and the packet of receipts back. Every message
 * in it passes the gate that messages over the network pass.
 */
@Service
public class CarryingPackets {

    private final OwnNode own;
    private final Peers peers;
    private final OutgoingEnvelopes outgoing;
    private final IncomingEnvelopes incoming;
    private final OverAs4 as4;
    private final Receiving receiving;
    private final Settling settling;
    private final Packets packets;
    private final ComparingSender comparing;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Clock wallClock;

    CarryingPackets(
            OwnNode own,
            Peers peers,
            OutgoingEnvelopes outgoing,
            IncomingEnvelopes incoming,
            OverAs4 as4,
            Receiving receiving,
            Settling settling,
            Packets packets,
            ComparingSender comparing,
            Journal journal,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock,
            @WallClock Clock wallClock) {
        this.own = own;
        this.peers = peers;
        this.outgoing = outgoing;
        this.incoming = incoming;
        this.as4 = as4;
        this.receiving = receiving;
        this.settling = settling;
        this.packets = packets;
        this.comparing = comparing;
        this.journal = journal;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
        this.wallClock = wallClock;
    }

    /**
     * What came of a packet that was brought.
     *
     * @param outcomes for each message in it
     * @param back the packet of receipts to carry back; empty for one that brought receipts
     * @param differences between what it tells of its sender and what is known here
     */
    public record Taken(Kept packet, List<Outcome> outcomes, Optional<Kept> back, List<Noted> differences) {
        public Taken {
            outcomes = List.copyOf(outcomes);
            differences = List.copyOf(differences);
        }
    }

    /**
     * @param trouble why it was not taken, or why its receipt proves nothing; empty if all is well
     */
    public record Outcome(MessageId message, Optional<Noted> trouble) {}

    /**
     * Makes a packet of all that is on its way to a peer and has no receipt yet, in its order, as much as one packet holds. What was
     * in a packet before is in this one again: whichever arrives first counts.
     *
     * @throws PacketNotTaken when nothing waits
     */
    public Kept make(PartyId to, String by) {
        NodeCard card = peers.require(to).card();
        List<Packet.Message> messages = new ArrayList<>();
        List<Outgoing> carried = new ArrayList<>();
        long size = 0;
        for (MessageId id : outgoing.onItsWay(to)) {
            Outgoing envelope = outgoing.find(id).orElseThrow();
            List<Enclosure> enclosures = outgoing.enclosures(id);
            SealedMessage sealed = as4.sealed(envelope, card);
            size += sealed.body().length
                    + enclosures.stream().mapToLong(it -> it.content().length).sum();
            if (size > PacketFormat.MOST_BYTES / 2) {
                break;
            }
            messages.add(new Packet.Message(id, sealed.contentType(), sealed.body(), enclosures));
            carried.add(envelope);
        }
        if (messages.isEmpty()) {
            throw new PacketNotTaken(Said.of("exchange.packet.refused.nothing-waits", to.value()));
        }
        Packet packet = Packet.of(
                UUID.randomUUID(),
                own.party(),
                to,
                now(),
                messages,
                own.card().bytes(),
                journal.checkpoint().toString());
        byte[] file = PacketFormat.write(packet, cover(packet), own, card);
        return transaction.execute(status -> {
            for (Outgoing envelope : carried) {
                outgoing.attempted(envelope.id(), Channel.PACKET);
                settling.handedOver(envelope, Channel.PACKET, file, by);
            }
            Kept kept = packets.made(packet, file, by, clock.instant());
            events.publishEvent(ExchangeStep.packetMade(kept, file));
            return kept;
        });
    }

    /**
     * Takes in a packet that someone brought.
     *
     * @throws PacketNotTaken when nothing of it may be taken
     */
    public Taken take(byte[] file, String by) {
        try {
            Packet packet =
                    PacketFormat.read(file, own, party -> peers.find(party).map(Peer::card));
            packets.find(packet.id()).ifPresent(before -> {
                throw new PacketNotTaken(Said.of(
                        "exchange.packet.refused.replayed",
                        before.handledAt().truncatedTo(ChronoUnit.MINUTES),
                        before.handledBy()));
            });
            NodeCard from = peers.require(packet.from()).card();
            return packet.bringsAnswers() ? takeAnswers(packet, file, from, by) : takeMessages(packet, file, from, by);
        } catch (PacketNotTaken refused) {
            transaction.executeWithoutResult(status -> events.publishEvent(
                    ExchangeStep.packetRefused(refused.said().inEnglish(), file, by)));
            throw refused;
        }
    }

    private Taken takeMessages(Packet packet, byte[] file, NodeCard from, String by) {
        List<Noted> differences = comparing.differences(packet, from);
        List<Packet.Answer> answers = new ArrayList<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (Packet.Message message : packet.messages()) {
            Receiving.Reply reply = receiving.takeCarried(message.body(), message.contentType());
            answers.add(new Packet.Answer(message.id(), Signals.CONTENT_TYPE, reply.signal()));
            outcomes.add(new Outcome(
                    message.id(), reply.refusal().map(text -> Noted.of("exchange.packet.message-refused", text))));
            if (reply.kind() == Receiving.Reply.Kind.RECEIPT) {
                incoming.enclose(packet.from(), message.id(), message.enclosures());
            }
        }
        Packet back = Packet.answering(
                UUID.randomUUID(),
                own.party(),
                packet.from(),
                now(),
                answers,
                own.card().bytes(),
                journal.checkpoint().toString());
        byte[] backFile = PacketFormat.write(back, cover(back), own, from);
        return transaction.execute(status -> {
            Kept keptBack = packets.made(back, backFile, by, clock.instant());
            Kept kept = packets.taken(packet, file, by, clock.instant(), Optional.of(back.id()));
            events.publishEvent(ExchangeStep.packetMade(keptBack, backFile));
            events.publishEvent(ExchangeStep.packetTaken(kept, troubles(outcomes), differences, file));
            return new Taken(kept, outcomes, Optional.of(keptBack), differences);
        });
    }

    private Taken takeAnswers(Packet packet, byte[] file, NodeCard from, String by) {
        List<Noted> differences = comparing.differences(packet, from);
        List<Outcome> outcomes = packet.answers().stream()
                .map(answer -> new Outcome(answer.about(), settle(answer, from)))
                .toList();
        return transaction.execute(status -> {
            Kept kept = packets.taken(packet, file, by, clock.instant(), Optional.empty());
            events.publishEvent(ExchangeStep.packetTaken(kept, troubles(outcomes), differences, file));
            return new Taken(kept, outcomes, Optional.empty(), differences);
        });
    }

    /** Judges a signal as if it had come over the network. */
    private Optional<Noted> settle(Packet.Answer answer, NodeCard from) {
        Optional<Outgoing> envelope =
                outgoing.find(answer.about()).filter(it -> it.party().equals(from.party()));
        if (envelope.isEmpty()) {
            return Optional.of(
                    Noted.of("exchange.trouble.another-message", from.party().value(), ""));
        }
        Attempt attempt =
                OverAs4.attempt(from.party(), as4.judge(envelope.get(), answer.signal(), answer.contentType(), from));
        return switch (attempt) {
            case Attempt.Receipted(byte[] receipt) -> {
                settling.receipted(envelope.get(), receipt);
                yield Optional.empty();
            }
            case Attempt.Refused(Noted trouble) -> {
                settling.giveUp(envelope.get(), trouble);
                yield Optional.of(trouble);
            }
            case Attempt.NotYet(Noted trouble, boolean _) -> Optional.of(trouble);
            case Attempt.HandedOver(byte[] _) -> Optional.empty();
        };
    }

    private static int troubles(List<Outcome> outcomes) {
        return (int) outcomes.stream().filter(it -> it.trouble().isPresent()).count();
    }

    private String cover(Packet packet) {
        return Said.of(
                        packet.bringsAnswers() ? "exchange.packet.cover.receipts" : "exchange.packet.cover",
                        packet.from().value(),
                        packet.to().value(),
                        packet.madeAt(),
                        packet.messages().size() + packet.answers().size(),
                        packet.id(),
                        own.card().fingerprint())
                .inEnglish();
    }

    private Instant now() {
        return wallClock.instant().truncatedTo(ChronoUnit.SECONDS);
    }
}
