package org.comity.node.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.comity.node.evidence.EvidenceRefused.Why;
import org.comity.node.evidence.vault.Blobs;
import org.comity.node.evidence.vault.ContentKey;
import org.comity.node.evidence.vault.SealedContent;
import org.comity.node.evidence.vault.Sealing;
import org.comity.node.evidence.vault.VaultKeys;
import org.comity.node.evidence.vault.WrappedKey;
import org.comity.node.frame.Said;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** How much room there is, and whether what lies in it is what was put there. */
@Component
class VaultRoom {

    private final Exhibits exhibits;
    private final Uploads uploads;
    private final Blobs blobs;
    private final VaultKeys keys;
    private final VaultSettings settings;
    private final Path folder;

    VaultRoom(
            Exhibits exhibits,
            Uploads uploads,
            Blobs blobs,
            VaultKeys keys,
            VaultSettings settings,
            VaultConfiguration.Places places) {
        this.exhibits = exhibits;
        this.uploads = uploads;
        this.blobs = blobs;
        this.keys = keys;
        this.settings = settings;
        this.folder = places.uploads();
    }

    /** For one more exhibit: the least of its own limit, what the quota leaves, and what the disk has. */
    long left() {
        long quota = settings.quota()
                .map(DataSize::toBytes)
                .map(most -> most - exhibits.bytesHeld() - uploads.bytesPromised())
                .orElse(Long.MAX_VALUE);
        return Math.max(0, Math.min(Math.min(settings.largest().toBytes(), quota), disk()));
    }

    void check(long length) {
        if (length > settings.largest().toBytes()) {
            throw new EvidenceRefused(Why.TOO_LARGE, "file", Said.of("evidence.refused.too-large"));
        }
        long left = left();
        if (length > left || left == 0) {
            throw new EvidenceRefused(Why.FULL, "file", Said.of("evidence.refused.full"));
        }
    }

    private long disk() {
        try {
            return Files.getFileStore(folder).getUsableSpace()
                    - settings.reserve().toBytes();
        } catch (IOException unknown) {
            throw new UncheckedIOException("The disk of " + folder + " does not say how much room it has.", unknown);
        }
    }

    /** Reads all of a content that the store keeps. */
    Sealing.Sealed measure(Upload upload) throws IOException {
        return measure(upload.id(), upload.key());
    }

    Sealing.Sealed measure(ExhibitId id, WrappedKey wrapped) throws IOException {
        ContentKey key = keys.unwrap(wrapped, id.value());
        try (var content = SealedContent.open(blobs, id.value(), key);
                InputStream all = content.from(0)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            long size = new DigestInputStream(all, digest).transferTo(OutputStream.nullOutputStream());
            return new Sealing.Sealed(size, HexFormat.of().formatHex(digest.digest()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256.", impossible);
        }
    }
}
