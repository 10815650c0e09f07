package org.comity.node.evidence.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.comity.node.frame.Said;

/** Blobs as files of a folder, in 256 sub-folders by the first two digits of their id. */
public final class FolderOfBlobs implements Blobs {

    private static final String SUFFIX = ".sealed";

    private final Path folder;
    private final Disk disk;

    public FolderOfBlobs(Path folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
    }

    @Override
    public void keep(UUID content, Path sealed) throws IOException {
        if (!Files.exists(sealed) && has(content)) {
            return; // a crash came between keeping it and saying so
        }
        Path shelf = shelf(content);
        if (!Files.isDirectory(shelf)) {
            Files.createDirectories(shelf);
            Disk.forceFolder(folder);
        }
        disk.move(sealed, file(content));
    }

    @Override
    public boolean has(UUID content) {
        return Files.exists(file(content));
    }

    @Override
    public Blob open(UUID content) throws IOException {
        return new OpenFile(file(content));
    }

    @Override
    public void remove(UUID content) throws IOException {
        disk.delete(file(content));
    }

    @Override
    public List<UUID> all() throws IOException {
        var all = new ArrayList<UUID>();
        if (Files.isDirectory(folder)) {
            try (var files = Files.walk(folder, 2)) {
                files.map(file -> file.getFileName().toString())
                        .filter(name -> name.endsWith(SUFFIX))
                        .map(name -> UUID.fromString(name.substring(0, name.length() - SUFFIX.length())))
                        .forEach(all::add);
            }
        }
        return all;
    }

    /** None: a file moves here whole. */
    @Override
    public List<UUID> unfinished() {
        return List.of();
    }

    @Override
    public void dropUnfinished(UUID content) {
        // see above
    }

    @Override
    public Said place() {
        return Said.of("evidence.store.folder", folder.toString());
    }

    @Override
    public void tryOut() throws IOException {
        Path trial = folder.resolve("trial-" + UUID.randomUUID());
        try {
            disk.replace(trial, new byte[] {1});
            disk.delete(trial);
        } catch (IOException failed) {
            throw new StoreUnavailable(Said.of("evidence.store.disk", folder.toString(), failed.toString()), failed);
        }
    }

    /** As it is named in a bucket, too: a folder can be copied into one as it is. */
    static String name(UUID content) {
        return content.toString().substring(0, 2) + "/" + content + SUFFIX;
    }

    private Path shelf(UUID content) {
        return folder.resolve(content.toString().substring(0, 2));
    }

    private Path file(UUID content) {
        return folder.resolve(name(content));
    }
}
