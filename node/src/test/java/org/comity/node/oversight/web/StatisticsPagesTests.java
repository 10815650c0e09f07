package org.comity.node.oversight.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.node.identity.SomePeople.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Year;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.comity.node.NodeTest;
import org.comity.node.cooperation.SomeRequests;
import org.comity.node.cooperation.life.RequestKind;
import org.comity.node.directory.PartyId;
import org.comity.node.directory.Peers;
import org.comity.node.directory.SampleNodes;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.comity.node.identity.SomePeople;
import org.comity.node.oversight.count.Days;
import org.comity.node.oversight.count.Dimension;
import org.comity.node.oversight.count.Statistics;
import org.comity.node.oversight.count.Universe;
import org.comity.node.time.WallClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@NodeTest
class StatisticsPagesTests {

    private static final PartyId URUGUAY = new PartyId("UY-desk");

    @Autowired
    MockMvc pages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Statistics statistics;

    private Person overseer;

    @BeforeEach
    void anOverseer() {
        overseer = SomePeople.with(jdbc, Role.OVERSEER);
    }

    @Test
    void theViewKnowsWhichKindsGoToProviders() {
        var orders = Arrays.stream(RequestKind.values())
                .filter(RequestKind::isOrder)
                .map(Enum::name)
                .collect(Collectors.toSet());
        var definition = jdbc.sql("select pg_get_viewdef('oversight.request_fact')")
                .query(String.class)
                .single();
        var stated = definition.substring(0, definition.indexOf("AS to_provider"));
        var named = Arrays.stream(RequestKind.values())
                .map(Enum::name)
                .filter(kind -> stated.contains("'" + kind + "'"))
                .collect(Collectors.toSet());
        assertThat(named).isEqualTo(orders);
    }

    @Test
    void aYearsReportIsPublishedByAPersonAndThenReadByEverybody(
            @Autowired ApplicationContext node, @Autowired Peers peers, @Autowired @WallClock Clock wall)
            throws Exception {
        if (peers.find(URUGUAY).isEmpty()) {
            peers.add(SampleNodes.contactPoint(URUGUAY.value(), 1, wall).card(), "administrator");
        }
        var requests = new SomeRequests(node, URUGUAY);
        for (int i = 0; i < 6; i++) {
            jdbc.sql("update cooperation.request set opened_at = :at where id = :id")
                    .param("at", java.sql.Timestamp.from(Instant.parse("2024-05-01T00:00:00Z")))
                    .param("id", requests.arrived().value())
                    .update();
        }
        var told = statistics.told(Universe.RECEIVED_FROM_STATES, Year.of(2024));
        assertThat(told.total()).hasValue(6L);
        assertThat(told.tables().get(Dimension.STATE.ordinal()).table().rows())
                .singleElement()
                .satisfies(row -> assertThat(row.label()).isEqualTo("UY"));

        pages.perform(get("/transparency/2024")).andExpect(status().isNotFound());
        pages.perform(post("/oversight/reports/2024")
                        .with(signedIn(SomePeople.with(jdbc, Role.LAWYER)))
                        .with(csrf()))
                .andExpect(status().isNotFound());
        assertThat(text("/oversight/reports/2024", overseer)).contains("Publish for everybody", "ets185:29");
        pages.perform(post("/oversight/reports/2024").with(signedIn(overseer)).with(csrf()))
                .andExpect(status().isFound());

        assertThat(open("/transparency")).contains("Report 2024");
        assertThat(open("/transparency/2024")).contains("Received from other States", "ets185:29", "Uruguay");
        assertThat(open("/transparency/2024.csv"))
                .contains("2024,yes,received-from-states,provision,ets185:29,open,6\r\n");
        assertThat(open("/transparency/2024.pdf")).startsWith("%PDF");
        assertThat(open("/api/v1/transparency")).contains("\"year\":2024");
        assertThat(open("/api/v1/transparency/2024")).contains("\"row\":\"ets185:29\"");

        pages.perform(post("/oversight/reports/2024").with(signedIn(overseer)).with(csrf()))
                .andExpect(status().isUnprocessableContent());
        assertThat(text("/oversight/reports/2024", overseer)).doesNotContain("fewer than");
        jdbc.sql("update cooperation.request set opened_at = :at where id = :id")
                .param("at", java.sql.Timestamp.from(Instant.parse("2024-06-01T00:00:00Z")))
                .param("id", requests.arrived().value())
                .update();
        assertThat(text("/oversight/reports/2024", overseer))
                .as("of a seventh beside six, whoever publishes is warned")
                .contains("differ from the published ones by fewer than 5");
        pages.perform(post("/oversight/reports/2024")
                        .param("note", "One more came to light.")
                        .with(signedIn(overseer))
                        .with(csrf()))
                .andExpect(status().isFound());
        assertThat(open("/transparency/2024")).contains("Version 2", "One more came to light.");
    }

    @Test
    void aYearThatIsNotOverIsNotPublished(@Autowired Clock clock) throws Exception {
        var year = clock.instant().atZone(java.time.ZoneOffset.UTC).getYear();
        assertThat(text("/oversight/reports/" + year, overseer)).contains("The year is not over");
        pages.perform(post("/oversight/reports/" + year)
                        .with(signedIn(overseer))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent());
    }

