package org.comity.node.journal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comity.ledger.Frontier;
import org.comity.ledger.Hash;
import org.comity.ledger.Subtree;
import org.comity.ledger.Subtrees;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The Merkle tree over the entries, as the database keeps it. */
@Repository
class Tree implements Subtrees {

    private final JdbcClient jdbc;

    Tree(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Frontier tip() {
        return jdbc.sql("select size, peaks from journal.tip")
                .query(Tree::frontier)
                .single();
    }

    /** Takes the journal's one lock, which the transaction holds until it ends. */
    Frontier lockTip() {
        return jdbc.sql("select size, peaks from journal.tip for update")
                .query(Tree::frontier)
                .single();
    }

    void grow(List<Frontier.Completed> completed, Frontier tip) {
        jdbc.sql("""
                insert into journal.node (level, index, hash)
                select * from unnest(:levels::smallint[], :indexes::bigint[], :hashes::bytea[])
                """)
                .param("levels", array(completed, each -> (short) each.subtree().level(), Short[]::new))
                .param("indexes", array(completed, each -> each.subtree().index(), Long[]::new))
                .param("hashes", array(completed, each -> each.hash().bytes(), byte[][]::new))
                .update();
        jdbc.sql("update journal.tip set size = :size, peaks = :peaks")
                .param("size", tip.size())
                .param("peaks", tip.peaks().stream().map(Hash::bytes).toArray(byte[][]::new))
                .update();
    }

    @Override
    public Hash hashOf(Subtree subtree) {
        return jdbc.sql("select hash from journal.node where level = :level and index = :index")
                .param("level", subtree.level())
                .param("index", subtree.index())
                .query((row, number) -> new Hash(row.getBytes("hash")))
                .optional()
                .orElseThrow(() -> new IllegalStateException("The journal's tree lacks the hash of " + subtree
                        + ". Restore the database from a backup that verifies."));
    }

    /** Hashes of one level from a place on, as many as there are; relies on the primary key. */
    List<Hash> level(int level, long from, int atMost) {
        return jdbc.sql("""
                        select hash from journal.node
                         where level = :level and index >= :from and index < :from + :atMost
                         order by index
                        """)
                .param("level", level)
                .param("from", from)
                .param("atMost", atMost)
                .query((row, number) -> new Hash(row.getBytes("hash")))
                .list();
    }

    /** The subtrees which the entries from one position up to another have completed. Relies on the primary key. */
    Map<Subtree, Hash> completedBetween(long from, long to) {
        return jdbc
                .sql("""
                        select node.level, node.index, node.hash
                          from generate_series(0, 62) as height
                          join journal.node
                            on node.level = height
                           and node.index >= :from::bigint >> height
                           and node.index < :to::bigint >> height
                        """)
                .param("from", from)
                .param("to", to)
                .query((row, number) -> new Frontier.Completed(
                        new Subtree(row.getInt("level"), row.getLong("index")), new Hash(row.getBytes("hash"))))
                .stream()
                .collect(Collectors.toMap(Frontier.Completed::subtree, Frontier.Completed::hash));
    }

    long nodes() {
        return jdbc.sql("select count(*) from journal.node").query(Long.class).single();
    }

    private static <T> T[] array(
            List<Frontier.Completed> completed,
            Function<Frontier.Completed, T> column,
            java.util.function.IntFunction<T[]> type) {
        return completed.stream().map(column).toArray(type);
    }

    private static Frontier frontier(ResultSet row, int number) throws SQLException {
        Array peaks = row.getArray("peaks");
        return new Frontier(
                row.getLong("size"),
                Arrays.stream((byte[][]) peaks.getArray()).map(Hash::new).toList());
    }
}
