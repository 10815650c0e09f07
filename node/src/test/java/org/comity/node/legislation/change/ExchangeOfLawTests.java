package org.comity.node.legislation.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.comity.law.DataCategory;
import org.comity.law.Measure;
import org.comity.law.Offence;
import org.comity.law.Route;
import org.comity.law.RoutePlanner;
import org.comity.law.RouteQuery;
import org.comity.law.Standing;
import org.comity.law.StateCode;
import org.comity.node.NodeTest;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.comity.node.identity.SomePeople;
import org.comity.node.lawbook.CurrentLaw;
import org.comity.node.legislation.change.ChangeRefused.Reason;
import org.comity.node.time.ShiftableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A change of law is proposed by one, reviewed by another, holds from its day, and can be taken back. */
@NodeTest(properties = "comity.test.room=exchange-of-law")
class ExchangeOfLawTests {

    private static final StateCode KENYA = new StateCode("KE");
    private static final StateCode PORTUGAL = new StateCode("PT");

    @Autowired
    ProposingChange proposing;

    @Autowired
    ReviewingChange reviewing;

    @Autowired
    ReadingChanges reading;

    @Autowired
    Fitting fitting;

    @Autowired
    Proposals proposals;

    @Autowired
    CurrentLaw law;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    ShiftableClock shift;

    private Person expert;
    private Person reviewer;

    @BeforeEach
    void staff() {
        expert = SomePeople.with(jdbc, Role.LAW_EXPERT);
        reviewer = SomePeople.with(jdbc, Role.LAW_REVIEWER, Role.LAW_EXPERT);
    }

    @Test
    void aPublishedAccessionOpensTheRouteFromItsDayUntilItIsTakenBack() {
        LocalDate day = today().plusMonths(3);
        assertThat(underBudapest(day)).isNotEqualTo(Optional.of(Standing.OPEN));

        Proposal accession = published(Kind.STATUS, accession(day));

        assertThat(underBudapest(day)).contains(Standing.OPEN);
        assertThat(underBudapest(day.minusDays(1))).contains(Standing.CLOSED);

        Proposal back = proposing.revert(expert, accession.id(), "The deposit was not accepted.");
        assertThat(underBudapest(day)).as("a revert is reviewed too").contains(Standing.OPEN);
        reviewing.publish(reviewer, back.id(), back.version(), "");

        assertThat(underBudapest(day)).isNotEqualTo(Optional.of(Standing.OPEN));
        assertThat(reading.proposal(reviewer, accession.id()).state()).isEqualTo(ProposalState.REVERTED);
    }

    @Test
    void theReviewerSeesEachFieldAndTheRoutesThatOpen() {
        Proposal proposal = proposed(Kind.STATUS, accession(today().plusMonths(3)));

        ReadingChanges.View view = reading.view(reviewer, proposal.id());

        assertThat(view.misfit()).isEmpty();
        assertThat(view.difference())
                .singleElement()
                .satisfies(row -> assertThat(row.fields())
                        .anySatisfy(field -> assertThat(field.column()).isEqualTo("entry_into_force")));
        assertThat(view.effects())
                .anySatisfy(effect -> assertThat(effect.after()).contains(Standing.OPEN));
    }

    @Test
    void nobodyPublishesWhatTheyProposed() {
        Person both = SomePeople.with(jdbc, Role.LAW_EXPERT, Role.LAW_REVIEWER);
        Proposal draft = proposing.open(both, Kind.STATUS, accession(today()), "");
        Proposal proposal = proposing.submit(both, draft.id(), draft.version());

        assertThat(refused(() -> reviewing.publish(both, proposal.id(), proposal.version(), "")))
                .isEqualTo(Reason.OWN_PROPOSAL);
        assertThatThrownBy(() -> jdbc.sql("update legislation.proposal set reviewer = proposer where id = :id")
                        .param("id", proposal.id().value())
                        .update())
                .as("the database refuses it too")
                .isInstanceOf(DataIntegrityViolationException.class);
        proposing.withdraw(both, proposal.id(), proposal.version());
    }

