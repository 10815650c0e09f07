package org.comity.node.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * A package as the one file that it is, of which any range can be had. Its exhibits are read from the vault while it is
 * written; nothing is held.
 */
public final class PackageFile {

    private final CourtPackage made;
    private final List<PackedFile> files;
    private final Container container;
    private final List<byte[]> seal;
    private final ReadingEvidence reading;

    PackageFile(CourtPackage made, List<PackedFile> files, ReadingEvidence reading) {
        this.made = made;
        this.files = List.copyOf(files);
        this.reading = reading;
        var entries = new ArrayList<Container.Entry>();
        files.forEach(file -> entries.add(file.entry()));
        made.seal().files().forEach((path, part) -> entries.add(Container.Entry.of(path, part)));
        this.seal = List.copyOf(made.seal().files().values());
        this.container = new Container(entries, made.madeAt());
    }

    public String name() {
        return made.fileName();
    }

    public long size() {
        return container.size();
    }

    /** Of these very bytes; another one when the seal has grown by a timestamp. */
    public String tag() {
        return container.tag(files.stream().map(file -> file.sealed().sha256()).toList());
    }

    /** Writes so many bytes from that place on. */
    public void copy(long from, long count, OutputStream target) throws IOException {
        container.copy(from, count, this::content, target);
    }

    private void content(int entry, long from, long count, OutputStream target) throws IOException {
        if (entry >= files.size()) {
            target.write(seal.get(entry - files.size()), (int) from, (int) count);
            return;
        }
        PackedFile file = files.get(entry);
        if (file.exhibit().isPresent()) {
            try (var open = reading.open(file.exhibit().get())) {
                open.copy(from, count, target);
            }
        } else {
            target.write(file.content().orElseThrow(), (int) from, (int) count);
        }
    }
}
