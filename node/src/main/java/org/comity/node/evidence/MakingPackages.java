package org.comity.node.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import org.comity.node.evidence.EvidenceRefused.Why;
import org.comity.node.evidence.Packings.Part;
import org.comity.node.evidence.Packings.Work;
import org.comity.node.evidence.WritingPackages.Chosen;
import org.comity.node.evidence.seal.Sha256;
import org.comity.node.evidence.vault.StoreUnavailable;
import org.comity.node.frame.Noted;
import org.comity.node.frame.Said;
import org.comity.node.notice.Audience;
import org.comity.node.notice.Notice;
import org.comity.node.notice.NoticeKind;
import org.comity.node.notice.Notices;
import org.comity.node.time.WallClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes the packages that were asked for, beside the work. Three steps, each of which a restart finds again: every exhibit is
 * read once more, all of them are handed out in one transaction, and the package is written, sealed and kept with the step that
 * says so. After the second one there is always a third.
 */
@Service
class MakingPackages {

    private static final Logger log = LoggerFactory.getLogger(MakingPackages.class);

    /** Another replica may go on when this one has not been heard of for so long. */
    private static final Duration HELD = Duration.ofSeconds(20);

    private static final Duration WRITTEN_EVERY = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final int DOUBLED_AT_MOST = 9;

    /** So much is read between two looks whether it is still wanted. */
    private static final long AT_ONCE = 4 << 20;

    private final Packings packings;
    private final CourtPackages packages;
    private final Exhibits exhibits;
    private final ReadingEvidence reading;
    private final Custody custody;
    private final WritingPackages writing;
    private final ObjectProvider<Notices> notices;
    private final TransactionOperations transactions;
    private final Clock clock;
    private final Clock wallClock;

    MakingPackages(
            Packings packings,
            CourtPackages packages,
            Exhibits exhibits,
            ReadingEvidence reading,
            Custody custody,
            WritingPackages writing,
            ObjectProvider<Notices> notices,
            TransactionOperations transactions,
            Clock clock,
            @WallClock Clock wallClock) {
        this.packings = packings;
        this.packages = packages;
        this.exhibits = exhibits;
        this.reading = reading;
        this.custody = custody;
        this.writing = writing;
        this.notices = notices;
        this.transactions = transactions;
        this.clock = clock;
        this.wallClock = wallClock;
    }

    /** Begins with all that are due; each goes on beside the others. */
    void makeDue() {
        for (var next = packings.claim(wallClock.instant(), HELD);
                next.isPresent();
                next = packings.claim(wallClock.instant(), HELD)) {
            Work work = next.get();
            Thread.ofVirtual().name("package-" + work.id()).start(() -> make(work));
        }
    }

    /** It is no longer wanted, or another replica was here before. */
    private static final class Stopped extends IOException {
        private static final long serialVersionUID = 1L;
    }

