package org.comity.node.oversight.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.comity.node.identity.SomePeople.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.comity.law.Nature;
import org.comity.node.NodeTest;
import org.comity.node.ThroughPages;
import org.comity.node.cooperation.SomeRequests;
import org.comity.node.cooperation.life.RequestKind;
import org.comity.node.cooperation.life.RequestState;
import org.comity.node.cooperation.request.CaseFile;
import org.comity.node.cooperation.request.RequestId;
import org.comity.node.directory.PartyId;
import org.comity.node.directory.Peers;
import org.comity.node.directory.SampleNodes;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.comity.node.identity.SomePeople;
import org.comity.node.journal.Disclosure;
import org.comity.node.oversight.access.CommittingReadings;
import org.comity.node.oversight.alert.LookingForPatterns;
import org.comity.node.time.ShiftableClock;
import org.comity.node.time.WallClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Readings, samples, findings, complaints, patterns, and all of it for an auditor. */
@NodeTest
class OverseeingPagesTests extends ThroughPages {

    private static final PartyId PERU = new PartyId("PE-desk");

    @Autowired
    ShiftableClock clock;

    private Person overseer;
    private Person officer;
    private SomeRequests requests;

    @BeforeEach
    void people(@Autowired ApplicationContext node, @Autowired Peers peers, @Autowired @WallClock Clock wall) {
        overseer = SomePeople.with(jdbc, Role.OVERSEER);
        officer = SomePeople.with(jdbc, Role.DUTY_OFFICER);
        if (peers.find(PERU).isEmpty()) {
            peers.add(SampleNodes.contactPoint(PERU.value(), 1, wall).card(), "administrator");
        }
        requests = new SomeRequests(node, PERU);
    }

    @Test
    void eachReadingIsWrittenDownAlsoThatOfWhatWasNotShown() throws Exception {
        var id = requests.drafted(officer, CaseFile.DESK);
        page("/requests/" + id, officer);
        page("/cases/" + requests.caseFile(id), officer);
        var curious = SomePeople.with(jdbc, Role.READER);
        pages.perform(get("/requests/" + id).with(signedIn(curious))).andExpect(status().isNotFound());
        page("/board", officer);

        var seen = page("/oversight/readings?what=" + id, overseer);
        assertThat(seen.select("#readings tbody tr")).hasSize(2);
        assertThat(seen.select("#readings").text())
                .contains(officer.name(), curious.name(), "not shown", "duty officer");
        assertThat(page("/oversight/readings?refused=true&who=" + curious.name(), overseer)
                        .select("#readings tbody tr"))
                .hasSize(1);
        assertThat(page("/readings", officer).select("#readings tbody tr")).hasSize(2);
        assertThat(page("/readings", curious).text()).contains("not shown").doesNotContain(officer.name());
        assertThat(text("/oversight/readings.csv?what=" + id, overseer)).contains("DUTY_OFFICER", "/requests/" + id);
        pages.perform(get("/oversight/readings").with(signedIn(officer))).andExpect(status().isNotFound());
        assertThatThrownBy(() -> jdbc.sql("delete from oversight.reading").update())
                .hasMessageContaining("only grows");
    }

    @Test
    void everyAddressThatShowsOneCaseOrExhibitIsWatched(
            @Autowired @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping addresses) {
        var watched = java.util.regex.Pattern.compile(
                "(/api/v1)?/(requests/\\{id}|cases/\\{reference}|evidence/\\{id}|evidence/packages/\\{id}).*");
        var cases = addresses.getHandlerMethods().entrySet().stream()
                .filter(it -> it.getValue()
                        .getBeanType()
                        .getName()
                        .matches("org\\.comity\\.node\\.(cooperation|evidence)\\..*"))
                .filter(it -> it.getKey().getMethodsCondition().getMethods().stream()
                        .anyMatch(verb -> verb.name().equals("GET")))
                .flatMap(it ->
                        Objects.requireNonNull(it.getKey().getPathPatternsCondition()).getPatternValues().stream())
                .filter(it -> it.contains("{"))
                .filter(it -> !it.equals("/api/v1/problems/{problem}"))
                .toList();
        assertThat(cases)
                .hasSizeGreaterThan(20)
                .allMatch(it -> watched.matcher(it).matches());
    }

