package org.comity.node.forum.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.node.identity.SomePeople.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.comity.node.NodeTest;
import org.comity.node.ThroughPages;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.comity.node.identity.SomePeople;
import org.comity.node.time.ShiftableClock;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.util.LinkedMultiValueMap;

/** The study, from the invitation of a respondent to its answers beside those of others. */
@NodeTest(properties = "comity.test.room=forum")
class StudyPagesTests extends ThroughPages {

    @Autowired
    ShiftableClock clock;

    private Person secretariat;

    @BeforeEach
    void people() {
        for (var table : List.of("kept", "change")) {
            jdbc.sql("delete from forum." + table + " where kind in ('reply', 'questionnaire')")
                    .update();
        }
        secretariat = SomePeople.with(jdbc, Role.SECRETARIAT);
    }

    @Test
    void aStateConfirmsWhatTheLawBaseKnowsHandsASectionOnAndItsAnswersAreCompared() throws Exception {
        var ghana = with(Role.DELEGATE, "GH");
        var ministry = with(Role.READER, "MOJ " + ghana.id());
        var path = invited("GH", 2026);
        posted("/forum/study", invitation("GH", 2026), secretariat, 422);
        assertThat(page("/notices", ghana).text()).contains("The questionnaire of the study awaits Ghana");
        notFound(path, with(Role.DELEGATE, "BR"));

        posted(path, Map.of("version", "1", "act", "prefill"), ghana, 302);
        assertThat(page(path, ghana).text()).contains("to confirm");
        posted(path, Map.of("version", "2", "act", "submit"), ghana, 422);
        var section = page(path + "/sections/criminalization", ghana);
        assertThat(section.text()).contains("from the law base, not confirmed");
        assertThat(section.getElementById("Q-CRI-01.1").text()).contains("Electronic Transactions Act");

        posted(
                path,
                Map.of(
                        "version", "2",
                        "act", "hand",
                        "theme", "prevention",
                        "to", "unit:" + ministry.units().iterator().next(),
                        "day", LocalDate.now(clock.withZone(ZoneOffset.UTC)).toString(),
                        "note", "Please."),
                ghana,
                302);
        assertThat(page("/notices", ministry).text()).contains("A section of the reply of Ghana was handed to you");
        notFound(path + "/sections/criminalization", ministry);
        posted(
                path + "/sections/prevention",
                Map.of(
                        "version", "3",
                        "Q-PRE-02", "to police",
                        "level-Q-PRE-02", "PUBLIC",
                        "Q-PRE-04", "A court decides.",
                        "level-Q-PRE-04", "SECRETARIAT"),
                ministry,
                302);
        posted(path, Map.of("version", "4", "act", "submit"), ministry, 403);
        posted(path, Map.of("version", "4", "act", "return", "theme", "prevention"), ministry, 302);
        notFound(path, ministry);

        var version = 5;
        for (var theme : page(path, ghana).select("#sections a").eachAttr("href")) {
            var form = form(page(theme, ghana));
            form.add("act", "confirm");
            var before = version(page(path, ghana));
            var answer = pages.perform(
                            post(theme).params(form).with(signedIn(ghana)).with(csrf()))
                    .andReturn()
                    .getResponse();
            assertThat(Jsoup.parse(answer.getContentAsString())
                            .select(".error-summary")
                            .text())
                    .isEmpty();
            version = Math.max(before, version(page(path, ghana)));
        }
        posted(path, Map.of("version", "" + version, "act", "submit"), ghana, 302);

        posted(
                path,
                Map.of("version", "" + ++version, "act", "ask", "key", "Q-PRE-02", "asked", "Only police?"),
                secretariat,
                302);
        posted(path, Map.of("version", "" + ++version, "act", "accept"), secretariat, 422);
        posted(
                path,
                Map.of(
                        "version",
                        "" + version,
                        "act",
                        "clarify",
                        "number",
                        "1",
                        "clarified",
                        "Several.",
                        "instead",
                        "several"),
                ghana,
                302);
        posted(path, Map.of("version", "" + ++version, "act", "accept"), secretariat, 302);

        var reader = SomePeople.with(jdbc, Role.READER);
        assertThat(page("/forum/study/figures?key=Q-PRE-02", reader)
                        .select("#answers")
                        .text())
                .contains("Ghana", "several");
        assertThat(page("/forum/study/figures?key=Q-PRE-02", reader)
                        .select("#bars rect")
                        .eachAttr("width"))
                .contains("400");
        assertThat(page("/forum/study/figures?key=Q-PRE-04", reader).text()).doesNotContain("A court decides.");
        assertThat(page("/forum/study/figures?key=Q-PRE-04", secretariat).text())
                .contains("A court decides.");
        for (var format : List.of("csv", "json")) {
            assertThat(text("/forum/study/answers." + format, reader))
                    .contains("Q-CRI-01.1", "Q-PRE-02", "several")
                    .doesNotContain("A court decides.");
            assertThat(toAnybody("/open-study/answers." + format))
                    .contains("Q-CRI-01.1", "Q-PRE-02", "several")
                    .doesNotContain("A court decides.");
        }
        var open = Jsoup.parse(toAnybody("/open-study?key=Q-PRE-02"));
        assertThat(open.select("#answers").text()).contains("Ghana", "several");
        assertThat(open.select("#bars rect").eachAttr("width")).contains("400");
        assertThat(open.text()).doesNotContain("??");
        for (var restricted :
                List.of(toAnybody("/open-study?key=Q-PRE-04"), text("/open-study?key=Q-PRE-04", secretariat))) {
            assertThat(restricted).doesNotContain("A court decides.");
        }
        pages.perform(get("/forum/study/figures")).andExpect(status().is3xxRedirection());
    }