    void make(Work work) {
        var done = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> hold(work.id(), done));
        try {
            if (work.packing().state() == Packing.State.READING) {
                readAgain(work);
                handOut(work);
            }
            seal(packings.work(work.id()).orElseThrow(Stopped::new));
        } catch (Stopped stopped) {
            log.info("The package {} is not made any more.", work.id());
        } catch (EvidenceRefused refused) {
            refuse(work, noted(refused.said()));
        } catch (StoreUnavailable ours) {
            again(work, noted(ours.said()));
        } catch (IOException | RuntimeException failed) {
            log.warn("The package {} waits for its next try: {}", work.id(), failed.getMessage(), failed);
            again(work, Noted.of("evidence.packing.failed"));
        } finally {
            done.countDown();
        }
    }

    /** Exhibits that were read before a restart are not read again. */
    private void readAgain(Work work) throws IOException {
        var meter = new Meter(work.id());
        for (Part part : packings.parts(work.id())) {
            if (part.crc().isEmpty()) {
                packings.wasRead(work.id(), part, readAgain(found(part), meter));
            }
            meter.finished(part.size());
        }
    }

    /** A package is sealed only over what still is as it was taken in. @return the checksum for its container */
    private long readAgain(Exhibit exhibit, Meter meter) throws IOException {
        var sum = new CRC32();
        MessageDigest digest = Sha256.fresh();
        try (var open = reading.open(exhibit.id())) {
            var target = new CheckedOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), digest), sum);
            for (long place = 0; place < open.size(); place += AT_ONCE) {
                open.copy(place, AT_ONCE, target);
                meter.at(Math.min(open.size(), place + AT_ONCE));
            }
        } catch (Stopped | StoreUnavailable notNow) {
            throw notNow;
        } catch (IOException damaged) {
            throw unreadable(exhibit);
        }
        if (!exhibit.sha256().equals(HexFormat.of().formatHex(digest.digest()))) {
            throw unreadable(exhibit);
        }
        return sum.getValue();
    }

    private static EvidenceRefused unreadable(Exhibit exhibit) {
        return new EvidenceRefused(Why.WRONG, "", Said.of("evidence.refused.unreadable", exhibit.mark()));
    }

    private Exhibit found(Part part) {
        return exhibits.find(part.exhibit()).orElseThrow(EvidenceRefused::notThere);
    }

    /** In the order of their ids, in which every caller takes the locks of several exhibits. */
    private void handOut(Work work) throws IOException {
        List<Part> parts = packings.parts(work.id()).stream()
                .sorted(Comparator.comparing(part -> part.exhibit().value()))
                .toList();
        Boolean wanted = transactions.execute(_ -> {
            if (!packings.handedOut(work.id(), clock.instant())) {
                return false;
            }
            for (Part part : parts) {
                Exhibit exhibit = exhibits.hold(part.exhibit()).orElseThrow(EvidenceRefused::notThere);
                checkStillSo(part, exhibit);
                CustodyStep step = custody.add(
                        exhibit.id(),
                        new CustodyAct.HandedOut(
                                work.packing().recipient(),
                                work.packing().purpose(),
                                exhibit.particulars().conditions()),
                        work.packing().askedBy());
                packings.handedOut(work.id(), part, step.said().number());
            }
            return true;
        });
        if (!Boolean.TRUE.equals(wanted)) {
            throw new Stopped();
        }
    }

    /** What the person asked for may have changed while it was read. */
    private void checkStillSo(Part part, Exhibit exhibit) {
        PackagingEvidence.checkReadable(exhibit);
        PackagingEvidence.checkChain(custody, exhibit);
        if (exhibit.particulars().conditions().size() != part.conditions()) {
            throw new EvidenceRefused(Why.WRONG, "", Said.of("evidence.refused.limited-since", exhibit.mark()));
        }
    }

    private void seal(Work work) throws IOException {
        List<Chosen> chosen = packings.parts(work.id()).stream()
                .map(part -> new Chosen(
                        found(part), part.crc().orElseThrow(), part.steps().orElseThrow()))
                .toList();
        var written = writing.write(
                work.packing(), packages.nextMark(), work.handedAt().orElseThrow(), chosen);
        CourtPackage made = written.made();
        Boolean kept = transactions.execute(_ -> {
            if (!packings.remove(work.id())) {
                return false;
            }
            packages.add(made, written.files());
            String sealed = Sha256.of(made.seal().signature());
            chosen.stream()
                    .map(Chosen::exhibit)
                    .sorted(Comparator.comparing(exhibit -> exhibit.id().value()))
                    .forEach(exhibit -> custody.add(
                            exhibit.id(),
                            new CustodyAct.PutUnderSeal("ASiC-E, " + made.mark(), sealed),
                            made.madeBy()));
            return true;
        });
        if (!Boolean.TRUE.equals(kept)) {
            throw new Stopped();
        }
    }

    private void refuse(Work work, Noted why) {
        transactions.executeWithoutResult(_ -> {
            if (packings.refused(work.id(), why)) {
                notices.ifAvailable(telling -> telling.tell(
                        Audience.of(work.packing().person()),
                        Notice.of(
                                NoticeKind.DELIVERY,
                                "/evidence/packages/" + work.id(),
                                "evidence.notice.not-packed",
                                work.packing().reference())));
            } else {
                again(work, why); // it was handed out, so it has to be made
            }
        });
    }

    private void again(Work work, Noted trouble) {
        var wait = Duration.ofSeconds(1L << Math.min(work.tries(), DOUBLED_AT_MOST));
        packings.interrupted(
                work.id(), trouble, wallClock.instant().plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT));
    }

    private static Noted noted(Said said) {
        return new Noted(said.key(), said.about().stream().map(String::valueOf).toList());
    }

    /** So that no other replica takes it while it is worked on. */
    private void hold(UUID id, CountDownLatch done) {
        try {
            while (packings.held(id, wallClock.instant().plus(HELD))) {
                if (done.await(HELD.toSeconds() / 4, TimeUnit.SECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Writes down from time to time how far it is and how fast, and looks whether it is still wanted. */
    private final class Meter {

        private final UUID id;
        private long before;
        private long written;
        private Instant at = wallClock.instant();
        private long rate;

        Meter(UUID id) {
            this.id = id;
        }

        void at(long place) throws IOException {
            var spent = Duration.between(at, wallClock.instant());
            if (spent.compareTo(WRITTEN_EVERY) < 0) {
                return;
            }
            long now = before + place;
            long current = (now - written) * 1000 / spent.toMillis();
            rate = rate == 0 ? current : (rate + current) / 2;
            write(now);
        }

        /** Also of one that was read before this start, which says nothing about the rate. */
        void finished(long size) throws IOException {
            before += size;
            write(before);
        }

        private void write(long now) throws IOException {
            written = now;
            at = wallClock.instant();
            if (!packings.progressed(id, now, rate)) {
                throw new Stopped();
            }
        }
    }
}
