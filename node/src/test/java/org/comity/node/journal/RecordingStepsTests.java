package org.comity.node.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.comity.node.NodeTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@NodeTest(properties = "comity.organisation=Recording steps (test)")
class RecordingStepsTests {

    @Autowired
    Journal journal;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    final String subject = "request:" + UUID.randomUUID();

    @Test
    void aCommittedStepHasItsEntry() {
        inTransaction(() -> events.publishEvent(TestStep.about(subject)));

        Entry entry = journal.entriesAbout(subject).getFirst();
        assertThat(entry.what()).isEqualTo("request-preserved");
        assertThat(entry.actor()).isEqualTo("duty officer");
        assertThat(((Details.Kept) entry.details()).facts())
                .containsExactly(Map.entry("state", "preserved"), Map.entry("days", 60));
        assertThat(journal.proofOf(entry.position()).orElseThrow().holds()).isTrue();
        assertThat(journal.verify()).isInstanceOf(Verification.Intact.class);
    }

    @Test
    void aRolledBackStepLeavesNoEntry() {
        long before = size();
        assertThatThrownBy(() -> inTransaction(() -> {
                    events.publishEvent(TestStep.about(subject));
                    throw new IllegalStateException("the step failed");
                }))
                .hasMessage("the step failed");

        assertThat(journal.entriesAbout(subject)).isEmpty();
        assertThat(size()).isEqualTo(before);
    }

    @Test
    void aStepWhoseEntryCannotBeWrittenDoesNotHappen() {
        jdbc.sql("create table if not exists public.done (subject text)").update();
        TestStep unwritable = new TestStep(subject, "too-much", "x\u0000y", Map.of());

        assertThatThrownBy(() -> inTransaction(() -> {
                    jdbc.sql("insert into public.done values (?)")
                            .param(subject)
                            .update();
                    events.publishEvent(unwritable);
                }))
                .isInstanceOf(DataIntegrityViolationException.class);

        assertThat(jdbc.sql("select count(*) from public.done where subject = ?")
                        .param(subject)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(journal.entriesAbout(subject)).isEmpty();
    }

    @Test
    void aStepOutsideATransactionIsRefused() {
        assertThatThrownBy(() -> events.publishEvent(TestStep.about(subject)))
                .isInstanceOf(StepOutsideTransaction.class)
                .hasMessageContaining("outside a transaction");
        assertThat(journal.entriesAbout(subject)).isEmpty();
    }

    @Test
    void aStepPublishedByTheLastCallbackBeforeTheCommitIsRecorded() {
        inTransaction(() -> TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                events.publishEvent(TestStep.about(subject));
            }
        }));
        assertThat(journal.entriesAbout(subject)).hasSize(1);
    }

    @Test
    void aStepPublishedAfterTheCommitIsRefused() {
        assertThatThrownBy(() -> inTransaction(() ->
                        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                            @Override
                            public void afterCommit() {
                                events.publishEvent(TestStep.about(subject));
                            }
                        })))
                .isInstanceOf(StepOutsideTransaction.class)
                .hasMessageContaining("Publish it before the commit");
        assertThat(journal.entriesAbout(subject)).isEmpty();
    }

    @Test
    void anInnerTransactionKeepsItsStepsWhenTheOuterRollsBack() {
        TransactionTemplate inner = new TransactionTemplate(transactions);
        inner.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);

        assertThatThrownBy(() -> inTransaction(() -> {
                    events.publishEvent(TestStep.about(subject));
                    inner.executeWithoutResult(_ -> events.publishEvent(TestStep.about(subject + "-inner")));
                    throw new IllegalStateException("the outer step failed");
                }))
                .hasMessage("the outer step failed");

        assertThat(journal.entriesAbout(subject)).isEmpty();
        assertThat(journal.entriesAbout(subject + "-inner")).hasSize(1);
    }

    @Test
    void aStepRolledBackToASavepointLeavesNoEntryWhileTheRestIsRecorded() {
        TransactionTemplate nested = new TransactionTemplate(transactions);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);

        inTransaction(() -> {
            events.publishEvent(TestStep.about(subject + "-kept"));
            nested.executeWithoutResult(status -> {
                events.publishEvent(TestStep.about(subject + "-undone"));
                status.setRollbackOnly();
            });
            events.publishEvent(TestStep.about(subject + "-kept"));
        });

        assertThat(journal.entriesAbout(subject + "-kept")).hasSize(2);
        assertThat(journal.entriesAbout(subject + "-undone")).isEmpty();
    }

    @Test
    void manyStepsAtOnceSomeRolledBackLeaveNoGapAndATreeThatVerifies() throws Exception {
        long before = size();
        int transactionsRun = 240;
        List<Callable<Integer>> work = IntStream.range(0, transactionsRun)
                .<Callable<Integer>>mapToObj(number -> () -> {
                    int steps = 1 + number % 3;
                    boolean fails = number % 4 == 0;
                    new TransactionTemplate(transactions).executeWithoutResult(status -> {
                        for (int step = 0; step < steps; step++) {
                            events.publishEvent(TestStep.about(subject));
                        }
                        if (fails) {
                            status.setRollbackOnly();
                        }
                    });
                    return fails ? 0 : steps;
                })
                .toList();
        long after;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            after = before + sum(threads.invokeAll(work));
        }

        assertThat(size()).isEqualTo(after);
        assertThat(journal.entriesAbout(subject))
                .extracting(Entry::position)
                .containsExactlyElementsOf(
                        LongStream.range(before, after).boxed().toList());
        assertThat(journal.verify())
                .isInstanceOfSatisfying(
                        Verification.Intact.class,
                        intact -> assertThat(intact.size()).isEqualTo(after));
        long position = (before + after) / 2;
        assertThat(journal.proofOf(position).orElseThrow().holds()).isTrue();
    }

    @Test
    void twoStepsThatWaitForEachOthersRowsInTurnDoNotDeadlockInTheJournal() throws Exception {
        jdbc.sql("create table if not exists public.counter (id int primary key, value int)")
                .update();
        jdbc.sql("insert into public.counter values (1, 0) on conflict do nothing")
                .update();
        // each publishes first and updates the same row after: with the journal's lock taken first this would deadlock
        Callable<Void> publishThenUpdate = () -> {
            inTransaction(() -> {
                events.publishEvent(TestStep.about(subject));
                jdbc.sql("update public.counter set value = value + 1 where id = 1")
                        .update();
            });
            return null;
        };
        Callable<Void> updateThenPublish = () -> {
            inTransaction(() -> {
                jdbc.sql("update public.counter set value = value + 1 where id = 1")
                        .update();
                events.publishEvent(TestStep.about(subject));
            });
            return null;
        };
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Void>> work = IntStream.range(0, 40)
                    .mapToObj(number -> number % 2 == 0 ? publishThenUpdate : updateThenPublish)
                    .toList();
            for (Future<Void> done : threads.invokeAll(work)) {
                done.get();
            }
        }
        assertThat(journal.entriesAbout(subject)).hasSize(40);
    }

    private static int sum(List<Future<Integer>> all) throws Exception {
        int sum = 0;
        for (Future<Integer> each : all) {
            sum += each.get();
        }
        return sum;
    }

    private long size() {
        return jdbc.sql("select size from journal.tip").query(Long.class).single();
    }

    private void inTransaction(Runnable step) {
        new TransactionTemplate(transactions).executeWithoutResult(_ -> step.run());
    }
}
