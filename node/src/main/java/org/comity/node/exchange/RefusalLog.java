package org.comity.node.exchange;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.comity.node.exchange.as4.Refusal;
import org.comity.node.time.WallClock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Journals what was refused, each in its own transaction, but no more of it than a reader could use. */
@Component
class RefusalLog {

    private static final Logger log = LoggerFactory.getLogger(RefusalLog.class);

    /** Anyone who reaches the door can be refused; nobody may fill the journal that way. Peers' faults all count. */
    static final int MOST_A_MINUTE = 30;

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int LONGEST_CLAIM = 100;

    private final TransactionOperations transaction;
    private final ApplicationEventPublisher events;
    private final Clock wallClock;

    /** What this node sends itself to see that it is refused. */
    private final Set<String> expected = ConcurrentHashMap.newKeySet();

    // guarded by this
    private @Nullable Instant minuteBegan;
    private int recorded;
    private long unsaid;

    RefusalLog(TransactionOperations transaction, ApplicationEventPublisher events, @WallClock Clock wallClock) {
        this.transaction = transaction;
        this.events = events;
        this.wallClock = wallClock;
    }

    /** The refusal of this message is a trial, and no event in the life of the node. */
    void expect(MessageId trial) {
        expected.add(trial.value());
    }

    void expectNoLonger(MessageId trial) {
        expected.remove(trial.value());
    }

    void record(Refusal refusal, byte[] body) {
        if (refusal.messageId().filter(expected::contains).isPresent()) {
            return;
        }
        long before = refusal.reason().senderIsProved() ? 0 : leftOutBefore();
        if (before < 0) {
            return;
        }
        String claimed = plain(refusal.claimedParty().orElse("unknown"));
        String id = plain(refusal.messageId().orElse("unknown"));
        log.warn("Refused a message that claims to be {} from {}: {}", id, claimed, refusal.text());
        transaction.executeWithoutResult(status -> events.publishEvent(
                ExchangeStep.refused(id, claimed, refusal.reason().token(), refusal.text(), body, before)));
    }

    /** How many refusals were left out since the last recorded one; -1 if this one is left out too. */
    private synchronized long leftOutBefore() {
        Instant now = wallClock.instant();
        if (minuteBegan == null || !now.isBefore(minuteBegan.plus(MINUTE))) {
            minuteBegan = now;
            recorded = 0;
        }
        if (recorded == MOST_A_MINUTE) {
            unsaid++;
            return -1;
        }
        recorded++;
        long before = unsaid;
        unsaid = 0;
        return before;
    }

    private static String plain(String claim) {
        String printable = claim.replaceAll("[^\\x20-\\x7E]", "?");
        return printable.length() > LONGEST_CLAIM ? printable.substring(0, LONGEST_CLAIM) + "…" : printable;
    }
}
