package org.comity.node.exchange;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.checkup.Check;
import org.comity.node.checkup.Finding;
import org.comity.node.checkup.Subject;
import org.comity.node.directory.OwnNode;
import org.comity.node.exchange.packet.Packet;
import org.comity.node.exchange.packet.PacketFormat;
import org.comity.node.frame.Said;
import org.comity.node.time.WallClock;
import org.springframework.stereotype.Component;

/** A packet from this node to itself: made, sealed, opened and read as one that was brought, and refused when it was altered. */
@Component
class PacketCheck implements Check {

    private static final byte[] CONTENT = "<test/>".getBytes(StandardCharsets.US_ASCII);

    private final OwnNode own;
    private final Clock wallClock;

    PacketCheck(OwnNode own, @WallClock Clock wallClock) {
        this.own = own;
        this.wallClock = wallClock;
    }

    @Override
    public Subject subject() {
        return Subject.PACKETS;
    }

    @Override
    public List<Finding> look() {
        Packet written = Packet.of(
                UUID.randomUUID(),
                own.party(),
                own.party(),
                wallClock.instant().truncatedTo(ChronoUnit.SECONDS),
                List.of(new Packet.Message(MessageId.fresh(own.party()), "text/xml", CONTENT, List.of())),
                own.card().bytes(),
                "");
        byte[] file = PacketFormat.write(written, "", own, own.card());
        Packet read = read(file);
        boolean same = read.id().equals(written.id())
                && read.messages().size() == 1
                && Arrays.equals(read.messages().getFirst().body(), CONTENT);
        if (!same) {
            return List.of(Finding.failed(Said.of("checkup.packets.differs"), Said.of("checkup.packets.to-do")));
        }
        file[file.length / 2] ^= 1;
        try {
            read(file);
            return List.of(Finding.failed(Said.of("checkup.packets.altered"), Said.of("checkup.packets.to-do")));
        } catch (PacketNotTaken refused) {
            return List.of(Finding.well(Said.of("checkup.packets.well")));
        }
    }

    private Packet read(byte[] file) {
        return PacketFormat.read(file, own, party -> Optional.of(own.card()));
    }
}
