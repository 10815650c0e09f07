package org.comity.node.legislation.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.node.identity.SomePeople.signedIn;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.comity.law.DualCriminalityAssessment;
import org.comity.law.Facts;
import org.comity.law.Finding;
import org.comity.law.Offence;
import org.comity.law.StateCode;
import org.comity.node.NodeTest;
import org.comity.node.identity.Role;
import org.comity.node.identity.SomePeople;
import org.comity.node.lawbook.CurrentLaw;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@NodeTest
class ConductPagesTests {

    @Autowired
    MockMvc pages;

    @Autowired
    CurrentLaw law;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({"PT,BR,ets185:2", "BR,PT,ets185:2", "DE,FR,ets185:3", "FR,DE,ets185:8", "US,JP,ets185:9", "PT,NG,x:spam"
    })
    void thePageSaysWhatTheLibrarySays(String from, String to, String offence) throws Exception {
        LocalDate day = LocalDate.of(2026, 1, 1);
        var said = DualCriminalityAssessment.of(
                law.now(), StateCode.of(from), StateCode.of(to), day, Offence.of(offence), Facts.none());
        Document page = page("/law/dual-criminality?from=%s&to=%s&offence=%s&on=%s".formatted(from, to, offence, day));

        assertThat(page.selectFirst(".verdict").hasClass(said.result().code())).isTrue();
        assertThat(page.select(".findings li")).hasSameSizeAs(said.findings());
        assertThat(page.select("[aria-labelledby=laws] .two > div:first-child .entries > li"))
                .hasSameSizeAs(said.requestingLaw());
        assertThat(page.select("[aria-labelledby=laws] .two > div:last-child .entries > li"))
                .hasSameSizeAs(said.requestedLaw());
        assertThat(page.select("[aria-labelledby=elements] tbody tr")).hasSameSizeAs(said.elements());
        assertThat(page.select(".penalties tbody tr")).hasSameSizeAs(said.penalties());
        assertThat(page.select(".settle > li")).hasSameSizeAs(said.questions());
    }

    @Test
    void anAnswerLeadsToTheResultThatItPromises() throws Exception {
        Document page = openQuestion();
        for (var answer : page.select(".settle a")) {
            Document answered = page(answer.attr("href"));
            String promised = answer.select("small").text();
            String result = answered.selectFirst(".verdict").classNames().stream()
                    .filter(name -> !name.equals("verdict"))
                    .findFirst()
                    .orElseThrow();
            assertThat(promised).isEqualTo(inShort(result));
        }
    }

    private static String inShort(String result) {
        return switch (result) {
            case "met" -> "met";
            case "not-met" -> "not met";
            case "discretionary" -> "at discretion";
            default -> "not known";
        };
    }

    /** The first pair of some that leaves a question which a fact of the case answers. */
    private Document openQuestion() throws Exception {
        for (String from : List.of("PT", "BR", "FR", "US")) {
            for (String to : List.of("DE", "CH", "JP", "BR", "IT")) {
                var said = DualCriminalityAssessment.of(
                        law.now(),
                        StateCode.of(from),
                        StateCode.of(to),
                        LocalDate.of(2026, 1, 1),
                        Offence.of("ets185:2"),
                        Facts.none());
                if (!from.equals(to)
                        && said.questions().stream().anyMatch(q -> q.element().isPresent())) {
                    assertThat(said.result()).isNotEqualTo(Finding.Result.MET);
                    return page("/law/dual-criminality?from=" + from + "&to=" + to + "&offence=ets185:2&on=2026-01-01");
                }
            }
        }
        throw new AssertionError("no pair of these leaves a question of fact");
    }

    @Test
    void withoutAStateToAskThereIsAnInvitation() throws Exception {
        Document page = page("/law/dual-criminality");

        assertThat(page.select(".verdict")).isEmpty();
        assertThat(page.select(".empty .what").text()).contains("Choose who asks");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from=XX&to=BR",
                "from=PT&to=Brazil",
                "from=PT&to=PT",
                "from=PT&to=BR&offence=ets185:99",
                "from=PT&to=BR&on=yesterday",
                "from=PT&to=BR&harm=perhaps",
                "from=PT&to=BR&harm=no&serious-harm=yes"
            })
    void aBadAddressIsAnsweredWithASentence(String query) throws Exception {
        Document page = Jsoup.parse(pages.perform(get(URI.create("/law/dual-criminality?" + query))
                        .with(signedIn(SomePeople.with(jdbc, Role.DUTY_OFFICER))))
                .andExpect(status().isBadRequest())
                .andReturn()
                .getResponse()
                .getContentAsString());

        assertThat(page.select(".error-summary li")).isNotEmpty();
        assertThat(page.select(".verdict")).isEmpty();
    }

    private Document page(String address) throws Exception {
        return Jsoup.parse(pages.perform(
                        get(URI.create(address)).with(signedIn(SomePeople.with(jdbc, Role.DUTY_OFFICER))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString());
    }
}