    @Test
    void aDaysReadingsAreCommittedToTheJournalAndAChangeIsFoundOut(@Autowired CommittingReadings committing)
            throws Exception {
        var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        jdbc.sql("""
                        insert into oversight.reading (at, person, name, roles, kind, subject, address, shown)
                        values (:at, gen_random_uuid(), 'somebody', '{READER}', 'case-file', 'XX-1', '/cases/XX-1', true)
                        """)
                .param("at", Timestamp.from(day.atTime(9, 0).toInstant(ZoneOffset.UTC)))
                .update();
        clock.advance(Duration.ofDays(3));
        committing.commitDays();
        committing.commitDays();

        assertThat(page("/oversight/readings?compare=true", overseer).select("#days li"))
                .hasSizeGreaterThanOrEqualTo(3)
                .allMatch(it -> it.text().contains("holds") && it.text().contains("journal entry"));
        forged("update oversight.reading set name = 'nobody' where subject = 'XX-1' and address = '/cases/XX-1'");
        assertThat(page("/oversight/readings?compare=true", overseer)
                        .select("#days")
                        .text())
                .contains("was changed");
        forged("update oversight.reading set name = 'somebody' where subject = 'XX-1' and address = '/cases/XX-1'");
    }

    private void forged(String sql) {
        jdbc.sql("alter table oversight.reading disable trigger reading_is_kept")
                .update();
        jdbc.sql(sql).update();
        jdbc.sql("alter table oversight.reading enable trigger reading_is_kept").update();
    }

    @Test
    void aSampleIsDrawnByLotReviewedAndItsFindingsAreFollowedUp() throws Exception {
        for (int i = 0; i < 5; i++) {
            jdbc.sql("update cooperation.request set opened_at = :at where id = :id")
                    .param("at", Timestamp.from(Instant.parse("2023-05-01T00:00:00Z")))
                    .param("id", requests.arrived().value())
                    .update();
        }
        var draft = new HashMap<>(Map.of(
                "name",
                "Of 2023",
                "of",
                "received-from-states",
                "from",
                "2023-01-01",
                "until",
                "2023-12-31",
                "each",
                "2"));
        posted("/oversight/samples", draft, officer, 404);
        draft.put("until", "2099-12-31");
        assertThat(posted("/oversight/samples", draft, overseer, 422).text()).contains("Only days that are over");
        draft.put("until", "2023-12-31");
        var path = redirected("/oversight/samples", draft, overseer);

        var sample = page(path + "?again=true", overseer);
        assertThat(sample.text()).contains("give the same cases", "2 of 5 requests");
        assertThat(sample.select("#cases tbody tr")).hasSize(2);
        var desk = sample.select("#cases a").getFirst().attr("href");
        assertThat(page(desk, overseer).text())
                .contains("Logs are overwritten in days", "Silence asked of the provider");
        assertThat(posted(desk + "/verdicts", Map.of("point", "necessity", "verdict", "doubtful"), overseer, 422)
                        .text())
                .contains("Say why it is not in order.");
        posted(desk + "/verdicts", Map.of("point", "gag", "verdict", "not-applicable"), overseer, 302);
        posted(
                desk + "/verdicts",
                Map.of("point", "necessity", "verdict", "doubtful", "remark", "No date"),
                overseer,
                302);
        assertThat(page(path, overseer).select("#cases").text()).contains("2/6");

        var due =
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(5).toString();
        posted(
                desk + "/findings",
                Map.of("point", "necessity", "finding", "Why so late?", "due", "2020-01-01"),
                overseer,
                422);
        var finding = redirected(
                desk + "/findings", Map.of("point", "necessity", "finding", "Why so late?", "due", due), overseer);
        posted(finding, Map.of("act", "answer", "answer", "x"), overseer, 403);
        pages.perform(get(finding).with(signedIn(SomePeople.with(jdbc, Role.READER))))
                .andExpect(status().isNotFound());
        posted(finding, Map.of("act", "answer", "answer", ""), officer, 422);
        posted(finding, Map.of("act", "answer", "answer", "The provider told us late."), officer, 302);
        posted(finding, Map.of("act", "send-back", "answer", "Since when?"), overseer, 302);
        posted(finding, Map.of("act", "answer", "answer", "Since May."), officer, 302);
        posted(finding, Map.of("act", "settle", "answer", "Explained."), overseer, 302);
        assertThat(page(finding, officer).text()).contains("settled", "Since May.", "Explained.");
        assertThat(page("/oversight/findings", overseer).select("#findings").text())
                .contains("Why so late?");
    }

