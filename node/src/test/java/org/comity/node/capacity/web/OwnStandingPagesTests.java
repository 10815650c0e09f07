package org.comity.node.capacity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.node.identity.SomePeople.signedIn;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.comity.node.NodeTest;
import org.comity.node.ThroughPages;
import org.comity.node.capacity.AssessingOneself;
import org.comity.node.capacity.CountedHere;
import org.comity.node.capacity.KeepingPlan;
import org.comity.node.capacity.assessment.Assessment;
import org.comity.node.capacity.assessment.Limit;
import org.comity.node.capacity.assessment.Threshold;
import org.comity.node.capacity.plan.Plan;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.comity.node.identity.SomePeople;
import org.comity.node.lawbook.LawPublished;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

/** What a State says of itself and plans, what it teaches, and what the public is told. */
@NodeTest(properties = "comity.test.room=forum")
class OwnStandingPagesTests extends ThroughPages {

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    CountedHere counted;

    @Autowired
    AssessingOneself assessing;

    @Autowired
    KeepingPlan plans;

    private Person coordinator;
    private Person peer;

    @BeforeEach
    void people() {
        coordinator = SomePeople.with(jdbc, Role.COORDINATOR);
        peer = SomePeople.with(jdbc, Role.PARTNER);
    }

    @Test
    void theNodeAnswersWhatItsRecordsCanAndPeopleAnswerTheRest() throws Exception {
        var path = redirected("/capacity/assessments", Map.of());
        posted("/capacity/assessments", Map.of(), coordinator, 422);
        var begun = page(path, coordinator);
        assertThat(begun.select("#legislation-4-2").text()).contains("met", "ets185", "from this node's records");
        assertThat(begun.select("#training-3-1 .tag").text()).contains("not known");
        assertThat(begun.select("svg.levels rect.step")).hasSize(50);

        var answer = Map.of("act", "answer", "criterion", "legislation-2-2", "verdict", "met");
        assertThat(posted(path, answer, coordinator, 422)
                        .select(".error-summary")
                        .text())
                .contains("Say what shows it.");
        posted(path, with(answer, "evidence", "Decree 12 names the adviser."), coordinator, 302);
        assertThat(page(path, coordinator).select("#legislation-2-2").text()).contains("Decree 12", coordinator.name());

        pages.perform(get(path).with(signedIn(peer))).andExpect(status().isNotFound());
        posted(path, Map.of("act", "open"), coordinator, 302);
        var review = Map.of("act", "review", "dimension", "legislation", "level", "3", "text", "Penalties are low.");
        posted(path, review, coordinator, 403);
        posted(path, review, peer, 302);
        posted(path, Map.of("act", "agree", "review", "0"), coordinator, 302);
        posted(path, Map.of("act", "conclude"), coordinator, 302);
        posted(path, with(answer, "evidence", "later"), coordinator, 422);
        assertThat(page(path, peer).text()).contains("Penalties are low.", "agreed with a peer: 3", "concluded");
        assertThat(page("/capacity/assessments", coordinator).select("svg.levels"))
                .isNotEmpty();
        assertThat(text(path + ".csv", coordinator)).contains("legislation,legislation-2-2,2,", "Decree 12");
        assertThat(text("/api/v1/capacity/assessments", coordinator)).contains("\"dimension\":\"legislation\"");
        pages.perform(get("/capacity/assessments").with(signedIn(SomePeople.with(jdbc, Role.READER))))
                .andExpect(status().isNotFound());
    }

    @Test
    void whetherWhatTheRecordsSayIsEnoughIsDecidedByAThresholdThatHasASource() throws Exception {
        posted("/capacity/thresholds/domestic-most", Map.of("value", "101", "source", "x"), coordinator, 422);
        posted("/capacity/thresholds/domestic-most", Map.of("value", "70", "source", ""), coordinator, 422);
        posted("/capacity/thresholds/domestic-most", Map.of("value", "70", "source", "x"), peer, 403);
        assertThat(Arrays.stream(Limit.values()).map(Limit::token))
                .as("each limit is data, and nothing else is")
                .containsExactlyInAnyOrderElementsOf(
                        Threshold.shipped().stream().map(Threshold::id).toList());
        assertThat(Threshold.shipped())
                .allSatisfy(it -> assertThat(it.criteria())
                        .allSatisfy(criterion -> assertThat(assessing.model().criterion(criterion))
                                .isPresent()));

        var shown = page("/capacity/thresholds", coordinator);
        assertThat(shown.text()).contains("Half of the requests are preserved within 48 hours", "proposal, 2026-11");
        assertThat(shown.text()).doesNotContain("??");
        var version = shown.select("#domestic-most input[name=version]").val();
        posted(
                "/capacity/thresholds/domestic-most",
                Map.of("version", version, "value", "70", "source", "Law 4/2026"),
                coordinator,
                302);
        assertThat(page("/capacity/thresholds", peer).select("#domestic-most").text())
                .contains("70 %", "entered here", "Law 4/2026");
    }

