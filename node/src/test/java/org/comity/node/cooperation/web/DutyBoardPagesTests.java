package org.comity.node.cooperation.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import org.comity.node.NodeTest;
import org.comity.node.cooperation.SomeRequests;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.request.CaseFile;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.directory.PartyId;
import org.comity.node.directory.Peers;
import org.comity.node.directory.SampleNodes;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.comity.node.identity.SomePeople;
import org.comity.node.time.WallClock;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@NodeTest
class DutyBoardPagesTests {

    private static final PartyId BRAZIL = new PartyId("BR-desk");

    @Autowired
    MockMvc pages;

    @Autowired
    ApplicationContext node;

    @Autowired
    JdbcClient jdbc;

    private Person officer;
    private Person approver;
    private SomeRequests requests;

    @BeforeEach
    void aDesk(@Autowired Peers peers, @Autowired @WallClock Clock wall) {
        officer = SomePeople.with(jdbc, Role.DUTY_OFFICER);
        approver = SomePeople.with(jdbc, Role.APPROVER);
        requests = new SomeRequests(node, BRAZIL);
        if (peers.find(BRAZIL).isEmpty()) {
            peers.add(SampleNodes.contactPoint(BRAZIL.value(), 1, wall).card(), "administrator");
        }
    }

    /** The board's index covers what the board asks for, also when a state is added. */
    @Test
    void theIndexOfOpenRequestsLeavesOutEveryStateThatIsOver() {
        var index = jdbc.sql("select pg_get_indexdef('cooperation.request_open'::regclass)")
                .query(String.class)
                .single();
        assertThat(Pattern.compile("'([A-Z_]+)'").matcher(index).results().map(state -> state.group(1)))
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(RequestState.values())
                        .filter(RequestState::isOver)
                        .map(Enum::name)
                        .toList());
    }

    @Test
    void whatLapsesFirstStandsOnTop() throws Exception {
        var later = going(RequestState.SENT);
        var sooner = going(RequestState.PRESERVED);
        var board = board();
        assertThat(board.indexOf(row(board, sooner))).isLessThan(board.indexOf(row(board, later)));
    }

    @Test
    void aRowSaysHowLongWhatEndsAndTheOneNextAct() throws Exception {
        var preserved = going(RequestState.PRESERVED);
        var row = row(board(), preserved);
        assertThat(row.selectFirst(".left time").hasAttr("data-left")).isTrue();
        assertThat(row.selectFirst(".left").text()).startsWith("4 d 23 h");
        assertThat(row.text()).contains("preservation lapses", "shadow.market +1", "ETS 185 art. 29");
        assertThat(row.select(".next").eachText()).containsExactly("Send the follow-up");
        assertThat(row.select(".race[role=img]").attr("aria-label")).isEqualTo("The data is kept.");
    }

    @Test
    void whileTheFollowUpIsDecidedNothingLapses() throws Exception {
        var held = going(RequestState.FOLLOWUP_RECEIVED);
        var row = row(board(), held);
        assertThat(row.selectFirst(".left").text()).isEqualTo("held");
        assertThat(row.text()).contains("no expiry running");
    }

    @Test
    void theHandOverNoteSetsApartWhatWaitsForUs() throws Exception {
        var ours = going(RequestState.DRAFT);
        var theirs = going(RequestState.SENT);
        var note = new Visitor(pages, officer).opens("/board/hand-over").page();
        var tables = note.select("table");
        assertThat(tables.first().select("a[href=/requests/" + ours + "]")).hasSize(1);
        assertThat(tables.last().select("a[href=/requests/" + theirs + "]")).hasSize(1);
    }

    @Test
    void theRootLeadsToTheBoardAndTheRailCountsWhatIsOpen() throws Exception {
        going(RequestState.SENT);
        var visitor = new Visitor(pages, officer).opens("/");
        assertThat(visitor.path()).isEqualTo("/board");
        var open = visitor.page().select("a.row").size();
        assertThat(visitor.page().select("nav a[href=/board] .count").text()).isEqualTo(Integer.toString(open));
    }

    @Test
    void thePageOfARequestTellsWhereTheRaceRestsOn() throws Exception {
        var page = new Visitor(pages, officer)
                .opens("/requests/" + going(RequestState.DRAFT))
                .page();
        assertThat(page.select("#race dt").eachText()).contains("Answer", "Deletion", "Chance of losing the data");
        assertThat(page.select("#race dd").text()).contains("as the drafter says");
    }

    @Test
    void aLossIsRecordedWithItsCauseAndTakenBackWhenTheDataIsFound() throws Exception {
        var visitor = new Visitor(pages, officer)
                .opens("/requests/" + going(RequestState.SENT))
                .submits("loss", Map.of("cause", "deleted-before-answer", "remark", "Logs live for a week"));
        assertThat(visitor.page().select("#lost").text())
                .contains("deleted before the answer came", "Logs live for a week");

        visitor.submits("found", Map.of());
        assertThat(visitor.page().select("#lost")).isEmpty();
        assertThat(visitor.page().text()).contains("the journal keeps both");
    }

    @Test
    void aLossWithoutACauseIsNotRecorded() throws Exception {
        var visitor = new Visitor(pages, officer)
                .opens("/requests/" + going(RequestState.SENT))
                .submits("loss", Map.of("cause", "magic"));
        assertThat(visitor.page().select("#lost")).isEmpty();
        assertThat(visitor.page().text()).contains("Choose why the data is lost.");
    }

    private RequestId going(RequestState state) {
        var id = requests.drafted(officer, CaseFile.DESK);
        requests.place(id, state, approver);
        return id;
    }

    private Elements board() throws Exception {
        return new Visitor(pages, officer).opens("/board").page().select("a.row");
    }

    private static Element row(Elements board, RequestId id) {
        return board.stream()
                .filter(row -> row.attr("data-conversation").equals(id.toString()))
                .findFirst()
                .orElseThrow();
    }
}
