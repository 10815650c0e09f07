package org.comity.node.legislation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.node.identity.SomePeople.signedIn;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.comity.node.NodeTest;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.comity.node.identity.SomePeople;
import org.comity.node.legislation.change.Kind;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

@NodeTest(properties = "comity.test.room=changes")
class ChangePagesTests {

    private static final Map<String, String> BILL = Map.of(
            "what", "DRAFT_BILL",
            "state", "GH",
            "title", "Cybersecurity Amendment Bill",
            "stage", "committee",
            "source", "https://example.org/bill/4",
            "as_of", "2026-11-01",
            "basis", "verified",
            "step", "submit");

    @Autowired
    MockMvc pages;

    @Autowired
    JdbcClient jdbc;

    private Person expert;
    private Person reviewer;
    private Person officer;

    @BeforeEach
    void staff() {
        expert = SomePeople.with(jdbc, Role.LAW_EXPERT);
        reviewer = SomePeople.with(jdbc, Role.LAW_REVIEWER);
        officer = SomePeople.with(jdbc, Role.DUTY_OFFICER);
    }

    @Test
    void whoIsNoExpertSeesWhomToTell() throws Exception {
        assertThat(page("/law/changes/new?about=status:KE:ets185", officer).text())
                .contains("Tell a national expert", expert.name());
        pages.perform(post("/law/changes")
                        .params(params(BILL))
                        .with(signedIn(officer))
                        .with(csrf()))
                .andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @CsvSource({
        "status:KE:ets185, STATUS, instrument, ets185",
        "declaration:CZ:ets185:29(4), WITHDRAWAL, article, 29(4)",
        "authority:PT:24-7-contact:ets185, AUTHORITY_END, function, 24-7-contact",
        "provision:KE:ets185:2:cmca2018:14, PENALTY, penalty_max_months, 36",
        "state:PT, DRAFT_BILL, state, PT"
    })
    void aFormBeginsWithTheFactThatTheLinkIsAbout(String about, String kind, String field, String value)
            throws Exception {
        assertThat(page("/law/changes/new?about=" + about, expert).select("a[href*=what=" + kind + "]"))
                .hasSize(1);
        Element input = page("/law/changes/new?what=" + kind + "&about=" + about, expert)
                .expectFirst("#change [name=" + field + "]");
        assertThat(
                        input.tagName().equals("select")
                                ? input.select("option[selected]").val()
                                : input.val())
                .isEqualTo(value);
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"IMPORT", "REVERT"})
    void noFieldOfAFormHasTheNameOfItsButtons(Kind kind) throws Exception {
        var form = page("/law/changes/new?what=" + kind.name() + "&about=state:BR", expert)
                .expectFirst("#change");
        assertThat(form.select("input, select, textarea").eachAttr("name"))
                .isNotEmpty()
                .doesNotContainAnyElementsOf(form.select("button").eachAttr("name"));
    }

    @Test
    void aDraftIsNotThereForOthersAndAPublishedBillStandsOnThePageOfItsState() throws Exception {
        Map<String, String> draft = new HashMap<>(BILL);
        draft.put("step", "save");
        String kept = posted("/law/changes", draft, expert);
        pages.perform(get(kept).with(signedIn(reviewer))).andExpect(status().isNotFound());

        String bill = posted("/law/changes", BILL, expert);
        pages.perform(get(bill).with(signedIn(officer))).andExpect(status().isNotFound());
        posted(bill + "/review", Map.of("version", "1", "act", "publish"), reviewer);

        assertThat(page(bill, officer).text()).contains("published", "no route is planned on it");
        assertThat(page("/law/states/GH", officer)
                        .select("section[aria-labelledby=bills]")
                        .text())
                .contains("Cybersecurity Amendment Bill", "in committee");
        assertThat(page("/law/changes?shelf=published&state=GH", officer).select(".entries li"))
                .isNotEmpty();
        assertThat(page("/law/changes?shelf=published&state=AD", officer).select(".empty"))
                .hasSize(1);
    }

    @Test
    void twoWhoSaveAtOnceAreToldAndNothingTypedIsLost() throws Exception {
        Map<String, String> draft = new HashMap<>(BILL);
        draft.put("step", "save");
        String kept = posted("/law/changes", draft, expert);
        draft.put("version", "0");
        draft.put("title", "First title");
        posted(kept, draft, expert);
        draft.put("title", "Second title");

        Document page = Jsoup.parse(pages.perform(
                        post(kept).params(params(draft)).with(signedIn(expert)).with(csrf()))
                .andExpect(status().isConflict())
                .andReturn()
                .getResponse()
                .getContentAsString());

        assertThat(page.select("#title").val()).isEqualTo("Second title");
        assertThat(page.select("#version").text()).contains("First title");
        assertThat(page.select("[name=version]").val()).isEqualTo("1");
    }

    @ParameterizedTest
    @CsvSource({"status.csv, text/csv", "yaml, application/yaml", "json, application/json"})
    void everybodyTakesTheLawHome(String form, String type) throws Exception {
        pages.perform(get("/law/changes/export/file")
                        .param("form", form)
                        .param("state", "PT")
                        .with(signedIn(officer)))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Type", type + ";charset=UTF-8"))
                .andExpect(header().string("Content-Disposition", containsString("-pt.")));
    }

    private String posted(String path, Map<String, String> fields, Person person) throws Exception {
        return Objects.requireNonNull(pages.perform(
                        post(path).params(params(fields)).with(signedIn(person)).with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    }

    private Document page(String path, Person person) throws Exception {
        return Jsoup.parse(pages.perform(get(URI.create(path)).with(signedIn(person)))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }

    private static MultiValueMap<String, String> params(Map<String, String> fields) {
        var params = new LinkedMultiValueMap<String, String>();
        fields.forEach(params::add);
        return params;
    }
}
