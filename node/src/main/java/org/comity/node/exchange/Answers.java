package org.comity.node.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.directory.Fingerprint;
import org.comity.node.directory.PartyId;
import org.comity.node.exchange.ReceivedAnswer.Attached;
import org.comity.node.exchange.ReceivedAnswer.Settled;
import org.comity.node.exchange.mail.Opened;
import org.comity.node.frame.Noted;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What came from organisations without a node: filed, set aside, or waiting in the tray for a person. */
@Repository
@Transactional
public class Answers {

    private static final String COLUMNS = """
            select id, came_at, came_by, sender, subject, sealed, signature, signer, text, trouble, suggestion,
                   party, message_id, conversation, settled_at, settled_by, set_aside_for
              from exchange.answer
            """;

    private final JdbcClient database;

    Answers(JdbcClient database) {
        this.database = database;
    }

    /** What was taken in, before anyone says what it answers. */
    record Fresh(
            UUID id,
            String once,
            Optional<String> mailId,
            Instant cameAt,
            String cameBy,
            String sender,
            String subject,
            Opened opened,
            Optional<Noted> trouble,
            byte[] raw,
            Optional<MessageId> suggestion) {}

    /** Waiting for a person, oldest first. */
    @Transactional(readOnly = true)
    public List<ReceivedAnswer> tray() {
        return database.sql(COLUMNS + """
                         where settled_at is null  -- answer_in_tray
                         order by came_at, id
                        """).query(this::answer).list();
    }

    @Transactional(readOnly = true)
    public int inTray() {
        return database.sql("select count(*) from exchange.answer where settled_at is null  -- answer_in_tray")
                .query(Integer.class)
                .single();
    }

    /** Filed or set aside, newest first. */
    @Transactional(readOnly = true)
    public List<ReceivedAnswer> settled(int most) {
        return database.sql(COLUMNS + """
                         where settled_at is not null
                         order by settled_at desc, id
                         limit :most
                        """)
                .param("most", most)
                .query(this::answer)
                .list();
    }

    /** Filed in a matter, in the order in which they came. */
    @Transactional(readOnly = true)
    public List<ReceivedAnswer> inConversation(UUID conversation) {
        return database.sql(COLUMNS + """
                         where conversation = :conversation  -- answer_by_conversation
                         order by came_at, id
                        """)
                .param("conversation", conversation)
                .query(this::answer)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<ReceivedAnswer> find(UUID id) {
        return database.sql(COLUMNS + " where id = :id")
                .param("id", id)
                .query(this::answer)
                .optional();
    }

    /** The answer, which the caller knows to be there. */
    @Transactional(readOnly = true)
    public ReceivedAnswer require(UUID id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("There is no answer " + id + "."));
    }

