package org.comity.node.exchange;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.time.Clock;
import java.util.Optional;
import org.comity.ledger.AddCheckpoint;
import org.comity.ledger.HttpTileSource;
import org.comity.node.directory.Channel;
import org.comity.node.directory.PartyId;
import org.comity.node.directory.Peer;
import org.comity.node.directory.Peers;
import org.comity.node.journal.OtherJournal;
import org.comity.node.journal.OtherJournals;
import org.comity.node.journal.OtherJournals.Answer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** This node as a witness of its peers' journals. What looks wrong is looked at where the peer publishes it. */
@Component
class CosigningOthers {

    /** One timer a peer: however often it is asked for, one look is enough. */
    static final TaskDescriptor<Void> LOOK = TaskDescriptor.of("exchange-look-at-journal");

    private final Peers peers;
    private final OtherJournals journals;
    private final ObjectProvider<Scheduler> scheduler;
    private final Clock clock;

    CosigningOthers(Peers peers, OtherJournals journals, ObjectProvider<Scheduler> scheduler, Clock clock) {
        this.peers = peers;
        this.journals = journals;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    static OtherJournal journalOf(Peer peer) {
        return OtherJournal.of(
                peer.party().value(), peer.card().url(), peer.card().root().getPublicKey());
    }

    /** Empty if no peer has such a journal. */
    Optional<Answer> answer(String origin, AddCheckpoint asked) {
        Optional<Peer> peer = peers.all().stream()
                .filter(it -> journalOf(it).key().name().equals(origin))
                .findFirst();
        return peer.map(it -> {
            Answer answer = journals.cosign(journalOf(it), asked);
            if (answer instanceof Answer.Unproven
                    || answer instanceof Answer.Conflict(long _, boolean suspicious) && suspicious) {
                scheduler
                        .getObject()
                        .scheduleIfNotExists(
                                new TaskInstance<>(
                                        LOOK.getTaskName(), it.party().value()),
                                clock.instant());
            }
            return answer;
        });
    }

    /** Each peer on the network. */
    void lookAtAll() {
        peers.all().stream()
                .filter(peer -> peer.channel() == Channel.AS4)
                .forEach(peer -> look(peer.party().value()));
    }

    /** Keeps the evidence, if there is any. */
    void look(String party) {
        peers.find(new PartyId(party))
                .map(CosigningOthers::journalOf)
                .ifPresent(journal -> journals.look(journal, new HttpTileSource(journal.published())));
    }
}
