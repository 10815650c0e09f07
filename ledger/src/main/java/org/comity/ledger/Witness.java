package org.comity.ledger;

import java.security.KeyPair;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Cosigns another party's checkpoints. A cosignature says: of this log, I have seen no other history. So each is given
 * only against a proof that the log grew from the checkpoint seen before; the caller keeps that one, durably, before
 * handing the cosignature out.
 */
public final class Witness {

    private final NoteKey key;
    private final UnaryOperator<byte[]> ed25519;
    private final Clock clock;

    private Witness(NoteKey key, UnaryOperator<byte[]> ed25519, Clock clock) {
        this.key = key;
        this.ed25519 = ed25519;
        this.clock = clock;
    }

    public static Witness of(String name, KeyPair keys, Clock clock) {
        return of(name, keys.getPublic(), message -> Ed25519.sign(keys.getPrivate(), message), clock);
    }

    /** Signs with a private key that stays where it is, such as in a key store or a security module. */
    public static Witness of(String name, PublicKey key, UnaryOperator<byte[]> ed25519, Clock clock) {
        return new Witness(NoteKey.ofWitness(name, key), ed25519, clock);
    }

    public NoteKey key() {
        return key;
    }

    /** Cosigns the first checkpoint ever seen of a log. */
    public SignedNote cosignFirst(SignedNote note, String origin, NoteKey logKey) {
        Checkpoint.open(note, origin, logKey);
        return cosigned(note);
    }

    /**
     * Cosigns a checkpoint that grew from the one seen before.
     *
     * @throws InvalidProof if it did not, which is evidence of a split view: keep both checkpoints
     */
    public SignedNote cosign(Checkpoint before, SignedNote note, NoteKey logKey, ConsistencyProof proof) {
        Checkpoint now = Checkpoint.open(note, before.origin(), logKey);
        if (!grew(before, now, proof)) {
            throw new InvalidProof("The log " + before.origin() + " shows " + now.size()
                    + " entries that do not extend the " + before.size()
                    + " seen before. Keep both checkpoints: together they prove two histories.");
        }
        return cosigned(note);
    }

    private static boolean grew(Checkpoint before, Checkpoint now, ConsistencyProof proof) {
        return proof.from() == before.size() && proof.to() == now.size() && proof.proves(before.root(), now.root());
    }

    private SignedNote cosigned(SignedNote note) {
        byte[] signature =
                Cosignature.sign(ed25519, note.text(), clock.instant()).bytes();
        return note.with(new SignedNote.Line(key.name(), key.id(), signature));
    }

    /** When the witness with this key cosigned the note, if it did. */
    public static Optional<Instant> cosignedAt(SignedNote note, NoteKey witness) {
        if (witness.kind() != NoteKey.Kind.COSIGNATURE
                || note.signatures().stream().noneMatch(witness::claims)) {
            return Optional.empty();
        }
        note.signedBy(List.of(witness));
        return note.signatures().stream()
                .filter(witness::claims)
                .flatMap(line -> Cosignature.read(line.signature()).stream())
                .map(cosignature -> Instant.ofEpochSecond(cosignature.time()))
                .findFirst();
    }
}
