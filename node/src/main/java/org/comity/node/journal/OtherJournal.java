package org.comity.node.journal;

import java.net.URI;
import java.security.PublicKey;
import org.comity.ledger.NoteKey;

/**
 * The journal of another node, under the key that its card names.
 *
 * @param party by which people know the node
 * @param key signs its checkpoints
 * @param witness by which that node cosigns those of others
 * @param published where it shows its journal and takes ours
 */
public record OtherJournal(String party, NoteKey key, NoteKey witness, URI published) {

    /** @param url the node's address
     * @param root the node's root key, which signs its journal */
    public static OtherJournal of(String party, URI url, PublicKey root) {
        return new OtherJournal(
                party,
                NoteKey.of(Origin.ofJournal(url), root),
                NoteKey.ofWitness(Origin.ofWitness(url), root),
                Origin.published(url));
    }
}
