package org.comity.node.exchange;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.ledger.Checkpoint;
import org.comity.ledger.InvalidNote;
import org.comity.node.directory.CardRefused;
import org.comity.node.directory.NodeCard;
import org.comity.node.exchange.packet.Packet;
import org.comity.node.frame.Noted;
import org.comity.node.time.WallClock;
import org.springframework.stereotype.Component;

/**
 * Compares what a packet tells of its sender beside the messages, its card and the checkpoint of its journal, with what is known
 * here. A difference changes nothing by itself; it is told to the person who brought the packet.
 */
@Component
class ComparingSender {

    private final Packets packets;
    private final Clock wallClock;

    ComparingSender(Packets packets, @WallClock Clock wallClock) {
        this.packets = packets;
        this.wallClock = wallClock;
    }

    /** @param known the sender's card in the directory */
    List<Noted> differences(Packet packet, NodeCard known) {
        return Stream.of(card(packet, known), journal(packet, known))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Noted> card(Packet packet, NodeCard known) {
        String party = known.party().value();
        NodeCard carried;
        try {
            carried = NodeCard.read(packet.card(), wallClock);
        } catch (CardRefused unreadable) {
            return Optional.of(Noted.of("exchange.packet.differs.card-unreadable", party));
        }
        if (!carried.party().equals(known.party()) || !carried.fingerprint().equals(known.fingerprint())) {
            return Optional.of(Noted.of(
                    "exchange.packet.differs.another-root",
                    party,
                    carried.fingerprint().toString()));
        }
        if (carried.equals(known)) {
            return Optional.empty();
        }
        return Optional.of(Noted.of(
                carried.issuedAt().isBefore(known.issuedAt())
                        ? "exchange.packet.differs.older-card"
                        : "exchange.packet.differs.newer-card",
                party,
                carried.issuedAt().toString(),
                known.issuedAt().toString()));
    }

    /** Signed with the whole packet, so it is the sender's word. */
    private Optional<Noted> journal(Packet packet, NodeCard known) {
        String party = known.party().value();
        Checkpoint carried;
        try {
            carried = checkpoint(packet.checkpoint());
        } catch (InvalidNote unreadable) {
            return Optional.of(Noted.of("exchange.packet.differs.checkpoint-unreadable", party));
        }
        return packets.checkpointBefore(packet)
                .map(ComparingSender::checkpoint)
                .filter(earlier -> carried.size() < earlier.size()
                        || carried.size() == earlier.size() && !carried.root().equals(earlier.root()))
                .map(earlier -> Noted.of(
                        "exchange.packet.differs.journal",
                        party,
                        Long.toString(earlier.size()),
                        Long.toString(carried.size())));
    }

    /** The text before the signatures. */
    private static Checkpoint checkpoint(String note) {
        return Checkpoint.parse(note.substring(0, note.indexOf("\n\n") + 1));
    }
}
