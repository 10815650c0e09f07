package org.comity.node.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.comity.node.identity.SomePeople.signedIn;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import org.comity.node.NodeTest;
import org.comity.node.frame.NavigationEntry;
import org.comity.node.identity.Role;
import org.comity.node.identity.SomePeople;
import org.comity.node.time.ShiftableClock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@NodeTest
class ExerciseClockPagesTests {

    @Autowired
    MockMvc pages;

    @Autowired
    ShiftableClock clock;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({"P1D, PT24H", "PT6H, PT6H", "P2W, PT336H"})
    void theClockMovesByADurationOrByAPeriod(String advance, Duration length) throws Exception {
        var before = clock.instant();
        pages.perform(post("/exercise/clock")
                        .param("advance", advance)
                        .with(someone())
                        .with(csrf()))
                .andExpect(redirectedUrl("/exercise"));
        assertThat(clock.instant())
                .isBetween(before.plus(length), before.plus(length).plusSeconds(60));
        pages.perform(get("/exercise").with(someone()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("id=\"advance\"")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-P1D", "PT-6H", "P999999999Y", "P9999999999999D"})
    void whatIsNoLengthOfTimeIsSaidAndMovesNothing(String advance) throws Exception {
        var before = clock.instant();
        pages.perform(post("/exercise/clock")
                        .param("advance", advance)
                        .with(someone())
                        .with(csrf()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("is no length of time")));
        assertThat(clock.instant()).isBefore(before.plusSeconds(60));
    }

    private RequestPostProcessor someone() {
        return signedIn(SomePeople.with(jdbc, Role.DUTY_OFFICER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"comity.exercise=false", "comity.state=PT"})
    void aNodeThatDoesRealWorkHasNoSuchPage(String setting) {
        new ApplicationContextRunner()
                .withUserConfiguration(ExerciseClockPages.class, ExerciseClockPages.Place.class)
                .withPropertyValues(setting)
                .run(node -> {
                    assertThat(node).hasNotFailed().doesNotHaveBean(ExerciseClockPages.class);
                    assertThat(node).doesNotHaveBean(NavigationEntry.class);
                });
    }
}
