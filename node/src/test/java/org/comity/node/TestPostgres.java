package org.comity.node;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.comity.node.database.DatabaseAddress;
import org.comity.node.database.EmbeddedPostgres;
import org.flywaydb.core.Flyway;
import org.springframework.boot.SpringApplication;
import org.springframework.util.FileSystemUtils;

/** The one PostgreSQL server of a test JVM, and fresh databases on it. */
public final class TestPostgres {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private TestPostgres() {}

    private static final class Server {
        private static final EmbeddedPostgres INSTANCE = start();

        private static EmbeddedPostgres start() {
            var home = newFolder("comity-test-postgres-");
            // nothing here outlives the tests, so nothing needs to survive a power failure
            var server = EmbeddedPostgres.start(
                    home,
                    Map.of(
                            "fsync",
                            "off",
                            "synchronous_commit",
                            "off",
                            "full_page_writes",
                            "off",
                            "max_connections",
                            "200"));
            afterEveryNode(() -> {
                server.close();
                FileSystemUtils.deleteRecursively(home.toFile());
            });
            return server;
        }
    }

    /** At the end of the tests, when no node is left that would wait for a server that went away. */
    private static void afterEveryNode(Runnable tidying) {
        SpringApplication.getShutdownHandlers().add(tidying);
    }

    /** An empty database of its own for the caller. */
    public static DatabaseAddress fresh() {
        return Server.INSTANCE.create("test_" + NUMBER.incrementAndGet());
    }

    /** A fresh database with every migration of the node applied; the caller closes the data source. */
    public static HikariDataSource migrated() {
        var address = fresh();
        var settings = new HikariConfig();
        settings.setJdbcUrl(address.jdbcUrl());
        settings.setUsername(address.user());
        settings.setPassword(address.password());
        settings.setMaximumPoolSize(8);
        settings.setMinimumIdle(0);
        var dataSource = new HikariDataSource(settings);
        Flyway.configure()
                .dataSource(dataSource)
                .schemas("comity")
                .defaultSchema("comity")
                .load()
                .migrate();
        return dataSource;
    }

    /** Deleted when the tests have ended. */
    public static Path temporaryFolder(String prefix) {
        var folder = newFolder(prefix);
        afterEveryNode(() -> FileSystemUtils.deleteRecursively(folder.toFile()));
        return folder;
    }

    private static Path newFolder(String prefix) {
        try {
            var folder = Files.createTempDirectory(prefix);
            // the server of a test that root started runs as another account
            return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
