package org.comity.node.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.comity.node.Comity;
import org.comity.node.NodeTest;
import org.comity.node.identity.HoldingTokens;
import org.comity.node.identity.Person;
import org.comity.node.identity.Role;
import org.comity.node.identity.SomePeople;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The command line puts a file into a running node, and has it packed for a court. */
@NodeTest
class PutEvidenceTests {

    @LocalServerPort
    private int port;

    @Autowired
    private HoldingTokens tokens;

    @Autowired
    private JdbcClient jdbc;

    @TempDir
    private Path folder;

    private final Commands commands = new Commands(Comity.class);
    private Person officer;

    @BeforeEach
    void somebody() throws Exception {
        officer = SomePeople.with(jdbc, Role.EXECUTING_OFFICER);
        Files.writeString(folder.resolve("token"), token());
    }

    @Test
    void aFileOfSeveralPartsArrivesWhole() throws Exception {
        byte[] content = new byte[9_000_000];
        new Random(3).nextBytes(content);
        Path file = Files.write(folder.resolve("disk.img"), content);

        assertThat(put(file, "--from", "bank", "--provision", "ets185:18", "--condition", "only for this case"))
                .isEqualTo(Command.DONE);

        var said = jdbc.sql("select size || ' ' || particulars::text from evidence.exhibit where taken_in_by = :name")
                .param("name", officer.name())
                .query(String.class)
                .single();
        assertThat(said).startsWith("9000000 ").contains("disk.img", "bank", "ets185:18", "only for this case");
        try (var notes = Files.list(folder.resolve("uploads"))) {
            assertThat(notes).isEmpty();
        }
    }

    @Test
    void anUnknownCaseIsRefusedInWords() throws Exception {
        Path file = Files.write(folder.resolve("a.bin"), new byte[3]);

        assertThat(put(file, "--case", "PT-1999-0001")).isEqualTo(Command.FAILED);
    }

    @Test
    void aPackageForACourtIsMadeAndFetchedAndAFetchGoesOnWhereItWas() throws Exception {
        officer = SomePeople.with(jdbc, Role.DRAFTER, Role.EXECUTING_OFFICER);
        Files.writeString(folder.resolve("token"), token());
        String reference = aCase();
        byte[] content = new byte[2_000_000];
        new Random(4).nextBytes(content);
        Path file = Files.write(folder.resolve("disk.img"), content);
        assertThat(put(file, "--case", reference, "--condition", "only for this case"))
                .isEqualTo(Command.DONE);

        assertThat(pack("--case", reference, "--recipient", "Court", "--purpose", "trial"))
                .as("the conditions have to be read")
                .isEqualTo(Command.FAILED);
        assertThat(pack("--case", reference, "--recipient", "Court", "--purpose", "trial", "--conditions-read"))
                .isEqualTo(Command.DONE);

        var made = jdbc.sql("select id::text || ' ' || mark from evidence.package where reference = :reference")
                .param("reference", reference)
                .query(String.class)
                .single()
                .split(" ");
        Path fetched = folder.resolve(made[1] + ".asice");
        assertThat(commands.run("verify", fetched.toString())).isEqualTo(Command.DONE);

        await().atMost(Duration.ofSeconds(60))
                .until(() -> jdbc.sql("select stamped_at is not null from evidence.package where id = :id::uuid")
                        .param("id", made[0])
                        .query(Boolean.class)
                        .single());
        assertThat(pack(made[0])).as("it has its timestamp now").isEqualTo(Command.DONE);
        byte[] whole = Files.readAllBytes(fetched);
        Path part = folder.resolve(made[1] + ".asice.part");
        Files.write(part, Arrays.copyOf(whole, whole.length / 3));
        var head = call("HEAD", "/api/v1/evidence/packages/%s/%s.asice".formatted(made[0], made[1]), "");
        Files.writeString(
                folder.resolve(made[1] + ".asice.part.version"),
                head.headers().firstValue("ETag").orElseThrow());
        assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(whole.length);
        assertThat(pack(made[0])).isEqualTo(Command.DONE);
        assertThat(fetched).hasBinaryContent(whole);
        assertThat(part).doesNotExist();

        Files.write(part, new byte[1000]);
        Files.writeString(folder.resolve(made[1] + ".asice.part.version"), "\"of another seal\"");
        assertThat(pack(made[0])).isEqualTo(Command.DONE);
        assertThat(fetched).as("a part of another version is begun anew").hasBinaryContent(whole);
    }

