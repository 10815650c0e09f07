package org.comity.node.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.comity.node.ProductScript;
import org.comity.node.TestPostgres;
import org.comity.node.database.DatabaseAddress;
import org.comity.node.settings.FreePort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node whose office keeps its own PostgreSQL: {@code COMITY_DATABASE_URL} names it. */
class ExternalDatabaseTests {

    private static final Duration READY_WITHIN = Duration.ofSeconds(120);

    @TempDir
    Path folder;

    private final DatabaseAddress database = TestPostgres.fresh();

    @Test
    void aWholeNodeLivesOnTheDatabaseThatTheEnvironmentNamesAndStartsNoneOfItsOwn() throws Exception {
        Path home = folder.resolve("home");
        int port = FreePort.any();
        String script = ProductScript.in(folder).toString();
        assertThat(run(
                                script,
                                "node",
                                "init",
                                "--home",
                                home.toString(),
                                "--state",
                                "PT",
                                "--organisation",
                                "Contact point of Portugal",
                                "--url",
                                "http://127.0.0.1:" + port)
                        .waitFor())
                .isZero();

        Process node = run(script, "serve", "--home", home.toString(), "--port", String.valueOf(port));
        try {
            awaitReady(node, port);

            assertThat(schemas()).contains("comity", "cooperation", "exchange", "identity", "journal");
            assertThat(home.resolve("database")).doesNotExist();
        } finally {
            node.destroy();
            assertThat(node.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aDatabaseThatDoesNotAnswerIsSaidInOneSentenceWithoutItsPassword() throws Exception {
        Path home = folder.resolve("home");
        String script = ProductScript.in(folder).toString();
        run(script, "node", "init", "--home", home.toString(), "--state", "PT", "--organisation", "Contact point")
                .waitFor();
        var nobody = new DatabaseAddress("127.0.0.1", FreePort.any(), "comity", "comity", "hidden-word", "");

        var builder = builder(script, "serve", "--home", home.toString(), "--port", String.valueOf(FreePort.any()));
        builder.environment().put("COMITY_DATABASE_URL", nobody.url());
        Process node = builder.start();

        assertThat(node.waitFor(READY_WITHIN.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(node.exitValue()).isNotZero();
        assertThat(said())
                .contains("127.0.0.1:" + nobody.port())
                .doesNotContain("hidden-word")
                .doesNotContain("\tat ");
    }

    private Process run(String... command) throws IOException {
        var builder = builder(command);
        builder.environment().put("COMITY_DATABASE_URL", database.url());
        return builder.start();
    }

    private ProcessBuilder builder(String... command) {
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("said.log").toFile()));
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("said.log"));
    }

    private void awaitReady(Process node, int port) throws Exception {
        var health = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health"))
                .timeout(Duration.ofSeconds(2))
                .build();
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        try (var http = HttpClient.newHttpClient()) {
            while (System.nanoTime() < deadline) {
                assertThat(node.isAlive()).as(said()).isTrue();
                try {
                    if (http.send(health, BodyHandlers.discarding()).statusCode() == 200) {
                        return;
                    }
                } catch (IOException notYet) {
                    // it is still starting
                }
                Thread.sleep(100);
            }
        }
        throw new AssertionError("not ready: " + said());
    }

    private List<String> schemas() throws SQLException {
        try (var connection = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
                var names = connection.getMetaData().getSchemas()) {
            var schemas = new ArrayList<String>();
            while (names.next()) {
                schemas.add(names.getString("TABLE_SCHEM"));
            }
            return schemas;
        }
    }
}
