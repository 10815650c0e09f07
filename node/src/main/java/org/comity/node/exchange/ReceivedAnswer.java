package org.comity.node.exchange;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.node.directory.Fingerprint;
import org.comity.node.directory.PartyId;
import org.comity.node.frame.Noted;

/**
 * What came from an organisation without a node: a mail, or what a person typed in from a letter.
 *
 * @param cameBy the mailbox, or the person who brought it
 * @param sender as it says; only the signature proves it
 * @param sealed whether it came encrypted
 * @param signer by whose certificate it was signed, known or not
 * @param trouble why it can't be read; then text and enclosures are empty, and the mail itself is kept
 * @param suggestion the message that it seems to answer
 * @param settled empty while it waits in the tray
 */
public record ReceivedAnswer(
        UUID id,
        Instant cameAt,
        String cameBy,
        String sender,
        String subject,
        boolean sealed,
        SignatureCheck signature,
        Optional<Fingerprint> signer,
        String text,
        List<Attached> attached,
        Optional<Noted> trouble,
        Optional<MessageId> suggestion,
        Optional<Settled> settled) {

    public ReceivedAnswer {
        attached = List.copyOf(attached);
    }

    /** A document that came with it; its bytes are read with {@link Answers#enclosure}. */
    public record Attached(int number, String name, String type, long bytes) {}

    /** What became of it. */
    public sealed interface Settled {
        Instant at();

        /** The node itself, if the signature proved the sender; else the person. */
        String by();

        record Filed(Instant at, String by, MessageId answers, UUID conversation, PartyId from) implements Settled {}

        record SetAside(Instant at, String by, String because) implements Settled {}
    }
}
