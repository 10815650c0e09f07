package org.comity.node.directory;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Everyone to whom this node may send. Who has a node and an entry from before it had one is reached at the node. */
@Component
@Transactional(readOnly = true)
public class Counterparts {

    private final Peers peers;
    private final Correspondents correspondents;

    Counterparts(Peers peers, Correspondents correspondents) {
        this.peers = peers;
        this.correspondents = correspondents;
    }

    public Optional<Counterpart> find(PartyId party) {
        return peers.find(party)
                .<Counterpart>map(peer -> peer)
                .or(() -> correspondents
                        .find(party)
                        .filter(entry -> entry.confirmed().isPresent()));
    }

    /**
     * The counterpart, which the caller expects to be there.
     *
     * @throws Peers.UnknownPeer when it is not, or is not confirmed
     */
    public Counterpart require(PartyId party) {
        return find(party).orElseThrow(() -> new Peers.UnknownPeer(party));
    }

    /** By party. */
    public List<Counterpart> all() {
        List<Peer> nodes = peers.all();
        return Stream.concat(
                        nodes.stream(),
                        correspondents.all().stream()
                                .filter(entry -> entry.confirmed().isPresent())
                                .filter(entry -> nodes.stream()
                                        .noneMatch(node -> node.party().equals(entry.party()))))
                .map(Counterpart.class::cast)
                .sorted(Comparator.comparing(it -> it.party().value()))
                .toList();
    }

    /**
     * @param state ISO 3166-1 alpha-2
     */
    public List<Counterpart> forState(String state, NodeFunction function) {
        return all().stream()
                .filter(it -> it.state().equals(state) && it.functions().contains(function))
                .toList();
    }
}
