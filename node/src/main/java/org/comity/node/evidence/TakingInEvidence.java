package org.comity.node.evidence;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.comity.node.evidence.EvidenceRefused.Why;
import org.comity.node.evidence.vault.Blobs;
import org.comity.node.evidence.vault.ContentKey;
import org.comity.node.evidence.vault.Sealing;
import org.comity.node.evidence.vault.VaultKeys;
import org.comity.node.frame.Said;
import org.comity.node.identity.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes content into the vault, at once or in parts.
 *
 * <table>
 * <caption>What a crash leaves at each step, and what becomes of it</caption>
 * <tr><th>step</th><th>after a crash</th></tr>
 * <tr><td>the upload's row is committed</td><td>an upload of no bytes, to be resumed</td></tr>
 * <tr><td>bytes are sealed and forced to disk, then acknowledged</td><td>all that was acknowledged is there</td></tr>
 * <tr><td>the end is sealed and forced to disk</td><td rowspan="2">{@link SweepingVault}, or whoever asks for the upload,
 *     goes on with the next step</td></tr>
 * <tr><td>the store keeps the sealed file</td></tr>
 * <tr><td>exhibit, first custody step and journal entry are committed, and the upload's row goes</td><td>the exhibit is
 *     there once</td></tr>
 * <tr><td>what lies beside is removed</td><td>swept at the next start</td></tr>
 * </table>
 */
@Service
public class TakingInEvidence {

    /** What comes at once can't be resumed, so it isn't waited for longer than the slowest line needs. */
    private static final Duration AT_ONCE = Duration.ofDays(1);

