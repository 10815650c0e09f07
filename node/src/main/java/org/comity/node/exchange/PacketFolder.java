package org.comity.node.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.comity.node.directory.PartyId;
import org.comity.node.directory.Peers;
import org.comity.node.exchange.packet.PacketFormat;
import org.comity.node.frame.Noted;
import org.comity.node.frame.Said;
import org.comity.node.settings.ComitySettings;
import org.comity.node.settings.WatchedFolder;
import org.springframework.stereotype.Component;

/**
 * The folder {@code packets/in} below a node's home: a packet that is put there is taken in by the running node, with all
 * its checks, and what came of it stands in {@code packets/out}. So the command line, and a stick that is copied by a script,
 * go through the same gate as the page.
 */
@Component
public class PacketFolder extends WatchedFolder {

    /** What a file is called that says what came of one; its first line is {@code done} or {@code refused}. */
    public static final String OUTCOME = ".outcome";

    private static final String BY = "console";

    private final Path out;
    private final CarryingPackets carrying;
    private final Packets packets;

    PacketFolder(ComitySettings settings, CarryingPackets carrying, Packets packets) {
        super(in(settings.home()));
        this.out = out(settings.home());
        this.carrying = carrying;
        this.packets = packets;
    }

    public static Path in(Path home) {
        return home.resolve("packets").resolve("in");
    }

    public static Path out(Path home) {
        return home.resolve("packets").resolve("out");
    }

    /** A packet, or a wish for one, which holds the party. */
    @Override
    protected void take(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(PacketFormat.SUFFIX)) {
            tell(name, take(Files.readAllBytes(file)));
            Files.delete(file);
        } else if (name.endsWith(WISH)) {
            tell(name, make(Files.readString(file).strip()));
            Files.delete(file);
        }
    }

    private String take(byte[] packet) throws IOException {
        try {
            CarryingPackets.Taken taken = carrying.take(packet, BY);
            StringBuilder outcome = new StringBuilder("done\n");
            outcome.append(Said.of(
                                    taken.packet().bringsAnswers()
                                            ? "exchange.pages.packets.taken-answers"
                                            : "exchange.pages.packets.taken",
                                    taken.packet().messages(),
                                    taken.packet().party().value())
                            .inEnglish())
                    .append('\n');
            taken.outcomes().stream()
                    .map(CarryingPackets.Outcome::trouble)
                    .flatMap(Optional::stream)
                    .map(Noted::toString)
                    .forEach(trouble -> outcome.append(trouble).append('\n'));
            taken.differences().forEach(difference -> outcome.append(difference).append('\n'));
            if (taken.back().isPresent()) {
                outcome.append(written(taken.back().get())).append('\n');
            }
            return outcome.toString();
        } catch (PacketNotTaken refused) {
            return "refused\n" + refused.said().inEnglish() + "\n";
        }
    }

    private String make(String party) throws IOException {
        try {
            return "done\n" + written(carrying.make(new PartyId(party), BY)) + "\n";
        } catch (PacketNotTaken refused) {
            return "refused\n" + refused.said().inEnglish() + "\n";
        } catch (IllegalArgumentException | Peers.UnknownPeer e) {
            return "refused\n" + e.getMessage() + "\n";
        }
    }

    private Path written(Packets.Kept packet) throws IOException {
        Files.createDirectories(out);
        return Files.write(
                out.resolve(packet.fileName()), packets.file(packet.id()).orElseThrow());
    }

    private void tell(String name, String outcome) throws IOException {
        answer(out.resolve(name + OUTCOME), outcome);
    }
}
