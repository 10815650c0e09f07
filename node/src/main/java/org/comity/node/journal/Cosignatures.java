package org.comity.node.journal;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.comity.ledger.Checkpoint;
import org.comity.ledger.Hash;
import org.comity.ledger.InvalidNote;
import org.comity.ledger.NoteKey;
import org.comity.ledger.SignedNote;
import org.comity.ledger.Witness;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Checkpoints of this journal that others cosigned. */
@Repository
public class Cosignatures {

    private final JdbcClient jdbc;
    private final Clock clock;

    Cosignatures(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Keeps what a witness answered.
     *
     * @throws InvalidNote if none of the lines is that witness's signature of this checkpoint
     */
    @Transactional
    public void keep(OtherJournal by, SignedNote note, List<SignedNote.Line> lines) {
        SignedNote cosigned = note;
        for (SignedNote.Line line : lines) {
            cosigned = cosigned.with(line);
        }
        NoteKey witness = by.witness();
        Instant at = Witness.cosignedAt(cosigned, witness)
                .orElseThrow(() -> new InvalidNote("no cosignature by " + witness.name()));
        SignedNote.Line line = lines.stream()
                .filter(each -> each.name().equals(witness.name()) && each.keyId() == witness.id())
                .findFirst()
                .orElseThrow();
        jdbc.sql("""
                insert into journal.cosignature (witness, party, size, root, cosigned_at, kept_at, line)
                values (:witness, :party, :size, :root, :at, :now, :line)
                on conflict (witness, size) do nothing
                """)
                .param("witness", witness.toString())
                .param("party", by.party())
                .param("size", Checkpoint.parse(note.text()).size())
                .param("root", Checkpoint.parse(note.text()).root().bytes())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("line", line.toString())
                .update();
    }

    /** Size of the checkpoint that this witness cosigned last; 0 if none. */
    public long lastBy(NoteKey witness) {
        return jdbc.sql("select coalesce(max(size), 0) from journal.cosignature where witness = :witness")
                .param("witness", witness.toString())
                .query(Long.class)
                .single();
    }

    /** The last of each witness, newest first. */
    public List<Witnessed> last() {
        return jdbc
                .sql("""
                        select distinct on (witness) party, witness, size, root, cosigned_at
                          from journal.cosignature
                         order by witness, size desc
                        """)
                .query((row, number) -> new Witnessed(
                        row.getString("party"),
                        NoteKey.parse(row.getString("witness")),
                        row.getLong("size"),
                        new Hash(row.getBytes("root")),
                        row.getObject("cosigned_at", OffsetDateTime.class).toInstant()))
                .list()
                .stream()
                .sorted((one, other) -> other.at().compareTo(one.at()))
                .toList();
    }

    /** The smallest cosigned size that holds an entry: the earliest that others can say they knew of it. */
    Optional<Long> firstCovering(long position) {
        return jdbc.sql("select min(size) from journal.cosignature where size > :position")
                .param("position", position)
                .query(Long.class)
                .optional();
    }

    /** The same for one witness. */
    Optional<Long> firstCovering(long position, NoteKey witness) {
        return jdbc.sql("select min(size) from journal.cosignature where size > :position and witness = :witness")
                .param("position", position)
                .param("witness", witness.toString())
                .query(Long.class)
                .optional();
    }

    /** Those who cosigned at this size, and their lines. */
    List<Line> at(long size) {
        return jdbc.sql(
                        "select witness, line from journal.cosignature where size = :size order by cosigned_at, witness")
                .param("size", size)
                .query((row, number) ->
                        new Line(NoteKey.parse(row.getString("witness")), SignedNote.Line.parse(row.getString("line"))))
                .list();
    }

    record Line(NoteKey witness, SignedNote.Line line) {}
}
