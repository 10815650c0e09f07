package org.comity.node.exchange;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.comity.ledger.Checkpoint;
import org.comity.ledger.InvalidNote;
import org.comity.ledger.SignedNote;
import org.comity.node.directory.Channel;
import org.comity.node.directory.PartyId;
import org.comity.node.directory.Peer;
import org.comity.node.directory.Peers;
import org.comity.node.journal.Contradiction.Nature;
import org.comity.node.journal.Cosignatures;
import org.comity.node.journal.Journal;
import org.comity.node.journal.OtherJournal;
import org.comity.node.journal.OtherJournals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * With each exchange, shows this node's journal to the counterpart and keeps its cosignature, so that this node cannot rewrite
 * what the other has seen. It happens after the exchange and never holds it up: a witness that does not answer delays no
 * request.
 */
@Component
class AskingWitnesses {

    /** One timer a peer: exchanges that follow each other closely are witnessed together. */
    static final TaskDescriptor<Void> ASK = TaskDescriptor.of("exchange-ask-witness");

    private static final Logger log = LoggerFactory.getLogger(AskingWitnesses.class);

    /** Steps of one exchange are several; the last of them should be in. */
    private static final Duration SETTLES = Duration.ofMillis(500);

    private static final Duration AGAIN = Duration.ofMinutes(5);
    private static final int OK = 200;
    private static final int CONFLICT = 409;
    private static final int UNPROVEN = 422;

    private final Journal journal;
    private final Cosignatures cosignatures;
    private final OtherJournals others;
    private final Peers peers;
    private final Post post = new Post(); // of its own: what it waits for holds up no message
    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;

    AskingWitnesses(
            Journal journal,
            Cosignatures cosignatures,
            OtherJournals others,
            Peers peers,
            ObjectProvider<Scheduler> scheduler,
            Clock clock) {
        this.journal = journal;
        this.cosignatures = cosignatures;
        this.others = others;
        this.peers = peers;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    @EventListener
    void received(EnvelopeReceived event) {
        soon(event.from());
    }

    @EventListener
    void delivered(DeliveryConfirmed event) {
        soon(event.to());
    }

    /** In the exchange's own transaction. */
    private void soon(PartyId party) {
        scheduler
                .getObject()
                .scheduleIfNotExists(
                        new TaskInstance<>(ASK.getTaskName(), party.value()),
                        clock.instant().plus(SETTLES));
    }

    /** Returns when to try again; nothing when the witness has answered, whatever it said. */
    Optional<Instant> attempt(String party) {
        Optional<Peer> peer = peers.find(new PartyId(party)).filter(it -> it.channel() == Channel.AS4);
        if (peer.isEmpty()) {
            return Optional.empty();
        }
        OtherJournal witness = CosigningOthers.journalOf(peer.get());
        SignedNote note = journal.checkpoint();
        long size = Checkpoint.parse(note.text()).size();
        long old = cosignatures.lastBy(witness.witness());
        if (size == old || note.signatures().isEmpty()) {
            return Optional.empty();
        }
        try {
            ask(witness, note, size, Math.min(old, size));
            // while it was under way, a further exchange found this timer there
            return journal.size() > size ? Optional.of(clock.instant().plus(SETTLES)) : Optional.empty();
        } catch (IOException e) {
            return Optional.of(clock.instant().plus(AGAIN));
        } catch (InvalidNote e) {
            log.warn("{} answers as a witness with what is no cosignature of it: {}", party, e.getMessage());
            return Optional.empty();
        }
    }

    private void ask(OtherJournal witness, SignedNote note, long size, long old) throws IOException {
        Post.Reply reply = post.send(witness, journal.addCheckpoint(old, note));
        if (reply.status() == CONFLICT) {
            long known = size(reply);
            if (known > size) {
                others.disputed(witness, note, Nature.SHORTER, answer(reply));
            } else if (known == size) {
                others.disputed(witness, note, Nature.SPLIT, answer(reply));
            } else if (known != old) {
                settle(witness, note, post.send(witness, journal.addCheckpoint(known, note)));
            }
            return;
        }
        settle(witness, note, reply);
    }

    private void settle(OtherJournal witness, SignedNote note, Post.Reply reply) {
        switch (reply.status()) {
            case OK -> cosignatures.keep(witness, note, lines(reply));
            case UNPROVEN -> others.disputed(witness, note, Nature.REWRITTEN, answer(reply));
            default -> log.info("{} cosigned nothing: it answers {}", witness.party(), reply.status());
        }
    }

    private static List<SignedNote.Line> lines(Post.Reply reply) {
        return text(reply).lines().map(SignedNote.Line::parse).toList();
    }

    private static long size(Post.Reply reply) {
        try {
            return Long.parseLong(text(reply).strip());
        } catch (NumberFormatException e) {
            throw new InvalidNote("no size comes with the conflict");
        }
    }

    private static String answer(Post.Reply reply) {
        return (reply.status() + " " + text(reply)).strip();
    }

    private static String text(Post.Reply reply) {
        return new String(reply.body(), StandardCharsets.UTF_8);
    }
}