    @Test
    void whatIsSentBackComesWithTheReasonAndCanBeHandedOverAgain() {
        Proposal proposal = proposed(Kind.STATUS, accession(today().plusMonths(3)));
        Proposal back = reviewing.sendBack(reviewer, proposal.id(), proposal.version(), "Cite the depositary.");

        assertThat(back.state()).isEqualTo(ProposalState.DRAFT);
        assertThat(back.remark()).isEqualTo("Cite the depositary.");
        assertThat(proposing.submit(expert, back.id(), back.version()).state()).isEqualTo(ProposalState.PROPOSED);
        assertThat(reading.view(expert, back.id()).steps()).hasSize(3);
    }

    @Test
    void everyFaultOfAFormIsToldAndNothingTypedIsLost() {
        Map<String, String> typed = new HashMap<>(accession(today()));
        typed.put("method", "joining");
        typed.put("entry_into_force", "next spring");
        typed.put("source", "");
        Proposal draft = proposing.open(expert, Kind.STATUS, typed, "typed in a hurry");

        assertThatThrownBy(() -> proposing.submit(expert, draft.id(), draft.version()))
                .isInstanceOfSatisfying(
                        ChangeRefused.class,
                        refused -> assertThat(refused.faults())
                                .extracting("column")
                                .contains("method", "entry_into_force", "source"));
        assertThat(reading.proposal(expert, draft.id()).row().cell("entry_into_force"))
                .isEqualTo("next spring");
    }

    @Test
    void oneWhoSavesOnAnOlderVersionOverwritesNothing() {
        Proposal draft = proposing.open(expert, Kind.STATUS, accession(today()), "");
        proposing.save(expert, draft.id(), draft.version(), accession(today().plusDays(1)), "first");

        assertThat(refused(() -> proposing.save(expert, draft.id(), draft.version(), Map.of(), "second")))
                .isEqualTo(Reason.CHANGED_MEANWHILE);
        assertThat(reading.proposal(expert, draft.id()).why()).isEqualTo("first");
    }

    @Test
    void anInstitutionAnswersFromItsDayOn() {
        LocalDate day = today().plusDays(10);
        Map<String, String> cells = new HashMap<>(origin());
        cells.putAll(Map.of(
                "state", "NA",
                "function", "24-7-contact",
                "instrument", "ets185",
                "institution", "Cybercrime Unit of the Police",
                "kind", "police",
                "always_on", "true",
                "valid_from", day.toString()));
        published(Kind.AUTHORITY, cells);

        assertThat(law.now().authoritiesOf(new StateCode("NA"))).isEmpty();
        shift.advance(Duration.ofDays(11));
        assertThat(law.now().authoritiesOf(new StateCode("NA"))).hasSize(1);
    }

    @Test
    void aBillIsShownAndNoPlanIsBuiltOnIt() {
        Map<String, String> cells = new HashMap<>(origin());
        cells.putAll(Map.of(
                "state", "KE", "title", "Cybercrime Amendment Bill", "stage", "committee", "maps_to", "ets185:6"));
        var before = law.now().nationalLaw(KENYA).orElseThrow().provisions();
        published(Kind.DRAFT_BILL, cells);

        assertThat(reading.bills("KE")).hasSize(1);
        assertThat(law.now().nationalLaw(KENYA).orElseThrow().provisions()).isEqualTo(before);
    }

    @Test
    void anotherPenaltyLeavesTheRestOfTheArticleAsItIs() {
        Map<String, String> cells = new HashMap<>(origin());
        cells.putAll(Map.of(
                "state", "KE",
                "maps_to", "ets185:2",
                "act", "cmca2018",
                "article", "14",
                "penalty_max_months", "60",
                "penalty_aggravated_max_months", "240",
                "valid_from", today().toString()));
        published(Kind.PENALTY, cells);

        assertThat(law.now().nationalLaw(KENYA).orElseThrow().on("ets185:2", today()))
                .filteredOn(provision -> provision.article().equals(Optional.of("14")))
                .singleElement()
                .satisfies(provision -> {
                    assertThat(provision.penaltyMaxMonths()).contains(60);
                    assertThat(provision.heading()).isEqualTo("Unauthorised access");
                });
    }

