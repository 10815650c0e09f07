package org.comity.node.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/**
 * The PostgreSQL programs, unpacked once from the class path into a cache that all homes of a person share (60 MB, about
 * three seconds).
 */
record PostgresBinaries(Path folder) {

    static final String MAJOR_VERSION = "18";

    Path program(String name) {
        return folder.resolve("bin").resolve(name);
    }

    /** Safe against other processes doing the same: each unpacks aside, the first to rename wins. */
    static PostgresBinaries unpacked(Path home) throws IOException {
        var archive = archive();
        return unpacked(archive, cache(home).resolve(version(archive)));
    }

    /** @param folder where the programs of this archive lie, or shall lie */
    static PostgresBinaries unpacked(URL archive, Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return new PostgresBinaries(folder);
        }
        var aside = Files.createTempDirectory(folder.getParent(), "unpacking-");
        Files.setPosixFilePermissions(aside, PosixFilePermissions.fromString("rwxr-xr-x"));
        try {
            unpack(archive, aside);
            Files.move(aside, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException another) {
            // how a system says that the folder is there already differs: each has a code of its own
            if (!Files.isDirectory(folder)) {
                throw another;
            }
        } finally {
            FileSystemUtils.deleteRecursively(aside);
        }
        return new PostgresBinaries(folder);
    }

    private static URL archive() {
        var name = "postgres-%s-%s.txz".formatted(system(), architecture());
        var archive = PostgresBinaries.class.getClassLoader().getResource(name);
        if (archive == null) {
            throw new DatabaseUnavailable("""
                    Comity brings no PostgreSQL for this kind of machine (%s). \
                    Name an external one: COMITY_DATABASE_URL=postgresql://user:password@host:5432/database\
                    """.formatted(name));
        }
        return archive;
    }

    private static String system() {
        var name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        return name.startsWith("mac") ? "darwin" : name.startsWith("windows") ? "windows" : "linux";
    }

    private static String architecture() {
        return switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64", "arm64" -> "arm_64";
            case String other -> other;
        };
    }

    /** The archive's size and checksum from the jar's own table of contents: a new version never meets an old folder. */
    private static String version(URL archive) throws IOException {
        if (archive.openConnection() instanceof JarURLConnection jar) {
            var entry = jar.getJarEntry();
            return "%s-%s-%08x".formatted(system(), architecture(), entry.getCrc());
        }
        return "%s-%s-%d"
                .formatted(system(), architecture(), archive.openConnection().getContentLengthLong());
    }

    /**
     * The first folder that can be written: the person's cache, or for root one that the database's own account can
     * search, and at last the home folder.
     */
    private static Path cache(Path home) throws IOException {
        var candidates = ServerAccount.weAreRoot()
                ? List.of(Path.of("/var/cache/comity/postgres"), home.resolve("postgres"))
                : List.of(personalCache().resolve("comity/postgres"), home.resolve("postgres"));
        for (var candidate : candidates) {
            try {
                Files.createDirectories(candidate);
                if (Files.isWritable(candidate)) {
                    return candidate;
                }
            } catch (IOException next) {
                // read-only: the next one
            }
        }
        throw new DatabaseUnavailable(
                "Neither of %s can be written, so PostgreSQL cannot be unpacked.".formatted(candidates));
    }

    private static Path personalCache() {
        var configured = System.getenv("XDG_CACHE_HOME");
        if (configured != null && !configured.isBlank()) {
            return Path.of(configured);
        }
        var person = Path.of(System.getProperty("user.home"));
        return person.resolve(system().equals("darwin") ? "Library/Caches" : ".cache");
    }

    private static void unpack(URL archive, Path folder) throws IOException {
        try (InputStream packed = archive.openStream();
                var tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                var target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder)) {
                    throw new IOException("The PostgreSQL archive names a file outside its folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                    continue;
                }
                Files.createDirectories(target.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
                    continue;
                }
                Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
                var program = (entry.getMode() & 0100) != 0;
                Files.setPosixFilePermissions(
                        target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }
}
