package org.comity.node.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/**
 * The files of one PostgreSQL server, below a node's home:
 *
 * <pre>
 * database/password      of the only role, readable by the node alone
 * database/cluster/      owned by the server's account; for root it may be a link to a folder that account can reach
 * database/cluster/data  PostgreSQL's own
 * database/cluster/postgres.log
 * </pre>
 */
record Cluster(Path folder, ServerAccount account, String password) {

    static final String ROLE = "comity";

    private static final Path OUTSIDE_HOME = Path.of("/var/lib/comity");
    private static final int INITDB_SECONDS = 120;

    Path data() {
        return folder.resolve("data");
    }

    Path log() {
        return folder.resolve("postgres.log");
    }

    /** Makes what is not there yet; a half-made cluster of an interrupted first start is made anew. */
    static Cluster prepared(Path home, PostgresBinaries binaries, boolean durable) throws IOException {
        var database = folderIn(home);
        var link = database.resolve("cluster");
        if (Files.isDirectory(link.resolve("data"))) {
            var folder = link.toRealPath();
            var existing = new Cluster(folder, ServerAccount.ownerOf(folder.resolve("data")), passwordOf(home));
            existing.checkVersion();
            return existing;
        }
        if (Files.isSymbolicLink(link)) {
            Files.delete(link);
        }
        FileSystemUtils.deleteRecursively(link);
        var account = place(link);
        var cluster = new Cluster(link.toRealPath(), account, newPassword(database));
        cluster.initialise(binaries, durable);
        return cluster;
    }

    static Path folderIn(Path home) throws IOException {
        return Files.createDirectories(home.resolve("database"));
    }

    static String passwordOf(Path home) throws IOException {
        return Files.readString(home.resolve("database/password")).strip();
    }

    /** The folder of a cluster that is there. */
    static Path dataOf(Path home) throws IOException {
        return home.resolve("database/cluster").toRealPath().resolve("data");
    }

    /** Chooses the server's account and gives it a folder of its own. */
    private static ServerAccount place(Path link) throws IOException {
        Files.createDirectories(link);
        if (!ServerAccount.weAreRoot()) {
            return ServerAccount.ourselves();
        }
        var nobody = ServerAccount.nobody();
        nobody.own(link);
        if (nobody.canWrite(link)) {
            return nobody;
        }
        var namespaced = ServerAccount.namespaced();
        if (namespaced.works()) {
            namespaced.own(link);
            return namespaced;
        }
        var outside = OUTSIDE_HOME.resolve(shortHash(link.toRealPath().toString()));
        Files.createDirectories(outside);
        nobody.own(outside);
        if (nobody.canWrite(outside)) {
            Files.delete(link);
            Files.createSymbolicLink(link, outside);
            return nobody;
        }
        throw new DatabaseUnavailable("""
                PostgreSQL does not run as root, and from this root account it could not be handed to another one: \
                neither setpriv nor unshare works here. Start Comity as an ordinary user, \
                or name an external database with COMITY_DATABASE_URL.\
                """);
    }

    private static String newPassword(Path database) throws IOException {
        var random = new byte[24];
        new SecureRandom().nextBytes(random);
        var password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        writePrivately(database.resolve("password"), password);
        return password;
    }

    private static void writePrivately(Path file, String text) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, text);
    }

    private void initialise(PostgresBinaries binaries, boolean durable) throws IOException {
        var unfinished = folder.resolve("data.new");
        FileSystemUtils.deleteRecursively(unfinished);
        var passwordForServer = folder.resolve("password");
        writePrivately(passwordForServer, password);
        account.own(passwordForServer);
        var report = folder.resolve("initdb.log");
        var command = List.of(
                binaries.program("initdb").toString(),
                "--pgdata=" + unfinished,
                "--username=" + ROLE,
                "--auth=scram-sha-256",
                "--pwfile=" + passwordForServer,
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--data-checksums",
                "--no-instructions",
                durable ? "--sync-method=fsync" : "--no-sync");
        try {
            var initdb = new ProcessBuilder(account.command(command))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(report.toFile())
                    .start();
            if (!initdb.waitFor(INITDB_SECONDS, TimeUnit.SECONDS) || initdb.exitValue() != 0) {
                initdb.destroyForcibly();
                throw new DatabaseUnavailable("The database in %s could not be made; PostgreSQL says:\n%s"
                        .formatted(folder, Files.readString(report)));
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new DatabaseUnavailable("Stopped while the database was being made.", stop);
        } finally {
            Files.deleteIfExists(passwordForServer);
        }
        Files.delete(report);
        Files.move(unfinished, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void checkVersion() throws IOException {
        var found = Files.readString(data().resolve("PG_VERSION")).strip();
        if (!found.equals(PostgresBinaries.MAJOR_VERSION)) {
            throw new DatabaseUnavailable("""
                    The data in %s were written by PostgreSQL %s, and this Comity brings PostgreSQL %s. \
                    Move them with pg_dump and pg_restore, or start the Comity that wrote them.\
                    """.formatted(data(), found, PostgresBinaries.MAJOR_VERSION));
        }
    }

    private static String shortHash(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes());
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
