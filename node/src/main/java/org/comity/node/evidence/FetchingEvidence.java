package org.comity.node.evidence;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.comity.node.directory.PartyId;
import org.comity.node.evidence.Fetches.Work;
import org.comity.node.evidence.transfer.BrokenChunk;
import org.comity.node.evidence.transfer.ChunkStream;
import org.comity.node.evidence.vault.StoreUnavailable;
import org.comity.node.frame.Noted;
import org.comity.node.frame.Said;
import org.comity.node.identity.Person;
import org.comity.node.time.WallClock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Fetches from another node what its signed message offers, and from a provider what its delivery names, chunk by chunk, into this node's vault. What is here for good is
 * never asked for again: after a cut line, a pause, or a restart of either node it goes on at the last good chunk.
 */
@Service
public class FetchingEvidence {

    private static final Logger log = LoggerFactory.getLogger(FetchingEvidence.class);

    /** Another replica may go on when this one has not been heard of for so long. */
    private static final Duration HELD = Duration.ofSeconds(20);

    private static final Duration WRITTEN_EVERY = Duration.ofMillis(500);

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final int DOUBLED_AT_MOST = 9;

    private final Fetches fetches;
    private final TakingInEvidence taking;
    private final Exhibits exhibits;
    private final SeeingEvidence seeing;
    private final FetchLines lines;
    private final Clock clock;

    FetchingEvidence(
            Fetches fetches,
            TakingInEvidence taking,
            Exhibits exhibits,
            SeeingEvidence seeing,
            FetchLines lines,
            @WallClock Clock clock) {
        this.fetches = fetches;
        this.taking = taking;
        this.exhibits = exhibits;
        this.seeing = seeing;
        this.lines = lines;
        this.clock = clock;
    }

    /**
     * A message of that party offered content; it is fetched once the caller's transaction commits.
     *
     * @param subject of the matter in which it was offered
     * @param particulars as the exhibit is to stand in the vault
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void take(Offer offer, PartyId from, String subject, Particulars particulars) {
        fetches.add(offer, from, subject, particulars, clock.instant());
    }

    /** Oldest first. */
    public List<Fetch> of(String subject) {
        return fetches.of(subject);
    }

    public void pause(Person person, UUID id) {
        wanted(person, id);
        fetches.stand(id, Fetch.State.PAUSED, clock.instant(), Fetch.State.WAITING);
    }

    /** Goes on where it was; also after what came did not open, since the sender may have mended it. */
    public void resume(Person person, UUID id) {
        wanted(person, id);
        fetches.stand(id, Fetch.State.WAITING, clock.instant(), Fetch.State.PAUSED, Fetch.State.BROKEN);
    }

    /** What came so far is dropped. It can be asked for again only by the other side. */
    public void cancel(Person person, UUID id) throws IOException {
        var work = wanted(person, id);
        var stopped = fetches.stand(
                id,
                Fetch.State.CANCELLED,
                clock.instant(),
                Fetch.State.WAITING,
                Fetch.State.PAUSED,
                Fetch.State.BROKEN);
        var upload = work.upload().flatMap(taking::find);
        if (stopped && upload.isPresent()) {
            taking.cancel(upload.get());
        }
    }

    /** To which it belongs. */
    public Matter matter(Person person, UUID id) {
        return seeing.matter(person, wanted(person, id).subject()).orElseThrow(EvidenceRefused::notThere);
    }

    private Work wanted(Person person, UUID id) {
        var work = fetches.find(id)
                .filter(it -> seeing.matter(person, it.subject()).isPresent())
                .orElseThrow(EvidenceRefused::notThere);
        SeeingEvidence.checkHandles(person);
        return work;
    }

    /** Begins with all that are due; each goes on beside the others. */
    void fetchDue() {
        for (var next = fetches.claim(clock.instant(), HELD);
                next.isPresent();
                next = fetches.claim(clock.instant(), HELD)) {
            var work = next.get();
            Thread.ofVirtual().name("fetch-" + work.id()).start(() -> fetch(work));
        }
    }

