package org.comity.node.gazette;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comity.ledger.InvalidNote;
import org.comity.node.directory.PartyId;
import org.comity.node.directory.Peers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is followed and what came of it, for the pages. */
@Service
@Transactional(readOnly = true)
public class ReadingGazettes {

    private final FollowedGazettes followed;
    private final ReceivedAnnouncements received;
    private final Peers peers;
    private final Map<AnnouncementKind, TakingOver> rooms;

    ReadingGazettes(FollowedGazettes followed, ReceivedAnnouncements received, List<TakingOver> rooms, Peers peers) {
        this.peers = peers;
        this.followed = followed;
        this.received = received;
        this.rooms = rooms.stream().collect(Collectors.toUnmodifiableMap(TakingOver::kind, Function.identity()));
    }

    /**
     * Which announcements are listed.
     *
     * @param kind a token; empty for all
     * @param party empty for all
     * @param open only those on which somebody should decide
     * @param page from one on
     */
    public record Filter(String kind, String party, boolean open, int page) {

        public Filter {
            page = Math.max(1, page);
        }
    }

    public List<Followed> followed() {
        return followed.all();
    }

    public Optional<Followed> followed(PartyId party) {
        return followed.find(party);
    }

    public List<Received> page(Filter filter, int size) {
        return received.page(filter, size);
    }

    public int count(Filter filter) {
        return received.count(filter);
    }

    public Optional<Received> find(PartyId party, UUID id) {
        return received.find(party, id);
    }

    /** Whether the entry still bears the signature of the publisher whose card this node trusts now. */
    public boolean holds(Received announcement) {
        return peers.find(announcement.party())
                .map(LookingAtGazettes::keyOf)
                .filter(key -> {
                    try {
                        Announcement.open(announcement.note().getBytes(StandardCharsets.UTF_8), key);
                        return true;
                    } catch (InvalidNote e) {
                        return false;
                    }
                })
                .isPresent();
    }

    /** Who makes something of this kind; empty if it is only to be read. */
    public Optional<TakingOver> taking(Received announcement) {
        return announcement.announcement().known().map(rooms::get);
    }
}
