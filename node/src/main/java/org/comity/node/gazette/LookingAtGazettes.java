package org.comity.node.gazette;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.comity.ledger.Checkpoint;
import org.comity.ledger.CorruptLog;
import org.comity.ledger.HttpTileSource;
import org.comity.ledger.InvalidNote;
import org.comity.ledger.NoteKey;
import org.comity.ledger.PublishedLog;
import org.comity.ledger.TileSource;
import org.comity.node.directory.PartyId;
import org.comity.node.directory.Peer;
import org.comity.node.directory.Peers;
import org.comity.node.frame.Noted;
import org.comity.node.frame.Said;
import org.comity.node.journal.Origin;
import org.comity.node.journal.OtherJournal;
import org.comity.node.journal.OtherJournals;
import org.comity.node.journal.OtherJournals.Look;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads what others publish. A log is believed as far as its checkpoint, signed by the key of the publisher's card, grew from
 * the one that this node saw before; every entry is shown to be in it, and has a signature of its own. Two histories of one
 * gazette stop the reading, and both signed checkpoints are kept as the evidence.
 */
@Service
public class LookingAtGazettes {

    /** One timer a gazette: however often it is asked for, one look is enough. */
    static final TaskDescriptor<Void> LOOK = TaskDescriptor.of("gazette-look-soon");

    private static final Logger log = LoggerFactory.getLogger(LookingAtGazettes.class);

    /** Entries that one transaction takes in. */
    private static final int AT_ONCE = 256;

    private static final String RULE = "node";

    private final Peers peers;
    private final OtherJournals histories;
    private final FollowedGazettes followed;
    private final ReceivedAnnouncements received;
    private final ReadingGazettes reading;
    private final TellingOfAnnouncements telling;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;