    @Test
    void thePlanHoldsObjectivesActivitiesAndIndicatorsAndLeavesAsADocument() throws Exception {
        var plan = "/capacity/plans/national";
        posted(plan, Map.of("act", "describe", "title", ""), coordinator, 422);
        posted(
                plan,
                Map.of(
                        "act",
                        "describe",
                        "title",
                        "Plan against cybercrime",
                        "mandate",
                        "Decision 3/2026",
                        "lead",
                        "Ministry of Justice",
                        "from",
                        "2026-06",
                        "until",
                        "2029"),
                coordinator,
                302);
        posted(
                plan,
                Map.of("act", "objective", "text", "Law in force", "dimension", "legislation", "level", "4"),
                coordinator,
                302);
        posted(plan, Map.of("act", "activity", "activity", "Train judges"), coordinator, 422);
        posted(
                plan,
                Map.of(
                        "act",
                        "activity",
                        "activity",
                        "Train judges",
                        "activity-lead",
                        "School of judges",
                        "from",
                        "2026",
                        "until",
                        "2026",
                        "cost",
                        "4000",
                        "funded",
                        "1000",
                        "currency",
                        "EUR"),
                coordinator,
                302);
        posted(plan, Map.of("act", "aim", "indicator", "AP-17", "target", "80"), coordinator, 302);
        posted(plan, Map.of("act", "aim", "indicator", "AP-10", "target", "60"), coordinator, 302);
        posted(plan, Map.of("act", "aim", "indicator", "AP-10", "target", "60"), coordinator, 422);
        posted(
                plan,
                Map.of("act", "value", "indicator", "AP-10", "value", "95", "source", "Laboratory, 2026"),
                coordinator,
                302);
        posted(plan, Map.of("act", "value", "indicator", "AP-17", "value", "95", "source", "x"), coordinator, 422);
        posted(plan, Map.of("act", "describe", "title", "x"), peer, 403);

        var shown = page(plan, coordinator);
        assertThat(shown.text()).contains("Train judges", "School of judges", "Laboratory, 2026", "25.0", "95.0");
        var activity = shown.select("article.card input[name=of]").last();
        assertThat(activity).isNotNull();
        var move = Map.of("act", "move", "of", activity.val(), "progress", "dropped", "funded", "1000");
        posted(plan, move, coordinator, 422);
        posted(plan, with(move, "remark", "No trainer was found."), coordinator, 302);
        for (var format : Set.of("pdf", "docx", "html")) {
            assertThat(pages.perform(get("/capacity/plans/national/plan." + format)
                                    .with(signedIn(coordinator)))
                            .andExpect(status().isOk())
                            .andReturn()
                            .getResponse()
                            .getContentAsByteArray())
                    .hasSizeGreaterThan(1000);
        }
        assertThat(text("/capacity/plans/national/plan.csv", coordinator))
                .contains("Train judges,School of judges", "dropped");
        assertThat(text("/api/v1/capacity/plans/national", coordinator)).contains("\"id\":\"AP-17\"");
        pages.perform(get(plan).with(signedIn(peer))).andExpect(status().isNotFound());
    }

