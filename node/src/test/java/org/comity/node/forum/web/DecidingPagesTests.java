package org.comity.node.forum.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.node.identity.SomePeople.signedIn;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.comity.node.NodeTest;
import org.comity.node.ThroughPages;
import org.comity.node.forum.KeepingSilence;
import org.comity.node.forum.silence.SilenceProcedure.Standing;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.comity.node.identity.SomePeople;
import org.comity.node.time.ShiftableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Silence procedures and recommendations, on a node whose clock moves on. */
@NodeTest(properties = "comity.test.room=forum")
class DecidingPagesTests extends ThroughPages {

    @Autowired
    ShiftableClock clock;

    @Autowired
    KeepingSilence silence;

    private Person secretariat;
    private Person brazil;

    @BeforeEach
    void people() {
        secretariat = SomePeople.with(jdbc, Role.SECRETARIAT);
        brazil = with(Role.DELEGATE, "BR");
    }

    @Test
    void aTextThatNobodyObjectsToIsAdoptedAtItsEndAndConfirmedAtAMeeting() throws Exception {
        var path = begun("plenary", 73);
        var running = page(path, brazil);
        assertThat(running.text()).contains("running", "Nobody has broken the silence", "Europe/Vienna");
        assertThat(running.text()).contains("Not told yet:", "Monaco");
        assertThat(page("/notices", brazil).text()).contains("A silence procedure began: Dates of the meeting");

        clock.advance(Duration.ofHours(75));

        assertThat(standing(path)).isEqualTo(Standing.ADOPTED);
        posted(path, Map.of("act", "objection"), brazil, 422);
        posted(path, Map.of("act", "explanation", "why", "We read it so."), brazil, 302);
        posted(path, Map.of("act", "confirmation", "meeting", "ccpcj-27"), secretariat, 422);
        posted(path, Map.of("act", "confirmation", "meeting", "eg-bureau-2018-01"), secretariat, 302);
        assertThat(page(path, secretariat).text())
                .contains("decision", "Meeting of the extended Bureau", "We read it so.");
    }

    @Test
    void anObjectionInTimeBreaksTheSilenceAndAnAmendmentNeedsItsWords() throws Exception {
        var path = begun("plenary", 73);
        posted(path, Map.of("act", "amendment", "why", ""), brazil, 422);
        posted(path, Map.of("act", "amendment", "why", "4 to 6 April"), brazil, 302);
        posted(path, Map.of("act", "objection"), with(Role.DELEGATE, "CN"), 403);
        assertThat(page(path, secretariat).text())
                .contains("broken so far", "Silence is broken by Brazil", "4 to 6 April");

        posted(path, Map.of("act", "withdrawal"), brazil, 302);
        assertThat(standing(path)).isEqualTo(Standing.RUNNING);
        posted(path, Map.of("act", "objection"), with(Role.DELEGATE, "NL"), 302);
        clock.advance(Duration.ofHours(75));
        assertThat(standing(path)).isEqualTo(Standing.NOT_ADOPTED);
        assertThat(page("/forum/silence/new?revises=" + path.substring(path.lastIndexOf('/') + 1), secretariat)
                        .select("#title")
                        .val())
                .isEqualTo("Dates of the meeting");
    }

    @Test
    void aProcedureThatIsTooShortOrUnderAnotherBodysMandateDoesNotBegin() throws Exception {
        var draft = draft("plenary", 71);
        assertThat(posted("/forum/silence", draft, secretariat, 422)
                        .select(".error-summary")
                        .text())
                .contains("72 hours");
        draft.put("mandate", "ecosoc-2016-241");
        assertThat(posted("/forum/silence", draft, secretariat, 422)
                        .select(".error-summary")
                        .text())
                .contains("mandate");
        posted("/forum/silence", draft("plenary", 80), brazil, 403);
        pages.perform(get("/forum/silence").with(signedIn(SomePeople.with(jdbc, Role.READER))))
                .andExpect(status().isNotFound());
    }

