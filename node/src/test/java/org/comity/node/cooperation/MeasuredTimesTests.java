package org.comity.node.cooperation;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.comity.node.NodeTest;
import org.comity.node.cooperation.clock.AnswerTime;
import org.comity.node.cooperation.request.CaseFile;
import org.comity.node.cooperation.request.Particulars;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.directory.PartyId;
import org.comity.node.directory.Peers;
import org.comity.node.directory.SampleNodes;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.comity.node.identity.SomePeople;
import org.comity.node.time.WallClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@NodeTest
class MeasuredTimesTests {

    private static final PartyId CHILE = new PartyId("CL-desk");

    @Autowired
    ApplicationContext node;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    @Autowired
    MeasuredTimes measured;

    @Autowired
    Requests requests;

    private Person officer;
    private SomeRequests some;

    @BeforeEach
    void aDesk(@Autowired Peers peers, @Autowired @WallClock Clock wall) {
        officer = SomePeople.with(jdbc, Role.DUTY_OFFICER);
        if (peers.find(CHILE).isEmpty()) {
            peers.add(SampleNodes.contactPoint(CHILE.value(), 1, wall).card(), "administrator");
        }
        some = new SomeRequests(node, CHILE);
    }

    @Test
    void theTimesOfACounterpartCountOnceItHasAnsweredTenTimes() {
        var last = answered(Duration.ofHours(1));
        for (var hours = 2; hours < AnswerTime.LEAST_CASES; hours++) {
            last = answered(Duration.ofHours(hours));
        }
        assertThat(of(last).source()).isNotEqualTo("measured:" + CHILE.value());

        last = answered(Duration.ofHours(AnswerTime.LEAST_CASES));

        assertThat(of(last).source()).isEqualTo("measured:" + CHILE.value());
        assertThat(of(last).cases()).hasValue(AnswerTime.LEAST_CASES);
        assertThat(of(last).likely()).isEqualTo(Duration.ofMinutes(330));
        assertThat(of(last).late()).isEqualTo(Duration.ofMinutes(492));
    }

    private AnswerTime of(RequestId id) {
        return measured.now().of(requests.find(id).orElseThrow());
    }

    private RequestId answered(Duration after) {
        var id = some.drafted(officer, CaseFile.DESK);
        var sent = clock.instant().minus(Duration.ofDays(2));
        step(id, 101, "APPROVED", sent);
        step(id, 102, "PRESERVED", sent.plus(after));
        return id;
    }

    private void step(RequestId id, int number, String event, Instant at) {
        jdbc.sql("""
                        insert into cooperation.step (request, number, event, state_from, state_to, by_whom, actor,
                                                      occurred_at, recorded_at, particulars, effective)
                        values (:request, :number, :event, 'SENT', 'SENT', 'REQUESTED', 'party', :at, :at, :particulars::jsonb, true)
                        """)
                .param("request", id.value())
                .param("number", number)
                .param("event", event)
                .param("particulars", StoredJson.write(Particulars.NONE))
                .param("at", Timestamp.from(at))
                .update();
    }
}
