package org.comity.node.journal;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.comity.ledger.AddCheckpoint;
import org.comity.ledger.Checkpoint;
import org.comity.ledger.ConsistencyProof;
import org.comity.ledger.Frontier;
import org.comity.ledger.InclusionProof;
import org.comity.ledger.NoteKey;
import org.comity.ledger.NoteSigner;
import org.comity.ledger.SignedNote;
import org.comity.node.settings.ComitySettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reads and proves what this node did. Writing happens by itself: publish an event that is {@link Journaled}.
 *
 * <p>An entry is written with its step and survives with it. Proofs and checkpoints are computed on demand from hashes
 * that never change once stored.
 */
@Service
public class Journal {

    private final Entries entries;
    private final Tree tree;
    private final Cosignatures cosignatures;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final ObjectProvider<JournalKey> key;
    private final String origin;

    Journal(
            Entries entries,
            Tree tree,
            Cosignatures cosignatures,
            Clock clock,
            ApplicationEventPublisher events,
            ObjectProvider<JournalKey> key,
            ComitySettings settings) {
        this.entries = entries;
        this.tree = tree;
        this.cosignatures = cosignatures;
        this.clock = clock;
        this.events = events;
        this.key = key;
        this.origin = Origin.ofJournal(settings.publicUrl());
    }

    /** Names this journal in its checkpoints. */
    public String origin() {
        return origin;
    }

    public Optional<Entry> find(long position) {
        return entries.find(position);
    }

    /** All steps about a subject, such as {@code request:7f0c…}, in the order in which they were taken. */
    public List<Entry> entriesAbout(String subject) {
        return entries.about(subject);
    }

    /** The entry with its proof against the journal of this moment; empty if there is no such entry. */
    public Optional<ProvenEntry> proofOf(long position) {
        return entries.find(position).map(entry -> {
            Frontier tip = tree.tip();
            return new ProvenEntry(
                    entry,
                    InclusionProof.of(position, tip.size(), tree),
                    Checkpoint.of(origin, tip.size(), tip.root()));
        });
    }

    /** How many steps there are. */
    public long size() {
        return tree.tip().size();
    }

    /** The newest steps before a position, newest first. */
    public List<Entry> entriesBefore(long position, int atMost) {
        return entries.before(position, atMost);
    }

    /** The register of erasures, newest first. */
    public List<Erasure> erasures(int page, int atMost) {
        return entries.erasures((long) page * atMost, atMost);
    }

    public long erasureCount() {
        return entries.erasureCount();
    }

    /**
     * What shows to somebody without a node that the step was recorded, and nothing else. The proof leads to the first
     * checkpoint that others cosigned with this step in it; until there is one, to the journal of this moment.
     *
     * @param withDetails whether the facts of the step are in it, or only who did what, about what, and when
     */
    public Optional<Disclosure> disclose(long position, boolean withDetails) {
        return entries.find(position).map(entry -> disclose(entry, cosignatures.firstCovering(position), withDetails));
    }

    /**
     * All steps of a conversation with another node, each shown by the first checkpoint that this node cosigned.
     *
     * @throws IllegalArgumentException if there are none
     */
    public History history(String conversation, OtherJournal with) {
        List<Disclosure> disclosed = entries.naming(conversation).stream()
                .map(entry -> disclose(entry, cosignatures.firstCovering(entry.position(), with.witness()), true))
                .toList();
        if (disclosed.isEmpty()) {
            throw new IllegalArgumentException("The journal has no entry of the conversation " + conversation + ".");
        }
        return History.of(conversation, disclosed);
    }

    private Disclosure disclose(Entry entry, Optional<Long> cosigned, boolean withDetails) {
        long position = entry.position();
        long size = cosigned.orElseGet(() -> tree.tip().size());
        Checkpoint checkpoint = Checkpoint.of(origin, size, tree.root(size));
        ProvenEntry proven = new ProvenEntry(entry, InclusionProof.of(position, size, tree), checkpoint);
        SignedNote note = signed(checkpoint);
        List<Cosignatures.Line> lines = cosignatures.at(size);
        for (Cosignatures.Line line : lines) {
            note = note.with(line.line());
        }
        return Disclosure.of(
                proven,
                withDetails,
                note,
                NoteKey.of(origin, key.getObject().publicKey()),
                lines.stream().map(Cosignatures.Line::witness).toList());
    }

    /** Whether this journal still has the root that a witness cosigned. */
    public boolean keepsWhatWasCosigned(Witnessed witnessed) {
        return witnessed.size() <= size() && tree.root(witnessed.size()).equals(witnessed.root());
    }

    /** What a witness is asked: to cosign the checkpoint, which grew from the size that it cosigned last. */
    public AddCheckpoint addCheckpoint(long old, SignedNote note) {
        return AddCheckpoint.of(old, note, tree);
    }

    /** Shows a peer that keeps an older checkpoint that the journal only grew since. */
    public ConsistencyProof consistency(long from, long to) {
        if (to > tree.tip().size()) {
            throw new IllegalArgumentException("The journal does not have " + to + " entries yet.");
        }
        return ConsistencyProof.of(from, to, tree);
    }

    /** What the journal is now, signed by the node's key; without a signature while the node has no key. */
    public SignedNote checkpoint() {
        Frontier tip = tree.tip();
        return signed(Checkpoint.of(origin, tip.size(), tip.root()));
    }

    /** Signs the checkpoint that a proof was made against, if it is this journal's. */
    public SignedNote checkpointOf(ProvenEntry proven) {
        Checkpoint checkpoint = proven.checkpoint();
        if (!checkpoint.equals(Checkpoint.of(origin, checkpoint.size(), tree.root(checkpoint.size())))) {
            throw new IllegalArgumentException("The proof is not against this journal.");
        }
        return signed(checkpoint);
    }

    private SignedNote signed(Checkpoint checkpoint) {
        JournalKey signing = key.getIfAvailable();
        return signing == null
                ? SignedNote.unsigned(checkpoint.text())
                : checkpoint.signedBy(NoteSigner.of(origin, signing.publicKey(), signing::sign));
    }

    /**
     * Recomputes every commitment, leaf and hash, and compares them with what is stored. Whoever could rewrite the whole
     * database could rewrite the tree with it; that is noticed by comparing the root with a checkpoint that a peer keeps.
     */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public Verification verify() {
        return new VerifyingJournal(entries, tree).verify();
    }

    /**
     * Erases the details of an entry, where the law orders it. Commitment, actor, subject and time stay, the tree still
     * verifies, and the erasure is itself a step.
     *
     * @return whether there was something to erase
     */
    @Transactional
    public boolean erase(long position, String because, String actor) {
        boolean erased = entries.erase(position, because, clock.instant().atOffset(ZoneOffset.UTC));
        if (erased) {
            events.publishEvent(new EntryErased(position, because, actor));
        }
        return erased;
    }
}
