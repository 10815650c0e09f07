package org.comity.node.checkup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import java.nio.file.Files;
import java.util.UUID;
import org.comity.node.Browser.View;
import org.comity.node.InBrowser;
import org.comity.node.InEveryView;
import org.comity.node.exchange.Patience;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.comity.node.identity.SomePeople;
import org.comity.node.settings.ComitySettings;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.json.JsonMapper;

/** A node whose public address leads nowhere, as tests have it: that fails and is named, and the rest works. */
class CheckupPagesTests extends InBrowser {

    @Autowired
    MockMvc pages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ComitySettings settings;

    @Autowired
    Checkup checkup;

    @Test
    void whatWorksAndWhatFailsIsSaidInWordsAndKept() throws Exception {
        var administrator = SomePeople.with(jdbc, Role.ADMINISTRATOR);
        pages.perform(post("/checkup").with(SomePeople.signedIn(administrator)).with(csrf()))
                .andExpect(redirectedUrl("/checkup"));
        Patience.eventually(() -> assertThat(checkup.progress()).isEmpty());
        var report = Jsoup.parse(answer("/checkup", administrator).getContentAsString())
                .select("#report");

        assertThat(report.select("[data-verdict=well]").text())
                .contains(
                        "gives it back unchanged",
                        "This is an exercise",
                        "keep their commitments",
                        "has its reasons with their sources",
                        "drawn in 6 languages",
                        "answered as the standard wants",
                        "changed byte is refused");
        assertThat(report.select("[data-verdict=unset]").text()).contains("Mail is not set up");
        assertThat(report.select("[data-verdict=failed]").text())
                .contains(settings.publicUrl() + "/as4 is not reached from here", "To do: Check comity.public-url");

        assertThat(answer("/checkup/report.txt", administrator).getContentAsString())
                .contains("something FAILED", "/as4 is not reached from here");
        var json = JsonMapper.shared()
                .readTree(answer("/checkup/report.json", administrator).getContentAsByteArray());
        assertThat(json.path("well").booleanValue()).isFalse();
        assertThat(json.path("checks").valueStream())
                .anySatisfy(
                        check -> assertThat(check.path("subject").stringValue()).isEqualTo("as4"));
    }

    @Test
    void theCommandLineIsAnsweredThroughTheHome() throws Exception {
        var folder = Files.createDirectories(CheckupErrand.in(settings.home()));
        var name = UUID.randomUUID() + CheckupErrand.WISH;
        Files.move(Files.writeString(folder.resolve(name + ".new"), CheckupErrand.TEXT), folder.resolve(name));
        var report = folder.resolve(name + CheckupErrand.REPORT);

        Patience.eventually(() -> assertThat(report).exists());
        assertThat(Files.readAllLines(report)).startsWith("failed").anyMatch(line -> line.startsWith("works"));
        Files.delete(report);
    }

    @Test
    void onlyAnAdministratorHasTheNodeTryItself() throws Exception {
        var officer = SomePeople.with(jdbc, Role.DUTY_OFFICER);
        assertThat(answer("/checkup", officer).getStatus()).isEqualTo(404);
        assertThat(answer("/checkup/report.json", officer).getStatus()).isEqualTo(404);
    }

    @InEveryView
    void thePageIsUsableByEveryone(View view) {
        if (checkup.last().isEmpty()) {
            checkup.run();
        }
        try (var visit = signedIn(view, Role.ADMINISTRATOR)) {
            visit.open("/checkup");
            visit.check().photograph("checkup");
        }
    }

    private MockHttpServletResponse answer(String path, Person person) throws Exception {
        return pages.perform(get(path).with(SomePeople.signedIn(person)))
                .andReturn()
                .getResponse();
    }
}
