package org.comity.node.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.comity.node.Comity;
import org.comity.node.TestPostgres;
import org.comity.node.database.DatabaseAddress;
import org.comity.node.settings.FreePort;
import org.comity.node.time.WallTime;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A node that is updated at three in the morning, and somebody at their desk. */
class RestartTests {

    private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
    private static final String PASSWORD = "three calm horses";

    private final DatabaseAddress database = TestPostgres.fresh();
    private final Path home = TestPostgres.temporaryFolder("comity-restart-");
    private final int port = FreePort.any();
    private final CookieManager cookies = new CookieManager();
    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    @Test
    void whoIsSignedInStaysSoAndTheFormThatStoodOpenCanBeSent() throws Exception {
        String form;
        try (var node = start()) {
            node.getBean(Enrolment.class)
                    .addForExercise("Duty officer", "officer", PASSWORD, SECRET, Set.of(Role.DUTY_OFFICER));
            var door = tokenOn(page("/sign-in"));
            var second = tokenOn(send("/sign-in", Map.of("_csrf", door, "name", "officer", "password", PASSWORD)));
            var code = TimeCode.now(SECRET, WallTime.clock().instant());
            send("/sign-in/code", Map.of("_csrf", second, "code", code));
            form = tokenOn(page("/account"));
            assertThat(rows(node)).singleElement().asString().doesNotContain(cookie());
        }
        try (var node = start()) {
            var account = page("/account");
            assertThat(account.uri().getPath()).isEqualTo("/account");
            assertThat(Jsoup.parse(account.body()).select(".viewer").text()).contains("Duty officer");

            var out = send("/sign-out", Map.of("_csrf", form));
            assertThat(out.uri()).hasPath("/sign-in").hasQuery("bye");
            assertThat(page("/account").uri()).hasPath("/sign-in");
            assertThat(rows(node)).isEmpty();
        }
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(Comity.class)
                .run(
                        "--comity.database.url=" + database.url(),
                        "--comity.home=" + home,
                        "--comity.port=" + port,
                        "--comity.public-url=http://localhost:" + port,
                        "--server.port=" + port);
    }

    private static List<Map<String, Object>> rows(ConfigurableApplicationContext node) {
        return node.getBean(JdbcClient.class)
                .sql("select *, encode(digest, 'escape') as letters from identity.kept_session")
                .query()
                .listOfRows();
    }

    private String cookie() {
        return cookies.getCookieStore().getCookies().stream()
                .map(HttpCookie::getValue)
                .collect(Collectors.joining());
    }

    private static String tokenOn(HttpResponse<String> page) {
        return Jsoup.parse(page.body()).select("input[name=_csrf]").attr("value");
    }

    private HttpResponse<String> page(String path) throws IOException, InterruptedException {
        return browser.send(
                HttpRequest.newBuilder(address(path))
                        .header("Accept", "text/html")
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> send(String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return browser.send(
                HttpRequest.newBuilder(address(path))
                        .header("Accept", "text/html")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