    @Test
    void aReplyTravelsAsAFileAndABadOneChangesNothing() throws Exception {
        var brazil = with(Role.DELEGATE, "BR");
        var path = invited("BR", 2026);
        save(path, "Q-STA-02", "7", brazil, 302);
        var file = text(path + "/questionnaire.json", brazil);

        clock.advance(java.time.Duration.ofMinutes(1));
        save(path, "Q-STA-02", "8", brazil, 302);
        assertThat(brought(file.replace("\"7\"", "\"6\""), brazil, 200))
                .contains("No answer in the file is new.", "Q-STA-02");
        assertThat(value(path, "Q-STA-02", brazil)).isEqualTo("8");

        for (var bad : List.of(
                "",
                "{}",
                "{\"format\":\"comity-questionnaire/1\"}",
                file.substring(0, file.length() / 2),
                file.replace("[\"7\"]", "[\"seven\"]"),
                file.replace("\"Q-STA-02\":{", "\"Q-STA-99\":{"),
                file.replace("Do official statistics", "Do statistics"))) {
            assertThat(Jsoup.parse(brought(bad, brazil, 422))
                            .select(".error-summary")
                            .text())
                    .isNotEmpty();
        }
        assertThat(brought(file.replace("[\"7\"]", "[\"seven\"]"), brazil, 422)).contains("Q-STA-02: “seven”");
        brought(file, with(Role.DELEGATE, "NL"), 403);
        assertThat(value(path, "Q-STA-02", brazil)).isEqualTo("8");

        // the node of the respondent, which knows neither the reply nor what was answered
        jdbc.sql("delete from forum.kept where kind = 'reply'").update();
        jdbc.sql("delete from forum.change where kind = 'reply'").update();
        assertThat(brought(file, brazil, 200)).contains("One answer was taken in.");
        assertThat(value(path, "Q-STA-02", brazil)).isEqualTo("7");
    }

