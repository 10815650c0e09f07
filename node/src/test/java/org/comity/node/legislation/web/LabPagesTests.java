package org.comity.node.legislation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.node.identity.SomePeople.signedIn;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.comity.law.DataCategory;
import org.comity.law.Measure;
import org.comity.law.Offence;
import org.comity.law.matrix.Assistance;
import org.comity.law.matrix.CooperationMatrix;
import org.comity.node.NodeTest;
import org.comity.node.identity.Role;
import org.comity.node.identity.SomePeople;
import org.comity.node.lawbook.CurrentLaw;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@NodeTest
class LabPagesTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
    private static final String ASKED = "measure=preserve&data=content&offence=ets185:2&on=2026-11-01";
    private static final Assistance PRESERVE =
            new Assistance(Measure.PRESERVE, DataCategory.CONTENT, Offence.of("ets185:2"));

    @Autowired
    MockMvc pages;

    @Autowired
    CurrentLaw law;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theTableBehindTheMapIsTheMatrix() throws Exception {
        CooperationMatrix matrix = CooperationMatrix.on(law.now(), DAY);
        Document page = page("/law/lab?" + ASKED);

        assertThat(page.select(".reach tbody tr")).hasSameSizeAs(matrix.states());
        matrix.states()
                .forEach(state -> assertThat(page.select(".reach tr[data-state=" + state + "] td:nth-of-type(1)")
                                .text())
                        .as("%s", state)
                        .isEqualTo("" + matrix.reach(state, PRESERVE).asking().open()));
    }

    @Test
    void aStateLeadsToTheReasonsForEachOther() throws Exception {
        Document page = page("/law/lab?" + ASKED + "&state=PT");

        assertThat(page.select("tbody tr[data-state=BR] .tag").first().text()).contains("open");
        Document pair = page(
                page.select("tbody tr[data-state=BR] a[href*=/pair]").first().attr("href"));
        assertThat(pair.select(".findings li")).isNotEmpty();
        assertThat(pair.select("h1").text()).contains("Portugal asks Brazil");
    }

    @Test
    void aNumberOfTheBasketLeadsToItsPairsAndThoseToBothPlans() throws Exception {
        Document page = page("/law/lab/what-if?" + ASKED + "&suppose=accede:KE:ets185");
        var number = page.select("tr[data-measure=preserve] td a").first();
        Document pairs = page(number.attr("href"));
        assertThat(pairs.select("h1").text()).contains(number.text());

        Document pair = page(pairs.select(".pairs a").first().attr("href"));
        assertThat(pair.select("section[aria-labelledby^=plan-] h2").eachText())
                .containsExactly("As the law stands", "As supposed");
    }

    @Test
    void theFormPutsASuppositionIntoTheAddressAndALinkTakesItOut() throws Exception {
        MockHttpServletResponse answer = answer("/law/lab/suppose?" + ASKED
                + "&suppose=in-force:cets224&kind=accede&by=KE&what=ets185&from=2026-10-01");

        assertThat(answer.getRedirectedUrl())
                .isEqualTo(
                        "/law/lab/what-if?" + ASKED + "&suppose=in-force:cets224&suppose=accede:KE:ets185@2026-10-01");
        Document page = page(answer.getRedirectedUrl());
        assertThat(page.select(".basket li")).hasSize(2);
        assertThat(page(page.select(".basket .out").first().attr("href")).select(".basket li"))
                .hasSize(1);
    }

    @Test
    void aStepOfTheRankingIsPutIntoTheBasketWithOneLink() throws Exception {
        Document ranking = page("/law/lab/ranking?" + ASKED + "&kind=accede&count=measure");
        var step = ranking.select(".ranking tbody tr").first();
        Document whatIf = page(step.select("a.button").attr("href"));

        assertThat(whatIf.select(".basket li")).hasSize(1);
        assertThat(whatIf.select("tr[data-measure=preserve] td:nth-of-type(1)").text())
                .isEqualTo(step.select("td:nth-of-type(2)").text());
    }

    @Test
    void theLastPointOfTheHistoryIsTheMatrixOfThatMonth() throws Exception {
        Document page = page("/law/lab/history?" + ASKED);

        assertThat(page.select(".chart a.shown polyline")).hasSize(1);
        assertThat(page.select("[aria-labelledby=now] a[aria-current]")
                        .first()
                        .closest("tr")
                        .select("td")
                        .text())
                .isEqualTo(""
                        + CooperationMatrix.on(law.now(), DAY).counts(PRESERVE).open());
    }

    @Test
    void aMonthIsExplainedDownToThePairs() throws Exception {
        Document month = page("/law/lab/history/month?measure=preserve&data=content&offence=ets185:2&on=2023-03-01");

        assertThat(month.select("ol.entries > li b.name").eachText()).contains("Brazil");
        assertThat(month.select("ol.entries").text()).contains("became bound by ETS 185");
        assertThat(month.select("ol.entries .pairs a")).hasSizeGreaterThan(100);
        assertThat(answer("/law/lab/history/month.csv?measure=preserve&data=content&offence=ets185:2&on=2023-03-01")
                        .getContentAsString())
                .contains("2023-03-01,state,BR,BR bound ets185,BR,PT,");
    }

    @Test
    void theDownloadsHoldEveryStateWithLicenceAndVersion() throws Exception {
        String csv = answer("/law/lab/reach.csv?" + ASKED).getContentAsString();
        String json = answer("/law/lab/reach.json?" + ASKED).getContentAsString();

        assertThat(csv.lines())
                .hasSize(1 + CooperationMatrix.on(law.now(), DAY).states().size());
        assertThat(csv).contains(law.now().licence(), law.now().version());
        assertThat(json).contains("\"licence\":\"" + law.now().licence() + "\"", "\"asking\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/law/lab?measure=tickle",
                "/law/lab?data=all",
                "/law/lab?offence=ets185:99",
                "/law/lab?on=2026-13-01",
                "/law/lab?state=XX",
                "/law/lab/what-if?suppose=accede:KE:ets999",
                "/law/lab/what-if?suppose=accede:PT:ets185",
                "/law/lab/ranking?kind=secede",
                "/law/lab/history?measure=tickle",
                "/law/lab/pairs?standing=ajar",
                "/law/lab/pairs?turn=left",
                "/law/lab/pair?from=PT&to=PT",
                "/law/lab/pair?from=PT",
                "/law/lab/suppose?kind=accede&by=PT&what=ets185"
            })
    void aBadAddressIsAnsweredWithASentence(String address) throws Exception {
        MockHttpServletResponse answer = answer(address);

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(Jsoup.parse(answer.getContentAsString()).select(".error-summary li"))
                .isNotEmpty();
    }

    @Test
    void theDownloadsOfABasketHoldEveryStateAndEveryPairAndAddUp() throws Exception {
        String supposed = ASKED + "&suppose=accede:KE:ets185";
        var lines = answer("/law/lab/what-if-pairs.csv?" + supposed)
                .getContentAsString()
                .lines()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
        Document page = page("/law/lab/what-if?" + supposed);

        assertThat(lines).isNotEmpty();
        assertThat(lines.stream().mapToInt(cells -> Integer.parseInt(cells[2])).sum())
                .hasToString(page.select("tr.sum td").first().text());
        assertThat(answer("/law/lab/what-if-states.csv?" + supposed)
                        .getContentAsString()
                        .lines())
                .hasSize(1 + page.select(".gains tbody tr").size());
        assertThat(answer("/law/lab/what-if.json?" + supposed).getContentAsString())
                .contains("\"supposed\":[\"accede:KE:ets185\"]", "\"pairs\":[{\"from\":");
    }

    @Test
    void theMonthThatOpenedMostIsMarkedAndSaysWhatBegan() throws Exception {
        Document page = page("/law/lab/history?" + ASKED);

        assertThat(page.select(".chart .marks text").eachText())
                .isNotEmpty()
                .isEqualTo(page.select(".marked .line .numbered").eachText());
        assertThat(page.select(".marked").text()).contains("became bound by ETS 185");
    }

    @ParameterizedTest
    @ValueSource(strings = {"reach.json", "reach.csv", "history.csv", "what-if.json", "what-if-pairs.csv"})
    void aBadDownloadIsAnsweredWithAProblem(String file) throws Exception {
        MockHttpServletResponse answer = answer("/law/lab/" + file + "?measure=tickle");

        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(answer.getContentType()).startsWith("application/problem+json");
        assertThat(answer.getContentAsString()).contains("tickle", "preserve", "There is no measure");
    }

    private Document page(String address) throws Exception {
        MockHttpServletResponse answer = answer(address);
        assertThat(answer.getStatus()).as(address).isEqualTo(200);
        return Jsoup.parse(answer.getContentAsString());
    }

    /** Asks again while the world is being worked out, as a browser does. */
    private MockHttpServletResponse answer(String address) throws Exception {
        MockHttpServletResponse answer;
        do {
            answer = pages.perform(get(URI.create(address)).with(signedIn(SomePeople.with(jdbc, Role.DUTY_OFFICER))))
                    .andReturn()
                    .getResponse();
        } while (List.of(answer.getHeaders("Refresh"), answer.getHeaders("Retry-After")).stream()
                .anyMatch(again -> !again.isEmpty()));
        return answer;
    }
}
