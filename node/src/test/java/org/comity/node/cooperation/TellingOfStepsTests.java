package org.comity.node.cooperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.comity.node.NodeTest;
import org.comity.node.cooperation.life.By;
import org.comity.node.cooperation.life.RequestEvent;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.request.CaseFile;
import org.comity.node.cooperation.request.Particulars;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.cooperation.request.Step;
import org.comity.node.directory.PartyId;
import org.comity.node.directory.Peers;
import org.comity.node.directory.SampleNodes;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.comity.node.identity.SomePeople;
import org.comity.node.notice.NoticeBoard;
import org.comity.node.notice.NoticeKind;
import org.comity.node.time.WallClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@NodeTest
class TellingOfStepsTests {

    private static final PartyId BRAZIL = new PartyId("BR-desk");

    @Autowired
    NoticeBoard board;

    @Autowired
    ApplicationContext node;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Peers peers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @WallClock
    Clock wall;

    private Person officer;
    private Person approver;
    private SomeRequests requests;

    @BeforeEach
    void aDeskAndAPeer() {
        officer = SomePeople.with(jdbc, Role.DUTY_OFFICER);
        approver = SomePeople.with(jdbc, Role.APPROVER);
        requests = new SomeRequests(node, BRAZIL);
        if (peers.find(BRAZIL).isEmpty()) {
            peers.add(SampleNodes.contactPoint(BRAZIL.value(), 1, wall).card(), "administrator");
        }
    }

    @Test
    void whoMayApproveIsToldOnceOfADraftThatWaits() {
        var id = requests.drafted(officer, CaseFile.DESK);
        var submitted = step(id, RequestEvent.SUBMITTED, By.REQUESTING, officer.name());
        taken(submitted);
        taken(submitted);

        assertThat(board.of(approver.id(), 0)).singleElement().satisfies(told -> {
            assertThat(told.kind()).isEqualTo(NoticeKind.TO_APPROVE);
            assertThat(told.link()).isEqualTo("/requests/" + id);
        });
        assertThat(board.of(officer.id(), 0)).isEmpty();
    }

    @Test
    void whoKeepsAnOrderIsToldOnceOfWhatItsProviderDeliversAndNobodyCanFetch() {
        var id = requests.drafted(officer, CaseFile.DESK);
        var found = new UnfetchableDeliveries.Found(id, UUID.randomUUID());
        transaction.executeWithoutResult(_ -> node.publishEvent(found));
        transaction.executeWithoutResult(_ -> node.publishEvent(found));

        assertThat(board.of(officer.id(), 0)).singleElement().satisfies(told -> {
            assertThat(told.kind()).isEqualTo(NoticeKind.DELIVERY);
            assertThat(told.link()).isEqualTo("/requests/" + id);
        });
    }

    @Test
    void whoMayNotSeeARequestIsNotToldOfIt() {
        var id = requests.drafted(officer, Set.of(Role.LAWYER));
        taken(step(id, RequestEvent.SUBMITTED, By.REQUESTING, officer.name()));

        assertThat(board.of(approver.id(), 0)).isEmpty();
    }

    @Test
    void theDeskIsToldOfWhatCameIn() {
        var id = requests.arrived();
        taken(step(id, RequestEvent.CLARIFIED, By.REQUESTING, "party BR-desk"));

        assertThat(board.of(officer.id(), 0))
                .extracting(NoticeBoard.Entry::kind, NoticeBoard.Entry::link)
                .contains(tuple(NoticeKind.ARRIVED, "/requests/" + id));
    }

    @Test
    void theDeskIsToldOfARequestWhenItArrives() {
        var id = requests.arrived();

        assertThat(board.of(officer.id(), 0))
                .extracting(NoticeBoard.Entry::kind, NoticeBoard.Entry::link)
                .contains(tuple(NoticeKind.ARRIVED, "/requests/" + id));
    }

    @Test
    void aProvidersTeamIsToldOfAnOrderAndNobodyElse() {
        var agent = SomePeople.with(jdbc, Role.PROVIDER_AGENT);
        var id = requests.ordered();

        assertThat(board.of(agent.id(), 0)).extracting(NoticeBoard.Entry::link).contains("/requests/" + id);
        assertThat(board.of(officer.id(), 0))
                .extracting(NoticeBoard.Entry::link)
                .doesNotContain("/requests/" + id);
    }

    @Test
    void anEmergencyReachesTheDeskAndThenItsSecondPersonAtAnyHour() {
        var id = requests.arrived();
        jdbc.sql(
                        "update cooperation.request set content = jsonb_set(content, '{urgency,level}', '\"EMERGENCY\"') where id = :id")
                .param("id", id.value())
                .update();
        taken(step(id, RequestEvent.CLARIFIED, By.REQUESTING, "party BR-desk"));
        taken(step(id, RequestEvent.LEGALLY_CHECKED, By.REQUESTED, officer.name()));

        assertThat(board.of(officer.id(), 0))
                .anyMatch(told -> told.emergency() && told.link().equals("/requests/" + id));
        assertThat(board.of(approver.id(), 0))
                .anyMatch(told -> told.emergency() && told.kind() == NoticeKind.TO_APPROVE);
    }

    @Test
    void aColleagueIsToldWhatTheyAreGivenAndWhereTheyAreCalledIfTheySeeIt() {
        var id = requests.drafted(officer, Set.of());
        var file = requests.caseFile(id);
        var reader = SomePeople.with(jdbc, Role.READER);
        node.getBean(AssigningWork.class).assign(officer, file, reader);
        node.getBean(NotingCaseFile.class)
                .write(officer, file, "@%s and @%s: see the log.".formatted(reader.name(), approver.name()));

        assertThat(board.of(reader.id(), 0))
                .extracting(NoticeBoard.Entry::kind)
                .containsExactly(NoticeKind.MENTION, NoticeKind.ASSIGNED);
        assertThat(board.of(approver.id(), 0))
                .as("who does not see the case file")
                .isEmpty();
    }

    private void taken(Step step) {
        transaction.executeWithoutResult(_ -> node.publishEvent(new StepTaken(step)));
    }

    private Step step(RequestId id, RequestEvent event, By by, String actor) {
        var now = wall.instant();
        return new Step(
                id,
                99,
                event,
                RequestState.DRAFT,
                RequestState.AWAITING_APPROVAL,
                by,
                actor,
                now,
                now,
                Particulars.NONE,
                Optional.empty(),
                true);
    }
}