    @Test
    void aComplaintIsTakenInDecidedAndItsComplainantErased() throws Exception {
        var received = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).toString();
        var heard = new HashMap<>(Map.of(
                "received",
                received,
                "subject",
                "Data kept too long",
                "text",
                "They still have it.",
                "name",
                "Somebody",
                "contact",
                "by letter",
                "request",
                "XX-9"));
        assertThat(posted("/oversight/complaints", heard, officer, 422).text())
                .contains("No request has the reference XX-9");
        heard.put("request", "");
        var path = redirected("/oversight/complaints", heard, officer);
        assertThat(page(path, officer).text()).contains("They still have it.").doesNotContain("Decide until Decide");
        pages.perform(get(path).with(signedIn(SomePeople.with(jdbc, Role.LAWYER))))
                .andExpect(status().isNotFound());
        pages.perform(get("/oversight/complaints").with(signedIn(SomePeople.with(jdbc, Role.READER))))
                .andExpect(status().isNotFound());
        posted(path, Map.of("act", "erase", "because", "asked"), overseer, 422);
        posted(
                path,
                Map.of("act", "decide", "outcome", "upheld", "remedy", "none", "reasons", "It was."),
                overseer,
                422);
        posted(
                path,
                Map.of("act", "decide", "outcome", "upheld", "remedy", "data-deleted", "reasons", "It was."),
                overseer,
                302);
        posted(path, Map.of("act", "erase", "because", "at their wish"), overseer, 302);
        assertThat(page(path, overseer).text())
                .contains("data deleted", "at their wish")
                .doesNotContain("They still have it.", "Somebody");
        assertThat(page("/oversight/erasures", overseer).select("#erased").text())
                .contains("at their wish");
    }

    @Test
    void aPatternIsToldOnceAndComesBackOnlyWhenThereIsMoreOfIt(@Autowired LookingForPatterns looking) throws Exception {
        unanswered();
        looking.look();
        looking.look();
        var card = alert();
        assertThat(card.text()).contains("1 requests wait without an acknowledgement, the oldest for 8 d");
        var path = card.select("form").attr("action");
        posted(path, Map.of("act", "close", "reason", ""), overseer, 422);
        posted(path, Map.of("act", "acknowledge"), overseer, 302);
        posted(path, Map.of("act", "close", "reason", "Their office moved."), overseer, 302);
        looking.look();
        assertThat(alert().text()).contains("Their office moved.");
        unanswered();
        looking.look();
        assertThat(alert().text()).contains("2 requests wait");
        posted(path, Map.of("act", "acknowledge"), officer, 404);
    }

    private org.jsoup.nodes.Element alert() throws Exception {
        return page("/oversight/alerts", overseer).select("#alerts li").stream()
                .filter(it -> it.select("h2").text().contains("silent: " + PERU))
                .findFirst()
                .orElseThrow();
    }

    private RequestId unanswered() {
        RequestId id = requests.drafted(officer, CaseFile.DESK);
        requests.place(id, RequestState.SENT, SomePeople.with(jdbc, Role.APPROVER));
        step(id, 100, "APPROVED", "{}");
        return id;
    }

    private void step(RequestId id, int number, String event, String particulars) {
        jdbc.sql("""
                        insert into cooperation.step (request, number, event, state_from, state_to, by_whom, actor, occurred_at,
                                                      recorded_at, particulars, effective)
                        select :id, :number, :event, 'AWAITING_APPROVAL', 'APPROVED', 'REQUESTING', 'approver', :at, :at,
                               particulars || cast(:particulars as jsonb), true
                          from cooperation.step where request = :id order by number limit 1
                        """)
                .param("id", id.value())
                .param("number", number)
                .param("event", event)
                .param("particulars", particulars)
                .param(
                        "at",
                        Timestamp.from(clock.instant().minus(Duration.ofDays(8).plusHours(1))))
                .update();
    }

    @Test
    void anAuditorGetsOneFileWithProofsThatHold() throws Exception {
        pages.perform(post("/oversight/auditor")
                .with(signedIn(overseer))
                .with(csrf())); // its making is the first step to prove
        var answer = pages.perform(
                        post("/oversight/auditor").with(signedIn(overseer)).with(csrf()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        var names = new java.util.ArrayList<String>();
        var proofs = 0;
        try (var zip = new ZipInputStream(new ByteArrayInputStream(answer))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
                if (entry.getName().equals("manifest.json")) {
                    assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
                            .as("it says whether a proof of every step is in it")
                            .containsPattern("\"whole\" *: *true");
                }
                if (entry.getName().endsWith(".comity-proof.json")) {
                    assertThat(Disclosure.read(zip.readAllBytes()).check()).allMatch(Disclosure.Finding::holds);
                    proofs++;
                }
            }
        }
        assertThat(names)
                .contains(
                        "README.txt",
                        "manifest.json",
                        "samples.json",
                        "findings.csv",
                        "complaints.csv",
                        "statistics/sent-to-states.json",
                        "journal/checkpoint.txt");
        assertThat(proofs).isPositive();
        assertThat(page("/oversight", overseer).text()).contains("For an auditor");
    }

    @Test
    void theLoopOfAStateStandsOnOnePage() throws Exception {
        var loop = page("/oversight/loop?state=BR", overseer);
        assertThat(loop.select("#loop > li")).hasSize(8);
        assertThat(loop.select("#gaps h2").text()).matches("[0-9,]+ provisions that its law lacks");
        assertThat(page("/oversight/loop", overseer).select("#requests a").attr("href"))
                .contains("received-from-states");
        pages.perform(get("/oversight/loop?state=ZZ").with(signedIn(overseer))).andExpect(status().isNotFound());
        pages.perform(get("/oversight/loop").with(signedIn(officer))).andExpect(status().isNotFound());
    }

    @Test
    void eachGapLeadsToTheRoutesItHoldsUpAndToTheRequestsAboutItThatWereRefused() throws Exception {
        var gap =
                page("/oversight/loop?state=PE", overseer).select("#gaps th a").last();
        var refused = unanswered();
        step(refused, 101, "REFUSED", "{\"ground\": \"ets185:29(5)(a)\"}");
        var another = unanswered();
        step(another, 101, "REFUSED", "{\"ground\": \"ets185:29(5)(a)\"}");
        jdbc.sql("""
                        update cooperation.request
                           set content = jsonb_set(content, '{offence,provisions}', jsonb_build_array(cast(:gap as text)))
                         where id = :id
                        """).param("gap", gap.text()).param("id", refused.value()).update();

        var loop = page("/oversight/loop?state=PE", overseer);
        var row = loop.select("#gaps tbody tr").stream()
                .filter(it -> it.select("th").text().equals(gap.text()))
                .findFirst()
                .orElseThrow();
        assertThat(row.select("td").eachText().get(1)).isEqualTo("1");
        var counted = new HashSet<String>();
        for (var each : loop.select("#gaps tbody tr")) {
            var traced = page(each.select("th a").attr("href"), overseer);
            assertThat(each.select("td").eachText())
                    .as("numbers of %s and what they lead to", each.select("th").text())
                    .startsWith(
                            String.valueOf(traced.select("#routes tbody tr").size()),
                            String.valueOf(
                                    traced.select("#requests li .tag.closed").size()),
                            String.valueOf(traced.select("#requests li .tag.conditional")
                                    .size()),
                            String.valueOf(traced.select("#needs li").size()));
            counted.addAll(traced.select("#requests li:has(.tag.closed) a").eachAttr("href"));
        }
        assertThat(loop.select("#requests p a").text())
                .as("each request counts once, whatever it is about")
                .startsWith("About one of these gaps: " + counted.size() + " refused");
        var traced = page(row.select("th a").attr("href"), overseer);
        assertThat(traced.select("#requests li a").attr("href")).isEqualTo("/requests/" + refused);
        assertThat(traced.select("#requests li .cite").text()).isEqualTo("ets185:29(5)(a)");
        notFound("/oversight/loop/PE/gaps/ets185:29", overseer);
        notFound("/oversight/loop/ZZ/gaps/ets185:2", overseer);
        notFound("/oversight/loop/peru/gaps/ets185:2", overseer);
        notFound(row.select("th a").attr("href"), officer);
    }

    @Test
    void aGapHoldsUpWhatThePlannerFindsBetterWithoutIt() throws Exception {
        var held = 0;
        for (var state : List.of("PE", "BR", "GH", "NG", "TO")) {
            for (var link : page("/oversight/loop?state=" + state, overseer).select("#gaps th a")) {
                for (var way : page(link.attr("href"), overseer).select("#routes tbody tr")) {
                    held++;
                    assertThat(way.select("td").get(4).text())
                            .isNotEqualTo(way.select("td").get(5).ownText());
                    assertThat(way.select("td").get(5).text()).isNotEqualTo("closed");
                    for (var why : way.select("small a")) {
                        assertThat(page(why.attr("href"), overseer).select(".error-summary"))
                                .as(why.attr("href"))
                                .isEmpty();
                    }
                }
            }
        }
        assertThat(held).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void theMeasureThatARequestOfOneStateServesIsThatOfItsKind(RequestKind kind) {
        var measure = jdbc.sql("select oversight.measure_of(:kind)")
                .param("kind", kind.name())
                .query(String.class)
                .optional();

        assertThat(measure)
                .isEqualTo(
                        kind.nature() == Nature.ASSISTANCE
                                ? Optional.of(kind.measures().getFirst().code())
                                : Optional.empty());
    }

    @Test
    void programsReadWhatOversightHas() throws Exception {
        for (var what : List.of(
                "statistics",
                "readings",
                "readings/days",
                "samples",
                "findings",
                "complaints",
                "alerts",
                "erasures",
                "erasures/due",
                "loop/BR")) {
            assertThat(text("/api/v1/oversight/" + what, overseer)).startsWith("{");
            // whoever takes complaints in sees their own
            pages.perform(get("/api/v1/oversight/" + what).with(signedIn(officer)))
                    .andExpect(what.equals("complaints") ? status().isOk() : status().isNotFound());
        }
        assertThat(text("/api/v1/openapi.json", overseer))
                .contains("/api/v1/oversight/loop/{state}", "/api/v1/transparency/{year}");
    }
}