    @Test
    void whatIsWrongStandsBesideItsFieldWithAllThatWasTyped() throws Exception {
        var brazil = with(Role.DELEGATE, "BR");
        var path = invited("BR", 2025);
        var wrong = save(path, "Q-STA-02", "many", brazil, 422);
        assertThat(wrong.getElementById("Q-STA-02").val()).isEqualTo("many");
        assertThat(wrong.getElementById("Q-STA-02-error").text()).contains("is no number");
        save(path, "Q-STA-02", "5", brazil, 302);
        posted(
                path + "/sections/threat-and-statistics",
                Map.of("version", "1", "Q-STA-02", "6", "level-Q-STA-02", "PUBLIC"),
                brazil,
                409);
    }

    @Test
    void aNewVersionIsEditedAndFrozenByTheSecretariatOnly() throws Exception {
        var brazil = with(Role.DELEGATE, "BR");
        posted("/forum/study/questionnaires", Map.of(), brazil, 404);
        var path = redirected("/forum/study/questionnaires", Map.of(), secretariat);
        var asked = Map.of(
                "version", "1",
                "id", "Q-STA-02",
                "theme", "threat-and-statistics",
                "text", "How many cases were on record?",
                "kind", "NUMBER",
                "respondents", "STATE",
                "provisions", "");
        posted(path + "/questions", asked, brazil, 403);
        posted(path + "/questions", asked, secretariat, 302);
        var draft = page(path, secretariat);
        assertThat(draft.getElementById("Q-STA-02").text())
                .contains("How many cases were on record?", "asked in other words");
        posted(path, Map.of("version", "2", "act", "drop", "question", "Q-STA-03"), secretariat, 302);
        assertThat(page(path, secretariat).text()).contains("Not asked any more");
        posted(path, Map.of("version", "3", "act", "freeze"), secretariat, 302);
        posted(path, Map.of("version", "4", "act", "drop", "question", "Q-STA-04"), secretariat, 422);
        assertThat(page("/forum/study/figures?key=Q-STA-02", brazil).text())
                .contains("version 1: asked in other words");
    }

    private Map<String, String> invitation(String respondent, int year) {
        return Map.of(
                "questionnaire",
                "study-1",
                "respondent",
                respondent,
                "year",
                "" + year,
                "due",
                LocalDate.now(clock.withZone(ZoneOffset.UTC)).plusMonths(2).toString());
    }

    private String invited(String respondent, int year) throws Exception {
        return redirected("/forum/study", invitation(respondent, year), secretariat);
    }

    private Document save(String path, String key, String value, Person by, int expected) throws Exception {
        return posted(
                path + "/sections/threat-and-statistics",
                Map.of("version", "" + version(page(path, by)), key, value, "level-" + key, "PUBLIC"),
                by,
                expected);
    }

    private String value(String path, String key, Person by) throws Exception {
        return page(path + "/sections/threat-and-statistics", by)
                .getElementById(key)
                .val();
    }

    private String brought(String file, Person by, int expected) throws Exception {
        return pages.perform(multipart("/forum/study/file")
                        .file(new MockMultipartFile(
                                "file", "q.json", "application/json", file.getBytes(StandardCharsets.UTF_8)))
                        .with(signedIn(by))
                        .with(csrf()))
                .andExpect(status().is(expected))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static int version(Document page) {
        return Integer.parseInt(page.select("input[name=version]").first().val());
    }

    /** What a browser would send, as it stands. */
    private static LinkedMultiValueMap<String, String> form(Document page) {
        var sent = new LinkedMultiValueMap<String, String>();
        page.forms().stream()
                .filter(it -> it.id().equals("section"))
                .flatMap(it -> it.formData().stream())
                // a browser sends what stands in value, also where that is nothing
                .forEach(it -> sent.add(it.key(), it.value().equals("on") ? "" : it.value()));
        return sent;
    }

    /** Without signing in. */
    private String toAnybody(String path) throws Exception {
        return pages.perform(get(path))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
