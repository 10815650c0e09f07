package org.comity.node.legislation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.node.identity.SomePeople.signedIn;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.comity.node.NodeTest;
import org.comity.node.identity.Role;
import org.comity.node.identity.SomePeople;
import org.comity.node.lawbook.CurrentLaw;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@NodeTest
class LawPagesTests {

    @Autowired
    MockMvc pages;

    @Autowired
    CurrentLaw law;

    @Autowired
    JdbcClient jdbc;

    @Test
    void brazilIsBoundSinceTheFirstOfMarch2023() throws Exception {
        Element budapest = bond(page("/law/states/BR?on=2024-05-01"), "ets185");

        assertThat(budapest.select(".tag").text()).isEqualTo("● bound");
        assertThat(budapest.text()).contains("1 Mar 2023", "by accession", "verified");
    }

    @Test
    void theDayBeforeItIsNotBound() throws Exception {
        assertThat(bond(page("/law/states/BR?on=2023-02-28"), "ets185")
                        .select(".tag")
                        .text())
                .isEqualTo("◐ not bound yet");
    }

    @Test
    void irelandHasOnlySigned() throws Exception {
        Element budapest = bond(page("/law/states/IE"), "ets185");

        assertThat(budapest.select(".tag").text()).isEqualTo("◐ signed, not bound");
        assertThat(budapest.text()).contains("28 Feb 2002");
    }

    @Test
    void aWithdrawnReservationIsStruckWithItsDates() throws Exception {
        Element reservation = page("/law/states/CZ?on=2024-05-01").selectFirst("[data-act=ets185:29(4)]");

        assertThat(reservation.select("s").text()).contains("without dual criminality");
        assertThat(reservation.text()).contains("withdrawn 5 Jul 2019", "from 1 Dec 2013");
    }

    @Test
    void theSameReservationCountsBeforeItsWithdrawal() throws Exception {
        Element reservation = page("/law/states/CZ?on=2019-07-04").selectFirst("[data-act=ets185:29(4)]");

        assertThat(reservation.select("s")).isEmpty();
        assertThat(reservation.select(".tag").text()).isEqualTo("● in force");
    }

    @Test
    void everyStatementOfLawStandsBesideItsSourceAndBasis() throws Exception {
        Document brazil = page("/law/states/BR");

        assertThat(brazil.select("section .entries > li").stream()
                        .map(entry -> entry.select(".basis").text()))
                .isNotEmpty()
                .allMatch(basis -> basis.startsWith("verified") || basis.startsWith("recalled"));
        assertThat(brazil.select(".register tbody tr .basis")).hasSameSizeAs(brazil.select(".register tbody tr"));
    }

    @Test
    void whatKenyaLacksStandsByInstrumentWithTheArticlesAndItsNextStep() throws Exception {
        Element budapest = page("/law/states/KE?on=2026-01-01").selectFirst("[data-gaps=ets185]");

        assertThat(budapest.select("summary").text()).contains("invited, accession missing", "covered", "in part");
        assertThat(budapest.text())
                .contains("It has been invited; accession is missing.", "Computer Misuse and Cybercrimes Act, 14");
        assertThat(budapest.select("a[href*=suppose=accede:KE:ets185]")).hasSize(1);
        assertThat(budapest.select(".cited > li .basis")).hasSameSizeAs(budapest.select(".cited > li"));
    }

    @Test
    void aStateWhoseLawIsNotHeldStillReadsWhatItWouldNeedToJoin() throws Exception {
        Element budapest = page("/law/states/TV").selectFirst("[data-gaps=ets185]");

        assertThat(budapest.select("summary").text()).contains("by invitation", "to be looked up");
    }

    @Test
    void anAuthorityThatWasNotConfirmedForTwoYearsSaysSoInWords() throws Exception {
        assertThat(page("/law/states/AL").select("section:has(#contacts) .tag").eachText())
                .isNotEmpty()
                .allMatch(text -> text.startsWith("◐ not confirmed since Nov 2014"));
    }

    @Test
    void lawThatIsEnactedButNotCommencedIsNoPower() throws Exception {
        String state = law.now().states().stream()
                .filter(s -> law.now()
                        .nationalLaw(s.code())
                        .filter(l -> l.provisions().stream().anyMatch(p -> !p.inForce()))
                        .isPresent())
                .findFirst()
                .orElseThrow()
                .code()
                .value();

        assertThat(page("/law/states/" + state).select(".asleep").text()).contains("enacted, not commenced");
    }

    @Test
    void aDutyOfficerMayAskAnotherStateButNotTheirOwn() throws Exception {
        assertThat(page("/law/states/BR").select("main a[href^=/cases/new]")).hasSize(1);
        assertThat(page("/law/states/PT").select("main a[href^=/cases/new]")).isEmpty();
        assertThat(Jsoup.parse(html("/law/states/BR", overseer())).select("main a[href^=/cases/new]"))
                .isEmpty();
    }

