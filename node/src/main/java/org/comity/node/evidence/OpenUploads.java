package org.comity.node.evidence;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.comity.node.evidence.vault.Disk;
import org.comity.node.evidence.vault.Sealing;
import org.comity.node.evidence.vault.VaultKeys;
import org.comity.node.frame.Said;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The uploads that this process works on. Between two parts of an upload its sealing stays open, because taking it up anew
 * means to read and hash all that came before; {@link #close} lets it go.
 */
@Component
class OpenUploads {

    private final Path folder;
    private final VaultKeys keys;
    private final Disk disk;
    private final Map<ExhibitId, Desk> desks = new ConcurrentHashMap<>();

    OpenUploads(VaultConfiguration.Places places, VaultKeys keys, Disk disk) {
        this.folder = places.uploads();
        this.keys = keys;
        this.disk = disk;
    }

    /** What is done with a sealing while nobody else can. */
    @FunctionalInterface
    interface Work<T> {
        T with(Sealing sealing) throws IOException;
    }

    /** One upload's place; the lock guards the sealing. */
    private static final class Desk {
        private final ReentrantLock lock = new ReentrantLock();
        private @Nullable Sealing sealing;
    }

    /** Refused while another call works on the same upload. */
    <T> T work(Upload upload, Work<T> work) throws IOException {
        Desk desk = desks.computeIfAbsent(upload.id(), _ -> new Desk());
        if (!desk.lock.tryLock()) {
            throw new EvidenceRefused(EvidenceRefused.Why.BUSY, "", Said.of("evidence.refused.busy"));
        }
        try {
            Sealing open = desk.sealing;
            if (open == null) {
                open = Sealing.open(
                        file(upload.id()),
                        upload.id().value(),
                        keys.unwrap(upload.key(), upload.id().value()),
                        disk);
                desk.sealing = open;
            }
            return work.with(open);
        } catch (IOException | RuntimeException broken) {
            letGo(desk); // what is on disk counts, not what was in memory
            throw broken;
        } finally {
            desk.lock.unlock();
        }
    }

    /** What is done with a whole upload while nobody else can. */
    @FunctionalInterface
    interface LastSteps<T> {
        T take() throws IOException;
    }

    /** Refused while another call works on the same upload. What comes meanwhile is refused, however long the store takes. */
    <T> T alone(ExhibitId id, LastSteps<T> steps) throws IOException {
        Desk desk = desks.computeIfAbsent(id, _ -> new Desk());
        if (!desk.lock.tryLock()) {
            throw new EvidenceRefused(EvidenceRefused.Why.BUSY, "", Said.of("evidence.refused.busy"));
        }
        try {
            return steps.take();
        } finally {
            desk.lock.unlock();
        }
    }

    /** Closes the file, for whoever has the upload {@link #alone}. */
    void putDown(ExhibitId id) throws IOException {
        Desk desk = desks.get(id);
        if (desk != null) {
            letGo(desk);
        }
    }

    /** Waits for a call that works on it. */
    void close(ExhibitId id) throws IOException {
        Desk desk = desks.remove(id);
        if (desk != null) {
            desk.lock.lock();
            try {
                letGo(desk);
            } finally {
                desk.lock.unlock();
            }
        }
    }

    void discard(ExhibitId id) throws IOException {
        close(id);
        Sealing.discard(file(id), disk);
    }

    Path file(ExhibitId id) {
        return folder.resolve(id + ".upload");
    }

    private static void letGo(Desk desk) throws IOException {
        Sealing open = desk.sealing;
        desk.sealing = null;
        if (open != null) {
            open.close();
        }
    }
}