    @Test
    void aPackageIsMadeBesideTheWorkAndCancelledByWhoeverAskedBeforeItIsHandedOut() throws Exception {
        officer = SomePeople.with(jdbc, Role.DRAFTER, Role.EXECUTING_OFFICER);
        Files.writeString(folder.resolve("token"), token());
        String reference = aCase();
        assertThat(put(Files.write(folder.resolve("disk.img"), new byte[70_000]), "--case", reference))
                .isEqualTo(Command.DONE);
        String wanted =
                "{\"about\": \"%s\", \"recipient\": \"Court\", \"purpose\": \"trial\", \"conditionsRead\": false}"
                        .formatted(reference);

        jdbc.sql("alter table evidence.custody_step add constraint power_cut check (false) not valid")
                .update();
        String place;
        try {
            var asked = call("POST", "/api/v1/evidence/packages", wanted);
            assertThat(asked.statusCode()).as(asked.body()).isEqualTo(202);
            place = asked.headers().firstValue("Location").orElseThrow();
            assertThat(read(call("GET", place, "")))
                    .contains("\"state\":\"reading\"", "\"size\":70000", "\"file\":null");
            assertThat(read(call("GET", "/api/v1/evidence/packages?about=" + reference, "")))
                    .contains("\"state\":\"reading\"");
            officer = SomePeople.with(jdbc, Role.DRAFTER, Role.EXECUTING_OFFICER);
            String mine = Files.readString(folder.resolve("token"));
            Files.writeString(folder.resolve("token"), token());
            assertThat(call("POST", place + "/cancel", "").statusCode())
                    .as("for whoever does not see the case it is not there")
                    .isEqualTo(404);
            Files.writeString(folder.resolve("token"), mine);
            assertThat(read(call("POST", place + "/cancel", ""))).contains("\"state\":\"cancelled\"");
            assertThat(read(call("POST", place + "/cancel", ""))).contains("\"state\":\"cancelled\"");
        } finally {
            jdbc.sql("alter table evidence.custody_step drop constraint power_cut")
                    .update();
        }
        assertThat(pack(place.replaceFirst(".*/", "")))
                .as("it is not made any more")
                .isEqualTo(Command.FAILED);

        assertThat(pack("--case", reference, "--recipient", "Court", "--purpose", "trial"))
                .isEqualTo(Command.DONE);
        var made = jdbc.sql("select id::text from evidence.package where reference = :reference")
                .param("reference", reference)
                .query(String.class)
                .list();
        assertThat(made).hasSize(1);
        assertThat(call("POST", "/api/v1/evidence/packages/%s/cancel".formatted(made.getFirst()), "")
                        .statusCode())
                .as("its exhibits were handed out")
                .isEqualTo(409);
    }

    private static String read(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body().replaceAll("\\s", "");
    }

    private int pack(String... more) {
        var typed = new ArrayList<>(List.of("evidence", "package"));
        typed.addAll(List.of(more));
        typed.addAll(List.of("--to", folder.toString(), "--node", "http://localhost:" + port));
        typed.addAll(List.of(
                "--home",
                folder.toString(),
                "--token-file",
                folder.resolve("token").toString()));
        return commands.run(typed.toArray(String[]::new));
    }

    private String aCase() throws Exception {
        var answer = call("POST", "/api/v1/cases", "{\"title\": \"Fraud by mail\", \"offence\": [\"ets185:8\"]}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst(".*/", "");
    }

    private HttpResponse<String> call(String method, String path, String body) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            return http.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .header("Authorization", "Bearer " + Files.readString(folder.resolve("token")))
                            .header("Content-Type", "application/json")
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private int put(Path file, String... more) {
        var typed = new ArrayList<>(List.of("evidence", "put", file.toString()));
        typed.addAll(List.of(more));
        typed.addAll(List.of("--node", "http://localhost:" + port, "--home", folder.toString()));
        typed.addAll(List.of("--token-file", folder.resolve("token").toString()));
        return commands.run(typed.toArray(String[]::new));
    }

    private String token() {
        return tokens.make(
                        officer,
                        officer.id(),
                        "test",
                        HoldingTokens.read(Set.of("evidence:read", "evidence:write", "cases:read", "cases:write")),
                        7)
                .secret();
    }
}