    @Test
    void aRecommendationIsProposedSupportedMergedCompiledAndAdopted() throws Exception {
        var path = redirected(
                "/forum/recommendations",
                Map.of(
                        "meeting",
                        "eg-4",
                        "theme",
                        "criminalization",
                        "text",
                        "Punish attempts.",
                        "addressees",
                        "States"),
                brazil);
        posted(path, Map.of("act", "support", "wording", "Punish every attempt."), with(Role.DELEGATE, "NL"), 302);
        posted(path, Map.of("act", "adopt"), secretariat, 422);
        posted(path, Map.of("act", "link", "provisions", "ets185:999"), secretariat, 422);
        posted(
                path,
                Map.of(
                        "act",
                        "link",
                        "provisions",
                        "ets185:11",
                        "gaps",
                        "GH:ets185:11",
                        "statistics",
                        "12 of 40 requests refused"),
                secretariat,
                302);
        posted(path, Map.of("act", "draw-gaps", "state", "gh", "instrument", "ets185"), secretariat, 302);
        posted(path, Map.of("act", "draw-gaps", "state", "GH", "instrument", "ets185"), brazil, 403);
        assertThat(posted(path, Map.of("act", "draw-gaps", "state", "ZZ", "instrument", "ets185"), secretariat, 422)
                        .getElementById("state-error")
                        .text())
                .contains("no State");
        posted(path, Map.of("act", "draw-measured", "gauge", "refused"), secretariat, 422);
        var figure = page(path, brazil).select("#figures");
        assertThat(figure.text())
                .contains("provisions of the Budapest Convention that the law of Ghana lacks", "drawn", "law base");
        assertThat(figure.select("a").eachAttr("href")).containsExactly("/law/states/GH");
        var merged = redirected(
                path, Map.of("act", "merge", "with", "IEG-2018-LEG-02", "text", "Punish attempts alike."), secretariat);
        posted(merged, Map.of("act", "compile"), secretariat, 302);
        posted(merged, Map.of("act", "adopt"), secretariat, 302);

        var seen = page(merged, secretariat);
        assertThat(seen.text()).contains("adopted", "Brazil", "Netherlands", "ets185:11", "IEG-2018-LEG-02");
        assertThat(page(merged, SomePeople.with(jdbc, Role.READER)).text())
                .contains("one delegation")
                .doesNotContain("Brazil");
        assertThat(page("/forum/recommendations/compilation?meeting=eg-4", secretariat)
                        .text())
                .contains("Punish attempts alike.", "Brazil")
                .doesNotContain("Punish attempts.");
        assertThat(pages.perform(get("/forum/recommendations/compilation.csv").with(signedIn(brazil)))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .contains("Punish attempts alike.,adopted,1,1,0,ets185:11")
                .doesNotContain("Brazil");
        assertThat(page("/forum/recommendations?state=disputed", brazil).select("#recommendations li"))
                .isNotEmpty();
    }

    @Test
    void aReportIsDraftedEditedTogetherAndAdoptedOnceNothingIsOpen() throws Exception {
        var rapporteur = SomePeople.with(jdbc, Role.RAPPORTEUR);
        var path = redirected("/forum/reports", Map.of("meeting", "eg-4", "kind", "EXPERT_GROUP"), rapporteur);
        var drafted = page(path, rapporteur);
        assertThat(drafted.select(".report mark")).isNotEmpty();
        assertThat(drafted.text()).contains("Named twice in the list of speakers, printed once: China");
        assertThat(page(path + "?edit=1", rapporteur).select("#block textarea")).hasSize(2);

        posted(path, Map.of("version", "1", "act", "adopt", "sitting", "6"), secretariat, 422);
        posted(
                path,
                Map.of("version", "1", "act", "say", "place", "1", "text", "New words.", "notes", "A note."),
                rapporteur,
                302);
        posted(path, Map.of("version", "1", "act", "strike", "place", "2"), rapporteur, 409);
        posted(path, Map.of("version", "2", "act", "say", "place", "1", "text", "x"), brazil, 403);
        for (var format : java.util.List.of("html", "pdf", "docx", "xml")) {
            for (var language : java.util.List.of("en", "ar", "zh")) {
                assertThat(pages.perform(get(path + "/report." + format + "?in=" + language)
                                        .with(signedIn(brazil)))
                                .andExpect(status().isOk())
                                .andReturn()
                                .getResponse()
                                .getContentAsByteArray())
                        .hasSizeGreaterThan(3000);
            }
        }
        var version = 2;
        for (var open = page(path, rapporteur).select("[data-kind]:has(mark)");
                !open.isEmpty();
                open = page(path, rapporteur).select("[data-kind]:has(mark)")) {
            var place = open.getFirst().id().substring(1);
            posted(path, Map.of("version", "" + version++, "act", "strike", "place", place), rapporteur, 302);
        }
        posted(path, Map.of("version", "" + version, "act", "adopt", "sitting", "6"), secretariat, 302);
        assertThat(page(path, brazil).text()).contains("adopted at meeting 6", "New words.", "A note.", "text struck");
        posted(path, Map.of("version", "" + (version + 1), "act", "strike", "place", "1"), rapporteur, 422);
    }

    private String begun(String rules, int hours) throws Exception {
        return redirected("/forum/silence", draft(rules, hours), secretariat);
    }

    private Map<String, String> draft(String rules, int hours) {
        var end = clock.instant()
                .plus(Duration.ofHours(hours))
                .atZone(ZoneId.of("Europe/Vienna"))
                .truncatedTo(ChronoUnit.MINUTES)
                .toLocalDateTime();
        return new HashMap<>(Map.of(
                "body", "cybercrime-eg",
                "mandate", "ga-74-544",
                "rules", rules,
                "title", "Dates of the meeting",
                "text", "The meeting is held from 3 to 5 April.",
                "languages", "en",
                "members", "BR\nNL\nMC",
                "zone", "Europe/Vienna",
                "end", end.toString(),
                "revises", ""));
    }

    private Standing standing(String path) {
        return silence.find(path.substring(path.lastIndexOf('/') + 1))
                .orElseThrow()
                .standing(clock.instant());
    }
}
