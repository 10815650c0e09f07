package org.comity.node.gazette;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.comity.ledger.Checkpoint;
import org.comity.ledger.Frontier;
import org.comity.ledger.Hash;
import org.comity.ledger.NoteSigner;
import org.comity.ledger.SignedNote;
import org.comity.node.directory.OwnNode;
import org.comity.node.frame.Said;
import org.comity.node.journal.JournalKey;
import org.comity.node.journal.Origin;
import org.comity.node.journal.StoredTree;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What this node publishes. An announcement is written in the transaction of the step that it tells of: nothing is announced
 * that did not happen, and what happened is announced once.
 */
@Service
@Transactional
public class OwnGazette {

    static final String SCHEMA = "gazette";

    private static final String COLUMNS = """
            select entry.position, entry.note, entry.by, entry.revoked_by from gazette.entry
            """;

    private final JdbcClient jdbc;
    private final StoredTree tree;
    private final OwnNode own;
    private final JournalKey key;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OwnGazette(JdbcClient jdbc, OwnNode own, JournalKey key, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.tree = new StoredTree(jdbc, SCHEMA);
        this.own = own;
        this.key = key;
        this.events = events;
        this.clock = clock;
    }

    /** Under which name the gazette signs. */
    public String origin() {
        return Origin.ofGazette(own.url());
    }

    public long size() {
        return tree.tip().size();
    }

    /**
     * Publishes, for good: what is wrong later is taken back by another announcement.
     *
     * @param about what of this node it tells of, such as {@code law-change:…}; empty if it speaks for itself
     * @param by the person, or {@code node}
     * @throws GazetteRefused if it is larger than an entry of a tiled log may be
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Published publish(
            AnnouncementKind kind, String about, String title, Map<String, Object> content, String by) {
        return append(kind, about, title, content, by);
    }

    /** Takes an announcement back; it stays in the log, and so does what was said of it. */
    public Published revoke(long position, String why, String by) {
        Published target =
                find(position).orElseThrow(() -> new GazetteRefused("position", Said.of("gazette.refused.absent")));
        if (target.revokedBy().isPresent()
                || target.announcement().kind().equals(AnnouncementKind.REVOCATION.token())) {
            throw new GazetteRefused("position", Said.of("gazette.refused.revoked"));
        }
        if (why.isBlank()) {
            throw new GazetteRefused("why", Said.of("gazette.refused.why"));
        }
        Published revocation = append(
                AnnouncementKind.REVOCATION,
                "",
                target.announcement().title(),
                Map.of("revokes", target.announcement().id().toString(), "why", why.strip()),
                by);
        jdbc.sql("update gazette.entry set revoked_by = :by where position = :position")
                .param("by", revocation.position())
                .param("position", position)
                .update();
        return revocation;
    }

    private Published append(
            AnnouncementKind kind, String about, String title, Map<String, Object> content, String by) {
        Announcement announcement = new Announcement(
                UUID.randomUUID(),
                kind.token(),
                own.party().value(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                title.strip().length() > Announcement.LONGEST_TITLE
                        ? title.strip().substring(0, Announcement.LONGEST_TITLE)
                        : title,
                content);
        SignedNote note = announcement.signedBy(NoteSigner.of(origin(), key.publicKey(), key::sign));
        if (note.bytes().length > Announcement.MOST_BYTES) {
            throw new GazetteRefused("text", Said.of("gazette.refused.long", Announcement.MOST_BYTES / 1000));
        }
        Frontier tip = tree.lockTip();
        Published published = new Published(tip.size(), announcement, note.toString(), by, Optional.empty());
        jdbc.sql("""
                insert into gazette.entry (position, id, kind, about, note, by, published_at)
                values (:position, :id, :kind, :about, :note, :by, :at)
                """)
                .param("position", published.position())
                .param("id", announcement.id())
                .param("kind", announcement.kind())
                .param("about", about)
                .param("note", published.note())
                .param("by", by)
                .param("at", announcement.at().atOffset(ZoneOffset.UTC))
                .update();
        Frontier.Growth growth = tip.append(Hash.ofLeaf(note.bytes()));
        tree.grow(growth.completed(), growth.frontier());
        events.publishEvent(new AnnouncementPublished(published));
        return published;
    }

    @Transactional(readOnly = true)
    public Optional<Published> find(long position) {
        return jdbc.sql(COLUMNS + " where position = :position")
                .param("position", position)
                .query(OwnGazette::read)
                .optional();
    }

    @Transactional(readOnly = true)
    public Optional<Published> find(UUID id) {
        return jdbc.sql(COLUMNS + " where id = :id")
                .param("id", id)
                .query(OwnGazette::read)
                .optional();
    }

    /** What was announced about something and not taken back, newest first. */
    @Transactional(readOnly = true)
    public List<Published> standingAbout(String about) {
        return jdbc.sql(COLUMNS + " where about = :about and revoked_by is null order by position desc")
                .param("about", about)
                .query(OwnGazette::read)
                .list();
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Published> page(int page, int size) {
        return jdbc.sql(COLUMNS + " order by position desc limit :size offset :skip")
                .param("size", size)
                .param("skip", (long) (page - 1) * size)
                .query(OwnGazette::read)
                .list();
    }

    /** What the gazette is now, signed. */
    public SignedNote checkpoint() {
        Frontier tip = tree.tip();
        return Checkpoint.of(origin(), tip.size(), tip.root())
                .signedBy(NoteSigner.of(origin(), key.publicKey(), key::sign));
    }

    StoredTree tree() {
        return tree;
    }

    /** The bytes that were hashed, from one place on. */
    List<byte[]> entries(long from, int atMost) {
        List<byte[]> entries = new ArrayList<>();
        jdbc.sql("select note from gazette.entry where position >= :from order by position limit :atMost")
                .param("from", from)
                .param("atMost", atMost)
                .query((row, number) -> row.getString("note"))
                .list()
                .forEach(note -> entries.add(note.getBytes(StandardCharsets.UTF_8)));
        return entries;
    }

    private static Published read(ResultSet row, int number) throws SQLException {
        String note = row.getString("note");
        return new Published(
                row.getLong("position"),
                Announcement.read(SignedNote.parse(note).text()),
                note,
                row.getString("by"),
                Optional.ofNullable(row.getObject("revoked_by", Long.class)));
    }
}
