package org.comity.node.directory;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Nodes for tests: an authority's keys and its signed card. */
public final class SampleNodes {

    private SampleNodes() {}

    public static OwnNode contactPoint(String party, int port, Clock clock) {
        return contactPoint(party, URI.create("http://127.0.0.1:" + port), clock);
    }

    public static OwnNode contactPoint(String party, URI url, Clock clock) {
        PartyId id = new PartyId(party);
        NodeKeys keys = NodeKeys.generate(id, "24/7 contact point, " + id.state(), clock);
        return new OwnNode(NodeCard.issue(particulars(id, url), keys, clock), keys);
    }

    /** A newer card of the same node, at another port. */
    public static NodeCard movedTo(OwnNode node, int port) {
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1));
        return NodeCard.issue(particulars(node.party(), URI.create("http://127.0.0.1:" + port)), node.keys(), later);
    }

    static NodeCard.Particulars particulars(PartyId party, URI url) {
        return new NodeCard.Particulars(
                party,
                "24/7 contact point, " + party.state(),
                Set.of(NodeFunction.CONTACT_24_7),
                url,
                List.of("en"),
                true);
    }
}
