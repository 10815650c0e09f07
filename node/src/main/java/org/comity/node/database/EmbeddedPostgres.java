package org.comity.node.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.comity.node.settings.FreePort;
import org.comity.node.settings.HomeFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL server that belongs to one home folder: loopback only, on a port chosen at each start, with a
 * password that never leaves the folder.
 *
 * <p>What survives what: a committed row survives {@code kill -9} of this process, of the server, or of both (fsync is
 * on, as PostgreSQL has it). If the server dies, it is started again on the same port. If this process dies, the server
 * follows within a moment, because its guard reads the end of a pipe; should it still live at the next start, it is
 * stopped first.
 */
public final class EmbeddedPostgres implements Database {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration WATCH_INTERVAL = Duration.ofMillis(500);
    private static final int ATTEMPTS = 5;

    /** Small: one node is one office. The pool of the application and the tools beside it stay far below 40. */
    private static final Map<String, String> SETTINGS = Map.of(
            "listen_addresses", "127.0.0.1",
            "unix_socket_directories", "",
            "max_connections", "40",
            "shared_buffers", "32MB",
            "io_method", "sync",
            "jit", "off",
            "max_logical_replication_workers", "0",
            "timezone", "UTC",
            "log_timezone", "UTC",
            "log_checkpoints", "off");

    private final Cluster cluster;
    private final PostgresBinaries binaries;
    private final HomeLock lock;
    private final Map<String, String> settings;

    /** Guarded by this; null before the first start and after closing. */
    private @Nullable GuardedServer server;

    private boolean closed;

    private EmbeddedPostgres(Cluster cluster, PostgresBinaries binaries, HomeLock lock, Map<String, String> settings) {
        this.cluster = cluster;
        this.binaries = binaries;
        this.lock = lock;
        this.settings = settings;
    }

    /** Throws {@link HomeInUse} if another process has a server on this home, {@link DatabaseUnavailable} otherwise. */
    public static EmbeddedPostgres start(Path home) {
        return start(home, Map.of());
    }

    /** As {@link #start(Path)}, with PostgreSQL settings that replace ours. */
    public static EmbeddedPostgres start(Path home, Map<String, String> settings) {
        try {
            var real = HomeFile.folder(home);
            var lock = HomeLock.take(real, Cluster.folderIn(real).resolve("lock"));
            try {
                var binaries = PostgresBinaries.unpacked(real);
                var all = new LinkedHashMap<>(SETTINGS);
                all.putAll(settings);
                var durable = !"off".equals(all.get("fsync"));
                var postgres = new EmbeddedPostgres(Cluster.prepared(real, binaries, durable), binaries, lock, all);
                postgres.launch(FreePort.any());
                postgres.create(Database.NAME);
                Thread.ofVirtual().name("database-watch").start(postgres::watch);
                return postgres;
            } catch (IOException | RuntimeException failed) {
                lock.close();
                throw failed;
            }
        } catch (IOException failed) {
            throw new DatabaseUnavailable("The database of %s cannot start: %s".formatted(home, failed), failed);
        }
    }

    /** Waits for a node that is just starting. */
    static DatabaseAddress addressOfRunning(Path home) {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        do {
            try {
                var data = Cluster.dataOf(home);
                var postmaster = Postmaster.recordedIn(data).filter(it -> it.ready() && it.aliveOn(data));
                if (postmaster.isPresent()) {
                    return address(postmaster.get().port(), Database.NAME, Cluster.passwordOf(home));
                }
            } catch (IOException notYet) {
                // the node is still making its cluster
            }
            pause();
        } while (System.nanoTime() < deadline);
        throw new DatabaseUnavailable("A node holds %s, but its database does not answer.".formatted(home));
    }

    @Override
    public DatabaseAddress address() {
        return address(Database.NAME);
    }

    /** A further database on this server, made if it is not there. */
    public DatabaseAddress create(String database) {
        var administration = address("postgres");
        try (var connection = DriverManager.getConnection(
                        administration.jdbcUrl(), administration.user(), administration.password());
                var exists = connection.prepareStatement("select 1 from pg_database where datname = ?");
                var statement = connection.createStatement()) {
            exists.setString(1, database);
            if (!exists.executeQuery().next()) {
                statement.execute("create database " + statement.enquoteIdentifier(database, true));
            }
            return address(database);
        } catch (SQLException failed) {
            throw new DatabaseUnavailable("The database %s cannot be made.".formatted(database), failed);
        }
    }

    /** The server's process number, for those who watch it. */
    public synchronized long pid() {
        return running().pid();
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (server != null) {
            server.stop(PATIENCE);
        }
        lock.close();
    }

    private synchronized DatabaseAddress address(String database) {
        return address(running().port(), database, cluster.password());
    }

    private static DatabaseAddress address(int port, String database, String password) {
        return new DatabaseAddress("127.0.0.1", port, database, Cluster.ROLE, password, "");
    }

    private GuardedServer running() {
        if (server == null) {
            throw new DatabaseUnavailable("The database of %s is not running.".formatted(cluster.folder()));
        }
        return server;
    }

    /** A port can be taken, and shared memory of a killed server can linger, for a moment: hence more than one attempt. */
    private synchronized void launch(int port) throws IOException {
        clearTheWay();
        for (int attempt = 1; ; attempt++) {
            try {
                server = GuardedServer.launch(cluster, binaries, port, settings, PATIENCE);
                return;
            } catch (DatabaseUnavailable failed) {
                if (attempt == ATTEMPTS) {
                    throw failed;
                }
                pause();
                port = FreePort.any();
            }
        }
    }

    /** We hold the home's lock: a server that still lives was left behind by a node that was killed. */
    private void clearTheWay() throws IOException {
        var data = cluster.data();
        var recorded = Postmaster.recordedIn(data);
        if (recorded.isEmpty()) {
            return;
        }
        var postmaster = recorded.get();
        if (postmaster.aliveOn(data)) {
            log.warn("Stopping the database server {} that a killed node left behind", postmaster.pid());
            postmaster.process().ifPresent(EmbeddedPostgres::end);
        } else if (postmaster.numberTakenByAnother(data)) {
            Files.deleteIfExists(Postmaster.file(data));
        }
    }

    private void watch() {
        while (!mendIfDead()) {
            try {
                Thread.sleep(WATCH_INTERVAL);
            } catch (InterruptedException stop) {
                return;
            }
        }
    }

    /** Returns true when there is nothing to watch any more. */
    private synchronized boolean mendIfDead() {
        if (closed || running().alive()) {
            return closed;
        }
        log.warn("The database server died; starting it again");
        try {
            running().abandon();
            launch(running().port());
            return false;
        } catch (IOException | RuntimeException failed) {
            log.error("The database server cannot be started again; restart the node", failed);
            return true;
        }
    }

    private static void end(ProcessHandle server) {
        GuardedServer.interrupt(server);
        if (!GuardedServer.ended(server, PATIENCE)) {
            throw new DatabaseUnavailable(
                    "The old database server does not stop; end it with: kill -QUIT " + server.pid());
        }
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("Stopped while waiting for the database.", stop);
        }
    }
}
