package org.comity.node.journal;

import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.comity.ledger.AddCheckpoint;
import org.comity.ledger.Checkpoint;
import org.comity.ledger.ConsistencyProof;
import org.comity.ledger.CorruptLog;
import org.comity.ledger.InvalidNote;
import org.comity.ledger.InvalidProof;
import org.comity.ledger.PublishedLog;
import org.comity.ledger.SignedNote;
import org.comity.ledger.TileSource;
import org.comity.ledger.Witness;
import org.comity.node.settings.ComitySettings;
import org.comity.node.time.WallClock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Remembers what other nodes showed of their journals, so that none can rewrite what this node has seen, and cosigns what
 * only grew (c2sp.org/tlog-witness). What is seen is stored before the cosignature leaves.
 *
 * <p>Whoever holds an old checkpoint of a journal may send it here with any proof, so that neither is evidence. Evidence is
 * two roots that the journal's own key signed for one size, or that the journal, asked for itself, does not contain what it
 * showed before.
 */
@Service
public class OtherJournals {

    private static final int TRIES = 3;

    private final SeenJournals seen;
    private final ObjectProvider<JournalKey> key;
    private final ComitySettings settings;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Clock wallClock;

    OtherJournals(
            SeenJournals seen,
            ObjectProvider<JournalKey> key,
            ComitySettings settings,
            TransactionTemplate transaction,
            ApplicationEventPublisher events,
            Clock clock,
            @WallClock Clock wallClock) {
        this.seen = seen;
        this.key = key;
        this.settings = settings;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
        this.wallClock = wallClock;
    }

    /** What a witness answers (c2sp.org/tlog-witness, "add-checkpoint"). */
    public sealed interface Answer {

        record Cosigned(SignedNote.Line line) implements Answer {}

        /** The journal's key did not sign it. */
        record Unsigned() implements Answer {}

        /** It says that it is older than itself. */
        record Impossible() implements Answer {}

        /**
         * Not from the checkpoint that was cosigned last, or another root for its size.
         *
         * @param suspicious whether the journal itself must be looked at
         */
        record Conflict(long cosigned, boolean suspicious) implements Answer {}

        /** The proof does not lead from the checkpoint that was cosigned last. */
        record Unproven() implements Answer {}
    }

    /** What came of looking at a journal where it is published. */
    public sealed interface Look {

        /** @param before what was seen before; empty the first time */
        record Grew(Optional<Checkpoint> before, Checkpoint now) implements Look {}

        record Contradicts(Contradiction.Nature nature, Checkpoint before, Checkpoint now) implements Look {}

        /** Its own tiles, checkpoint and key do not fit together. */
        record Broken(String why) implements Look {}

        record Unreachable(String why) implements Look {}
    }

    /** Cosigns another's checkpoint if it only grew from the one seen before. */
    @Transactional
    public Answer cosign(OtherJournal journal, AddCheckpoint asked) {
        Checkpoint now;
        try {
            now = Checkpoint.open(asked.note(), journal.key().name(), journal.key());
        } catch (InvalidNote e) {
            return new Answer.Unsigned();
        }
        if (asked.old() > now.size()) {
            return new Answer.Impossible();
        }
        Optional<Seen> known = seen.lock(journal.key().name());
        if (known.isEmpty()) {
            return asked.old() > 0 ? new Answer.Conflict(0, false) : cosigned(journal, asked.note());
        }
        Checkpoint before = known.get().checkpoint();
        if (before.size() == now.size() && !before.root().equals(now.root())) {
            contradicted(journal, Contradiction.Nature.SPLIT, known.get(), asked.note());
            return new Answer.Conflict(before.size(), false);
        }
        if (asked.old() != before.size()) {
            return new Answer.Conflict(before.size(), now.size() < before.size());
        }
        return grew(before, now, asked) ? cosigned(journal, asked.note()) : new Answer.Unproven();
    }

    private static boolean grew(Checkpoint before, Checkpoint now, AddCheckpoint asked) {
        try {
            return before.size() == 0
                    || new ConsistencyProof(before.size(), now.size(), asked.proof()).proves(before.root(), now.root());
        } catch (InvalidProof e) {
            return false;
        }
    }

    private Answer cosigned(OtherJournal journal, SignedNote note) {
        JournalKey signing = key.getObject();
        Witness witness =
                Witness.of(Origin.ofWitness(settings.publicUrl()), signing.publicKey(), signing::sign, wallClock);
        SignedNote cosigned = witness.cosignFirst(note, journal.key().name(), journal.key());
        seen.keep(journal, cosigned, clock.instant());
        return new Answer.Cosigned(cosigned.signatures().getLast());
    }

