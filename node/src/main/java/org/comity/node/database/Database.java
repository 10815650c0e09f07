package org.comity.node.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.comity.node.settings.HomeFile;

/** A database that answers until it is closed. */
public sealed interface Database extends AutoCloseable permits EmbeddedPostgres, Database.External, Database.Attached {

    /** The environment variable that names an external database. */
    String URL_VARIABLE = "COMITY_DATABASE_URL";

    /** The database that holds a node's schemas. */
    String NAME = "comity";

    DatabaseAddress address();

    @Override
    void close();

    /** For a node: the external database if one is named, else the embedded one of this home, which the node then owns. */
    static Database open(Path home, Optional<String> url) {
        return url.<Database>map(text -> External.reached(DatabaseAddress.parse(text)))
                .orElseGet(() -> EmbeddedPostgres.start(home));
    }

    /** Refuses at once what {@link #open} would refuse later, when half a node has started. */
    static void requireFree(Path home) {
        try {
            var real = HomeFile.folder(home);
            HomeLock.take(real, Cluster.folderIn(real).resolve("lock")).close();
        } catch (IOException unwritable) {
            throw new DatabaseUnavailable(
                    "The home folder %s cannot be used: %s".formatted(home, unwritable), unwritable);
        }
    }

    /**
     * For a command-line tool beside a node that may run or not: the external database if {@value #URL_VARIABLE} names
     * one, else the running server of this home, else the server is started for as long as the tool needs it.
     */
    static Database attach(Path home) {
        var url = Optional.ofNullable(System.getenv(URL_VARIABLE)).filter(text -> !text.isBlank());
        if (url.isPresent()) {
            return open(home, url);
        }
        try {
            return EmbeddedPostgres.start(home);
        } catch (HomeInUse runningNode) {
            return new Attached(EmbeddedPostgres.addressOfRunning(home));
        }
    }

    /** Somebody else's to start and stop. */
    record External(DatabaseAddress address) implements Database {

        /** Asked once before anything else starts, so that the answer is one sentence. */
        static External reached(DatabaseAddress address) {
            try (var connection = DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password())) {
                return new External(address);
            } catch (SQLException refused) {
                throw new DatabaseUnavailable(
                        "The database %s that %s names does not take this node: %s Check that it runs and that the address, user and password are right, then start again."
                                .formatted(address, URL_VARIABLE, reason(refused)),
                        refused);
            }
        }

        private static String reason(SQLException refused) {
            var message =
                    String.valueOf(refused.getMessage()).lines().findFirst().orElse("no reason given");
            return message.endsWith(".") ? message : message + ".";
        }

        @Override
        public void close() {}
    }

    /** A running node's, borrowed. */
    record Attached(DatabaseAddress address) implements Database {
        @Override
        public void close() {}
    }
}
