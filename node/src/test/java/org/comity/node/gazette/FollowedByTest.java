package org.comity.node.gazette;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.comity.ledger.FolderTileStore;
import org.comity.ledger.Log;
import org.comity.ledger.MemoryTileStore;
import org.comity.ledger.Mirror;
import org.comity.ledger.NoteKey;
import org.comity.ledger.NoteSigner;
import org.comity.node.directory.OwnNode;
import org.comity.node.directory.PartyId;
import org.comity.node.directory.Peers;
import org.comity.node.directory.SampleNodes;
import org.comity.node.gazette.LookingAtGazettes.Outcome;
import org.comity.node.journal.Origin;
import org.comity.node.journal.OtherJournal;
import org.comity.node.settings.FreePort;
import org.comity.node.time.WallTime;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** Another node's gazette, whose log a test keeps as any web server might: a peer of the node under test. */
public final class FollowedByTest {

    final OwnNode node;
    final NoteSigner signer;
    Log log;
    private MemoryTileStore tiles = new MemoryTileStore();
    private final ApplicationContext reader;

    private FollowedByTest(OwnNode node, ApplicationContext reader) throws Exception {
        this.node = node;
        this.reader = reader;
        this.signer = NoteSigner.of(
                Origin.ofGazette(node.url()), node.keys().rootCertificate().getPublicKey(), node.keys()::signAsRoot);
        this.log = Log.open(tiles, signer.key().name(), signer);
    }

    /** @param reader the node that has it in its directory from now on */
    public static FollowedByTest publisher(String party, ApplicationContext reader) throws Exception {
        var publisher = new FollowedByTest(SampleNodes.contactPoint(party, FreePort.any(), WallTime.clock()), reader);
        reader.getBean(TransactionTemplate.class)
                .executeWithoutResult(status -> reader.getBean(Peers.class).add(publisher.node.card(), "test"));
        return publisher;
    }

    public PartyId party() {
        return node.party();
    }

    Announcement says(AnnouncementKind kind, String title, Map<String, Object> content) throws Exception {
        return says(kind.token(), title, content);
    }

    public Announcement says(String kind, String title, Map<String, Object> content) throws Exception {
        return says(new Announcement(
                UUID.randomUUID(), kind, party().value(), Instant.parse("2026-11-22T20:00:00Z"), title, content));
    }

    Announcement says(Announcement announcement) throws Exception {
        log.append(announcement.signedBy(signer).bytes());
        return announcement;
    }

    /** As the command for mirrors does, for a web server that hands out plain files. */
    Mirror.Copied mirroredIn(Path folder) throws Exception {
        try (var copy = FolderTileStore.open(folder)) {
            return new Mirror(tiles, copy, signer.key().name(), signer.key()).update();
        }
    }

    void losesItsLog() throws Exception {
        tiles = new MemoryTileStore();
        log = Log.open(tiles, signer.key().name(), signer);
    }

    public Outcome read() {
        NoteKey key = signer.key();
        return reader.getBean(LookingAtGazettes.class)
                .look(
                        reader.getBean(ReadingGazettes.class).followed(party()).orElseThrow(),
                        new OtherJournal(party().value(), key, key, URI.create("http://127.0.0.1/")),
                        tiles);
    }

    Received received(Announcement announcement) {
        return reader.getBean(ReadingGazettes.class)
                .find(party(), announcement.id())
                .orElseThrow();
    }
}
