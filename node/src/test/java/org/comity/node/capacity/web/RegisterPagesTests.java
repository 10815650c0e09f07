package org.comity.node.capacity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.node.identity.SomePeople.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.Map;
import org.comity.node.NodeTest;
import org.comity.node.ThroughPages;
import org.comity.node.capacity.KeepingRegister;
import org.comity.node.capacity.register.Kind;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.comity.node.identity.SomePeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;

/** Needs, offers and what is between them, by pages and by addresses for programs. */
@NodeTest(properties = "comity.test.room=forum")
class RegisterPagesTests extends ThroughPages {

    @Autowired
    KeepingRegister register;

    private Person coordinator;
    private Person donor;

    @BeforeEach
    void people() {
        coordinator = SomePeople.with(jdbc, Role.COORDINATOR);
        donor = with(Role.PARTNER, "Council of Europe");
    }

    @Test
    void theShippedProjectsCanBeSearchedAndTakenAlong() throws Exception {
        assertThat(page("/capacity/projects", donor).select("#entries li")).hasSize(20);
        var found = page("/capacity/projects?theme=judiciary&state=GH&text=octopus", donor);
        assertThat(found.select("#entries li")).isNotEmpty();
        assertThat(found.select("#entries .basis").text()).contains("coe.int");
        assertThat(page("/capacity/projects?text=nothing-like-it", donor).text())
                .contains("No project was found");
        assertThat(text("/capacity/projects.csv?text=GLACY", donor)).startsWith("id,title,institution,funders");
        assertThat(page("/capacity/projects/COE-IPA", donor).text()).contains("Serbia", "2777778", "verified");
    }

    @Test
    void aNeedShowsWhatFitsAndWhyAndWhatWouldBeDoneTwice() throws Exception {
        var offer = redirected("/capacity/offers", offer(), donor);
        var need = redirected("/capacity/needs", need("GH"), coordinator);
        var shown = page(need, coordinator);

        assertThat(shown.text()).contains("unmet", "Nobody outside of this node knows of it");
        var match = shown.select("article.card").first();
        assertThat(match).isNotNull();
        assertThat(match.text()).contains("Drafting help", "names the State", "in common: fr", "This may double");
        var parts = match.select("tbody td.number").eachText().stream()
                .mapToInt(Integer::parseInt)
                .sum();
        assertThat(match.select(".score").text()).isEqualTo(parts + " points");

        var help = Map.of("act", "propose", "help", "offer/" + offer.substring(offer.lastIndexOf('/') + 1));
        posted(need, help, donor, 403);
        posted(need, help, coordinator, 302);
        posted(need, help, coordinator, 422);
        assertThat(page("/capacity", donor).text()).contains("Drafting help");
        var pairing = page(need, donor).select("#pairings ~ article form").attr("action");
        posted(pairing, Map.of("act", "accept"), with(Role.PARTNER, "Another institution"), 403);
        assertThat(posted(pairing, Map.of("act", "decline", "said", ""), donor, 422)
                        .text())
                .contains("Write the reason");
        posted(pairing, Map.of("act", "accept"), donor, 302);
        posted(pairing, Map.of("act", "decline", "said", "too late"), donor, 422);
        posted(pairing, Map.of("act", "report", "said", "The bill was drafted."), donor, 302);
        assertThat(page(need, coordinator).text()).contains("delivered", "The bill was drafted.");
    }

    @Test
    void aNeedIsPublishedAsASignedNoteAndTakenBackWhenItEnds() throws Exception {
        var need = redirected("/capacity/needs", need("KE"), coordinator);
        posted(need, Map.of("act", "publish"), donor, 403);
        posted(need, Map.of("act", "publish"), coordinator, 302);
        var shown = page(need, coordinator);
        var note = shown.select("#public ~ p a").attr("href");
        assertThat(page(note, SomePeople.with(jdbc, Role.ADMINISTRATOR)).text()).contains("A law on preservation");

        posted(need, Map.of("act", "end", "version", "1", "why", ""), coordinator, 422);
        posted(need, Map.of("act", "end", "version", "7", "why", "met"), coordinator, 409);
        posted(need, Map.of("act", "end", "version", "1", "why", "Met by ourselves"), coordinator, 302);
        assertThat(page(need, coordinator).text())
                .contains("It no longer stands: Met by ourselves")
                .doesNotContain("The signed note");
    }

    @Test
    void aPartnerSpeaksForTheirOwnInstitutionOnly() throws Exception {
        posted(
                "/capacity/offers",
                Map.of(
                        "title",
                        "Other",
                        "institution",
                        "INTERPOL",
                        "themes",
                        "strategy",
                        "forms",
                        "mentoring",
                        "text",
                        "x"),
                donor,
                422);
        posted("/capacity/needs", need("GH"), donor, 403);
        pages.perform(get("/capacity/needs/new").with(signedIn(donor))).andExpect(status().isForbidden());
        assertThat(posted("/capacity/needs", Map.of("title", "Something", "state", "Ghana"), coordinator, 422)
                        .select(".error-summary")
                        .text())
                .contains("Institution is needed");
    }

    @Test
    void programsReadAndWriteTheSameFields() throws Exception {
        var body = """
                {"fields": {"title": ["Two experts"], "institution": ["Council of Europe"], "themes": ["e-evidence"],
                            "forms": ["mentoring"], "text": ["For a week."], "languages": ["fr", "en"]}}
                """;
        var made = pages.perform(post("/api/v1/capacity/register/offers")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body)
                        .with(signedIn(donor))
                        .with(csrf()))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse();
        var address = made.getHeader("Location");
        assertThat(address).isNotNull();
        pages.perform(put(address)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body)
                        .header("If-Match", "\"9\"")
                        .with(signedIn(donor))
                        .with(csrf()))
                .andExpect(status().isPreconditionFailed());
        pages.perform(put(address)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body.replace("mentoring", "magic"))
                        .header("If-Match", "\"1\"")
                        .with(signedIn(donor))
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent());
        var need = redirected("/capacity/needs", need("GH"), coordinator);
        assertThat(text("/api/v1/capacity/register" + need.substring("/capacity".length()) + "/matches", coordinator))
                .contains("\"rule\":\"overlap\"");
        assertThat(register.all(Kind.OFFER)).isNotEmpty();
    }

    private static Map<String, String> need(String state) {
        return Map.of(
                "title", "A law on preservation",
                "institution", "Ministry of Justice",
                "state", state,
                "themes", "legislation",
                "languages", "fr en",
                "provisions", "ets185:16",
                "from", "2026",
                "until", "2030",
                "text", "A bill that lets us preserve data.");
    }

    private static Map<String, String> offer() {
        return Map.of(
                "title", "Drafting help",
                "institution", "Council of Europe",
                "themes", "legislation",
                "forms", "legislative-advice",
                "states", "GH",
                "languages", "fr",
                "text", "Two experts for a retreat.");
    }
}
