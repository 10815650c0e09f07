package org.comity.node.evidence;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.comity.node.evidence.vault.Blobs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Puts in order what a crash left, and drops uploads for which nobody came back. */
@Component
class SweepingVault {

    private static final Logger log = LoggerFactory.getLogger(SweepingVault.class);

    private static final Pattern STAGED =
            Pattern.compile("(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})\\..+");

    /** A package that came to nothing stands on its page for so long. */
    private static final Duration SHOWN_FOR = Duration.ofDays(30);

    private final Exhibits exhibits;
    private final Uploads uploads;
    private final OpenUploads open;
    private final TakingInEvidence taking;
    private final DestroyingEvidence destroying;
    private final Packings packings;
    private final Blobs blobs;
    private final Path folder;
    private final Clock clock;

    SweepingVault(
            Exhibits exhibits,
            Uploads uploads,
            OpenUploads open,
            TakingInEvidence taking,
            DestroyingEvidence destroying,
            Packings packings,
            Blobs blobs,
            VaultConfiguration.Places places,
            Clock clock) {
        this.exhibits = exhibits;
        this.uploads = uploads;
        this.open = open;
        this.taking = taking;
        this.destroying = destroying;
        this.packings = packings;
        this.blobs = blobs;
        this.folder = places.uploads();
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void atStart() {
        try {
            destroying.finish();
            removeLeftovers();
            finishUploads();
        } catch (IOException unread) {
            log.warn("The vault could not be swept: {}", unread.getMessage());
        }
    }

    /**
     * Files are listed before rows are asked for, and a row comes before its first file: what is staged and has none is left
     * over. Sealed content without a row is another matter. No crash leaves any, so the database was exchanged, or restored
     * from before it came; the right one still opens it.
     */
    private void removeLeftovers() throws IOException {
        Set<UUID> stored = new HashSet<>(blobs.all());
        List<UUID> unfinished = blobs.unfinished();
        List<Path> staged;
        try (var files = Files.list(folder)) {
            staged = files.toList();
        }
        Set<UUID> wanted =
                uploads.all().stream().map(upload -> upload.id().value()).collect(Collectors.toSet());
        for (Path file : staged) {
            if (uploadOf(file).filter(id -> !wanted.contains(id)).isPresent()) {
                Files.deleteIfExists(file);
            }
        }
        for (UUID broken : unfinished) {
            if (!wanted.contains(broken)) {
                blobs.dropUnfinished(broken);
            }
        }
        long unknown = stored.stream()
                .filter(id -> !wanted.contains(id))
                .filter(id -> exhibits.key(new ExhibitId(id)).isEmpty())
                .count();
        if (unknown > 0) {
            log.warn(
                    "{} sealed contents in the vault belong to no exhibit of this database. They are left where they are."
                            + " Was another database restored or connected?",
                    unknown);
        }
    }

    /** Whose bytes a staged file holds; empty for a file that somebody else put there, which is not touched. */
    private static Optional<UUID> uploadOf(Path file) {
        Matcher named = STAGED.matcher(file.getFileName().toString());
        return named.matches() ? Optional.of(UUID.fromString(named.group(1))) : Optional.empty();
    }

    /** While the node runs, for months perhaps. */
    void inBetween() throws IOException {
        dropExpired();
        destroying.finish();
        packings.forget(clock.instant().minus(SHOWN_FOR));
    }

    /** An upload that gets bytes moves its own end. */
    void dropExpired() throws IOException {
        for (Upload upload : uploads.all()) {
            if (upload.expiresAt().isBefore(clock.instant())) {
                taking.cancel(upload);
            }
        }
    }

    /** What was whole when the node went becomes an exhibit; what came at once and broke can't be resumed. */
    private void finishUploads() throws IOException {
        for (Upload upload : uploads.all()) {
            if (upload.expiresAt().isBefore(clock.instant())) {
                taking.cancel(upload);
            } else if (upload.length().isPresent()) {
                taking.received(upload);
                open.close(upload.id());
            }
        }
    }
}