    @Test
    void anUnknownStateIsNotFoundAndTheSearchIsThere() throws Exception {
        for (String path : new String[] {"/law/states/ZZ", "/law/states/Brazil", "/law/instruments/ets999"}) {
            String page = pages.perform(get(path).with(officer()))
                    .andExpect(status().isNotFound())
                    .andReturn()
                    .getResponse()
                    .getContentAsString();
            assertThat(Jsoup.parse(page).select("form[action=/law] input[name=q]"))
                    .as(path)
                    .hasSize(1);
        }
    }

    @Test
    void whatWasTypedIsShownAndNotRun() throws Exception {
        String page = pages.perform(
                        get("/law").param("q", "<script>alert(1)</script>").with(officer()))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page).doesNotContain("<script>alert").contains("No State matches");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "2024-13-01", "0001-01-01", "9999-12-31", "<b>"})
    void aDateThatIsNoneIsRefusedInWords(String on) throws Exception {
        String page = pages.perform(get("/law/states/BR").param("on", on).with(officer()))
                .andExpect(status().isBadRequest())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(Jsoup.parse(page).select("#on-error").text()).contains(on, "Today is shown");
    }

    @Test
    void aStateIsFoundByItsNameInEachLanguage() throws Exception {
        for (String name : new String[] {"Бразилия", "巴西", "البرازيل", "bresil", "BRA"}) {
            Document found = page("/law?q=" + URLEncoder.encode(name, StandardCharsets.UTF_8));
            assertThat(found.select(".states li")).as(name).hasSize(1);
            assertThat(found.select(".states a").text()).isEqualTo("Brazil");
        }
    }

    @Test
    void everyStateAndEveryInstrumentHasAPage() throws Exception {
        for (var state : law.now().states()) {
            assertThat(html("/law/states/" + state.code(), officer()))
                    .as(state.name())
                    .doesNotContain("??");
        }
        for (var instrument : law.now().instruments()) {
            assertThat(html("/law/instruments/" + instrument.id(), officer()))
                    .as(instrument.id())
                    .doesNotContain("??");
        }
    }

    @Test
    void anInstrumentSaysItsDeadlinesAndTheClosedListOfGrounds() throws Exception {
        Element preservation = page("/law/instruments/ets185").getElementById("ets185:29");

        assertThat(preservation.text())
                .contains("at least 60 days", "29(5)(a)", "political offence", "A request must contain", "verified");
    }

    @Test
    void anInstrumentThatIsNotInForceSaysWhy() throws Exception {
        assertThat(page("/law/instruments/cets224").select("main").text())
                .contains("not in force", "No State is recorded as bound");
        assertThat(page("/law/instruments/eu2023-1543?on=2025-01-01")
                        .select("main")
                        .text())
                .contains("applied only from 18 Aug 2026");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/law/states/br.json?on=2023-02-28", "/law/states/BR?on=2023-02-28"})
    void aMachineReadsTheSameFacts(String path) throws Exception {
        pages.perform(get(path).accept(MediaType.APPLICATION_JSON).with(officer()))
                .andExpect(status().isOk())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_JSON))
                .andExpect(jsonPath("$.state").value("BR"))
                .andExpect(jsonPath("$.on").value("2023-02-28"))
                .andExpect(jsonPath("$.instruments[?(@.instrument=='ets185')].bound")
                        .value(false))
                .andExpect(jsonPath("$.instruments[?(@.instrument=='ets185')].boundSince")
                        .value("2023-03-01"))
                .andExpect(jsonPath("$.instruments[?(@.instrument=='ets185')].ground.basis")
                        .value("verified"));
    }

    @Test
    void aMachineIsToldWhatIsWrong() throws Exception {
        pages.perform(get("/law/states/ZZ.json").with(officer()))
                .andExpect(status().isNotFound())
                .andExpect(content().contentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON));
        pages.perform(get("/law/states/BR.json?on=soon").with(officer())).andExpect(status().isBadRequest());
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void everyoneWhoIsSignedInReadsTheLaw(Role role) throws Exception {
        for (String path : new String[] {"/law", "/law/states/BR", "/law/instruments", "/law/instruments/ets185"}) {
            pages.perform(get(path).with(signedIn(SomePeople.with(jdbc, role)))).andExpect(status().isOk());
        }
    }

    @Test
    void nobodyElseDoes() throws Exception {
        for (String path : new String[] {"/law", "/law/states/BR", "/law/states/BR.json", "/law/instruments"}) {
            pages.perform(get(path)).andExpect(redirectedUrl("/sign-in"));
        }
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(html(path, officer()));
    }

    private String html(String path, RequestPostProcessor who) throws Exception {
        return pages.perform(get(URI.create(path)).accept(MediaType.TEXT_HTML).with(who))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static Element bond(Document page, String instrument) {
        return page.selectFirst("tr[data-instrument=" + instrument + "]");
    }

    private RequestPostProcessor officer() {
        return signedIn(SomePeople.with(jdbc, Role.DUTY_OFFICER));
    }

    private RequestPostProcessor overseer() {
        return signedIn(SomePeople.with(jdbc, Role.OVERSEER));
    }
}