    LookingAtGazettes(
            Peers peers,
            OtherJournals histories,
            FollowedGazettes followed,
            ReceivedAnnouncements received,
            ReadingGazettes reading,
            TellingOfAnnouncements telling,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            ObjectProvider<Scheduler> scheduler,
            Clock clock) {
        this.peers = peers;
        this.histories = histories;
        this.followed = followed;
        this.received = received;
        this.reading = reading;
        this.telling = telling;
        this.transaction = transaction;
        this.events = events;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** What a look brought. */
    public sealed interface Outcome {

        /** @param announcements that are new here */
        record Read(int announcements) implements Outcome {}

        record Trouble(Said why) implements Outcome {}
    }

    /** Asks for a look as soon as a thread is free. */
    public void soon(PartyId party) {
        scheduler
                .getObject()
                .scheduleIfNotExists(new TaskInstance<>(LOOK.getTaskName(), party.value()), clock.instant());
    }

    void lookAtAll() {
        followed.all().stream().filter(it -> !it.stopped()).forEach(it -> look(it.party()));
    }

    /** Looks now; what goes wrong is kept beside the gazette and said. */
    public Outcome look(PartyId party) {
        Optional<Followed> known = followed.find(party).filter(it -> !it.stopped());
        Optional<Peer> peer = peers.find(party);
        if (known.isEmpty() || peer.isEmpty()) {
            return new Outcome.Trouble(Said.of("gazette.trouble.no-peer", party.value()));
        }
        return look(
                known.get(),
                gazetteOf(peer.get(), known.get()),
                new HttpTileSource(known.get().address()));
    }

    /** By which a peer signs its gazette. */
    static NoteKey keyOf(Peer peer) {
        return NoteKey.of(
                Origin.ofGazette(peer.card().url()), peer.card().root().getPublicKey());
    }

    private static OtherJournal gazetteOf(Peer peer, Followed followed) {
        NoteKey key = keyOf(peer);
        return new OtherJournal(peer.party().value(), key, key, followed.address());
    }

    Outcome look(Followed gazette, OtherJournal publisher, TileSource source) {
        Optional<Noted> trouble = Optional.empty();
        int read = 0;
        switch (histories.look(publisher, source)) {
            case Look.Grew(Optional<Checkpoint> before, Checkpoint now) -> {
                try {
                    OptionalInt taken = takeIn(gazette.party(), before.isEmpty(), publisher, source, now);
                    read = taken.orElse(0);
                    trouble = taken.isPresent() ? trouble : Optional.of(Noted.of("gazette.trouble.moved"));
                } catch (CorruptLog | InvalidNote e) {
                    trouble = Optional.of(Noted.of("gazette.trouble.broken", String.valueOf(e.getMessage())));
                } catch (IOException e) {
                    trouble = Optional.of(Noted.of("gazette.trouble.unreachable", address(gazette)));
                }
            }
            case Look.Contradicts _ -> trouble = Optional.of(Noted.of("gazette.trouble.contradicts"));
            case Look.Broken(String why) -> trouble = Optional.of(Noted.of("gazette.trouble.broken", why));
            case Look.Unreachable(String why) -> {
                log.info("The gazette of {} at {} was not read: {}", gazette.party(), gazette.address(), why);
                trouble = Optional.of(Noted.of("gazette.trouble.unreachable", address(gazette)));
            }
        }
        followed.looked(gazette.party(), clock.instant(), trouble);
        applyRules(gazette.party());
        int announcements = read;
        return trouble.<Outcome>map(why -> new Outcome.Trouble(why.said()))
                .orElseGet(() -> new Outcome.Read(announcements));
    }

    private static String address(Followed gazette) {
        return gazette.address().getAuthority();
    }

    /**
     * How many announcements are new here; empty if the log moved on while it was read, so that another look is due.
     *
     * @param anew whether this log is seen for the first time, or again after a person accepted that it was built anew
     */
    private OptionalInt takeIn(PartyId party, boolean anew, OtherJournal publisher, TileSource source, Checkpoint seen)
            throws IOException {
        PublishedLog published = PublishedLog.open(source, publisher.key().name(), publisher.key());
        if (anew) {
            followed.taken(party, 0); // before it is remembered: after a crash in between it is anew once more
        }
        if (!published.extendsFrom(seen) || !histories.remember(publisher, published)) {
            return OptionalInt.empty();
        }
        int read = 0;
        long size = published.checkpoint().size();
        for (long from = taken(party); from < size; from = taken(party)) {
            long first = from;
            List<byte[]> entries = published.entries(first, Math.min(size, first + AT_ONCE));
            Integer added = transaction.execute(status -> add(party, publisher.key(), first, size, entries));
            read += added;
        }
        return OptionalInt.of(read);
    }

    private long taken(PartyId party) {
        return followed.find(party).map(Followed::taken).orElse(Long.MAX_VALUE);
    }

    private int add(PartyId party, NoteKey key, long from, long size, List<byte[]> entries) {
        Optional<Followed> gazette = followed.lock(party);
        if (gazette.isEmpty() || gazette.get().taken() != from) {
            return 0; // another thread was faster
        }
        int added = 0;
        for (int place = 0; place < entries.size(); place++) {
            Announcement announcement;
            try {
                announcement = Announcement.open(entries.get(place), key);
            } catch (InvalidNote e) {
                log.warn("Entry {} of the gazette of {} is passed over: {}", from + place, party, e.getMessage());
                continue;
            }
            if (announcement.party().equals(party.value())) {
                added += take(party, announcement, from + place, size, entries.get(place));
            }
        }
        followed.taken(party, from + entries.size());
        return added;
    }

    private int take(PartyId party, Announcement announcement, long position, long size, byte[] entry) {
        boolean held = announcement
                .known()
                .filter(kind -> FollowingGazettes.WITH_RULE.contains(kind)
                        || kind.isText() && announcement.content().containsKey(TakingOver.ENTRY))
                .isPresent();
        Received arrived = new Received(
                party,
                announcement,
                position,
                size,
                new String(entry, StandardCharsets.UTF_8),
                clock.instant(),
                held ? Received.State.HELD : Received.State.NOTED,
                Optional.empty(),
                "",
                Optional.empty());
        if (!received.add(arrived)) {
            return 0;
        }
        if (announcement.kind().equals(AnnouncementKind.REVOCATION.token())) {
            revoked(party, announcement);
        }
        telling.of(arrived);
        return 1;
    }

    private void revoked(PartyId party, Announcement revocation) {
        try {
            received.lock(party, UUID.fromString(revocation.text("revokes")))
                    .filter(target -> target.revoked().isEmpty())
                    .ifPresent(target -> {
                        received.revoke(target, clock.instant(), revocation.text("why"));
                        if (target.state() == Received.State.TAKEN) {
                            reading.taking(target).ifPresent(room -> room.revoked(target));
                        }
                    });
        } catch (IllegalArgumentException noId) {
            log.warn("The gazette of {} takes back what it does not name.", party);
        }
    }

    /** What waits and may be taken over without another look; oldest first, each by itself. */
    private void applyRules(PartyId party) {
        Followed gazette = followed.find(party).orElseThrow();
        List<Received> open = new ArrayList<>(
                received.page(new ReadingGazettes.Filter("", party.value(), true, 1), Integer.MAX_VALUE));
        open.sort(Comparator.comparingLong(Received::position));
        for (Received waiting : open) {
            if (waiting.announcement().known().filter(gazette::applies).isPresent()) {
                try {
                    transaction.executeWithoutResult(status -> applyRule(gazette, waiting));
                } catch (RuntimeException e) {
                    log.warn(
                            "Announcement {} of {} waits for a person: {}",
                            waiting.announcement().id(),
                            party,
                            e.getMessage());
                }
            }
        }
    }

    private void applyRule(Followed gazette, Received waiting) {
        Optional<Received> open =
                received.lock(waiting.party(), waiting.announcement().id()).filter(Received::isOpen);
        if (open.isEmpty()) {
            return; // somebody decided meanwhile
        }
        Received announcement = open.get();
        reading.taking(announcement)
                .flatMap(room -> room.takeByRule(announcement, gazette.by()))
                .ifPresent(page -> {
                    received.decide(announcement, Received.State.TAKEN, clock.instant(), RULE, gazette.by(), page);
                    events.publishEvent(
                            GazetteStep.deciding(announcement, "announcement-taken-over", RULE, gazette.by()));
                });
    }
}
