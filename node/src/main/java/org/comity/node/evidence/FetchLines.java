package org.comity.node.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import org.comity.node.directory.OwnNode;
import org.comity.node.directory.PartyId;
import org.comity.node.directory.Peers;
import org.comity.node.evidence.transfer.ChunkCipher;
import org.comity.node.evidence.transfer.ChunkStream;
import org.comity.node.evidence.transfer.Chunks;
import org.comity.node.evidence.transfer.SealedToReceiver;
import org.comity.node.evidence.transfer.SendersDoor;
import org.comity.node.evidence.transfer.TransferKey;
import org.comity.node.frame.Noted;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The ways on which content comes: from another node sealed to this one, from a provider over the line of its messages. */
@Component
class FetchLines {

    private final Peers peers;
    private final OwnNode own;
    private final ObjectProvider<DeliveryLine> deliveries;

    FetchLines(Peers peers, OwnNode own, ObjectProvider<DeliveryLine> deliveries) {
        this.peers = peers;
        this.own = own;
        this.deliveries = deliveries;
    }

    FetchLine to(Offer offer, PartyId from) throws FetchLine.Barred {
        return switch (offer) {
            case OfferedExhibit sealed -> sealed(sealed, from);
            case DeliveredContent delivered -> delivered(delivered, from);
        };
    }

    private FetchLine sealed(OfferedExhibit offered, PartyId from) throws FetchLine.Barred {
        requireFromThere(offered, from);
        var key = opened(offered);
        var chunks = new Chunks(offered.size());
        var door = new SendersDoor(offered.address(), key.secret(), chunks);
        return (place, progress) -> {
            var tree = door.tree(offered.root());
            return new ChunkStream(
                    chunks,
                    () -> tree.opening(new ChunkCipher(key.content(), offered.transfer(), chunks), chunks),
                    place,
                    door,
                    progress);
        };
    }

    /** An address that is not the sender's own would make this node knock at strangers' doors. */
    private void requireFromThere(OfferedExhibit offered, PartyId from) throws FetchLine.Barred {
        var address = offered.address();
        var theirs = peers.find(from)
                .map(peer -> peer.card().url())
                .filter(url -> url.getScheme().equals(address.getScheme())
                        && url.getHost().equals(address.getHost())
                        && url.getPort() == address.getPort());
        if (theirs.isEmpty()) {
            throw notTheirs(from);
        }
    }

    private static FetchLine.Barred notTheirs(PartyId party) {
        return new FetchLine.Barred(Noted.of("evidence.fetch.address", party.value()));
    }

    private TransferKey opened(OfferedExhibit offered) throws FetchLine.Barred {
        try {
            return SealedToReceiver.open(
                    HexFormat.of().parseHex(offered.sealedKey()), own.keys().encryptionKey(), offered.bound());
        } catch (SealedToReceiver.NotForUs notForUs) {
            throw new FetchLine.Barred(Noted.of("evidence.fetch.not-for-us"));
        }
    }

    private FetchLine delivered(DeliveredContent content, PartyId from) throws FetchLine.Barred {
        var line = deliveries.getObject();
        if (!line.isTheirs(from, content.address())) {
            throw notTheirs(from);
        }
        var chunks = Chunks.inTheClear(content.size());
        return (place, progress) -> new ChunkStream(
                chunks, () -> ChunkStream.Opening.asItIs(chunks), place, whole(line, content, from), progress);
    }

    /** All that is left in one answer: not every provider's system gives a part that ends before the end. */
    private static ChunkStream.Source whole(DeliveryLine line, DeliveredContent content, PartyId from) {
        var chunks = Chunks.inTheClear(content.size());
        return new ChunkStream.Source() {
            @Override
            public InputStream open(long first, long count) throws IOException {
                return line.open(from, content.address(), chunks.placeOf(first));
            }

            @Override
            public long run() {
                return chunks.count();
            }
        };
    }
}
