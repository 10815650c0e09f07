package org.comity.node.frame;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.comity.node.settings.ComitySettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class SayingExerciseTests {

    @ParameterizedTest
    @CsvSource({"true, /api/v1/cases, true", "true, /board,", "false, /api/v1/cases,"})
    void onlyAnswersToProgramsSayThatANodePlaysAndOnlyWhereItDoes(boolean plays, String address, String said)
            throws ServletException, IOException {
        var settings = new ComitySettings(
                Path.of("."),
                "PT",
                "Authority, Portugal",
                URI.create("http://localhost"),
                plays,
                new ComitySettings.Database(Optional.empty()));
        var answer = new MockHttpServletResponse();

        new SayingExercise(settings)
                .doFilter(new MockHttpServletRequest("GET", address), answer, new MockFilterChain());

        assertThat(answer.getHeader("Comity-Exercise")).isEqualTo(said);
    }
}