    /** Taken back at the end: other tests find no such requests. */
    @Test
    void beforeAndAfterAndTheAssessmentAreReadOffTheRequestsThatWereAnsweredHere() {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            var today = counted.today();
            preserved(today.minusMonths(8), 72);
            preserved(today.minusMonths(1), 20);
            preserved(today.minusMonths(1), 24);
            plans.describe(
                    coordinator,
                    Plan.NATIONAL,
                    new KeepingPlan.Description(
                            "Measured", "", "", today.minusMonths(6).toString(), ""));
            plans.aimAt(coordinator, Plan.NATIONAL, "AP-04", "48", "");

            assertThat(plans.aims(plans.plan(Plan.NATIONAL).it()))
                    .filteredOn(it -> it.indicator().id().equals("AP-04"))
                    .singleElement()
                    .satisfies(it -> assertThat(it.before()).hasValue(72.0))
                    .satisfies(it -> assertThat(it.now()).hasValue(24.0))
                    .satisfies(it -> assertThat(it.counted()).isTrue());
            assertThat(assessing
                            .told(Assessment.begun("a", counted.state(), today.toString(), 1))
                            .get("cooperation-4-1")
                            .said()
                            .inEnglish())
                    .contains("24.0", "3");
        });
    }

    /** @param hours from taking it in to telling what was preserved */
    private void preserved(LocalDate on, int hours) {
        var id = UUID.randomUUID();
        var opened = on.atTime(9, 0).atOffset(ZoneOffset.UTC);
        jdbc.sql("""
                        insert into cooperation.request (id, side, reference, counterpart_reference, state, version, content,
                                                         opened_at, urgency, kind)
                        values (:id, 'REQUESTED', :reference, '', 'ACKNOWLEDGED', 1, '{}', :at, 'ROUTINE', 'PRESERVATION')
                        """)
                .param("id", id)
                .param("reference", "T-" + id)
                .param("at", opened)
                .update();
        jdbc.sql("""
                        insert into cooperation.step (request, number, event, state_from, state_to, by_whom, actor, occurred_at,
                                                      recorded_at, particulars, effective)
                        values (:id, 1, 'PRESERVED', '', '', 'REQUESTED', 'officer', :at, :at, '{}', true)
                        """).param("id", id).param("at", opened.plusHours(hours)).update();
    }

    @Test
    void plansOfARegionAndOfAProjectStandBesideTheStatesOwn() throws Exception {
        var region = Map.of("title", "Plan of the region", "scope", "region", "from", "2026", "until", "2028");
        assertThat(posted("/capacity/plans", region, coordinator, 422)
                        .select(".error-summary")
                        .text())
                .contains("Choose the region");
        posted("/capacity/plans", with(region, "about-region", "africa"), peer, 403);
        var path = redirected("/capacity/plans", with(region, "about-region", "africa"));
        redirected(
                "/capacity/plans",
                Map.of("title", "Plan of the project", "scope", "project", "about-project", "COE-IPA"));
        posted(
                path,
                Map.of(
                        "act",
                        "activity",
                        "activity",
                        "Moot court",
                        "activity-lead",
                        "School of judges",
                        "until",
                        "2025",
                        "cost",
                        "9000",
                        "funded",
                        "3000",
                        "currency",
                        "XOF"),
                coordinator,
                302);
        posted(path, Map.of("act", "aim", "indicator", "AP-04", "target", "48"), coordinator, 302);
        posted(
                path,
                Map.of("act", "value", "indicator", "AP-04", "value", "70", "source", "Report of the region"),
                coordinator,
                302);

        var listed = page("/capacity/plans", coordinator);
        assertThat(listed.select("#plans tbody tr")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(listed.select("#plans").text())
                .contains("Plan of the region", "Africa", "3,000 / 9,000 XOF", "Plan of the project", "own plan");
        assertThat(listed.text()).doesNotContain("??");
        assertThat(page(path, coordinator).text())
                .as("what others measured is entered with its source, never counted here")
                .contains("Moot court", "70.0", "Report of the region");
        assertThat(page("/capacity/plans/national", coordinator).text()).doesNotContain("Moot court");
        plans.remind();
        plans.remind();
        assertThat(page("/notices", coordinator).text())
                .as("who keeps the plans is reminded once")
                .containsOnlyOnce("An activity of the plan ends: Moot court (2025)");
        pages.perform(get("/capacity/plans/none").with(signedIn(coordinator))).andExpect(status().isNotFound());
        pages.perform(get("/capacity/plans").with(signedIn(peer))).andExpect(status().isNotFound());
    }

    @Test
    void newLawOfTheStateSuggestsTrainingForThoseWhoApplyIt() throws Exception {
        var law = new LawPublished(
                "/law/changes/1",
                Set.of(counted.state()),
                Set.of("ets185", "ets185:16"),
                "Preservation law",
                "reviewer");
        transaction.executeWithoutResult(status -> events.publishEvent(law));
        transaction.executeWithoutResult(status -> events.publishEvent(
                new LawPublished("/law/changes/2", Set.of("ZZ"), Set.of(), "Law of another State", "reviewer")));

        var shown = page("/capacity/plans/national", coordinator);
        assertThat(shown.select("#suggestions").text())
                .contains("Preservation law", "ets185:16")
                .doesNotContain("another State");
        assertThat(shown.select("#suggestions option")).hasSize(4);
        var form = shown.select("#suggestions form").first();
        assertThat(form).isNotNull();
        posted(
                "/capacity/plans/national",
                Map.of(
                        "act",
                        "take",
                        "of",
                        form.select("[name=of]").val(),
                        "course",
                        form.select("option").val(),
                        "activity-lead",
                        "School of judges",
                        "until",
                        "2027"),
                coordinator,
                302);
        var planned = page("/capacity/plans/national", coordinator);
        assertThat(planned.select("#suggestions")).isEmpty();
        assertThat(planned.select("article.card a[href=/law/changes/1]")).isNotEmpty();
    }

    @Test
    void aTrainingIsRecordedWithoutNamesAndItsCertificateBearsAPseudonym() throws Exception {
        var session = Map.of(
                "title",
                "Basic course",
                "institution",
                "School of judges",
                "from",
                "2026-10-01",
                "hours",
                "24",
                "domestic",
                "yes",
                "course",
                "COE-JUD-BASIC",
                "attendance",
                "Supreme Court | judge | many",
                "certificates",
                "PT-01 | Supreme Court | 2026-10-04");
        assertThat(posted("/capacity/sessions", session, coordinator, 422)
                        .select(".error-summary")
                        .text())
                .contains("institution | function | number");
        var path = redirected("/capacity/sessions", with(session, "attendance", "Supreme Court | judge | 12 | 11"));
        assertThat(page(path, coordinator).text()).contains("Supreme Court | judge | 12 | 11", "PT-01");
        assertThat(page("/capacity/courses/COE-JUD-BASIC", coordinator).text()).contains("Held here");
        assertThat(pages.perform(get(path + "/certificates/PT-01.pdf").with(signedIn(coordinator)))
                        .andExpect(status().isOk())
                        .andReturn()
                        .getResponse()
                        .getContentAsByteArray())
                .startsWith('%', 'P', 'D', 'F');
        pages.perform(get(path + "/certificates/PT-02.pdf").with(signedIn(coordinator)))
                .andExpect(status().isNotFound());
        assertThat(page("/capacity/exercises", coordinator).select("details.card"))
                .hasSize(6);
    }

    @Test
    void projectsAreOnTheMapAndInTime() throws Exception {
        var shown = page("/capacity/map?kind=projects&theme=judiciary", peer);
        assertThat(shown.select("svg.map-colours a[data-state=GH]").attr("aria-label"))
                .startsWith("Ghana: ");
        assertThat(shown.select("svg.spans a")).isNotEmpty();
        assertThat(shown.select("tbody tr")).isNotEmpty();
        assertThat(page("/capacity/map?kind=needs&theme=csirt&institution=nobody", peer)
                        .text())
                .contains("Nothing was found");
    }

    @Test
    void everybodyLearnsWhereToReportWithoutSigningIn() throws Exception {
        var known = Jsoup.parse(pages.perform(get("/report-cybercrime?state=IN"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(known.select("article.card a.name").attr("href")).isEqualTo("https://cybercrime.gov.in");
        assertThat(known.select("article.card .basis").text()).contains("verified");
        var unknown = pages.perform(get("/report-cybercrime?state=TV"))
                .andReturn()
                .getResponse()
                .getContentAsString();
        assertThat(Jsoup.parse(unknown).select("#none-known").text()).contains("knows of no national channel");
    }

    private static Map<String, String> with(Map<String, String> form, String name, String value) {
        var more = new java.util.HashMap<>(form);
        more.put(name, value);
        return more;
    }

    private String redirected(String path, Map<String, String> form) throws Exception {
        return redirected(path, form, coordinator);
    }
}