    /** All documents that came with it. */
    @Transactional(readOnly = true)
    public List<Enclosure> enclosures(UUID id) {
        return database.sql("""
                        select name, content_type, content from exchange.answer_enclosure where answer = :id order by number
                        """)
                .param("id", id)
                .query((row, number) ->
                        new Enclosure(row.getString("name"), row.getString("content_type"), row.getBytes("content")))
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Enclosure> enclosure(UUID id, int number) {
        List<Enclosure> all = enclosures(id);
        return number >= 1 && number <= all.size() ? Optional.of(all.get(number - 1)) : Optional.empty();
    }

    /** Exactly what came. */
    @Transactional(readOnly = true)
    public Optional<byte[]> raw(UUID id) {
        return database.sql("select raw from exchange.answer where id = :id")
                .param("id", id)
                .query(byte[].class)
                .optional();
    }

    /** Returns the one that is there already, if the same came before. */
    Optional<UUID> add(Fresh fresh) {
        int added = database.sql("""
                        insert into exchange.answer
                               (id, once, mail_id, came_at, came_by, sender, subject, sealed, signature, signer, text,
                                trouble, raw, suggestion)
                        values (:id, :once, :mailId, :cameAt, :cameBy, :sender, :subject, :sealed, :signature, :signer,
                                :text, :trouble, :raw, :suggestion)
                        on conflict (once) do nothing
                        """)
                .param("id", fresh.id())
                .param("once", fresh.once())
                .param("mailId", fresh.mailId().orElse(null))
                .param("cameAt", fresh.cameAt().atOffset(ZoneOffset.UTC))
                .param("cameBy", fresh.cameBy())
                .param("sender", fresh.sender())
                .param("subject", fresh.subject())
                .param("sealed", fresh.opened().sealed())
                .param("signature", fresh.opened().signature().token())
                .param("signer", fresh.opened().signer().map(Fingerprint::hex).orElse(null))
                .param("text", fresh.opened().content().text().replace("\0", ""))
                .param("trouble", fresh.trouble().map(Noted::stored).orElse(null))
                .param("raw", fresh.raw())
                .param("suggestion", fresh.suggestion().map(MessageId::value).orElse(null))
                .update();
        if (added == 0) {
            return database.sql("select id from exchange.answer where once = :once")
                    .param("once", fresh.once())
                    .query(UUID.class)
                    .optional();
        }
        List<Enclosure> enclosures = fresh.opened().content().enclosures();
        for (int number = 1; number <= enclosures.size(); number++) {
            Enclosure enclosure = enclosures.get(number - 1);
            database.sql("""
                            insert into exchange.answer_enclosure (answer, number, name, content_type, content)
                            values (:id, :number, :name, :type, :content)
                            """)
                    .param("id", fresh.id())
                    .param("number", number)
                    .param("name", enclosure.name())
                    .param("type", enclosure.type())
                    .param("content", enclosure.content())
                    .update();
        }
        return Optional.empty();
    }

    /** Returns false when somebody settled it meanwhile. */
    boolean file(UUID id, MessageId message, PartyId party, UUID conversation, String by, Instant at) {
        return database.sql("""
                                update exchange.answer
                                   set message_id = :message, party = :party, conversation = :conversation,
                                       settled_at = :at, settled_by = :by
                                 where id = :id and settled_at is null
                                """)
                        .param("id", id)
                        .param("message", message.value())
                        .param("party", party.value())
                        .param("conversation", conversation)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .update()
                == 1;
    }

    /** Returns false when somebody settled it meanwhile. */
    boolean setAside(UUID id, String because, String by, Instant at) {
        return database.sql("""
                                update exchange.answer
                                   set set_aside_for = :because, settled_at = :at, settled_by = :by
                                 where id = :id and settled_at is null
                                """)
                        .param("id", id)
                        .param("because", because)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("by", by)
                        .update()
                == 1;
    }

    /** Puts what was set aside back into the tray; what was filed stays where it is. */
    boolean takeBack(UUID id) {
        return database.sql("""
                                update exchange.answer
                                   set set_aside_for = null, settled_at = null, settled_by = null
                                 where id = :id and set_aside_for is not null
                                """).param("id", id).update() == 1;
    }

    private ReceivedAnswer answer(ResultSet row, int number) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new ReceivedAnswer(
                id,
                row.getObject("came_at", OffsetDateTime.class).toInstant(),
                row.getString("came_by"),
                row.getString("sender"),
                row.getString("subject"),
                row.getBoolean("sealed"),
                SignatureCheck.of(row.getString("signature")),
                Optional.ofNullable(row.getString("signer")).map(Fingerprint::new),
                row.getString("text"),
                attached(id),
                Optional.ofNullable(row.getString("trouble")).map(Noted::read),
                Optional.ofNullable(row.getString("suggestion")).map(MessageId::new),
                settled(row));
    }

    private static Optional<Settled> settled(ResultSet row) throws SQLException {
        OffsetDateTime at = row.getObject("settled_at", OffsetDateTime.class);
        if (at == null) {
            return Optional.empty();
        }
        String by = row.getString("settled_by");
        String because = row.getString("set_aside_for");
        return Optional.of(
                because == null
                        ? new Settled.Filed(
                                at.toInstant(),
                                by,
                                new MessageId(row.getString("message_id")),
                                row.getObject("conversation", UUID.class),
                                new PartyId(row.getString("party")))
                        : new Settled.SetAside(at.toInstant(), by, because));
    }

    private List<Attached> attached(UUID id) {
        return database.sql("""
                        select number, name, content_type, length(content) as bytes
                          from exchange.answer_enclosure
                         where answer = :id
                         order by number
                        """)
                .param("id", id)
                .query((row, number) -> new Attached(
                        row.getInt("number"),
                        row.getString("name"),
                        row.getString("content_type"),
                        row.getLong("bytes")))
                .list();
    }
}
