package org.comity.node.journal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comity.ledger.Frontier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes every {@link Journaled} event into the journal, in the publisher's own transaction: no entry, no step.
 *
 * <p>Two moments make it hard to go round:
 *
 * <ul>
 *   <li>When an event is published, a plain listener, which runs within the publisher's call, demands an open
 *       transaction and takes the step in. A {@code @TransactionalEventListener} would drop the event in silence when
 *       there is none.
 *   <li>When the transaction is about to commit, after every other callback has run, all its steps are written. A
 *       {@code BEFORE_COMMIT} listener would miss an event that another such listener publishes. Whatever fails here
 *       rolls the step back. An event published later still, after the commit, is refused.
 * </ul>
 *
 * <p>Since the journal's lock is the last that a transaction takes, two steps never wait for each other in a circle,
 * and it is held only while entries are written and committed.
 */
@Component
class RecordingSteps implements TransactionExecutionListener {

    private final Entries entries;
    private final Tree tree;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    RecordingSteps(Entries entries, Tree tree, Clock clock) {
        this.entries = entries;
        this.tree = tree;
        this.clock = clock;
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        if (failure == null && transaction.isNewTransaction()) { // a savepoint begins none of its own
            TransactionSynchronizationManager.registerSynchronization(new Steps(this));
        }
    }

    @EventListener
    void takeIn(Journaled event) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || !(TransactionSynchronizationManager.getResource(this) instanceof Steps steps)) {
            throw new StepOutsideTransaction("The step " + event.what() + " of " + event.subject()
                    + " was published outside a transaction, so its journal entry could not stand or fall with it.");
        }
        if (steps.written) {
            throw new StepOutsideTransaction("The step " + event.what() + " of " + event.subject()
                    + " was published after its transaction had been written. Publish it before the commit.");
        }
        steps.add(new Step(event.actor(), event.subject(), event.what(), Details.Kept.of(event.details(), random)));
    }

    @Override
    public void beforeCommit(TransactionExecution transaction) {
        if (transaction.isNewTransaction()
                && TransactionSynchronizationManager.getResource(this) instanceof Steps steps) {
            steps.written = true;
            if (!steps.taken.isEmpty()) {
                write(steps.taken);
            }
        }
    }

    private void write(List<Step> steps) {
        Frontier tip = tree.lockTip();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS); // as PostgreSQL keeps it
        List<Frontier.Completed> completed = new ArrayList<>();
        for (Step step : steps) {
            Entry entry = step.at(tip.size(), now);
            entries.add(entry, step.details());
            Frontier.Growth growth = tip.append(entry.leaf());
            completed.addAll(growth.completed());
            tip = growth.frontier();
        }
        tree.grow(completed, tip);
    }

    /** A step that has no place in the journal yet. */
    private record Step(String actor, String subject, String what, Details.Kept details) {
        Entry at(long position, Instant now) {
            return new Entry(position, now, actor, subject, what, details.commitment(), details);
        }
    }

    /** The steps of one transaction; put aside while an inner one runs, cut back with a savepoint. */
    private static final class Steps implements TransactionSynchronization {

        private final Object key;
        private final List<Step> taken = new ArrayList<>();
        private final Map<Object, Integer> savepoints = new HashMap<>();
        private boolean written;

        Steps(Object key) {
            this.key = key;
            TransactionSynchronizationManager.bindResource(key, this);
        }

        void add(Step step) {
            taken.add(step);
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(key);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(key, this);
        }

        @Override
        public void savepoint(Object savepoint) {
            savepoints.put(savepoint, taken.size());
        }

        @Override
        public void savepointRollback(Object savepoint) {
            taken.subList(savepoints.getOrDefault(savepoint, 0), taken.size()).clear();
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(key);
        }
    }
}