    @Test
    void aPublishedChangeThatNoLongerFitsStopsNothingAndIsShown() {
        Map<String, String> act = provision("new-act-fits", "1", "New Act");
        Proposal enacted = published(Kind.PROVISION, act);
        Proposal amended = published(Kind.PROVISION, provision("new-act-fits", "2", ""));
        // as after a refresh of the shipped data: what the second was built on is gone
        Proposal back = proposing.revert(expert, enacted.id(), "Never passed.");
        reviewing.publish(reviewer, back.id(), back.version(), "");

        assertThat(reading.proposal(expert, amended.id()).state()).isEqualTo(ProposalState.NO_LONGER_FITS);
        assertThat(law.now().nationalLaw(KENYA).orElseThrow().act("new-act-fits"))
                .isEmpty();
        assertThat(jdbc.sql(
                                "select count(*) from journal.entry where what = 'law-change-no-longer-fits' and subject = :s")
                        .param("s", "law-change:" + amended.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        fitting.lookAgain();
        assertThat(reading.proposal(expert, amended.id()).state()).isEqualTo(ProposalState.NO_LONGER_FITS);
    }

    @Test
    void everyStepIsInTheJournal() {
        Proposal proposal = published(Kind.STATUS, accession("UG", today().plusYears(2)));

        assertThat(jdbc.sql("select what from journal.entry where subject = :s order by position")
                        .param("s", "law-change:" + proposal.id())
                        .query(String.class)
                        .list())
                .containsExactly("law-change-submitted", "law-change-published");
    }

    @Test
    void aDraftIsItsWritersOwnAndWhatWasPublishedIsForAll() {
        Person officer = SomePeople.with(jdbc, Role.DUTY_OFFICER);
        Proposal draft = proposing.open(expert, Kind.STATUS, accession("ZW", today()), "");

        assertThat(reading.sees(expert, draft.id())).isTrue();
        assertThat(reading.sees(reviewer, draft.id())).isFalse();
        Proposal submitted = proposing.submit(expert, draft.id(), draft.version());
        assertThat(reading.sees(reviewer, draft.id())).isTrue();
        assertThat(reading.sees(officer, draft.id())).isFalse();
        reviewing.publish(reviewer, draft.id(), submitted.version(), "");
        assertThat(reading.sees(officer, draft.id())).isTrue();
    }

    private Proposal proposed(Kind kind, Map<String, String> cells) {
        Proposal draft = proposing.open(expert, kind, cells, "as the gazette says");
        return proposing.submit(expert, draft.id(), draft.version());
    }

    private Proposal published(Kind kind, Map<String, String> cells) {
        Proposal proposal = proposed(kind, cells);
        return reviewing.publish(reviewer, proposal.id(), proposal.version(), "read");
    }

    private static Reason refused(Runnable act) {
        try {
            act.run();
        } catch (ChangeRefused refused) {
            return refused.reason();
        }
        throw new AssertionError("It was not refused.");
    }

    private Map<String, String> accession(LocalDate day) {
        return accession("KE", day);
    }

    private Map<String, String> accession(String state, LocalDate day) {
        Map<String, String> cells = new HashMap<>(origin());
        cells.putAll(Map.of(
                "state",
                state,
                "instrument",
                "ets185",
                "method",
                "accession",
                "ratification",
                day.minusMonths(3).toString(),
                "entry_into_force",
                day.toString()));
        return cells;
    }

    private Map<String, String> provision(String act, String article, String title) {
        Map<String, String> cells = new HashMap<>(origin());
        cells.putAll(Map.of(
                "state", "KE",
                "act", act,
                "maps_to", "ets185:2",
                "article", article,
                "heading", "Access without right",
                "summary", "Access without right to any part of a system.",
                "coverage", "full",
                "act_title", title,
                "valid_from", today().toString()));
        return cells;
    }

    private Map<String, String> origin() {
        return Map.of("source", "https://example.org/gazette/7", "as_of", today().toString(), "basis", "verified");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private Optional<Standing> underBudapest(LocalDate on) {
        return new RoutePlanner(law.now())
                .plan(new RouteQuery(PORTUGAL, KENYA, on, Measure.PRESERVE, DataCategory.ANY, Offence.of("ets185:2")))
                .route("ets185:29")
                .map(Route::standing);
    }
}