    private final Exhibits exhibits;
    private final Uploads uploads;
    private final OpenUploads open;
    private final Custody custody;
    private final VaultRoom room;
    private final VaultKeys keys;
    private final Blobs blobs;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final VaultSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    TakingInEvidence(
            Exhibits exhibits,
            Uploads uploads,
            OpenUploads open,
            Custody custody,
            VaultRoom room,
            VaultKeys keys,
            Blobs blobs,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            VaultSettings settings,
            Clock clock) {
        this.exhibits = exhibits;
        this.uploads = uploads;
        this.open = open;
        this.custody = custody;
        this.room = room;
        this.keys = keys;
        this.blobs = blobs;
        this.transactions = transactions;
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * Takes in all that a stream has; when this returns, the exhibit is there for good. Call it outside a transaction: it
     * takes as long as the stream does.
     *
     * @param by a person's name as shown, or {@code party XX-…}
     * @throws IOException when the stream broke or the disk failed; nothing is kept then
     */
    public Exhibit takeIn(Particulars particulars, String by, Optional<PersonId> person, InputStream content)
            throws IOException {
        Upload upload = begin(particulars, OptionalLong.empty(), by, person);
        try {
            open.work(upload, sealing -> sealing.append(new AtMost(content, room.left())));
            return admit(upload);
        } catch (IOException | RuntimeException failed) {
            if (exhibits.find(upload.id()).isEmpty()) {
                cancelAfter(failed, upload);
            }
            throw failed;
        }
    }

    private void cancelAfter(Exception failed, Upload upload) {
        try {
            cancel(upload);
        } catch (IOException alsoFailed) {
            failed.addSuppressed(alsoFailed); // it is dropped when its time is over
        }
    }

    /** Begins an upload in parts. */
    public Upload begin(Particulars particulars, OptionalLong length, String by, Optional<PersonId> person) {
        if (particulars.name().isBlank()) {
            throw new EvidenceRefused(Why.WRONG, "file", Said.of("evidence.refused.no-name"));
        }
        room.check(length.orElse(0));
        ExhibitId id = ExhibitId.fresh();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var upload = new Upload(
                id,
                particulars,
                length,
                keys.wrap(ContentKey.fresh(random), id.value()),
                person,
                by,
                now,
                now.plus(length.isPresent() ? settings.uploadsWait() : AT_ONCE));
        uploads.add(upload);
        return upload;
    }

    /** How many bytes of an upload are here for good. One that is complete becomes its exhibit, if a crash came before. */
    public long received(Upload upload) throws IOException {
        if (exhibits.find(upload.id()).isPresent()) {
            return upload.length().orElse(0);
        }
        long received =
                blobs.has(upload.id().value()) ? upload.length().orElse(0) : open.work(upload, Sealing::received);
        admitIfComplete(upload, received);
        return received;
    }

    /**
     * Goes on with an upload. What came before a stream broke is kept.
     *
     * @return how many bytes are here for good now; all of them once the exhibit is there
     */
    public long append(Upload upload, long offset, InputStream part) throws IOException {
        var counted = new AtMost(part, upload.length().orElse(Long.MAX_VALUE) - offset);
        try {
            long received = open.work(upload, sealing -> {
                checkOffset(sealing, offset);
                try {
                    sealing.append(counted);
                } catch (IOException broken) {
                    counted.rethrowUnlessMine(broken); // a cut line does no harm to what is open here
                }
                sealing.pause();
                return sealing.received();
            });
            counted.check();
            admitIfComplete(upload, received);
            return received;
        } finally {
            stillWanted(upload);
        }
    }

    /** As {@link #append(Upload, long, InputStream)}; empty, and nothing is kept, if the part has another checksum. */
    public OptionalLong append(Upload upload, long offset, InputStream part, MessageDigest check, byte[] expected)
            throws IOException {
        try {
            OptionalLong received = open.work(upload, sealing -> {
                checkOffset(sealing, offset);
                boolean right = sealing.append(
                        new AtMost(part, upload.length().orElse(Long.MAX_VALUE) - offset), check, expected);
                sealing.pause();
                return right ? OptionalLong.of(sealing.received()) : OptionalLong.empty();
            });
            if (received.isPresent()) {
                admitIfComplete(upload, received.getAsLong());
            }
            return received;
        } finally {
            stillWanted(upload);
        }
    }

    /** Drops an upload and all that came of it. */
    public void cancel(Upload upload) throws IOException {
        open.discard(upload.id());
        blobs.remove(upload.id().value());
        uploads.remove(upload.id());
    }

    public Optional<Upload> find(ExhibitId id) {
        return uploads.find(id);
    }

    /** Those of a person that are not complete. */
    public List<Upload> unfinished(PersonId person) {
        return uploads.of(person).stream()
                .filter(upload -> upload.length().isPresent())
                .toList();
    }

    /** For a page: from the length of the file on disk, without reading it. */
    public long roughlyReceived(Upload upload) {
        return Sealing.contentIn(open.file(upload.id()));
    }

    /** How much one exhibit may have now. */
    public long most() {
        return room.left();
    }

    private void admitIfComplete(Upload upload, long received) throws IOException {
        if (upload.length().isPresent() && received == upload.length().getAsLong()) {
            admit(upload);
        }
    }

    /** The last steps, each of which may be repeated after a crash. */
    private Exhibit admit(Upload upload) throws IOException {
        Sealing.Sealed sealed = open.alone(upload.id(), () -> {
            Sealing.Sealed whole = seal(upload);
            blobs.keep(upload.id().value(), open.file(upload.id()));
            return whole;
        });
        transactions.executeWithoutResult(_ -> {
            // with two replicas, or after a retry, only one of them still finds the row
            if (uploads.hold(upload.id()).isPresent()) {
                exhibits.add(
                        upload.id(),
                        upload.particulars(),
                        sealed.size(),
                        sealed.sha256(),
                        upload.key(),
                        clock.instant().truncatedTo(ChronoUnit.MILLIS).atOffset(ZoneOffset.UTC),
                        upload.begunBy(),
                        upload.person().map(PersonId::value).orElse(null));
                custody.add(
                        upload.id(),
                        new CustodyAct.TakenIn(upload.particulars(), sealed.size(), sealed.sha256()),
                        upload.begunBy());
                upload.particulars()
                        .conditions()
                        .forEach(condition ->
                                custody.add(upload.id(), new CustodyAct.Limited(condition), upload.begunBy()));
                uploads.remove(upload.id());
                events.publishEvent(
                        new ExhibitTakenIn(upload.id(), upload.particulars().about()));
            }
        });
        open.discard(upload.id());
        return exhibits.find(upload.id()).orElseThrow();
    }

    private Sealing.Sealed seal(Upload upload) throws IOException {
        if (!Files.exists(open.file(upload.id())) && blobs.has(upload.id().value())) {
            return room.measure(upload); // a crash came after the store had kept it
        }
        Sealing.Sealed sealed = open.work(upload, Sealing::finish);
        open.putDown(upload.id());
        return sealed;
    }

    private static void checkOffset(Sealing sealing, long offset) {
        if (sealing.received() != offset) {
            throw new EvidenceRefused(
                    Why.OFFSET, "", Said.of("evidence.refused.offset", Long.toString(sealing.received())));
        }
    }

    private void stillWanted(Upload upload) {
        uploads.expireAt(upload.id(), clock.instant().plus(settings.uploadsWait()));
    }

    /** Knows whether it was the sender's line that broke, and ends with a refusal when more comes than there may. */
    private static final class AtMost extends FilterInputStream {

        private long left;
        private @Nullable IOException broken;

        AtMost(InputStream from, long most) {
            super(from);
            this.left = most;
        }

        @Override
        public int read(byte[] target, int offset, int most) throws IOException {
            int count;
            try {
                count = super.read(target, offset, most);
            } catch (IOException cut) {
                broken = cut;
                throw cut;
            }
            left -= Math.max(0, count);
            if (left < 0) {
                throw new EvidenceRefused(Why.TOO_LARGE, "file", Said.of("evidence.refused.too-large"));
            }
            return count;
        }

        void rethrowUnlessMine(IOException failure) throws IOException {
            if (failure != broken) {
                throw failure;
            }
        }

        void check() throws IOException {
            if (broken != null) {
                throw broken;
            }
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }
    }
}