    /** Taken back at the end: no other test counts them. */
    @Test
    void refusalsByGroundLossesSafeguardsAndTimesAreThoseOfTheRequests(@Autowired TransactionTemplate transaction) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            var lost = preservation();
            step(lost, 1, "NOT_FOUND", 30, "{}");
            for (int hours = 2; hours <= 12; hours += 2) {
                var id = preservation();
                step(id, 1, "ACKNOWLEDGED", hours, "{}");
                step(id, 2, hours <= 6 ? "REFUSED" : "PRESERVED", hours + 10, "{\"ground\": \"ets185:29(5)(b)\"}");
                step(id, 3, "TARGET_MISSED", hours + 20, "{}");
            }
            jdbc.sql("""
                            insert into cooperation.loss (request, cause, remark, recorded_by, recorded_by_name, recorded_at)
                            values (:id, 'DELETED', '', gen_random_uuid(), 'officer', timestamptz '2018-03-04 00:00+00')
                            """).param("id", lost).update();
            var exact = statistics.exact(Universe.RECEIVED_FROM_STATES, Days.of(Year.of(2018)));
            assertThat(exact.total()).hasValue(7L);
            assertThat(exact.tables().getFirst().table().columns())
                    .containsExactly("in-full", "nothing-there", "refused");
            assertThat(exact.grounds().rows()).singleElement().satisfies(row -> {
                assertThat(row.label()).isEqualTo("ets185:29(5)(b)");
                assertThat(row.total()).isEqualTo(3);
            });
            assertThat(exact.losses().rows())
                    .singleElement()
                    .satisfies(row -> assertThat(row.label()).isEqualTo("DELETED"));
            assertThat(exact.safeguards())
                    .filteredOn(it -> it.token().equals("missed"))
                    .singleElement()
                    .satisfies(it -> assertThat(it.with()).hasValue(6L));
            assertThat(exact.times())
                    .filteredOn(it -> it.step().equals("acknowledged"))
                    .singleElement()
                    .satisfies(it -> assertThat(it.likely()).hasValue(Duration.ofHours(7)))
                    .satisfies(it -> assertThat(it.late()).hasValue(Duration.ofHours(10)));

            var told = statistics.told(Universe.RECEIVED_FROM_STATES, Year.of(2018));
            assertThat(told.total()).hasValue(7L);
            assertThat(told.grounds().total()).as("three refusals are too few").isEmpty();
        });
    }

    private UUID preservation() {
        var id = UUID.randomUUID();
        jdbc.sql("""
                        insert into cooperation.request (id, side, reference, counterpart_reference, state, version, content,
                                                         opened_at, urgency, kind)
                        values (:id, 'REQUESTED', :reference, '', 'ACKNOWLEDGED', 1, '{}', timestamptz '2018-03-01 00:00+00',
                                'ROUTINE', 'PRESERVATION')
                        """).param("id", id).param("reference", "T-" + id).update();
        return id;
    }

    private void step(UUID request, int number, String event, int hours, String particulars) {
        jdbc.sql("""
                        insert into cooperation.step (request, number, event, state_from, state_to, by_whom, actor, occurred_at,
                                                      recorded_at, particulars, effective)
                        values (:id, :number, :event, '', '', 'REQUESTED', 'officer',
                                timestamptz '2018-03-01 00:00+00' + make_interval(hours => :hours),
                                timestamptz '2018-03-01 00:00+00', :particulars::jsonb, true)
                        """)
                .param("id", request)
                .param("number", number)
                .param("event", event)
                .param("hours", hours)
                .param("particulars", particulars)
                .update();
    }

    @Test
    void whatMayBeToldIsAWholeYearThatIsOverSoThatNothingCanBeTakenFromAnother() throws Exception {
        var year = "from=2023-01-01&until=2023-12-31";
        var quarter = "from=2023-01-01&until=2023-03-31";
        for (var address : new String[] {"/oversight/statistics.csv?", "/api/v1/oversight/statistics?"}) {
            text(address + year, overseer);
            pages.perform(get(address + quarter).with(signedIn(overseer))).andExpect(status().isUnprocessableContent());
            text(address + quarter + "&exact=true", overseer);
        }
        assertThat(text("/oversight/statistics?" + year, overseer)).doesNotContain("exact numbers");
        assertThat(text("/oversight/statistics?" + quarter, overseer))
                .contains("exact numbers, for oversight only", "Only a whole year that is over")
                .doesNotContain("Show what may be told");
    }

    @Test
    void onlyOversightSeesTheNumbersThatAreNotPublished() throws Exception {
        assertThat(text("/oversight/statistics?from=2031-01-01&until=2031-12-31", overseer))
                .contains("No request was counted");
        assertThat(text("/oversight/statistics?exact=true&of=received-from-states", overseer))
                .contains("exact numbers");
        for (var path : new String[] {"/oversight/statistics", "/oversight/statistics.csv", "/oversight/reports"}) {
            pages.perform(get(path).with(signedIn(SomePeople.with(jdbc, Role.DUTY_OFFICER, Role.ADMINISTRATOR))))
                    .andExpect(status().isNotFound());
        }
    }

    private String text(String path, Person person) throws Exception {
        var text = pages.perform(get(path).with(signedIn(person)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(text).doesNotContain("??");
        return text;
    }

    private String open(String path) throws Exception {
        return pages.perform(get(path))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
