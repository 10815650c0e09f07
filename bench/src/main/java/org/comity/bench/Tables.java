package org.comity.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.comity.node.database.DatabaseAddress;
import org.comity.node.database.EmbeddedPostgres;
import org.jspecify.annotations.Nullable;

/** The same rows in PostgreSQL, the one that a node starts, over one connection on the same machine. */
final class Tables implements AutoCloseable {

    private static final String BOUND = """
            select t.instrument, t.state
              from treaty i
              join tie t on t.instrument = i.id
             where i.in_force <= ?
               and coalesce(i.applies_from <= ?, true)
               and t.consented
               and coalesce(t.bound_until >= ?, true)
               and case when t.entry_into_force is not null then t.entry_into_force <= ?
                        else coalesce(t.deposit <= ?, true) and t.as_of <= ? end
            """;
    private static final int DAYS_IN_BOUND = 6;

    private final Path home;
    private final EmbeddedPostgres server;
    private final Connection connection;
    private final PreparedStatement bound;
    private final PreparedStatement bothBound;

    Tables(Ties ties) throws IOException, SQLException {
        home = Files.createTempDirectory("comity-bench-postgres-");
        server = EmbeddedPostgres.start(home);
        DatabaseAddress address = server.create("bench");
        connection = DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
        fill(ties);
        bound = connection.prepareStatement(BOUND);
        bothBound = connection.prepareStatement("with bound as materialized (" + BOUND + ") "
                + "select a.instrument, a.state, b.state from bound a "
                + "join bound b on b.instrument = a.instrument and b.state <> a.state");
    }

    private void fill(Ties ties) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("create table treaty (id text primary key, in_force bigint, applies_from bigint)");
            statement.execute("""
                    create table tie (
                        state text, instrument text references treaty, consented boolean not null, deposit bigint,
                        entry_into_force bigint, bound_until bigint, as_of bigint not null,
                        primary key (instrument, state))
                    """);
        }
        try (var insert = connection.prepareStatement("insert into treaty values (?, ?, ?)")) {
            for (Ties.Treaty treaty : ties.treaties()) {
                set(insert, treaty.id(), treaty.inForce(), treaty.appliesFrom());
                insert.executeUpdate();
            }
        }
        try (var insert = connection.prepareStatement("insert into tie values (?, ?, ?, ?, ?, ?, ?)")) {
            for (Ties.Tie tie : ties.ties()) {
                set(
                        insert,
                        tie.state(),
                        tie.instrument(),
                        tie.consented(),
                        tie.deposit(),
                        tie.entryIntoForce(),
                        tie.boundUntil(),
                        tie.asOf());
                insert.executeUpdate();
            }
        }
        try (var statement = connection.createStatement()) {
            statement.execute("analyze");
        }
    }

    private static void set(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value == null) {
                statement.setNull(i + 1, Types.BIGINT);
            } else {
                statement.setObject(i + 1, value);
            }
        }
    }

    Set<Object> bound(long day) throws SQLException {
        Set<Object> found = new HashSet<>();
        try (ResultSet rows = ask(bound, day)) {
            while (rows.next()) {
                found.add(new Ties.Bound(rows.getString(1), rows.getString(2)));
            }
        }
        return found;
    }

    Set<Object> bothBound(long day) throws SQLException {
        Set<Object> found = new HashSet<>();
        try (ResultSet rows = ask(bothBound, day)) {
            while (rows.next()) {
                found.add(new Ties.BothBound(rows.getString(1), rows.getString(2), rows.getString(3)));
            }
        }
        return found;
    }

    private static ResultSet ask(PreparedStatement statement, long day) throws SQLException {
        for (int i = 1; i <= DAYS_IN_BOUND; i++) {
            statement.setLong(i, day);
        }
        return statement.executeQuery();
    }

    @Override
    public void close() throws SQLException, IOException {
        connection.close();
        server.close();
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : List.copyOf(files.sorted(Comparator.reverseOrder()).toList())) {
                Files.delete(file);
            }
        }
    }
}
