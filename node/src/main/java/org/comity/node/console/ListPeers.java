package org.comity.node.console;

import java.time.Instant;
import org.comity.node.directory.Peer;
import org.comity.node.directory.Peers;

/** Prints the peers that this node knows, one a line. */
class ListPeers implements Command {

    @Override
    public String name() {
        return "node peer list";
    }

    @Override
    public String usage() {
        return "node peer list [--home FOLDER]";
    }

    @Override
    public int run(Arguments typed) {
        var arguments = typed.allowing("home");
        try (var node = BesideNode.open(arguments.home())) {
            var peers = node.room(Peers.class).all();
            if (peers.isEmpty()) {
                IO.println("No peers yet. Add a card with: ./comity node peer add FILE");
            }
            peers.forEach(peer -> IO.println(line(peer)));
        }
        return DONE;
    }

    private static String line(Peer peer) {
        return "%-24s %s, %s, fingerprint %s, %s"
                .formatted(
                        peer.party(),
                        peer.card().organisation(),
                        peer.card().url(),
                        peer.confirmedAt().isPresent() ? "compared" : "NOT compared",
                        peer.lastHeardAt()
                                .map(Instant::toString)
                                .map("last heard "::concat)
                                .orElse("not heard yet"));
    }
}