    /** Reads the journal where it is published, and compares it with what was seen. No transaction is open meanwhile. */
    public Look look(OtherJournal journal, TileSource source) {
        for (int tries = 0; tries < TRIES; tries++) {
            // what was seen is read first: a journal grows meanwhile, it never shrinks
            Optional<Seen> before = seen.find(journal.key().name());
            PublishedLog published;
            boolean grew;
            try {
                published = PublishedLog.open(source, journal.key().name(), journal.key());
                grew = before.isEmpty() || published.extendsFrom(before.get().checkpoint());
            } catch (CorruptLog | InvalidNote e) {
                return new Look.Broken(String.valueOf(e.getMessage()));
            } catch (IOException | RuntimeException e) {
                return new Look.Unreachable(String.valueOf(e.getMessage()));
            }
            Optional<Look> look = transaction.execute(status -> compared(journal, before, published, grew));
            if (look.isPresent()) {
                return look.get();
            }
        }
        throw new IllegalStateException("What was seen of " + journal.key().name() + " changes too fast.");
    }

    /** Empty if another thread has moved on meanwhile. */
    private Optional<Look> compared(OtherJournal journal, Optional<Seen> before, PublishedLog published, boolean grew) {
        Optional<Seen> known = seen.lock(journal.key().name());
        if (!known.map(Seen::note).equals(before.map(Seen::note))) {
            return Optional.empty();
        }
        Checkpoint now = published.checkpoint();
        Optional<Checkpoint> older = known.map(Seen::checkpoint);
        if (grew) {
            return Optional.of(new Look.Grew(older, now));
        }
        Contradiction.Nature nature = now.size() < older.orElseThrow().size()
                ? Contradiction.Nature.SHORTER
                : now.size() == older.orElseThrow().size()
                        ? Contradiction.Nature.SPLIT
                        : Contradiction.Nature.REWRITTEN;
        contradicted(journal, nature, known.orElseThrow(), published.note());
        return Optional.of(new Look.Contradicts(nature, older.orElseThrow(), now));
    }

    private void contradicted(OtherJournal journal, Contradiction.Nature nature, Seen before, SignedNote shown) {
        seen.contradicted(
                        Contradiction.Side.THEIRS,
                        journal,
                        journal.key().name(),
                        nature,
                        before.note().toString(),
                        shown.toString(),
                        clock.instant())
                .ifPresent(found -> events.publishEvent(new HistoryContradicted(found)));
    }

    /**
     * Remembers what was read of a log, so that no other history can take its place.
     *
     * @return false if it did not grow from what was seen, or another thread has moved on meanwhile: look again
     */
    public boolean remember(OtherJournal journal, PublishedLog published) {
        Optional<Seen> before = seen.find(journal.key().name());
        if (before.isPresent() && !published.extendsFrom(before.get().checkpoint())) {
            return false;
        }
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Optional<Seen> known = seen.lock(journal.key().name());
            if (!known.map(Seen::note).equals(before.map(Seen::note))) {
                return false;
            }
            seen.keep(journal, published.note(), clock.instant());
            return true;
        }));
    }

    /** Another node says that it has seen another history of this node's journal. */
    @Transactional
    public void disputed(OtherJournal by, SignedNote ours, Contradiction.Nature nature, String answer) {
        seen.contradicted(
                        Contradiction.Side.OURS,
                        by,
                        Origin.ofJournal(settings.publicUrl()),
                        nature,
                        ours.toString(),
                        answer,
                        clock.instant())
                .ifPresent(found -> events.publishEvent(new HistoryContradicted(found)));
    }

    /**
     * Accepts a new history after a person asked the other side why; the evidence stays. What that journal shows next is
     * taken as its beginning.
     *
     * @return whether there was something to settle
     */
    @Transactional
    public boolean accept(long contradiction, String because, String by) {
        Optional<Contradiction> open = seen.open(contradiction);
        open.ifPresent(found -> {
            seen.settle(found, by, because, clock.instant());
            if (found.side() == Contradiction.Side.THEIRS) {
                seen.forget(found.origin());
            }
            events.publishEvent(new HistoryAccepted(found, because, by));
        });
        return open.isPresent();
    }

    /** What was seen last of each journal. */
    public List<Seen> seen() {
        return seen.all();
    }

    public Optional<Seen> seenOf(OtherJournal journal) {
        return seen.find(journal.key().name());
    }

    /** Those that nobody has settled first. */
    public List<Contradiction> contradictions() {
        return seen.contradictions();
    }
}
