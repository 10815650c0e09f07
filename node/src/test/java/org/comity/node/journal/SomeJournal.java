package org.comity.node.journal;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comity.ledger.Checkpoint;
import org.comity.ledger.Frontier;
import org.comity.ledger.Hash;
import org.comity.ledger.InclusionProof;
import org.comity.ledger.NoteSigner;
import org.comity.ledger.SignedNote;
import org.comity.ledger.Subtree;
import org.comity.ledger.Witness;

/** A journal in memory. */
final class SomeJournal {

    private static final Instant NOW = Instant.parse("2026-11-22T01:14:09Z");

    private final URI node;
    private final KeyPair keys = keys();
    private final List<Entry> entries = new ArrayList<>();

    SomeJournal(String host) {
        this.node = URI.create("https://" + host);
    }

    void add(String what, String message, Map<String, Object> facts) {
        Details.Kept kept = Details.Kept.of(facts, new SecureRandom());
        entries.add(new Entry(
                entries.size(), NOW, "party XX-example", "message:" + message, what, kept.commitment(), kept));
    }

    /** @param other cosigned it */
    History history(String conversation, SomeJournal other) {
        Map<Subtree, Hash> tree = new HashMap<>();
        Frontier frontier = Frontier.EMPTY;
        for (Entry entry : entries) {
            Frontier.Growth growth = frontier.append(entry.leaf());
            growth.completed().forEach(each -> tree.put(each.subtree(), each.hash()));
            frontier = growth.frontier();
        }
        NoteSigner signer = NoteSigner.of(Origin.ofJournal(node), keys);
        Checkpoint checkpoint = Checkpoint.of(signer.key().name(), entries.size(), frontier.root());
        Witness witness = Witness.of(Origin.ofWitness(other.node), other.keys, Clock.fixed(NOW, ZoneOffset.UTC));
        SignedNote note =
                witness.cosignFirst(checkpoint.signedBy(signer), signer.key().name(), signer.key());
        return History.of(
                conversation,
                entries.stream()
                        .map(entry -> Disclosure.of(
                                new ProvenEntry(
                                        entry,
                                        InclusionProof.of(entry.position(), entries.size(), tree::get),
                                        checkpoint),
                                true,
                                note,
                                signer.key(),
                                List.of(witness.key())))
                        .toList());
    }

    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
