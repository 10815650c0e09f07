package org.comity.node.journal;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.comity.ledger.Checkpoint;
import org.comity.ledger.Frontier;
import org.comity.ledger.Hash;
import org.comity.ledger.InclusionProof;
import org.comity.ledger.NoteKey;
import org.comity.ledger.NoteSigner;
import org.comity.ledger.SignedNote;
import org.comity.ledger.Subtree;
import org.comity.ledger.Witness;

/** Journal entries with their proofs, without a node. */
public final class SomeDisclosures {

    public static final Instant RECEIVED = Instant.parse("2026-11-22T01:14:09Z");
    private static final URI NODE = URI.create("https://node.example.org");
    static final int POSITION = 5;
    private static final int SIZE = 11;

    private SomeDisclosures() {}

    public static Disclosure withDetails() {
        return receivedRequest(NoteSigner.of(Origin.ofJournal(NODE), keys()), true);
    }

    public static Disclosure withoutDetails() {
        return receivedRequest(NoteSigner.of(Origin.ofJournal(NODE), keys()), false);
    }

    /** That a request was received, in the journal that this signs. */
    public static Disclosure receivedRequest(NoteSigner signer, boolean withDetails) {
        Map<Subtree, Hash> tree = new HashMap<>();
        Frontier frontier = Frontier.EMPTY;
        Entry disclosed = entry(POSITION);
        for (int position = 0; position < SIZE; position++) {
            Entry entry = position == POSITION ? disclosed : entry(position);
            Frontier.Growth growth = frontier.append(entry.leaf());
            growth.completed().forEach(each -> tree.put(each.subtree(), each.hash()));
            frontier = growth.frontier();
        }
        Checkpoint checkpoint = Checkpoint.of(signer.key().name(), SIZE, frontier.root());
        Witness witness = Witness.of(
                "witness.example.net/witness", keys(), Clock.fixed(RECEIVED.plusSeconds(60), ZoneOffset.UTC));
        SignedNote note =
                witness.cosignFirst(checkpoint.signedBy(signer), signer.key().name(), signer.key());
        List<NoteKey> witnesses = List.of(witness.key());
        return Disclosure.of(
                new ProvenEntry(disclosed, InclusionProof.of(POSITION, SIZE, tree::get), checkpoint),
                withDetails,
                note,
                signer.key(),
                witnesses);
    }

    private static Entry entry(int position) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("route", "ets185:29");
        facts.put("content-sha256", "9f86d081884c7d65");
        Details.Kept kept = Details.Kept.of(facts, new SecureRandom());
        return new Entry(
                position,
                RECEIVED,
                "party BR-contact-point",
                "request:7f0c",
                "request-received",
                kept.commitment(),
                kept);
    }

    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