    /** The transfer is no longer wanted, or not now. */
    private static final class Stopped extends IOException {
        private static final long serialVersionUID = 1L;
    }

    void fetch(Work work) {
        var done = new CountDownLatch(1);
        Thread.ofVirtual().start(() -> hold(work.id(), done));
        try {
            var line = lines.to(work.offer(), work.from());
            finish(work, isThere(work) ? work.upload().orElseThrow() : fetch(work, line));
        } catch (Stopped stopped) {
            log.info("The fetch {} was stopped by a person.", work.id());
        } catch (FetchLine.Barred barred) {
            fetches.broke(work.id(), barred.why());
        } catch (BrokenChunk broken) {
            again(work, Noted.of("evidence.fetch.chunk", Long.toString(broken.chunk() + 1)));
        } catch (EvidenceRefused refused) {
            again(work, noted(refused.said()));
        } catch (StoreUnavailable ours) {
            again(work, noted(ours.said()));
        } catch (IOException cut) {
            again(work, Noted.of("evidence.fetch.cut", work.from().value()));
        } catch (RuntimeException failed) {
            log.warn("The fetch {} waits for its next try: {}", work.id(), failed.getMessage(), failed);
            again(work, Noted.of("evidence.fetch.cut", work.from().value()));
        } finally {
            done.countDown();
        }
    }

    private static Noted noted(Said said) {
        return new Noted(said.key(), said.about().stream().map(String::valueOf).toList());
    }

    /** A crash came between the last byte and the note that it is done. */
    private boolean isThere(Work work) {
        return work.upload().flatMap(exhibits::find).isPresent();
    }

    private ExhibitId fetch(Work work, FetchLine line) throws IOException {
        var upload = upload(work);
        long received = taking.received(upload);
        if (received < work.offer().size()) {
            try (var stream = line.open(received, new Meter(work.id(), received))) {
                taking.append(upload, received, stream);
            }
        }
        return upload.id();
    }

    /** Begun before; anew when it was dropped meanwhile. */
    private Upload upload(Work work) {
        var before = work.upload().flatMap(taking::find);
        if (before.isPresent()) {
            return before.get();
        }
        var upload = taking.begin(
                work.particulars(),
                OptionalLong.of(work.offer().size()),
                "party " + work.from().value(),
                Optional.empty());
        fetches.begun(work.id(), upload.id());
        return upload;
    }

    private void finish(Work work, ExhibitId id) {
        var exhibit = exhibits.find(id).orElseThrow();
        if (exhibit.sha256().equals(work.offer().sha256())) {
            fetches.done(work.id());
        } else {
            fetches.broke(work.id(), Noted.of("evidence.fetch.digest", exhibit.mark()));
        }
    }

    private void again(Work work, Noted trouble) {
        var wait = Duration.ofSeconds(1L << Math.min(work.tries(), DOUBLED_AT_MOST));
        var next = clock.instant().plus(wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT);
        fetches.interrupted(work.id(), trouble, next);
    }

    /** So that no other replica takes it while a chunk is slow to come. */
    private void hold(UUID id, CountDownLatch done) {
        try {
            while (fetches.held(id, clock.instant().plus(HELD))) {
                if (done.await(HELD.toSeconds() / 4, TimeUnit.SECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    /** Writes down from time to time how far it is and how fast, and looks whether it is still wanted. */
    private final class Meter implements ChunkStream.Progress {

        private final UUID id;
        private long place;
        private Instant at = clock.instant();
        private long rate;

        Meter(UUID id, long place) {
            this.id = id;
            this.place = place;
        }

        @Override
        public void at(long now) throws IOException {
            var spent = Duration.between(at, clock.instant());
            if (spent.compareTo(WRITTEN_EVERY) < 0) {
                return;
            }
            long current = (now - place) * 1000 / spent.toMillis();
            rate = rate == 0 ? current : (rate + current) / 2;
            place = now;
            at = clock.instant();
            if (!fetches.progressed(id, now, rate)) {
                throw new Stopped();
            }
        }
    }
}
