package org.comity.node.journal;

import java.io.ByteArrayOutputStream;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.comity.ledger.Frontier;
import org.comity.ledger.Hash;
import org.comity.ledger.Resource;
import org.comity.ledger.Subtree;
import org.comity.ledger.Subtrees;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A Merkle tree as the database keeps it: the hashes of its full subtrees in {@code node}, its right edge in {@code tip}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9162#section-2.1">RFC 9162, section 2.1</a>
 */
public class StoredTree implements Subtrees {

    private final JdbcClient jdbc;
    private final String schema;

    /** @param schema of the room that keeps the tree; it has both tables */
    public StoredTree(JdbcClient jdbc, String schema) {
        if (!schema.matches("[a-z]+")) {
            throw new IllegalArgumentException("No schema is called \"" + schema + "\".");
        }
        this.jdbc = jdbc;
        this.schema = schema;
    }

    private JdbcClient.StatementSpec sql(String statement) {
        return jdbc.sql(statement.formatted(schema));
    }

    public Frontier tip() {
        return sql("select size, peaks from %s.tip").query(StoredTree::frontier).single();
    }

    /** Takes the tree's one lock, which the transaction holds until it ends. */
    public Frontier lockTip() {
        return sql("select size, peaks from %s.tip for update")
                .query(StoredTree::frontier)
                .single();
    }

    /** Keeps what entries completed, and the edge after them; the lock is held. */
    public void grow(List<Frontier.Completed> completed, Frontier tip) {
        sql("""
                insert into %s.node (level, index, hash)
                select * from unnest(:levels::smallint[], :indexes::bigint[], :hashes::bytea[])
                """)
                .param("levels", array(completed, each -> (short) each.subtree().level(), Short[]::new))
                .param("indexes", array(completed, each -> each.subtree().index(), Long[]::new))
                .param("hashes", array(completed, each -> each.hash().bytes(), byte[][]::new))
                .update();
        sql("update %s.tip set size = :size, peaks = :peaks")
                .param("size", tip.size())
                .param("peaks", tip.peaks().stream().map(Hash::bytes).toArray(byte[][]::new))
                .update();
    }

    @Override
    public Hash hashOf(Subtree subtree) {
        return sql("select hash from %s.node where level = :level and index = :index")
                .param("level", subtree.level())
                .param("index", subtree.index())
                .query((row, number) -> new Hash(row.getBytes("hash")))
                .optional()
                .orElseThrow(() -> new IllegalStateException("The tree of " + schema + " lacks the hash of " + subtree
                        + ". Restore the database from a backup that verifies."));
    }

    /** The bytes of a tile, if all its hashes are there (c2sp.org/tlog-tiles). */
    public Optional<byte[]> tile(Resource.HashTile tile) {
        int height = tile.level() * Resource.HEIGHT;
        if (height > 62 || tile.index() > Long.MAX_VALUE >> Resource.HEIGHT + 1) {
            return Optional.empty();
        }
        List<Hash> hashes = level(height, tile.index() * Resource.WIDTH, tile.width());
        if (hashes.size() < tile.width()) {
            return Optional.empty();
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        hashes.forEach(hash -> content.writeBytes(hash.bytes()));
        return Optional.of(content.toByteArray());
    }

    /** Hashes of one level from a place on, as many as there are; relies on the primary key. */
    List<Hash> level(int level, long from, int atMost) {
        return sql("""
                        select hash from %s.node
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
        return sql("""
                        select node.level, node.index, node.hash
                          from generate_series(0, 62) as height
                          join %s.node
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
        return sql("select count(*) from %s.node").query(Long.class).single();
    }

    private static <T> T[] array(
            List<Frontier.Completed> completed, Function<Frontier.Completed, T> column, IntFunction<T[]> type) {
        return completed.stream().map(column).toArray(type);
    }

    private static Frontier frontier(ResultSet row, int number) throws SQLException {
        Array peaks = row.getArray("peaks");
        return new Frontier(
                row.getLong("size"),
                Arrays.stream((byte[][]) peaks.getArray()).map(Hash::new).toList());
    }
}
