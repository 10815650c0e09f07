package org.comity.node.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.comity.node.evidence.vault.Blobs;
import org.comity.node.evidence.vault.VaultKeys;
import org.comity.node.frame.Said;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How the vault stands, for whoever keeps the node. Says nothing of what is in it. */
@Service
@Transactional(readOnly = true)
public class KeepingVault {

    private final ContentChecks checks;
    private final VaultRoom room;
    private final VaultKeys keys;
    private final Blobs blobs;
    private final VaultSettings settings;

    KeepingVault(ContentChecks checks, VaultRoom room, VaultKeys keys, Blobs blobs, VaultSettings settings) {
        this.checks = checks;
        this.room = room;
        this.keys = keys;
        this.blobs = blobs;
        this.settings = settings;
    }

    /**
     * The state of the vault.
     *
     * @param store which one keeps the contents
     * @param bytes that are held, in the clear
     * @param left how large the next exhibit may be
     * @param due contents that somebody asked to check and that were not read yet
     * @param oldest when the content was read that was not read for longest; empty while there is none
     * @param every how often each content is read by itself
     * @param damaged marks of exhibits whose content is no longer what was taken in
     * @param key number of the key that wraps now
     * @param olderKeys numbers of keys that still open something
     */
    public record State(
            Said store,
            int contents,
            long bytes,
            long left,
            int due,
            Optional<Instant> oldest,
            Duration every,
            List<String> damaged,
            int key,
            Set<Integer> olderKeys) {}

    public State state() {
        ContentChecks.Summary summary = checks.summary();
        int newest = keys.newest();
        Set<Integer> older = keys.numbers();
        older.remove(newest);
        return new State(
                blobs.place(),
                summary.contents(),
                summary.bytes(),
                room.left(),
                summary.due(),
                summary.oldest(),
                settings.checkEvery(),
                checks.damaged(),
                newest,
                older);
    }
}
