package org.comity.node.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.directory.OwnNode;
import org.comity.node.directory.PartyId;
import org.comity.node.directory.Peers;
import org.comity.node.evidence.transfer.ChunkCipher;
import org.comity.node.evidence.transfer.ChunkTree;
import org.comity.node.evidence.transfer.Chunks;
import org.comity.node.evidence.transfer.SealedToReceiver;
import org.comity.node.evidence.transfer.SealingChunks;
import org.comity.node.evidence.transfer.TransferKey;
import org.comity.node.evidence.vault.VaultKeys;
import org.comity.node.evidence.vault.WrappedKey;
import org.comity.node.frame.Said;
import org.comity.node.time.WallClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets another authority's node fetch an exhibit. Its content is sealed for that authority alone, chunk by chunk, whenever a
 * chunk is asked for: nothing is stored twice, and nothing is held whole in memory.
 */
@Service
public class ReleasingEvidence {

    /** Below the node's address. */
    static final String PATH = "/transfers/";

    private static final long NOTED_EVERY = 16L << 20;

    private final Exhibits exhibits;
    private final ReadingEvidence reading;
    private final Custody custody;
    private final Peers peers;
    private final OwnNode own;
    private final VaultKeys keys;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    ReleasingEvidence(
            Exhibits exhibits,
            ReadingEvidence reading,
            Custody custody,
            Peers peers,
            OwnNode own,
            VaultKeys keys,
            JdbcClient jdbc,
            @WallClock Clock clock) {
        this.exhibits = exhibits;
        this.reading = reading;
        this.custody = custody;
        this.peers = peers;
        this.own = own;
        this.keys = keys;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** To whom, under which provision, in which matter, and by whom. @param recipient by name */
    public record To(PartyId party, String recipient, String provision, String subject, String by) {}

    /**
     * An exhibit that was read through and can be signed for. It is nowhere but in memory: until it is released, a crash leaves
     * all as it was.
     */
    public static final class Prepared {
        private final Exhibit exhibit;
        private final PartyId party;
        private final Optional<Ready> ready;

        private Prepared(Exhibit exhibit, PartyId party, Optional<Ready> ready) {
            this.exhibit = exhibit;
            this.party = party;
            this.ready = ready;
        }

        public Exhibit exhibit() {
            return exhibit;
        }
    }

    /** Under a key of its own for a transfer of its own, to a receiver with a node. */
    private record Ready(UUID transfer, TransferKey key, ChunkTree tree, PublicKey receiver) {}

    /** Reads the exhibit once, to sign for its chunks. That takes as long as it is large, so nothing may be locked meanwhile. */
    @Transactional(propagation = Propagation.NEVER)
    public Prepared prepare(ExhibitId id, PartyId party) throws IOException {
        Exhibit exhibit = exhibits.find(id).orElseThrow(EvidenceRefused::notThere);
        var peer = peers.find(party);
        if (peer.isEmpty()) {
            return new Prepared(exhibit, party, Optional.empty());
        }
        var transfer = UUID.randomUUID();
        var key = TransferKey.fresh(random);
        var ready = new Ready(
                transfer,
                key,
                tree(exhibit, transfer, key),
                peer.get().card().encryption().getPublicKey());
        return new Prepared(exhibit, party, Optional.of(ready));
    }

    /**
     * Notes the release in the exhibit's custody. It may be fetched as soon as the caller's transaction commits.
     *
     * @return what the message to that authority says; empty if it has no node, so that the exhibit goes by other means
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<OfferedExhibit> release(Prepared prepared, To to) {
        if (!prepared.party.equals(to.party())) {
            throw new IllegalArgumentException("It was sealed %s and not to %s.".formatted(prepared.party, to.party()));
        }
        Exhibit exhibit = noted(prepared.exhibit.id(), to);
        return prepared.ready.map(ready -> offer(exhibit, to, ready));
    }

    /**
     * As {@link #release}, to a party that fetches it as it is and proves by its certificate who it is.
     *
     * @return under which it is fetched
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID deliver(ExhibitId id, To to) {
        Exhibit exhibit = noted(id, to);
        var delivery = UUID.randomUUID();
        jdbc.sql("""
                        insert into evidence.release (id, exhibit, subject, party, recipient, released_at)
                        values (:id, :exhibit, :subject, :party, :recipient, :at)
                        """)
                .param("id", delivery)
                .param("exhibit", exhibit.id().value())
                .param("subject", to.subject())
                .param("party", to.party().value())
                .param("recipient", to.recipient())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return delivery;
    }

    private Exhibit noted(ExhibitId id, To to) {
        Exhibit exhibit = exhibits.hold(id).orElseThrow(EvidenceRefused::notThere);
        if (!exhibit.standing().isReadable()) {
            throw new EvidenceRefused(
                    EvidenceRefused.Why.NOT_ALLOWED, "", Said.of("evidence.refused.destroyed", exhibit.mark()));
        }
        custody.add(
                exhibit.id(), new CustodyAct.Released(to.recipient(), to.party().value(), to.provision()), to.by());
        return exhibit;
    }

    private OfferedExhibit offer(Exhibit exhibit, To to, Ready ready) {
        var transfer = ready.transfer();
        var key = ready.key();
        var tree = ready.tree();
        var offered = new OfferedExhibit(
                transfer,
                exhibit.particulars().name(),
                exhibit.particulars().mediaType(),
                exhibit.size(),
                exhibit.sha256(),
                tree.root(),
                URI.create(own.url().toString().replaceAll("/$", "") + PATH + transfer),
                "",
                exhibit.particulars().conditions());
        WrappedKey content = keys.wrap(key.forVault(), transfer);
        jdbc.sql("""
                        insert into evidence.release (id, exhibit, subject, party, recipient, key_under, wrapped_key,
                            secret_sha256, tree, released_at)
                        values (:id, :exhibit, :subject, :party, :recipient, :under, :key, :secret, :tree, :at)
                        """)
                .param("id", transfer)
                .param("exhibit", exhibit.id().value())
                .param("subject", to.subject())
                .param("party", to.party().value())
                .param("recipient", to.recipient())
                .param("under", content.under())
                .param("key", content.bytes())
                .param("secret", TransferKey.digestOf(key.secret()))
                .param("tree", tree.bytes())
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return new OfferedExhibit(
                transfer,
                offered.name(),
                offered.mediaType(),
                offered.size(),
                offered.sha256(),
                offered.root(),
                offered.address(),
                HexFormat.of().formatHex(SealedToReceiver.seal(key, ready.receiver(), offered.bound())),
                offered.conditions());
    }

    private ChunkTree tree(Exhibit exhibit, UUID transfer, TransferKey key) throws IOException {
        var chunks = new Chunks(exhibit.size());
        try (var open = reading.open(exhibit.id())) {
            return new SealingChunks(open::read, chunks, new ChunkCipher(key.content(), transfer, chunks)).tree();
        }
    }

    /** What a door needs to know. */
    record Door(UUID id, ExhibitId exhibit, Chunks chunks, byte[] contentKey) {}

    /** Empty for whoever doesn't prove to be the receiver, as if it were not there. */
    Optional<Door> door(UUID id, String secret) {
        return jdbc.sql("""
                        select release.exhibit, release.key_under, release.wrapped_key, release.secret_sha256, exhibit.size
                        from evidence.release join evidence.exhibit on exhibit.id = release.exhibit
                        where release.id = :id and release.tree is not null and exhibit.wrapped_key is not null
                        """)
                .param("id", id)
                .query((row, number) -> MessageDigest.isEqual(
                                row.getBytes("secret_sha256"), TransferKey.digestOf(secret))
                        ? Optional.of(new Door(
                                id,
                                new ExhibitId(row.getObject("exhibit", UUID.class)),
                                new Chunks(row.getLong("size")),
                                TransferKey.contentFrom(keys.unwrap(
                                        new WrappedKey(row.getInt("key_under"), row.getBytes("wrapped_key")), id))))
                        : Optional.<Door>empty())
                .optional()
                .flatMap(it -> it);
    }

    /** What was delivered to a party under that id; empty for any other party, and once it was destroyed. */
    public Optional<Exhibit> delivered(UUID id, PartyId party) {
        return jdbc.sql("""
                        select exhibit from evidence.release where id = :id and party = :party and tree is null
                        """)
                .param("id", id)
                .param("party", party.value())
                .query((row, number) -> new ExhibitId(row.getObject("exhibit", UUID.class)))
                .optional()
                .flatMap(exhibits::find)
                .filter(exhibit -> exhibit.standing().isReadable());
    }

    /** Writes a range of it as it is. */
    public void copy(UUID delivery, ExhibitId exhibit, long from, long count, OutputStream target) throws IOException {
        try (var open = reading.open(exhibit)) {
            for (long place = from; place < from + count; ) {
                long some = Math.min(NOTED_EVERY, from + count - place);
                open.copy(place, some, target);
                place += some;
                fetched(delivery, place);
            }
        }
    }

    /** The leaves of its hash tree, one behind the other. */
    byte[] tree(Door door) {
        return jdbc.sql("select tree from evidence.release where id = :id")
                .param("id", door.id())
                .query((row, number) -> row.getBytes("tree"))
                .single();
    }

    /** Writes a range of the sealed chunks, each made anew. */
    void copy(Door door, long from, long count, OutputStream target) throws IOException {
        var chunks = door.chunks();
        try (var open = reading.open(door.exhibit())) {
            var cipher = new ChunkCipher(door.contentKey(), door.id(), chunks);
            var sealing = new SealingChunks(open::read, chunks, cipher);
            try {
                sealing.copy(from, count, target);
            } finally {
                if (sealing.reached() > 0) {
                    fetched(door.id(), sealing.reached());
                }
            }
        }
    }

    private void fetched(UUID id, long place) {
        jdbc.sql("""
                        update evidence.release
                           set rate = case
                                   when fetched_at is null or :at - fetched_at > make_interval(secs => :quiet) then 0
                                   when :place > fetched and :at > fetched_at
                                       then ((:place - fetched) / extract(epoch from :at - fetched_at))::bigint
                                   else rate
                               end,
                               fetched = greatest(fetched, :place), fetched_at = :at
                         where id = :id
                        """)
                .param("id", id)
                .param("place", place)
                .param("at", clock.instant().atOffset(ZoneOffset.UTC))
                .param("quiet", Release.QUIET.toSeconds())
                .update();
    }

    /** Oldest first. @param subject of the matter in which they were released */
    public List<Release> of(String subject) {
        return jdbc.sql("""
                        select release.*, exhibit.mark, exhibit.size, exhibit.particulars ->> 'name' as name
                        from evidence.release join evidence.exhibit on exhibit.id = release.exhibit
                        where release.subject = :subject order by released_at, release.id
                        """)
                .param("subject", subject)
                .query((row, number) -> new Release(
                        row.getObject("id", UUID.class),
                        new ExhibitId(row.getObject("exhibit", UUID.class)),
                        row.getString("mark"),
                        row.getString("name"),
                        row.getString("recipient"),
                        row.getLong("size"),
                        row.getLong("fetched"),
                        row.getObject("fetched_at", OffsetDateTime.class) == null
                                        || quiet(row.getObject("fetched_at", OffsetDateTime.class)
                                                .toInstant())
                                ? 0
                                : row.getLong("rate"),
                        row.getObject("released_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getObject("fetched_at", OffsetDateTime.class))
                                .map(OffsetDateTime::toInstant)))
                .list();
    }

    private boolean quiet(Instant since) {
        return since.plus(Release.QUIET).isBefore(clock.instant());
    }

    /** Under which of the node's keys those of transfers are wrapped. */
    List<Integer> keysInUse() {
        return jdbc.sql("select distinct key_under from evidence.release where key_under is not null")
                .query((row, number) -> row.getInt("key_under"))
                .list();
    }
}
