package org.comity.node.legislation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.node.identity.SomePeople.signedIn;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import org.comity.law.LawBase;
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
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.MockMvc;

/** Map, provisions, comparison and the page about them, without a script. */
@NodeTest
class BrowsingLawTests {

    @Autowired
    MockMvc pages;

    @Autowired
    CurrentLaw law;

    @Autowired
    LawPlaces places;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theMapAndItsTableSayTheSame() throws Exception {
        Document map = page("/law/map?on=2023-03-01");

        for (var row : map.select("tr[data-state]")) {
            String state = row.attr("data-state");
            map.select("[data-map] a[data-state=" + state + "]")
                    .forEach(shape -> assertThat(row.select(".tag").text())
                            .as(state)
                            .endsWith(shape.attr("aria-label").replaceAll("^[^:]*: (.*?)( since .*)?$", "$1")));
        }
        assertThat(map.select("tr[data-state]")).hasSize(law.now().states().size());
    }

    @Test
    void aYearOfTheSliderIsItsLastDayAndStepsLeadToItsNeighbours() throws Exception {
        Document map = page("/law/map?year=2010");

        assertThat(map.select("#on").val()).isEqualTo("2010-12-31");
        assertThat(map.select("a[rel=prev]").attr("href")).contains("year=2009");
        assertThat(map.select("a[rel=next]").attr("href")).contains("year=2011");
        assertThat(page("/law/map?year=2001").select("a[rel=prev]")).isEmpty();
    }

    @Test
    void theTableKeepsOnlyWhatWasAskedForAndIsSorted() throws Exception {
        Document map = page("/law/map?tie=invited&group=GRULAC&sort=tie");

        assertThat(map.select("tr[data-state] .tag").eachText())
                .isNotEmpty()
                .allMatch(text -> text.equals("◌ invited"));
        assertThat(map.select("th[aria-sort=ascending]").text()).startsWith("On this day");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/law/map?instrument=nil", "/law/provisions?instrument=nil", "/law/provisions/ets185:999"})
    void whatIsNotThereIsNotFound(String path) throws Exception {
        pages.perform(get(URI.create(path)).with(signedIn(SomePeople.with(jdbc, Role.LAWYER))))
                .andExpect(status().isNotFound());
    }

    @Test
    void everyProvisionThatLawsCoverHasAPage() throws Exception {
        LawBase now = law.now();
        for (var instrument : now.instruments()) {
            for (var provision : instrument.provisions()) {
                if (provision.mustBeInNationalLaw()) {
                    var page = page("/law/provisions/" + provision.id());
                    assertThat(page.html()).as(provision.id()).doesNotContain("??");
                    assertThat(page.title())
                            .as(provision.id())
                            .startsWith(page.selectFirst("h1").text() + " · ");
                }
            }
        }
    }

    @Test
    void aComparisonMarksADifferenceWithASignAndAWord() throws Exception {
        Document compared = page("/law/compare?state=BR&state=PT&state=ZA");
        var access = compared.selectFirst("tr[data-provision=ets185:2]");

        assertThat(access.hasClass("differs")).isTrue();
        assertThat(access.select("th .differing").text()).contains("◆", "differ in", "the longest sentence");
        assertThat(access.select("td")).hasSize(3);
        assertThat(page("/law/compare?state=BR&state=PT&only=differences").select("tr.same"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?state=BR", "?state=BR&state=BR", "?state=ZZ&state=BR", "?state=&state="})
    void lessThanTwoStatesAreAskedForAnother(String query) throws Exception {
        assertThat(page("/law/compare" + query).select(".empty").text()).contains("Choose two or three States");
    }

    @Test
    void theRowOfPagesLeadsOnlyToPagesThatThisNodeHas() throws Exception {
        for (var link : page("/law/about").select("nav.sections a")) {
            page(link.attr("href"));
        }
    }

    @Test
    void everyFactOfAStateCanBeContradictedWhereTheNodeTakesChanges() throws Exception {
        Document brazil = page("/law/states/BR");

        if (places.takesChanges()) {
            assertThat(brazil.select("a.tell"))
                    .hasSizeGreaterThanOrEqualTo(brazil.select("section .basis").size());
            assertThat(brazil.select("a.tell").eachAttr("href"))
                    .contains("/law/changes/new?about=status:BR:ets185")
                    .anyMatch(link -> link.startsWith("/law/changes/new?about=provision:BR:ets185:2:"));
        } else {
            assertThat(brazil.select("a.tell")).isEmpty();
        }
    }

    @Test
    void theStateWhosePageOneComesFromIsTheOneThatIsAsked() throws Exception {
        var officer = signedIn(SomePeople.with(jdbc, Role.DUTY_OFFICER));
        var form = SecurityMockMvcRequestPostProcessors.csrf();
        var carried = Jsoup.parse(pages.perform(get("/cases/new?state=BR").with(officer))
                .andReturn()
                .getResponse()
                .getContentAsString());
        assertThat(carried.select("input[name=state]").val()).isEqualTo("BR");

        String caseFile = pages.perform(post("/cases")
                        .param("title", "Login from abroad")
                        .param("offence", "ets185:2")
                        .param("offenceText", "illegal access")
                        .param("facts", "Somebody logged in.")
                        .param("state", "BR")
                        .with(officer)
                        .with(form))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        assertThat(caseFile).endsWith("?state=BR");
        String draft = pages.perform(post(caseFile.replace("?state=BR", "/requests"))
                        .param("state", "BR")
                        .with(officer)
                        .with(form))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        String where = pages.perform(get(draft.replace("/data", "/where")).with(officer))
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(Jsoup.parse(where).select("#requestedState option[selected]").val())
                .isEqualTo("BR");
    }

    private Document page(String path) throws Exception {
        return Jsoup.parse(pages.perform(get(URI.create(path))
                        .accept(MediaType.TEXT_HTML)
                        .with(signedIn(SomePeople.with(jdbc, Role.DUTY_OFFICER))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
