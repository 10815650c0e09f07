package org.comity.node.cooperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.request.ActRefused;
import org.comity.node.cooperation.request.DraftPart;
import org.comity.node.cooperation.request.DraftSaved;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.cooperation.request.Safeguards;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.transaction.support.TransactionTemplate;

/** Two people write on one draft. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DraftSavingTests {

    private TwoNodes nodes;
    private TestNode portugal;
    private DraftingRequest drafting;

    @BeforeAll
    void open() {
        nodes = new TwoNodes();
        portugal = nodes.portugal;
        drafting = portugal.the(DraftingRequest.class);
    }

    @AfterAll
    void close() {
        nodes.close();
    }

    @Test
    void ofTwoWhoSaveAtTheSameInstantOneIsToldAndNothingIsLost() throws Exception {
        var id = nodes.drafted();
        var seen = nodes.version(id);
        var before = portugal.view(id).request().content();
        var officers = before.withRequestedState("JP");
        var lawyers = before.withSafeguards(new Safeguards("Another law", "Another need", "Another measure"));
        var outcomes = new ArrayList<Object>();

        for (var save : atOnce(
                id,
                () -> drafting.save(portugal.officer, id, seen, officers),
                () -> drafting.save(portugal.secondApprover, id, seen, lawyers))) {
            outcomes.add(outcomeOf(save));
        }

        assertThat(outcomes).containsOnlyOnce(seen + 1);
        var officerWon = outcomes.getFirst().equals(seen + 1);
        assertThat(portugal.view(id).request().content())
                .as("all that the winner saved, and nothing else")
                .isEqualTo(officerWon ? officers : lawyers);
        var told = (ActRefused.ChangedMeanwhile) outcomes.get(officerWon ? 1 : 0);
        assertThat(told.savings()).singleElement().satisfies(saved -> {
            assertThat(saved.by()).isEqualTo((officerWon ? portugal.officer : portugal.secondApprover).name());
            assertThat(saved.at()).isEqualTo(portugal.clock.instant());
            assertThat(saved.parts()).contains(officerWon ? DraftPart.WHERE : DraftPart.SAFEGUARDS);
        });
    }

    @Test
    void aRouteChosenWhileAnotherSavesIsNotTakenForWhatWasNotShown() throws Exception {
        var id = nodes.drafted();
        var seen = nodes.version(id);
        var elsewhere = portugal.view(id).request().content().withRequestedState("JP");

        var outcomes = new ArrayList<Object>();
        for (var save : atOnce(
                id,
                () -> drafting.save(portugal.officer, id, seen, elsewhere),
                () -> drafting.chooseRoute(portugal.secondApprover, id, seen, "ets185:29", nodes.brazil.party))) {
            outcomes.add(outcomeOf(save));
        }

        assertThat(outcomes).containsOnlyOnce(seen + 1).hasAtLeastOneElementOfType(ActRefused.ChangedMeanwhile.class);
    }

    @Test
    void aDraftIsHandedOverOnlyAsItWasChecked() {
        var id = nodes.drafted();
        var checked = nodes.version(id);
        var content = portugal.view(id).request().content();
        drafting.save(portugal.officer, id, checked, content.withFacts("Quite another story."));

        assertThatThrownBy(() -> drafting.submit(portugal.officer, id, checked))
                .isInstanceOf(ActRefused.ChangedMeanwhile.class);
        assertThat(portugal.state(id)).isEqualTo(RequestState.DRAFT);
    }

    @Test
    void everySavingSinceIsTold() {
        var id = nodes.drafted();
        var seen = nodes.version(id);
        var content = portugal.view(id).request().content();
        var withFacts = content.withFacts("More is known now.");
        var next = drafting.save(portugal.officer, id, seen, withFacts);
        drafting.save(portugal.secondApprover, id, next, withFacts.withMissingReason("Left out for now."));

        assertThatThrownBy(() -> drafting.save(portugal.officer, id, seen, content))
                .isInstanceOfSatisfying(
                        ActRefused.ChangedMeanwhile.class,
                        told -> assertThat(told.savings())
                                .containsExactly(
                                        new DraftSaved(
                                                portugal.officer.name(),
                                                portugal.clock.instant(),
                                                List.of(DraftPart.OFFENCE)),
                                        new DraftSaved(
                                                portugal.secondApprover.name(),
                                                portugal.clock.instant(),
                                                List.of(DraftPart.SAFEGUARDS))));
        assertThat(portugal.view(id).request().content().missingReason()).isEqualTo("Left out for now.");
    }

    /** Both wait in the database for the row of the draft before either may write. */
    private ArrayList<Future<Integer>> atOnce(RequestId id, IntSupplier one, IntSupplier other) throws Exception {
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            var saves = new ArrayList<Future<Integer>>();
            portugal.the(TransactionTemplate.class).executeWithoutResult(holding -> {
                portugal.the(Requests.class).hold(id);
                saves.add(writers.submit(one::getAsInt));
                saves.add(writers.submit(other::getAsInt));
                awaitTwoWaiting();
            });
            return saves;
        }
    }

    private void awaitTwoWaiting() {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (waiting() < 2) {
            assertThat(System.nanoTime())
                    .as("both writers should wait for the draft")
                    .isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private int waiting() {
        // a transaction sees one picture of the activity until it asks for a new one
        portugal.jdbc()
                .sql("select pg_stat_clear_snapshot()")
                .query((row, number) -> row.getString(1))
                .list();
        return portugal.jdbc().sql("""
                        select count(*) from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock'
                        """).query(Integer.class).single();
    }

    private static Object outcomeOf(Future<Integer> save) throws InterruptedException {
        try {
            return save.get();
        } catch (ExecutionException refused) {
            return refused.getCause();
        }
    }
}
