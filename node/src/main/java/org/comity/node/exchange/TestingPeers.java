package org.comity.node.exchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.comity.node.directory.Channel;
import org.comity.node.directory.NodeCard;
import org.comity.node.directory.OwnNode;
import org.comity.node.directory.PartyId;
import org.comity.node.directory.Peer;
import org.comity.node.directory.Peers;
import org.comity.node.exchange.as4.Answer;
import org.comity.node.exchange.as4.Purpose;
import org.comity.node.exchange.as4.SealedMessage;
import org.comity.node.exchange.as4.Sealing;
import org.comity.node.exchange.as4.Signals;
import org.comity.node.frame.Noted;
import org.comity.node.time.WallClock;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends a test message to a peer: all that a real one needs (address, keys on both sides, clocks, the other node at work) is
 * needed for its signed receipt, and nothing is left behind there. That receipt is how an entry of the directory confirms
 * itself.
 */
@Service
public class TestingPeers {

    static final String CLOCK = "clock";

    private static final byte[] CONTENT = "<test/>".getBytes(StandardCharsets.US_ASCII);

    private final OwnNode own;
    private final Peers peers;
    private final PeerTests tests;
    private final Deliveries deliveries;
    private final Sealing sealing;
    private final Signals signals;
    private final Post post;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final Clock wallClock;

    TestingPeers(
            OwnNode own,
            Peers peers,
            PeerTests tests,
            Deliveries deliveries,
            Sealing sealing,
            Signals signals,
            Post post,
            TransactionTemplate transaction,
            Clock clock,
            @WallClock Clock wallClock) {
        this.own = own;
        this.peers = peers;
        this.tests = tests;
        this.deliveries = deliveries;
        this.sealing = sealing;
        this.signals = signals;
        this.post = post;
        this.transaction = transaction;
        this.clock = clock;
        this.wallClock = wallClock;
    }

    /** Waits for the answer; may take as long as a message may. */
    public PeerTests.Result test(PartyId party, String by) {
        NodeCard card = peers.require(party).card();
        Instant began = wallClock.instant();
        Optional<Noted> trouble =
                switch (OverAs4.attempt(party, send(Purpose.TEST, MessageId.fresh(own.party()), card, CONTENT))) {
                    case Attempt.Receipted(byte[] _), Attempt.HandedOver(byte[] _) -> Optional.empty();
                    case Attempt.NotYet(Noted why, boolean _) -> Optional.of(why);
                    case Attempt.Refused(Noted why) -> Optional.of(why);
                };
        long millis = Duration.between(began, wallClock.instant()).toMillis();
        PeerTests.Result result = new PeerTests.Result(party, clock.instant(), by, millis, trouble);
        transaction.executeWithoutResult(status -> {
            tests.add(result);
            if (result.worked()) {
                deliveries.succeeded(party, result.at());
                peers.heardFrom(party);
            } else {
                deliveries.failed(party, result.at(), trouble.orElseThrow());
            }
        });
        return result;
    }

    /** Each peer on the network, all at once. */
    void testAll() {
        try (ExecutorService each = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Peer peer : peers.all()) {
                if (peer.channel() == Channel.AS4) {
                    each.execute(() -> test(peer.party(), CLOCK));
                }
            }
        }
    }

    /** One message beside the envelopes, and what its answer is worth. */
    Answer send(Purpose purpose, MessageId id, NodeCard card, byte[] content) {
        SealedMessage sealed = sealing.seal(purpose, id, card, UUID.randomUUID(), 1, content);
        try {
            Post.Reply reply = post.deliver(card.as4Endpoint(), sealed);
            return signals.judge(reply.body(), reply.contentType().orElse(null), card, List.of(sealed));
        } catch (IOException e) {
            return new Answer.Worthless(Post.why(e));
        }
    }
}
