package org.comity.node.forum.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.node.identity.SomePeople.signedIn;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.comity.node.NodeTest;
import org.comity.node.ThroughPages;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.comity.node.identity.SomePeople;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@NodeTest
class ForumPagesTests extends ThroughPages {

    private Person secretariat;
    private Person reader;

    @BeforeEach
    void people() {
        secretariat = SomePeople.with(jdbc, Role.SECRETARIAT);
        reader = SomePeople.with(jdbc, Role.OVERSEER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/forum",
                "/forum/mandates",
                "/forum/bodies/cybercrime-eg",
                "/forum/meetings/eg-4",
                "/forum/meetings/ccpcj-27",
                "/forum/meetings/ccpcj-27-workshop"
            })
    void thePublicRecordIsThereForAll(String path) throws Exception {
        assertThat(page(path, SomePeople.with(jdbc, Role.READER)).text()).doesNotContain("??");
    }

    @Test
    void aDelegationThatStandsTwiceInTheListIsFlagged() throws Exception {
        var page = page("/forum/meetings/eg-4", reader);

        assertThat(page.select("#speakers .tag.conditional")).hasSize(1);
        assertThat(page.select("#speakers li:has(.tag.conditional) .name").text())
                .contains("China");
        assertThat(page("/forum/meetings/ccpcj-27", reader)
                        .select("#speakers li")
                        .getFirst()
                        .text())
                .contains("Bulgaria", "the European Union", "former Yugoslav Republic of Macedonia", "Turkey");
    }

    @Test
    void aMeetingNeedsAMandateThatNamesItsBody() throws Exception {
        var wrong = posted("/forum/meetings", head("ecosoc-2016-241"), secretariat, 422);
        assertThat(wrong.select(".error-summary").text()).contains("mandate that names this body");

        var path = convened(head("ccpcj-26-4"));
        assertThat(page(path, reader).text()).contains("Commission resolution 26/4", "entered here");
        pages.perform(get("/forum/meetings/new").with(signedIn(reader))).andExpect(status().isNotFound());
    }

    @Test
    void registersAreRecordedLineByLineAndItemsRun() throws Exception {
        var path = convened(head("ccpcj-26-4"));
        enter(path, "agenda", 1, "1 | Organizational matters\n2 | Criminalization");
        enter(path, "speakers", 2, "2 | BR\n2 | observer:PS | statement | the Group of Arab States");
        posted(path + "/items", Map.of("version", "3", "number", "2", "act", "open"), secretariat, 302);
        posted(path + "/speakers", Map.of("version", "4", "place", "0", "act", "spoke"), secretariat, 302);
        enter(path, "statements", 5, "2 | BR | restricted | en | Preservation must be quick.");

        var faulty = posted(
                path + "/registers/agenda", Map.of("version", "6", "text", "2 | Criminalization\nx"), secretariat, 422);
        assertThat(faulty.select(".error-summary").text()).contains("Line 2");
        assertThat(faulty.select("textarea").text()).contains("x");
        posted(path + "/registers/agenda", Map.of("version", "2", "text", "1 | Other"), secretariat, 409);

        var seen = page(path, secretariat);
        assertThat(seen.select("#agenda .tag.open")).hasSize(1);
        assertThat(seen.select("#speakers .tag.open")).hasSize(1);
        assertThat(seen.select("#statements").text()).contains("Preservation must be quick.");
        assertThat(page(path, SomePeople.with(jdbc, Role.READER))
                        .select("#statements")
                        .text())
                .doesNotContain("Preservation must be quick.");
        assertThat(seen.select("details").text()).contains("list of speakers recorded", "version 6");
    }

