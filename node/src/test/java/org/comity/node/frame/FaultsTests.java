package org.comity.node.frame;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.comity.node.NodeTest;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** Through a real server: only that one dispatches to the page of errors. Under /sign-in, where nobody is asked who they are. */
@NodeTest
class FaultsTests {

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource({
        "404, There is nothing here for you",
        "403, That is not open to you",
        "405, That can not be done here",
        "409, Somebody was faster",
        "413, That is too much at once",
        "500, Something failed on this node"
    })
    void aPersonGetsAPageThatSaysWhatToDo(int status, String title) throws Exception {
        HttpResponse<String> answer = get("/sign-in/fails?with=" + status, "text/html,*/*;q=0.8");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(page(answer).select("h1").text()).isEqualTo(title);
        assertThat(page(answer).select("a.button").attr("href")).isEqualTo("/board");
    }

    @Test
    void aMissingPageIsAPage() throws Exception {
        HttpResponse<String> answer = get("/sign-in/no-such-page", "text/html");

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(page(answer).select("h1").text()).isEqualTo("There is nothing here for you");
    }

    @Test
    void aFaultOfOursHasANumberAndNoTrace() throws Exception {
        HttpResponse<String> answer = get("/sign-in/breaks", "text/html");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(page(answer).text()).containsPattern("Incident [0-9a-f]{8}\\.");
        assertThat(answer.body()).doesNotContain("IllegalStateException", "at org.", "a secret of the node");
    }

    @Test
    void aProgramGetsAProblemDocument() throws Exception {
        HttpResponse<String> answer = get("/sign-in/breaks", "application/json");

        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(answer.body())
                .contains("\"status\":500", "\"instance\":\"/sign-in/breaks\"", "\"incident\":")
                .doesNotContain("a secret of the node");
    }

    @Test
    void aProgramIsToldWhatWasWrongWithItsRequest() throws Exception {
        HttpResponse<String> answer = get("/sign-in/fails", "application/json");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("'with'");
    }

    @Test
    void styleAndScriptAreKeptByTheBrowserUnderANameThatChangesWithThem() throws Exception {
        String style = page(get("/sign-in", "text/html"))
                .select("link[rel=stylesheet]")
                .attr("href");

        assertThat(style).matches("/comity-[0-9a-f]{32}\\.css");
        assertThat(get(style, "text/css").headers().firstValue("Cache-Control").orElseThrow())
                .contains("max-age=31536000");
    }

    private HttpResponse<String> get(String path, String accept) throws Exception {
        try (var visitor = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .header("Accept", accept);
            return visitor.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static Document page(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body());
    }

    @TestConfiguration
    static class Failing {

        @Controller
        static class Fails {

            @GetMapping("/sign-in/fails")
            void fail(@RequestParam int with, HttpServletResponse response) throws Exception {
                response.sendError(with);
            }

            @GetMapping("/sign-in/breaks")
            @ResponseBody
            String broken() {
                throw new IllegalStateException("a secret of the node");
            }
        }
    }
}
