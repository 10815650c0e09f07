package org.comity.node.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.directory.PartyId;
import org.comity.node.exchange.packet.Packet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The packets that were made here and taken in here. */
@Repository
@Transactional
public class Packets {

    private static final String COLUMNS = """
            select id, direction, party, made_at, handled_at, handled_by, answers, messages, answer
              from exchange.packet
            """;

    private final JdbcClient database;

    Packets(JdbcClient database) {
        this.database = database;
    }

    /**
     * A packet as it is kept.
     *
     * @param out made here; else taken in here
     * @param party the other side
     * @param bringsAnswers receipts and refusals, not messages
     * @param answer the packet to carry back, for one that came in with messages
     */
    public record Kept(
            UUID id,
            boolean out,
            PartyId party,
            Instant madeAt,
            Instant handledAt,
            String handledBy,
            boolean bringsAnswers,
            int messages,
            Optional<UUID> answer) {

        /** What the file is called. */
        public String fileName() {
            return party + "-" + id.toString().substring(0, 8) + (bringsAnswers ? "-receipts" : "") + ".comity-packet";
        }
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Kept> latest(int most) {
        return database.sql(COLUMNS + """
                         order by handled_at desc, id  -- packet_by_time
                         limit :most
                        """)
                .param("most", most)
                .query(Packets::kept)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Kept> find(UUID id) {
        return database.sql(COLUMNS + " where id = :id")
                .param("id", id)
                .query(Packets::kept)
                .optional();
    }

    /** The file again, exactly. */
    @Transactional(readOnly = true)
    public Optional<byte[]> file(UUID id) {
        return database.sql("select file from exchange.packet where id = :id")
                .param("id", id)
                .query(byte[].class)
                .optional();
    }

    /** What the sender's journal was in the packet before this one, by when they were made. */
    @Transactional(readOnly = true)
    Optional<String> checkpointBefore(Packet packet) {
        return database.sql("""
                        select checkpoint
                          from exchange.packet
                         where direction = 'in' and party = :party and made_at < :madeAt and id <> :id
                         order by made_at desc
                         limit 1
                        """)
                .param("party", packet.from().value())
                .param("madeAt", packet.madeAt().atOffset(ZoneOffset.UTC))
                .param("id", packet.id())
                .query(String.class)
                .optional();
    }

    Kept made(Packet packet, byte[] file, String by, Instant now) {
        return keep(packet, "out", packet.to(), file, by, now, Optional.empty());
    }

    Kept taken(Packet packet, byte[] file, String by, Instant now, Optional<UUID> answer) {
        return keep(packet, "in", packet.from(), file, by, now, answer);
    }

    private Kept keep(
            Packet packet,
            String direction,
            PartyId party,
            byte[] file,
            String by,
            Instant now,
            Optional<UUID> answer) {
        database.sql("""
                        insert into exchange.packet
                               (id, direction, party, made_at, handled_at, handled_by, answers, messages, file, answer,
                                checkpoint)
                        values (:id, :direction, :party, :madeAt, :now, :by, :answers, :messages, :file, :answer,
                                :checkpoint)
                        """)
                .param("id", packet.id())
                .param("direction", direction)
                .param("party", party.value())
                .param("madeAt", packet.madeAt().atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("answers", packet.bringsAnswers())
                .param("messages", packet.messages().size() + packet.answers().size())
                .param("file", file)
                .param("answer", answer.orElse(null))
                .param("checkpoint", packet.checkpoint())
                .update();
        return find(packet.id()).orElseThrow();
    }

    private static Kept kept(ResultSet row, int number) throws SQLException {
        return new Kept(
                row.getObject("id", UUID.class),
                row.getString("direction").equals("out"),
                new PartyId(row.getString("party")),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getObject("handled_at", OffsetDateTime.class).toInstant(),
                row.getString("handled_by"),
                row.getBoolean("answers"),
                row.getInt("messages"),
                Optional.ofNullable(row.getObject("answer", UUID.class)));
    }
}