    @Test
    void officesAreHeldByStatesOnTheBasisOfADecision() throws Exception {
        posted(
                "/forum/bodies/ecosoc",
                Map.of("version", "0", "offices", "chair | | BR | 2018-01-01 | | ", "members", ""),
                secretariat,
                422);
        posted(
                "/forum/bodies/ecosoc",
                Map.of(
                        "version",
                        "0",
                        "offices",
                        "chair | | BR | 2018-01-01 | | Election at the first session",
                        "members",
                        """
                        br | 2016-01-01 | 2018-12-31 | Election of 2015
                        NL | 2016-01-01 | 2017-06-30 | Election of 2015 | Letter of withdrawal
                        BR | 2019-01-01 | | Election of 2018"""),
                secretariat,
                302);

        var now = page("/forum/bodies/ecosoc", reader);
        assertThat(now.text()).contains("Election at the first session", "Members: 1", "Election of 2018");
        var then = page("/forum/bodies/ecosoc?on=2017-06-30", reader).select("#membership > ul");
        assertThat(then.text())
                .contains("Brazil", "Netherlands", "Letter of withdrawal")
                .doesNotContain("Election of 2018");
        assertThat(page("/forum/bodies/ecosoc?on=2017-07-01", reader)
                        .select("#membership > ul")
                        .text())
                .doesNotContain("Netherlands");
        for (var wrong : List.of(
                "BR | 2016-01-01 | |",
                "XX | 2016-01-01 | | Election",
                "BR | 2016-01-01 | 2018-12-31 | Election\nBR | 2018-12-31 | | Election",
                "BR | 2016-01-01 | | Election | Withdrawal",
                "BR | first | | Election")) {
            assertThat(posted(
                                    "/forum/bodies/ecosoc",
                                    Map.of("version", "1", "offices", "", "members", wrong),
                                    secretariat,
                                    422)
                            .getElementById("members-error")
                            .text())
                    .startsWith("Line");
        }
    }

    @Test
    void whoSatInTheBodyOnTheFirstDayDecidesWhoseCredentialsAreInOrder() throws Exception {
        var held = version(page("/forum/bodies/ccpcj", secretariat));
        posted(
                "/forum/bodies/ccpcj",
                Map.of(
                        "version", held,
                        "offices", "",
                        "members",
                                "BR | 2026-01-01 | 2028-12-31 | Election of 2025\nNL | 2027-01-01 | | Election of 2026"),
                secretariat,
                302);
        var head = new HashMap<>(head("ecosoc-2016-241"));
        head.put("body", "ccpcj");
        var path = convened(head);

        var refused = posted(
                path + "/registers/participants",
                Map.of("version", "1", "text", "BR | in-order\nNL | in-order"),
                secretariat,
                422);
        assertThat(refused.select(".error-summary").text()).contains("No member of the body on 2026-11-24", "NL");
        enter(path, "participants", 1, "BR | in-order\nobserver:NL | in-order");
        assertThat(page(path, secretariat).select("#participants").text())
                .contains("Members of the body on the first day: 1; of them here: 1");
        posted(
                "/forum/bodies/ccpcj",
                Map.of(
                        "version",
                        String.valueOf(Integer.parseInt(held) + 1),
                        "offices",
                        "",
                        "members",
                        "NL | 2026-01-01 | | Election"),
                secretariat,
                302);
        assertThat(page(path, secretariat)
                        .select("#participants .tag.conditional")
                        .text())
                .contains("no member on the first day");
    }

    @Test
    void aRestrictedStatementIsForItsDelegationAndWhoKeepsTheRecord() throws Exception {
        var path = convened(head("ccpcj-26-4"));
        enter(path, "agenda", 1, "1 | Organizational matters");
        enter(
                path,
                "statements",
                2,
                "1 | BR | restricted | en | Kept between us.\n1 | NL | general | en | Said to all.");

        for (var own : List.of(with(Role.DELEGATE, "BR"), secretariat, reader)) {
            assertThat(page(path, own).select("#statements").text()).contains("Kept between us.", "Said to all.");
        }
        for (var other : List.of(with(Role.DELEGATE, "NL"), with(Role.DELEGATE, "union:EU"), with(Role.READER, "BR"))) {
            var seen = page(path, other);
            assertThat(seen.html()).doesNotContain("Kept between us.");
            assertThat(seen.select("#statements").text()).contains("Said to all.");
        }
    }

    private static String version(Document page) {
        return page.select("input[name=version]").first().val();
    }

    private String convened(Map<String, String> head) throws Exception {
        return redirected("/forum/meetings", head, secretariat);
    }

    private static Map<String, String> head(String mandate) {
        return Map.of(
                "body", "cybercrime-eg",
                "mandate", mandate,
                "title", "Eighth meeting",
                "kind", "EXPERT_MEETING",
                "session", "8",
                "place", "Vienna",
                "from", "2026-11-24",
                "until", "2026-11-26",
                "method", "CONSENSUS",
                "note", "");
    }

    private void enter(String path, String register, int version, String text) throws Exception {
        posted(
                path + "/registers/" + register,
                Map.of("version", String.valueOf(version), "text", text),
                secretariat,
                302);
    }
}
